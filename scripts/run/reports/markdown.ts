/**
 * A text that Markdown shows as it is, on one line, also in a table, and without making links of it. Character
 * references never have a meaning in Markdown, whatever character they stand for.
 */
export function plainMarkdown(text: string, longest = 400): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  const cut = letters.length > longest ? `${letters.slice(0, longest).join('')}…` : letters.join('');
  // at the beginning of a line, a dash or a number begins a list
  return cut.replace(/[\\`*_[\]<>|~#@&!+=$^]|^-|(?<=^\d{1,9})[.)]|:(?=\/\/)|(?<=www)\./gi, (character) => {
    return `&#${character.charCodeAt(0)};`;
  });
}

/** A table; its cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
