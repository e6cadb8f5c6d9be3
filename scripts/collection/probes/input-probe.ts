import type { Contract, Operation } from '../../contract/model';
import type { ProbeKind } from '../../contract/probe-kind';
import { refusalsOf } from './expected-statuses';
import type { PlannedProbe, RequestChange } from './planned-probe';

/** Where an input is and how it differs from the plain one. */
export interface Input {
  kind: ProbeKind;
  place: string;
  /** The place as one line of a report says it: `query parameter limit`. */
  placeWords: string;
  /** The place as the folder's names have it: `limit`. */
  shortPlace: string;
  /** `0, below 1` */
  words: string;
  operation: Operation;
  change?: RequestChange;
  rank: number[];
}

/** Every server has to notice these; about the others real ones are lenient. */
const NEVER_LENIENT: ProbeKind[] = ['missing-parameter', 'missing-body'];

/** A probe of an input: to be refused, or (on a limit, an example) to be accepted. */
export function inputProbe(input: Input, contract: Contract): PlannedProbe {
  const { kind, place, operation, change = {}, rank } = input;
  const refusals = refusalsOf(operation);
  const isAccepted = kind === 'on-limit' || kind === 'example' || kind === 'paging';
  const refusing = place.startsWith('path ') ? refusals.inputInPath : refusals.input;
  const mustRefuse = NEVER_LENIENT.includes(kind) || contract.testing.inputs === 'strict';
  return {
    kind,
    place,
    name: `${input.shortPlace}: ${input.words}`,
    operation,
    change,
    rank,
    expected: {
      sends: `${input.placeWords}: ${input.words}`,
      expects: isAccepted ? 'acceptance' : 'refusal',
      statuses: isAccepted ? refusals.inputOnly : refusing,
      otherwise: isAccepted || mustRefuse ? 'broken' : 'finding',
    },
  };
}
