import type { MediaType } from '../../contract/model';

/** `Application/JSON; charset=utf-8` is `application/json`: letter case and parameters are free (RFC 9110, 8.3.1). */
export function bareType(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase();
}

/** `application/json`, `application/problem+json`… */
export function isJsonType(type: string): boolean {
  return /^application\/(.+\+)?json$/.test(bareType(type));
}

/** Whether a concrete type falls under a documented one, which may be a range: `image/*`. */
export function fallsUnder(concrete: string, documented: string): boolean {
  const range = bareType(documented);
  const type = bareType(concrete);
  return range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));
}

/** The documented content that `Accept` asks for (weights are not read), else JSON, else the first. */
export function chooseContent(content: MediaType[], accept: string | undefined): MediaType | undefined {
  const wanted = (accept ?? '').split(',').map(bareType);
  const asked = content.find(({ type }) => wanted.includes(bareType(type)));
  return asked ?? content.find(({ type }) => isJsonType(type)) ?? content[0];
}

/** What a range is answered with. */
export function concreteType(type: string): string {
  const bare = bareType(type);
  if (bare === '*/*' || bare === 'application/*') return 'application/json';
  return bare.endsWith('/*') ? bare.replace('*', bare === 'text/*' ? 'plain' : 'octet-stream') : type;
}
