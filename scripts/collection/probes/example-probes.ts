import { isDeepStrictEqual } from 'node:util';
import type { Contract, Operation } from '../../contract/model';
import { preferredMedia } from '../requests/preferred-media';
import { inputProbe } from './input-probe';
import { leftOutOf, type ProbePlan } from './planned-probe';
import { requestChecker } from './schema-checker';

/** A request with each named example of its body, but for the one that the plain request sends. */
export function exampleProbes(operation: Operation, contract: Contract): ProbePlan {
  const { requestBody } = operation;
  if (requestBody === undefined) return { probes: [], leftOut: [] };
  const media = preferredMedia(requestBody.content);
  const plan: ProbePlan = { probes: [], leftOut: [] };
  for (const { name, value } of media.examples) {
    if (isDeepStrictEqual(value, media.sample)) continue;
    const breaches = media.schema === undefined ? [] : requestChecker(contract)(media.schema, value, 'json');
    if (breaches.length > 0) {
      const reason = 'the example does not satisfy its schema';
      plan.leftOut.push(leftOutOf(operation, 'example', `body example ${name}`, reason));
      continue;
    }
    const changed = { ...requestBody, content: [{ ...media, sample: value }] };
    const input = {
      kind: 'example' as const,
      place: 'body',
      placeWords: 'body',
      shortPlace: 'example',
      words: name,
      operation: { ...operation, requestBody: changed },
      rank: [],
    };
    const probe = inputProbe(input, contract);
    plan.probes.push({ ...probe, expected: { ...probe.expected, sends: `the example ${name}` } });
  }
  return plan;
}
