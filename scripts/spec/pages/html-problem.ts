import type { Problem } from '../problem';

/** Says so when a text is a web page (or other markup), such as a sign-in page saved under a contract's name. */
export function htmlProblem(text: string, file: string): Problem | undefined {
  const found = markupIn(afterProlog(text), file);
  if (found === undefined) return undefined;
  return {
    code: 'HTML_INSTEAD',
    severity: 'error',
    message: `found ${found}, not an OpenAPI document`,
    file,
    line: 1,
    hint: 'it may be a sign-in or error page: open the address in a browser and save the document itself',
  };
}

function markupIn(start: string, file: string): string | undefined {
  if (/^<(!doctype\s+html|html|head|body)\b/i.test(start)) return 'an HTML page';
  // A Markdown page may well begin with an element of HTML.
  if (/\.(md|markdown)$/i.test(file)) return undefined;
  return /^<(\?xml|!--|[a-z][\w:-]*[\s>/])/i.test(start) ? 'XML or HTML' : undefined;
}

/** The text behind comments and an XML declaration, where something follows them. */
function afterProlog(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const close = Object.entries({ '<!--': '-->', '<?xml': '?>' }).find(([open]) =>
      rest.startsWith(open),
    )?.[1];
    const end = close === undefined ? -1 : rest.indexOf(close);
    if (close === undefined || end === -1) return rest;
    const next = rest.slice(end + close.length).trimStart();
    if (next === '') return rest;
    rest = next;
  }
}
