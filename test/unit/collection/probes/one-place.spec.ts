import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { planContract } from '../../../../scripts/collection/probes/plan-contract';
import type { PlannedProbe } from '../../../../scripts/collection/probes/planned-probe';
import type { Operation } from '../../../../scripts/contract/model';
import type { JsonValue } from '../../../../scripts/spec/document';
import { changedNovaPost } from '../../../support/nova-post';

/** Where two values differ, by pointer. */
function differences(one: JsonValue | undefined, other: JsonValue | undefined, pointer = ''): string[] {
  if (isContainer(one) && isContainer(other) && Array.isArray(one) === Array.isArray(other)) {
    const [left, right] = [one as Record<string, JsonValue>, other as Record<string, JsonValue>];
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    const inside = keys.flatMap((key) => differences(left[key], right[key], `${pointer}/${key}`));
    // A list of another length is one difference.
    return Array.isArray(one) && one.length !== (other as JsonValue[]).length ? [pointer] : inside;
  }
  return one === other ? [] : [pointer];
}

function isContainer(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null;
}

function bodyOf({ requestBody }: Operation): JsonValue | undefined {
  return requestBody?.content[0]?.sample;
}

describe('all probes of Nova Post', () => {
  let plain: Map<string, Operation>;
  let probes: PlannedProbe[];

  before(async () => {
    const { contract } = await changedNovaPost({
      spec: (text) => text,
      profile: (text) => `${text}\nprobes: thorough\n`,
    });
    plain = new Map(contract.operations.map((operation) => [operation.key, operation]));
    probes = [...planContract(contract).probes.values()].flat();
    strictEqual(planContract(contract).leftOut.filter(({ reason }) => reason.includes('thorough')).length, 0);
  });

  it('are many more than one of each kind', () => {
    ok(probes.length > 700, `${probes.length}`);
  });

  it('differ from the plain body in the one place that they name, at most', () => {
    for (const { operation, kind, place } of probes) {
      if (kind === 'example' || kind === 'missing-body' || kind === 'other-method') continue;
      const found = differences(bodyOf(plain.get(operation.key) as Operation), bodyOf(operation));
      const named = place.startsWith('body /') ? [place.slice('body '.length)] : [];
      const isWhole = place === 'body' && kind === 'wrong-type';
      deepStrictEqual(found, isWhole ? [''] : named, `${operation.key} ${kind} at ${place}`);
    }
  });

  it('differ from the plain parameters in the one that they name, but for ids that nothing has', () => {
    for (const { operation, kind, place } of probes) {
      if (kind === 'other-method' || kind === 'paging') continue;
      const before = plain.get(operation.key) as Operation;
      const changed = before.parameters.filter((parameter) => {
        const after = operation.parameters.find(
          (each) => each.name === parameter.name && each.in === parameter.in,
        );
        const isSame = after !== undefined && differences(parameter.sample, after.sample).length === 0;
        return !isSame && !(before.writes && parameter.in === 'path');
      });
      const names = changed.map((parameter) => `${parameter.in} ${parameter.name}`);
      ok(
        names.every((name) => name === place),
        `${operation.key} ${kind} at ${place}: ${names.join(', ')}`,
      );
    }
  });

  it('name an id that nothing has wherever something is changed or deleted', () => {
    const none = [2147483647, '00000000-0000-4000-8000-000000000000', 'no-such-id'];
    for (const { operation, kind, place } of probes) {
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
      if (!operation.writes || place.startsWith('path ')) continue;
      ok(
        inPath.every(({ sample }) => none.includes(sample as string)),
        `${operation.key} ${kind} at ${place}`,
      );
    }
  });
});
