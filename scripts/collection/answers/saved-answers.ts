import { STATUS_CODES } from 'node:http';
import type { Contract, MediaType, Operation, Response } from '../../contract/model';
import type { Digits } from '../../spec/digits';
import type { JsonValue } from '../../spec/document';
import { printJson } from '../../spec/print-json';
import type { PostmanRequest, PostmanResponse } from '../postman';
import { asSent } from '../requests/as-sent';
import { tidyRequest } from '../requests/tidy-request';
import { stableId } from '../stable-id';

/** A status range stands for one of its members; `default` means any error. */
const RANGES: Record<string, number> = {
  '1XX': 100,
  '2XX': 200,
  '3XX': 300,
  '4XX': 400,
  '5XX': 500,
  default: 500,
};

/**
 * Every documented answer of an operation as a saved example of its request. What is refused is not what the request
 * has: the example of a refusal says only where it went.
 */
export function savedAnswers(
  operation: Operation,
  request: PostmanRequest,
  contract: Pick<Contract, 'slug' | 'digits'>,
): PostmanResponse[] {
  // Who sends it is the request's affair: an example that is opened inherits that.
  const { auth: _, ...sent } = asSent(request);
  const whole = tidyRequest(sent);
  const refused: PostmanRequest = { method: whole.method, url: whole.url, header: [] };
  return operation.responses.flatMap((response) => {
    const { content, status } = response;
    const originalRequest = codeOf(status) < 400 ? whole : refused;
    if (content.length === 0) return [answer(operation, response, undefined, '', originalRequest, contract)];
    return content.flatMap((media) =>
      (media.examples.length > 0 ? media.examples : [{ name: '', value: media.sample }]).map(
        ({ name, value }) =>
          answer(operation, response, { ...media, sample: value }, name, originalRequest, contract),
      ),
    );
  });
}

function answer(
  operation: Operation,
  response: Response,
  media: MediaType | undefined,
  example: string,
  originalRequest: PostmanRequest,
  { slug, digits }: Pick<Contract, 'slug' | 'digits'>,
): PostmanResponse {
  const code = codeOf(response.status);
  const type = media?.type ?? '';
  const label = example === '' ? response.description.split('\n', 1)[0] : example;
  return {
    id: stableId(slug, operation.key, 'answer', response.status, type, example),
    name: [response.status, label].filter((part) => part !== '').join(' '),
    originalRequest,
    status: STATUS_CODES[code] ?? '',
    code,
    _postman_previewlanguage: /json/i.test(type) ? 'json' : 'text',
    header: media === undefined ? [] : [{ key: 'Content-Type', value: type }],
    body: media === undefined ? '' : bodyText(media, digits),
  };
}

function codeOf(status: string): number {
  return RANGES[status] ?? Number(status);
}

function bodyText(media: MediaType, digits: Digits): string {
  if (media.binary === true) return '';
  const value: JsonValue = media.sample;
  if (/json/i.test(media.type)) return printJson(value, digits, 2);
  return typeof value === 'string' ? value : printJson(value, digits);
}
