import type { PostmanField, PostmanRequest } from '../postman';

/** A request as it goes out: without what a person could send besides, and without explanations. */
export function asSent(request: PostmanRequest): PostmanRequest {
  const { description: _, ...rest } = request;
  const { query, variable, ...url } = request.url;
  return {
    ...rest,
    header: sentFields(request.header),
    url: {
      ...url,
      ...(query === undefined ? {} : { query: sentFields(query) }),
      ...(variable === undefined ? {} : { variable: sentFields(variable) }),
    },
  };
}

function sentFields(fields: PostmanField[]): PostmanField[] {
  return fields.filter((entry) => entry.disabled !== true).map(({ key, value }) => ({ key, value }));
}
