import type { PostmanRequest, PostmanUrl } from '../postman';
import { printUrl } from './print-url';

/** A request as the app writes it: a url has its text, lists of nothing are not there, and what explains comes first. */
export function tidyRequest({
  description,
  auth,
  method,
  url,
  header,
  body,
}: PostmanRequest): PostmanRequest {
  return {
    ...(description === undefined ? {} : { description }),
    ...(auth === undefined ? {} : { auth }),
    method,
    url: tidyUrl(url),
    header,
    ...(body === undefined ? {} : { body }),
  };
}

function tidyUrl(url: PostmanUrl): PostmanUrl {
  const { host, path, query = [], variable = [], hash } = url;
  return {
    raw: printUrl(url),
    host,
    path,
    ...(query.length > 0 ? { query } : {}),
    ...(variable.length > 0 ? { variable } : {}),
    ...(hash === undefined ? {} : { hash }),
  };
}
