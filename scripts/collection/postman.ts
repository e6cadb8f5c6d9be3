/** The part of Postman's collection format v2.1.0 that we write. https://schema.postman.com/ */

export interface PostmanRequest {
  method: string;
  auth?: PostmanAuth;
  header: PostmanField[];
  body?: PostmanBody;
  url: PostmanUrl;
  description?: string;
}

export interface PostmanField {
  key: string;
  value: string;
  description?: string;
  disabled?: boolean;
}

/** Its `raw` text is made from the parts when the collection is tidied. */
export interface PostmanUrl {
  raw?: string;
  host: string[];
  path: string[];
  query?: PostmanField[];
  variable?: PostmanField[];
  /** Behind the `#`: shown, and never sent. */
  hash?: string;
}

export type PostmanBody =
  | { mode: 'raw'; raw: string; options?: { raw: { language: string } } }
  | { mode: 'urlencoded'; urlencoded: PostmanField[] }
  | { mode: 'formdata'; formdata: PostmanPart[] }
  | { mode: 'file'; file: { src: string } };

/** A part of a form: text, or a file that the person chooses. */
export type PostmanPart = ((PostmanField & { type: 'text' }) | { key: string; type: 'file'; src: string }) & {
  contentType?: string;
};

export interface PostmanAuth {
  type: string;
  [type: string]: string | { key: string; value: string; type: 'string' }[];
}

export interface PostmanEvent {
  listen: 'prerequest' | 'test';
  script: { type: 'text/javascript'; exec: string[] };
}

export interface PostmanResponse {
  id: string;
  name: string;
  originalRequest: PostmanRequest;
  status: string;
  code: number;
  header: PostmanField[];
  body: string;
  _postman_previewlanguage: string;
}

export interface PostmanItem {
  id: string;
  name: string;
  request: PostmanRequest;
  response: PostmanResponse[];
  event: PostmanEvent[];
  protocolProfileBehavior?: Record<string, boolean>;
}

export interface PostmanFolder {
  id: string;
  name: string;
  description?: string;
  item: (PostmanFolder | PostmanItem)[];
  /** Scripts that run with each request inside, after the collection's and before the request's own. */
  event?: PostmanEvent[];
}

export interface PostmanCollection {
  info: { _postman_id: string; name: string; description: string; schema: string };
  item: (PostmanFolder | PostmanItem)[];
  auth?: PostmanAuth;
  event: PostmanEvent[];
  protocolProfileBehavior: Record<string, boolean>;
  variable?: PostmanVariable[];
}

export interface PostmanVariable {
  key: string;
  value: string;
  description?: string;
}

export interface PostmanEnvironment {
  id: string;
  name: string;
  values: { key: string; value: string; type: 'default' | 'secret'; enabled: boolean }[];
  _postman_variable_scope: 'environment';
}
