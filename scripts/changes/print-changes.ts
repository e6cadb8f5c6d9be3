import type { Change, Changes, OperationChanges } from './model';

/** How many operations that changed alike are named. */
const NAMED = 3;

/**
 * The changes as lines for a terminal, without more of them than there is room for.
 *
 * @param room how many lines; undefined: all
 */
export function changesAsText(changes: Changes, room?: number): string[] {
  const { state, file, notes, environments = [] } = changes;
  if (state === 'same') return [];
  if (state === 'new') return [`Nothing to compare with: ${file} is new`];
  if (state === 'unknown') return [`Not compared with ${file}: ${notes.join('; ')}`];
  const lines = [
    ...alike(changes.operations).flatMap(blockLines),
    ...environments.map((text) => `LOOK ${printable(text)}`),
    ...notes.map((note) => `note: ${printable(note)}`),
  ];
  const shown = room !== undefined && lines.length > room ? lines.slice(0, room - 1) : lines;
  const left = lines.length - shown.length;
  return [
    headline(changes),
    ...shown.map((line) => `  ${line}`),
    ...(left === 0 ? [] : [`  …and ${left} more lines; --changes FILE has all`]),
  ];
}

/** The changes for a pull request. */
export function changesAsMarkdown(changes: Changes): string {
  const { state, file, notes, environments = [] } = changes;
  const title = `### ${headline(changes)}`;
  if (state !== 'changed') return `${[title, ...notes].join('\n\n')}\n`;
  const blocks = alike(changes.operations).map(blockMarkdown);
  const list = [
    ...environments.map((text) => `- **LOOK** ${inMarkdown(text)}`),
    ...notes.map((note) => `- ${inMarkdown(note)}`),
  ].join('\n');
  return `${[title, `Against ${codeOf(file)}.`, ...blocks, list].filter((part) => part !== '').join('\n\n')}\n`;
}

function headline({ state, file, operations, breaks, complete, environments, notes }: Changes): string {
  if (state === 'new') return `${file} is new`;
  if (state === 'same') return 'Nothing changed';
  if (state === 'unknown') return `Not compared with ${file}`;
  if (operations.length === 0 && environments !== undefined) {
    return `No operation changed, ${notes.length === 0 ? 'environments' : 'environments and the collection'} did`;
  }
  if (operations.length === 0) {
    return `The contract did not change${complete ? '' : ' as far as the file tells'}, ${notes.length === 0 ? 'the form of the file' : 'the collection'} did`;
  }
  const states = (['added', 'removed', 'moved', 'changed'] as const).map((name) => {
    const { length } = operations.filter((operation) => operation.state === name);
    return length === 0 ? [] : [`${length} ${name}`];
  });
  const broken =
    breaks === 0 ? 'no break for clients' : `${breaks} break${breaks === 1 ? '' : 's'} for clients`;
  return `Changed operations: ${states.flat().join(', ')}; ${broken}`;
}

/** Operations that changed alike. */
interface Block {
  first: OperationChanges;
  names: string[];
}

function alike(operations: OperationChanges[]): Block[] {
  const blocks = new Map<string, Block>();
  for (const operation of operations) {
    const { changes, state } = operation;
    const key = state === 'changed' ? JSON.stringify(changes) : operation.operation;
    const block = blocks.get(key) ?? { first: operation, names: [] };
    block.names.push(operation.operation);
    blocks.set(key, block);
  }
  return [...blocks.values()];
}

function blockLines({ first, names }: Block): string[] {
  const title = titleOf(names, printable);
  const { state, before, changes, verdict } = first;
  const mark = verdict === 'break' ? 'BREAK ' : '';
  if (state === 'added' || state === 'removed') return [`${mark}${title}: ${state}`];
  const head = state === 'moved' ? `${mark}${title}: moved, was ${printable(before ?? '')}` : `${title}:`;
  return [head, ...changes.map((change) => `  ${markOf(change)}${change.effect}: ${printable(change.text)}`)];
}

function blockMarkdown({ first, names }: Block): string {
  const title = titleOf(names, codeOf);
  const { state, before, changes, verdict } = first;
  const mark = verdict === 'break' ? '**BREAK** ' : '';
  if (state === 'added' || state === 'removed') return `${mark}${title}: ${state}`;
  const head = state === 'moved' ? `${mark}${title}: moved, was ${codeOf(before ?? '')}` : `${title}:`;
  if (changes.length === 0) return head;
  const rows = changes.map((change) => {
    const bold = markOf(change).trim();
    return `| ${bold === '' ? '' : `**${bold}**`} | ${change.effect} | ${inMarkdown(change.text).replaceAll('|', '\\|')} |`;
  });
  return [head, '', '| | | |', '|---|---|---|', ...rows].join('\n');
}

function markOf({ verdict }: Change): string {
  if (verdict === 'break') return 'BREAK ';
  return verdict === 'look' ? 'LOOK ' : '';
}

function titleOf(names: string[], print: (name: string) => string): string {
  const shown = names.slice(0, names.length > NAMED + 1 ? NAMED : names.length).map(print);
  return `${shown.join(', ')}${names.length > shown.length ? ` and ${names.length - shown.length} more` : ''}`;
}

/** A terminal shall not be told what to do by a contract. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '?');
}

function codeOf(name: string): string {
  return `\`${printable(name).replaceAll('`', 'ˋ')}\``;
}

/** What is not code has no mark-up. */
function inMarkdown(text: string): string {
  return printable(text)
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll(/[<>*_[\]\\]/g, '\\$&')))
    .join('');
}
