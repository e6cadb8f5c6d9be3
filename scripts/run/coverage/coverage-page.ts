import type { Verdict } from '../verdict/verdict';
import type { Coverage, OperationCoverage, Share } from './coverage';
import { html, type Markup } from './html';
import { pageNotes } from './page-notes';
import { pageOperation } from './page-operation';
import { pageStyle } from './page-style';

/** The coverage of a run as one HTML file that needs nothing else: no script, no font, no network. */
export function coveragePage(coverage: Coverage, verdict: Verdict, at: Date): string {
  const { contract, environment, operations } = coverage;
  const [kind = ''] = (verdict.lines.at(-1) ?? '').split(':');
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Contract coverage: ${contract.name}</title>
<style>${{ markup: pageStyle }}</style>
</head>
<body>
<header>
<p class="eyebrow">Contract coverage</p>
<h1>${contract.name} <small>${contract.version}</small></h1>
<p class="meta">${environment}, ${dayAndTime(at)}</p>
<p class="verdict ${kind.toLowerCase().replaceAll(' ', '-')}">${verdict.lines.at(-1) ?? ''}</p>
</header>
<main>
${totals(coverage)}
${pageNotes(coverage)}
${tags.map((tag) => tagSection(tag, operations))}
</main>
<footer><p>${legend()}</p></footer>
</body>
</html>
`;
  return markup;
}

function totals({ totals: { operations, statuses, parameters, fields, probes } }: Coverage): Markup {
  const cards: [string, Share, string][] = [
    ['Operations', operations, 'answered with success'],
    ['Statuses', statuses, 'documented ones, seen'],
    ['Parameters', parameters, 'sent or probed'],
    ['Body fields', fields, 'sent or probed'],
    ['Probes', probes, 'answered as expected'],
  ];
  return html`<section class="totals" aria-label="Totals">${cards.map(
    ([name, { covered, all }, how]) => html`
<div class="total"><h2>${name}</h2>
<p class="figure">${covered} <span>of ${all}</span></p>
<div class="bar"><i style="width:${all === 0 ? 0 : Math.floor((covered / all) * 100)}%"></i></div>
<p class="how">${how}</p></div>`,
  )}
</section>`;
}

function tagSection(tag: string | undefined, all: OperationCoverage[]): Markup {
  const operations = all.filter((operation) => operation.tag === tag);
  return html`<section class="tag">
<h2>${tag ?? 'Without a tag'} <small>${operations.length}</small></h2>
<table class="operations">
<thead><tr><th scope="col">Operation</th><th scope="col">Statuses</th><th scope="col">Parameters</th><th scope="col">Fields</th><th scope="col">Probes</th></tr></thead>
${operations.map(pageOperation)}
</table>
</section>`;
}

function legend(): Markup {
  return html`<b class="chip seen">200</b> seen <b class="chip unseen">429</b> not seen <b class="chip undocumented">500</b> came, though not documented. Figures are “covered of all”.`;
}

function dayAndTime(at: Date): string {
  return at
    .toISOString()
    .replace('T', ' ')
    .replace(/:\d\d\.\d+Z$/, ' UTC');
}
