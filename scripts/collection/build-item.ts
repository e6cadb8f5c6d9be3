import type { PostmanEvent, PostmanItem, PostmanRequest, PostmanResponse } from './postman';
import { tidyRequest } from './requests/tidy-request';

interface Parts {
  id: string;
  name: string;
  request: PostmanRequest;
  /** Saved answers. */
  response?: PostmanResponse[];
  event: PostmanEvent;
}

/** A request as it stands in a folder, with its test. */
export function buildItem({ id, name, request, response = [], event }: Parts): PostmanItem {
  // Both hosts drop the body of these methods unless told otherwise.
  const isPruned = ['GET', 'HEAD'].includes(request.method) && request.body !== undefined;
  return {
    id,
    name,
    event: [event],
    ...(isPruned ? { protocolProfileBehavior: { disableBodyPruning: true } } : {}),
    request: tidyRequest(request),
    response,
  };
}
