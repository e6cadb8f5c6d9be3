import type { Checks, Probe } from '../../scripts/postman/script-data';
import { event, probeCalls } from './script-host-collection';

export interface ProbeRequest {
  name: string;
  method: string;
  path: string[];
  query?: { key: string; value: string }[];
  variable?: { key: string; value: string }[];
  /** The request has an auth of its own, `noauth`, and sends this as `Authorization`; empty: nothing. */
  authorization?: string;
  body?: string;
  probe: Probe;
}

const json = { 'application/json': true };
const answers: Checks['answers'] = { '200': json, '201': json, '401': json, '422': json };

/** `Contract checks` / `Things` / a folder for each operation, as the generator arranges them. */
export function probesFolder(probes: readonly ProbeRequest[]): object {
  const operations = [...new Set(probes.map(operationOf))];
  const folders = operations.map((operation) => {
    const own = probes.filter((probe) => operationOf(probe) === operation);
    const [folderScript] = probeCalls({ operation, answers }, refused);
    return { name: operation, event: [event('test', folderScript)], item: own.map(probeItem) };
  });
  return { name: 'Contract checks', item: [{ name: 'Things', item: folders }] };
}

/** What most probes are held against. */
export const refused: Probe = {
  sends: 'something wrong',
  expects: 'refusal',
  statuses: ['401', '422'],
  otherwise: 'broken',
};

/** A request of `GET /divisions` with something else than the jwt; empty: nothing. */
export const credential = (authorization: string, name = 'no jwt'): ProbeRequest => ({
  name,
  method: 'GET',
  path: ['divisions'],
  authorization,
  probe: { ...refused, statuses: ['401'] },
});
/** Carries the jwt. */
export const wrongInput: ProbeRequest = {
  name: 'wrong input',
  method: 'GET',
  path: ['divisions'],
  query: [{ key: 'limit', value: 'wrong' }],
  probe: { ...refused, statuses: ['422'] },
};

function operationOf({ method, path }: ProbeRequest): string {
  return `${method} /${path.map((part) => part.replace(/^:(.*)/, '{$1}')).join('/')}`;
}

function probeItem({
  name,
  method,
  path,
  query,
  variable,
  authorization,
  body,
  probe,
}: ProbeRequest): object {
  const [, call] = probeCalls({ operation: '', answers }, probe);
  const header = [
    ...(authorization ? [{ key: 'Authorization', value: authorization }] : []),
    ...(body === undefined ? [] : [{ key: 'Content-Type', value: 'application/json' }]),
  ];
  return {
    id: `id of ${name}`,
    name,
    request: {
      method,
      url: { raw: `{{baseUrl}}/${path.join('/')}`, host: ['{{baseUrl}}'], path, query, variable },
      header,
      ...(authorization !== undefined && { auth: { type: 'noauth' } }),
      ...(body !== undefined && { body: { mode: 'raw', raw: body } }),
    },
    event: [event('test', call)],
  };
}
