import type { MediaType, Operation } from '../model';

/** In the order in which requests prefer them. */
const WITH_FIELDS = [
  /^application\/json\b/i,
  /\+json\b/i,
  /^multipart\/form-data\b/i,
  /^application\/x-www-form-urlencoded\b/i,
];

/** The body that an operation sends, where it has fields that a JSON pointer can name; undefined for any other. */
export function sentFields({ requestBody }: Pick<Operation, 'requestBody'>): MediaType | undefined {
  const content = requestBody?.content ?? [];
  return WITH_FIELDS.map((pattern) => content.find(({ type }) => pattern.test(type))).find(
    (media) => media !== undefined,
  );
}
