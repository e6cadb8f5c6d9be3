import { phoneBook, spentClients } from './phone-book';

/** An apiKey that belongs to a phone. Times are milliseconds since 1970. */
export interface TestApiKey {
  apiKey: string;
  createdAt: number;
  expiresAt: number;
}

export type Outcome =
  | { key: TestApiKey }
  | { refused: 'badPhone' | 'unknownPhone' | 'severalClients' | 'dailyLimit'; message: string };

/** Gives out apiKeys for phones, by the rules that the vendor publishes for its sandbox. */
export interface TestKeyDesk {
  ask(phone: unknown): Outcome;
  /** Whether a key that was given out is valid now. */
  honours(apiKey: string): boolean;
}

const day = 24 * 60 * 60 * 1000;
const keptAfterExpiry = 90 * day;

/**
 * One key per phone. On the same day a repeat gives the same key as it is, on a later day it makes the key
 * valid for a year from then, also when it has expired. Keys are cleaned up 90 days after their end and then
 * created anew. A client creates one key a day. Days are UTC. Memory is bounded by the phone book.
 *
 * @param publicPhone the phone whose key exists from the start, and always is `publicKey`
 * @param now milliseconds since 1970, by the stand-in's clock
 */
export function createTestKeyDesk(publicPhone: string, publicKey: string, now: () => number): TestKeyDesk {
  const clientsOf: Record<string, readonly string[]> = { ...phoneBook };
  const keys = new Map<string, TestApiKey & { askedOn: number }>();
  const createdOn = new Map<string, number>();
  let created = 0;

  function create(phone: string, apiKey: string): TestApiKey {
    const key = { apiKey, createdAt: now(), expiresAt: aYearFrom(now()), askedOn: today() };
    keys.set(phone, key);
    return key;
  }

  function today(): number {
    return Math.floor(now() / day);
  }

  if (publicPhone !== '') {
    clientsOf[publicPhone] = ['public'];
    create(publicPhone, publicKey);
  }

  function ask(phone: unknown): Outcome {
    if (phone === undefined || phone === '') {
      return { refused: 'badPhone', message: 'Missing required parameter: phone' };
    }
    if (typeof phone !== 'string' || !/^[1-9]\d{6,14}$/.test(phone)) {
      return { refused: 'badPhone', message: 'Invalid phone format' };
    }
    const [client, another] = Object.hasOwn(clientsOf, phone) ? (clientsOf[phone] ?? []) : [];
    if (client === undefined) return { refused: 'unknownPhone', message: 'Client not found' };
    if (another !== undefined) {
      return { refused: 'severalClients', message: 'Multiple matching clients found' };
    }
    const known = keys.get(phone);
    if (known !== undefined && now() < known.expiresAt + keptAfterExpiry) {
      if (known.askedOn !== today()) Object.assign(known, { expiresAt: aYearFrom(now()), askedOn: today() });
      return { key: known };
    }
    if (phone === publicPhone) return { key: create(phone, publicKey) };
    if (spentClients.includes(client) || createdOn.get(client) === today()) {
      return { refused: 'dailyLimit', message: 'Daily limit reached' };
    }
    createdOn.set(client, today());
    created += 1;
    return { key: create(phone, `STAND-IN-TEST-KEY-${created}`) };
  }

  function honours(apiKey: string): boolean {
    return [...keys.values()].some((key) => key.apiKey === apiKey && now() < key.expiresAt);
  }

  return { ask, honours };
}

/** The last second of the day a year later. */
function aYearFrom(time: number): number {
  const end = new Date(time);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  end.setUTCHours(23, 59, 59, 0);
  return end.getTime();
}
