import type { JsonObject, JsonValue } from '../../scripts/spec/document';
import { valueAt } from '../../scripts/spec/json-pointer';
import type { StandIn, StandInOptions } from '../../scripts/stand-in/start-stand-in';
import { depotContract } from './depot-contract';
import { logIn, withStandIn } from './with-stand-in';

export interface Came {
  status: number;
  /** Undefined: the answer had none. */
  body: JsonValue | undefined;
}

/** The values at these places of an answer's body. */
export function parts({ body }: Came, ...pointers: string[]): (JsonValue | undefined)[] {
  return pointers.map((pointer) => valueAt(body ?? null, pointer));
}

/** Sends calls to a stand-in of the depot contract, with a jwt. */
export interface Depot {
  standIn: StandIn;
  call(line: string, body?: unknown, headers?: Record<string, string>): Promise<Came>;
  /** Makes a parcel, and gives back what came. */
  makeParcel(more?: JsonObject): Promise<JsonObject>;
}

export async function withDepot<Result>(
  options: Partial<StandInOptions>,
  use: (depot: Depot) => Promise<Result>,
): Promise<Result> {
  return withStandIn({ contract: depotContract, ...options }, async (standIn) => {
    const jwt = await logIn(standIn);
    const call: Depot['call'] = async (line, body, more = {}) => {
      const [method = 'GET', target = ''] = line.split(' ');
      const headers = { Authorization: jwt, 'Content-Type': 'application/json', ...more };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await fetch(`${standIn.url}${target}`, { method, headers, ...sent });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
    };
    const makeParcel: Depot['makeParcel'] = async (more = {}) => {
      const { body } = await call('POST /parcels', { state: 'new', ...more });
      return body as JsonObject;
    };
    return use({ standIn, call, makeParcel });
  });
}
