/** What the name of a check says about it; the scripts of the collection write these names. */
export type CheckName =
  | { says: 'check'; name: string }
  /** Why a request could not be tested: a failed check is the cause, a skipped one a consequence or a choice. */
  | { says: 'not tested'; reason: string }
  /** The server accepts what it could have refused. */
  | { says: 'finding'; reason: string }
  /** A known deviation: it happens, it happens after the day until which it was expected, or no longer. */
  | { says: 'deviation'; check: string; state: DeviationState; reason: string };

export type DeviationState = 'happens' | 'overdue' | 'gone';

/** Reads `not tested: REASON`, `finding: REASON`, `deviation: CHECK: REASON` and plain names. */
export function readCheckName(name: string): CheckName {
  const [, says, text = ''] = /^(not tested|finding|deviation):\s*(.*)$/s.exec(name) ?? [];
  if (says === 'not tested' || says === 'finding') return { says, reason: text };
  if (says !== 'deviation') return { says: 'check', name };
  const [, check = text, reason = ''] = /^(.*?):\s+(.*)$/s.exec(text) ?? [];
  return { says, check, reason, state: stateOf(reason) };
}

function stateOf(reason: string): DeviationState {
  if (reason === 'no longer happens') return 'gone';
  return /^overdue since \d/.test(reason) ? 'overdue' : 'happens';
}
