import { createHash, randomUUID } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import type { Flaw } from '../faults/flaw';

const issuer = 'stand-in';

/** Gives out and checks jwts signed with HMAC SHA-256. */
export interface JwtIssuer {
  /**
   * @param apiKey the jwt is for; the claim `cid` is derived from it and does not give it away
   * @param life when it begins (ms, default: now) and how long it lives (seconds, default: the contract's)
   */
  issue(apiKey: string, life?: { from?: number; lifetime?: number }): Promise<string>;
  /** What is wrong with a jwt by the stand-in's clock; undefined: nothing. */
  objection(jwt: string): Promise<{ flaw: Flaw; message: string } | undefined>;
}

/** @param now milliseconds since 1970, by the stand-in's clock */
export function createJwtIssuer(key: Uint8Array, lifetime: number, now: () => number): JwtIssuer {
  async function issue(apiKey: string, life: { from?: number; lifetime?: number } = {}): Promise<string> {
    const issuedAt = Math.floor((life.from ?? now()) / 1000);
    return new SignJWT({ cid: createHash('sha256').update(apiKey).digest('hex').slice(0, 16) })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(issuer)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + (life.lifetime ?? lifetime))
      .setJti(randomUUID())
      .sign(key);
  }

  async function objection(jwt: string): Promise<{ flaw: Flaw; message: string } | undefined> {
    const algorithm = algorithmOf(jwt);
    if (algorithm === undefined) return { flaw: 'not-a-jwt', message: 'is no jwt' };
    if (algorithm === 'none') return { flaw: 'unsigned-jwt', message: 'the jwt is not signed' };
    try {
      await jwtVerify(jwt, key, {
        algorithms: ['HS256'],
        issuer,
        requiredClaims: ['exp'],
        currentDate: new Date(now()),
      });
      return undefined;
    } catch (error) {
      if (error instanceof errors.JWTExpired) {
        return { flaw: 'expired-jwt', message: 'the jwt has expired' };
      }
      if (error instanceof errors.JOSEError) {
        return { flaw: 'other-signature', message: 'the jwt is not one of this server' };
      }
      throw error;
    }
  }

  return { issue, objection };
}

/** What a jwt says that it is signed with; undefined: it is none. */
function algorithmOf(jwt: string): string | undefined {
  if (jwt.split('.').length !== 3) return undefined;
  try {
    return decodeProtectedHeader(jwt).alg?.toLowerCase() ?? 'none';
  } catch {
    return undefined;
  }
}
