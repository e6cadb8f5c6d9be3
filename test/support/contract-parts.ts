import type { MediaType, Operation, Parameter, Response, Schema } from '../../scripts/contract/model';
import type { JsonValue } from '../../scripts/spec/document';

/** An operation that needs the jwt and answers nothing, but for what `parts` says. */
export function operation(parts: { key: string } & Partial<Operation>): Operation {
  const [method = 'GET', path = '/'] = parts.key.split(' ');
  return {
    method: method as Operation['method'],
    path,
    operationId: undefined,
    summary: '',
    description: '',
    tag: 'Parcels',
    deprecated: false,
    parameters: [],
    requestBody: undefined,
    responses: [],
    security: [[{ scheme: 'JWT', scopes: [] }]],
    needsLogin: true,
    writes: method !== 'GET',
    pointer: `/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`,
    ...parts,
  };
}

/** An optional parameter in the style that OpenAPI takes by default. */
export function parameter(
  place: Parameter['in'],
  name: string,
  schema: Schema,
  sample: JsonValue,
  parts: Partial<Parameter> = {},
): Parameter {
  const style = place === 'query' || place === 'cookie' ? 'form' : 'simple';
  return {
    name,
    in: place,
    required: false,
    description: '',
    deprecated: false,
    style,
    explode: style === 'form',
    allowReserved: false,
    schema,
    sample,
    ...parts,
  };
}

export function response(status: string, ...content: MediaType[]): Response {
  return { status, description: '', content };
}

/** JSON content with one unnamed example. */
export function json(schema: Schema, example: JsonValue): MediaType {
  return { type: 'application/json', schema, examples: [{ name: '', value: example }], sample: example };
}

/** Refusals in the vendor's usual shape; the contract must define `Error`. */
export function errors(...statuses: string[]): Response[] {
  return statuses.map((status) => ({
    status,
    description: '',
    content: [
      {
        type: 'application/json',
        schema: { $ref: '#/definitions/Error' },
        examples: [],
        sample: { errors: { '': 'string' } },
      },
    ],
  }));
}
