import type { MediaType, RequestBody } from '../contract/model';
import type { PostmanBody, PostmanField, PostmanPart } from './postman';
import { preferredMedia } from './preferred-media';

export interface BuiltBody {
  body: PostmanBody;
  /** Undefined where the client has to write it: a multipart boundary. */
  contentType: string | undefined;
}

/**
 * The body of a request in the media type that people edit best, from the contract's first example.
 *
 * @param variables names of Postman's variables that the sample may hold; any other `{{` is text of the contract
 */
export function buildBody(requestBody: RequestBody, variables: readonly string[] = []): BuiltBody {
  const media = preferredMedia(requestBody.content);
  const type = media.type.toLowerCase();
  if (/[/+]json\b/.test(type)) {
    return raw(media, escapeBraces(JSON.stringify(media.sample, null, 2), variables), 'json');
  }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { body: { mode: 'urlencoded', urlencoded: formFields(media) }, contentType: media.type };
  }
  if (type.startsWith('multipart/')) {
    return {
      body: { mode: 'formdata', formdata: formFields(media).map((entry) => part(entry, media)) },
      contentType: undefined,
    };
  }
  if (isBinary(media)) return { body: { mode: 'file', file: { src: '' } }, contentType: media.type };
  return raw(media, typeof media.sample === 'string' ? media.sample : JSON.stringify(media.sample), 'text');
}

/** Postman knows no escape for `{{`, but JSON does: the braces can only stand inside a string. */
function escapeBraces(json: string, variables: readonly string[]): string {
  return json.replaceAll(/\{(?=\{)/g, (brace, offset: number) =>
    variables.some((name) => json.startsWith(`{{${name}}}`, offset)) ? brace : '\\u007b',
  );
}

function raw(media: MediaType, text: string, language: string): BuiltBody {
  return { body: { mode: 'raw', raw: text, options: { raw: { language } } }, contentType: media.type };
}

function formFields(media: MediaType): PostmanField[] {
  const sample = media.sample;
  if (typeof sample !== 'object' || sample === null || Array.isArray(sample)) return [];
  return Object.entries(sample).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((item) => ({
      key,
      value: typeof item === 'object' ? JSON.stringify(item) : String(item),
    })),
  );
}

/** A part that the schema calls binary is a file that the person chooses. */
function part(entry: PostmanField, media: MediaType): PostmanPart {
  return media.fileParts?.includes(entry.key)
    ? { key: entry.key, type: 'file', src: '' }
    : { ...entry, type: 'text' };
}

function isBinary(media: MediaType): boolean {
  return media.binary === true || !/^text\/|xml|javascript|csv/i.test(media.type);
}
