import type { Operation } from '../../contract/model';
import type { PostmanField } from '../postman';
import { field, type TextFor } from './build-url';
import { withLiteralBraces } from './literal-braces';
import { headerText, queryPairs } from './serialize-parameter';

/** Header and cookie parameters, with `Accept` and `Content-Type` from the documented media types. */
export function buildHeaders(
  operation: Operation,
  contentType: string | undefined,
  textFor: TextFor,
): PostmanField[] {
  const accepted = operation.responses.flatMap((response) => response.content.map((media) => media.type));
  const headers = operation.parameters
    .filter((parameter) => parameter.in === 'header')
    .map((parameter) =>
      field(
        parameter.name,
        textFor(parameter) ?? withLiteralBraces(headerText(parameter, parameter.sample)),
        parameter,
      ),
    );
  return [
    ...(accepted.length > 0 ? [{ key: 'Accept', value: [...new Set(accepted)].join(', ') }] : []),
    ...(contentType === undefined ? [] : [{ key: 'Content-Type', value: contentType }]),
    ...headers,
    ...buildCookies(operation, textFor),
  ];
}

/** Required cookies share one header, as RFC 6265 has it; an optional one is a header that can be ticked. */
function buildCookies(operation: Operation, textFor: TextFor): PostmanField[] {
  const cookies = operation.parameters
    .filter((parameter) => parameter.in === 'cookie')
    .map((parameter) => {
      const given = textFor(parameter);
      const pairs =
        given === undefined ? queryPairs(parameter, parameter.sample) : [[parameter.name, given] as const];
      return {
        required: parameter.required,
        text: pairs.map(([name, value]) => `${name}=${value}`).join('; '),
      };
    });
  const sent = cookies.filter((cookie) => cookie.required).map((cookie) => cookie.text);
  const optional = cookies.filter((cookie) => !cookie.required);
  return [
    ...(sent.length > 0 ? [{ key: 'Cookie', value: sent.join('; ') }] : []),
    ...optional.map((cookie) => ({ key: 'Cookie', value: cookie.text, disabled: true })),
  ];
}
