import { ok } from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import type { PostmanCollection, PostmanItem } from '../../scripts/collection/postman';
import type { LifeCycles } from '../../scripts/contract/life-cycles/life-cycles';
import type { Contract } from '../../scripts/contract/model';
import { aroundOf } from './build-document';
import { cycleContract } from './cycle-contract';
import { wholeCollection } from './whole-collection';

/** The collection of the contract of parcels and batches, with changes. */
export function build(changes: Partial<Contract> = {}): PostmanCollection {
  return wholeCollection(
    { ...cycleContract, ...changes },
    { preRequest: ['// before\n'], test: ['// after\n'] },
  );
}

export const collection = build();
/** What stands in Before and After, by the path of the folder. */
export const around = aroundOf(collection);

export function withCycles(changes: Partial<LifeCycles>): Partial<Contract> {
  return { lifeCycles: { ...cycleContract.lifeCycles, ...changes } };
}

/** `POST /batches/{{batchId}}/parcels {"parcels":[{{parcelId}}]}` */
export function lineOf({ name, request: { method, url, body } }: PostmanItem): string {
  const path = (url.raw ?? '')
    .replace('{{baseUrl}}', '')
    .replaceAll(/:(\w+)/g, (_, key) => url.variable?.find((each) => each.key === key)?.value ?? '');
  const text = body?.mode === 'raw' ? ` ${body.raw.replaceAll(/\s+/g, '')}` : '';
  return `${name}: ${method} ${path}${text}`;
}

/** What the test script of a request hands over, by the name of what it calls. */
export function handedOver(item: PostmanItem | undefined): unknown {
  const calls: unknown[] = [];
  const take =
    (name: string) =>
    (_pm: unknown, ...data: unknown[]) =>
      calls.push([name, ...data]);
  runInNewContext(item?.event[0]?.script.exec.join('\n') ?? '', {
    contract: { check: take('check'), probe: take('probe') },
    pm: {},
  });
  return JSON.parse(JSON.stringify(calls[0]));
}

export function itemOf(folder: string, name: string): PostmanItem {
  const found = around[folder]?.find((item) => item.name === name);
  ok(found, `${folder} has no ${name}`);
  return found;
}
