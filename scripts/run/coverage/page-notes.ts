import type { Coverage, OperationCoverage, ProbeCoverage, ProbeOutcome } from './coverage';
import { sumOf } from './coverage-totals';
import { breakable, html, type Markup } from './html';

export const nothing: Markup = { markup: '' };

/** Words for a kind of probe; an operation may have none of any. */
export function kindName(kind: string): string {
  return kind === 'all' ? 'every kind' : kind;
}

type Placed = ProbeCoverage & { key: string };

/** What a person should read first: what broke, what only looks tested, the findings, and the probes by kind. */
export function pageNotes({ operations, onlyErrors, totals }: Coverage): Markup {
  const probes = operations.flatMap(({ key, probes }) => probes.map((probe): Placed => ({ ...probe, key })));
  const named = operations.filter(({ key }) => onlyErrors.includes(key));
  return html`${named.length === 0 ? nothing : errorsOnly(named)}
${outcomeList('Probes that break the contract', probes, 'broken', true)}
${outcomeList('Findings', probes, 'finding', totals.probes.finding <= 12)}
${outcomeList('Known deviations in probes', probes, 'deviation', false)}
${kindTable(probes, operations)}`;
}

function errorsOnly(operations: OperationCoverage[]): Markup {
  return html`<section class="callout bad"><h2>Answered with errors only <small>${operations.length}</small></h2>
<p>These look tested and are not: no call of them ever succeeded.</p>
<ul>${operations.map(
    ({ key, call }) =>
      html`<li><code>${breakable(key)}</code>${call.state === 'answered' ? html` answered ${call.status}` : nothing}</li>`,
  )}</ul></section>`;
}

function outcomeList(title: string, probes: Placed[], outcome: ProbeOutcome, open: boolean): Markup {
  const found = probes.filter((probe) => probe.outcome === outcome);
  if (found.length === 0) return nothing;
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => {
    const all = found.filter((probe) => probe.kind === kind);
    return html`<h3>${kind} <small>${all.length}</small></h3><ul>${all.map(
      ({ key, reason }) => html`<li><code>${breakable(key)}</code> <span class="why">${reason}</span></li>`,
    )}</ul>`;
  });
  const isOpen = { markup: open ? ' open' : '' };
  return html`<section class="callout ${outcome}"><details${isOpen}><summary><h2>${title} <small>${found.length}</small></h2></summary>
${outcome === 'finding' ? html`<p>Lenient, or another refusal than the documented one: worth a look, and no break of the contract.</p>` : nothing}
${groups}</details></section>`;
}

/** Rows are kinds; a kind that was only left out has a row too. */
function kindTable(probes: Placed[], operations: OperationCoverage[]): Markup {
  const leftOut = operations.flatMap((operation) => operation.leftOut);
  const kinds = [...new Set([...probes, ...leftOut].map(({ kind }) => kind))];
  if (kinds.length === 0) return nothing;
  const columns: ProbeOutcome[] = ['as expected', 'finding', 'deviation', 'broken', 'not tested', 'not sent'];
  const used = columns.filter(
    (column) => column === 'as expected' || probes.some(({ outcome }) => outcome === column),
  );
  const rows = kinds.map((kind) => {
    const all = probes.filter((probe) => probe.kind === kind);
    const cells = used.map((column) => cell(all.filter(({ outcome }) => outcome === column).length, column));
    return html`<tr><th scope="row">${kindName(kind)}</th>${cell(all.length, 'made')}${cells}${cell(
      sumOf(leftOut.filter((each) => each.kind === kind)),
      'left out',
    )}</tr>`;
  });
  return html`<section class="kinds"><details open><summary><h2>Probes by kind <small>${kinds.length}</small></h2></summary>
<div class="scroll"><table class="figures"><thead><tr><th scope="col">Kind</th>${[
    'made',
    ...used,
    'left out',
  ].map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div></details></section>`;
}

function cell(count: number, column: string): Markup {
  return html`<td class="${count === 0 ? 'zero' : column.replaceAll(' ', '-')}">${count}</td>`;
}
