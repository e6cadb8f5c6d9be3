import type { Shift } from './compare-facts';
import type { Change } from './model';

/** What clients send, or what they are answered. */
export type Side = 'request' | 'answer';

type Judged = Pick<Change, 'effect' | 'verdict'>;

/**
 * What a value that may be less, or more, than before means to clients: what they send may be refused now, or what
 * they are answered may be something that they do not know.
 */
export function judge(way: Shift['way'], side: Side): Judged {
  if (way === 'unclear') return { effect: 'different', verdict: 'look' };
  if (way === 'other') return { effect: 'different', verdict: 'break' };
  if (side === 'request') {
    return way === 'narrower'
      ? { effect: 'stricter', verdict: 'break' }
      : { effect: 'looser', verdict: 'fine' };
  }
  return way === 'narrower'
    ? { effect: 'promises more', verdict: 'fine' }
    : { effect: 'promises less', verdict: 'break' };
}

/** A change of what one value may be. */
export function shiftChange(kind: string, place: string, shift: Shift, side: Side): Change {
  // That an answer may have more fields than it lists is no news to who reads it.
  const isFine = side === 'answer' && shift.about === 'closed';
  return {
    kind: `${kind}-${shift.about}`,
    ...judge(shift.way, side),
    ...(isFine ? { verdict: 'fine' } : {}),
    place,
    text: `${place}: ${shift.text}`,
  };
}
