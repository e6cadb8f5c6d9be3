import type { JsonObject } from '../../scripts/spec/document';
import type { Fault } from '../../scripts/stand-in/faults/fault';

/** A request of the collection, and what it stands for. */
export interface Sent {
  /** Key of the operation, `GET /shipments/{id}`. */
  operation: string;
  /** Of a probe; undefined: a plain call. */
  probe: { kind: string; place: string } | undefined;
}

/** One request of the run: a request of the collection, sent to a stand-in that breaks its answer in one way. */
export interface Trial extends Sent {
  id: string;
  fault: Fault | undefined;
}

export interface Repeated {
  collection: JsonObject;
  trials: Trial[];
}

/** The header that names the trial: from it the stand-in of the test knows which fault to take. */
export const trialHeader = 'x-trial';

/**
 * The collection with each request once per fault that is chosen for it, in the folders in which it stands;
 * requests for which none is chosen are left out. `undefined` is a request whose answer nobody breaks.
 */
export async function repeatPerFault(
  collection: JsonObject,
  choose: (sent: Sent) => Promise<readonly (Fault | undefined)[]>,
): Promise<Repeated> {
  const trials: Trial[] = [];

  /** @param copies what stands in Before and After but for probes: its full check is in its own folder */
  async function repeat(
    item: JsonObject,
    folder: string | undefined,
    copies: boolean,
  ): Promise<JsonObject[]> {
    if (Array.isArray(item.item)) {
      const operation = operationIn(item.description) ?? folder;
      const isAround = copies || ['Before', 'After'].includes(String(item.name));
      const inside = await repeatAll(item.item as JsonObject[], operation, isAround);
      return inside.length === 0 ? [] : [{ ...item, item: inside }];
    }
    const request = item.request as JsonObject;
    const operation = operationIn(request.description) ?? folder;
    if (operation === undefined) return [];
    const sent = { operation, probe: probeIn(request.description) };
    if (copies && sent.probe === undefined) return [];
    return (await choose(sent)).map((fault) => {
      const id = `trial-${trials.length}`;
      trials.push({ ...sent, id, fault });
      const header = [
        ...((request.header as JsonObject[] | undefined) ?? []),
        { key: trialHeader, value: id },
      ];
      // newman has no use for the saved answers and the descriptions
      return { ...item, id, description: '', response: [], request: { ...request, header, description: '' } };
    });
  }

  async function repeatAll(
    items: JsonObject[],
    folder: string | undefined,
    copies = false,
  ): Promise<JsonObject[]> {
    const repeated: JsonObject[] = [];
    for (const item of items) repeated.push(...(await repeat(item, folder, copies)));
    return repeated;
  }

  const item = await repeatAll(collection.item as JsonObject[], undefined);
  return { collection: { ...collection, item }, trials };
}

function operationIn(description: unknown): string | undefined {
  return /^Contract: `([^`]+)`/m.exec(String(description ?? ''))?.[1];
}

function probeIn(description: unknown): Sent['probe'] {
  const [, kind, place] = /^Probe: `([^`]+)` at `([^`]+)`/m.exec(String(description ?? '')) ?? [];
  return kind === undefined || place === undefined ? undefined : { kind, place };
}
