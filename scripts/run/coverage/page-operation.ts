import type { LeftOut } from '../../contract/probe-kind';
import type { OperationCoverage, PlaceCoverage, ProbeCoverage, Share, StatusCoverage } from './coverage';
import { isExercised, shareOf, sumOf } from './coverage-totals';
import { breakable, html, type Markup } from './html';
import { kindName, nothing } from './page-notes';

/** An operation as a group of two rows: what was covered, and below it, folded away, what was not and why. */
export function pageOperation(operation: OperationCoverage): Markup {
  const { key, name, statuses, undocumented, parameters, fields, probes } = operation;
  const [method = '', path = ''] = key.split(/ (.*)/s);
  return html`<tbody${operation.onlyErrors ? { markup: ' class="errors"' } : ''}>
<tr>
<th scope="row"><span class="name">${name}</span><code><b class="method">${method}</b> ${breakable(path)}</code>${callNote(operation)}</th>
<td data-label="Statuses"><div>${statuses.map(statusChip)}${undocumented.map(
    (status) => html`<b class="chip undocumented" title="not documented">${status}</b>`,
  )}</div></td>
<td data-label="Parameters"><div>${share(shareOf(parameters, isExercised))}</div></td>
<td data-label="Fields"><div>${share(shareOf(fields, isExercised))}</div></td>
<td data-label="Probes"><div>${share(shareOf(probes, ({ outcome }) => outcome === 'as expected'))}${probeMarks(probes)}</div></td>
</tr>
${details(operation)}
</tbody>`;
}

function callNote({ call, onlyErrors }: OperationCoverage): Markup {
  if (onlyErrors) return html`<span class="note bad">answered with errors only</span>`;
  return call.state === 'answered' ? nothing : html`<span class="note">${call.state}</span>`;
}

function statusChip({ status, seen, reason }: StatusCoverage): Markup {
  return seen
    ? html`<b class="chip seen" title="seen">${status}</b>`
    : html`<b class="chip unseen" title="not seen: ${reason}">${status}</b>`;
}

function share({ covered, all }: Share): Markup {
  if (all === 0) return html`<span class="none">none</span>`;
  return html`<span class="${covered === all ? 'share full' : 'share'}">${covered} of ${all}</span>`;
}

function probeMarks(probes: ProbeCoverage[]): Markup[] {
  return (['broken', 'finding', 'deviation', 'not tested', 'not sent'] as const).flatMap((outcome) => {
    const count = probes.filter((probe) => probe.outcome === outcome).length;
    const plural =
      outcome === 'finding' || outcome === 'deviation' ? `${outcome}${count === 1 ? '' : 's'}` : outcome;
    return count === 0 ? [] : [html` <span class="mark ${classOf(outcome)}">${count} ${plural}</span>`];
  });
}

function details({ call, statuses, parameters, fields, probes, leftOut }: OperationCoverage): Markup {
  const unseen = statuses.filter(({ seen }) => !seen);
  const idle = (places: PlaceCoverage[]) => places.filter((place) => !isExercised(place));
  const lists = [
    call.state === 'answered'
      ? nothing
      : html`<div><h3>Plain call</h3><p>${call.state}: ${call.reason}</p></div>`,
    list(
      'Statuses not seen',
      unseen.map(
        ({ status, reason }) =>
          html`<span class="unseen-status"><b class="chip unseen">${status}</b> <span>${reason}</span></span>`,
      ),
    ),
    list(
      'Parameters neither sent nor probed',
      idle(parameters).map(({ place }) => html`<code>${place}</code>`),
    ),
    list(
      'Fields neither sent nor probed',
      idle(fields).map(({ place }) => html`<code>${breakable(place)}</code>`),
    ),
    probeTable(probes),
    list('Probes left out', merged(leftOut).map(leftOutItem), sumOf(leftOut)),
  ].filter((each) => each !== nothing);
  if (lists.length === 0) return nothing;
  return html`<tr class="more"><td colspan="5"><details><summary>Details</summary><div class="details">${lists}</div></details></td></tr>`;
}

function leftOutItem({ kind, place, reason, count }: LeftOut): Markup {
  const where = place === '' ? nothing : html` at <code>${breakable(place)}</code>`;
  return html`<b>${kindName(kind)}</b>${where}${count === 1 ? nothing : html` (${count})`}: ${reason}`;
}

/** What is said twice of one place is shown once. */
function merged(leftOut: LeftOut[]): LeftOut[] {
  const found = new Map<string, LeftOut>();
  for (const each of leftOut) {
    const key = JSON.stringify([each.kind, each.place, each.reason]);
    found.set(key, { ...each, count: each.count + (found.get(key)?.count ?? 0) });
  }
  return [...found.values()];
}

function list(title: string, items: Markup[], count = items.length): Markup {
  if (items.length === 0) return nothing;
  return html`<div><h3>${title} <small>${count}</small></h3><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></div>`;
}

function probeTable(probes: ProbeCoverage[]): Markup {
  if (probes.length === 0) return nothing;
  return html`<div class="wide"><h3>Probes <small>${probes.length}</small></h3><ul class="probes">${probes.map(
    ({ kind, place, outcome, status, reason }) =>
      html`<li><b>${kind}</b> at <code>${breakable(place)}</code> <span class="mark ${classOf(outcome)}">${outcome}${
        status === undefined ? '' : `, ${status}`
      }</span>${reason === '' ? nothing : html`<span class="why">${reason}</span>`}</li>`,
  )}</ul></div>`;
}

function classOf(outcome: string): string {
  return outcome.replaceAll(' ', '-');
}
