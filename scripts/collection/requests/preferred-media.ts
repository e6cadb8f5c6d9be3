import type { MediaType } from '../../contract/model';

const PREFERRED = [
  /^application\/json\b/i,
  /\+json\b/i,
  /^multipart\/form-data\b/i,
  /^application\/x-www-form-urlencoded\b/i,
];

/** The media type of a body that people edit best, in which our requests send it. */
export function preferredMedia(content: MediaType[]): MediaType {
  for (const pattern of PREFERRED) {
    const found = content.find((media) => pattern.test(media.type));
    if (found !== undefined) return found;
  }
  const [first] = content;
  if (first === undefined) throw new TypeError('a request body has at least one media type');
  return first;
}
