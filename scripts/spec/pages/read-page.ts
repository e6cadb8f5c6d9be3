type Root = ReturnType<typeof import('mdast-util-from-markdown').fromMarkdown>;
type PageNode = Root | Root['children'][number];

/** Lines between two `---` at the top; without a fence, so that a page's first rule is not taken for one. */
const FRONT_MATTER = /^---\n(?:(?!---|```|~~~).*\n)*---(?:\n|$)/;

/** A fenced code block of a Markdown page. */
export interface PageBlock {
  text: string;
  /** 1-based line of the page on which the block's text begins. */
  line: number;
  /** The text of the heading above it. */
  heading: string | undefined;
}

export interface Page {
  /** The text of the first heading. */
  heading: string | undefined;
  /** Fenced blocks, in the order of the page; also those in lists and quotes. */
  blocks: PageBlock[];
}

/** What stands inside a line is looked at in headings only: some of it takes time that grows with its square. */
const INLINE = [
  'attention',
  'autolink',
  'codeText',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];
/** More quotes and lists inside each other than anybody writes, each of which makes the next one take longer. */
const TOO_DEEP = /^[ \t]*(?:(?:>[ \t]?|(?:[-+*]|\d{1,9}[.)])[ \t]+)){50,}.*$/gm;
const LONGEST_HEADING = 500;

/** Takes a Markdown page (CommonMark) apart. */
export async function readPage(text: string): Promise<Page> {
  const { fromMarkdown } = await import('mdast-util-from-markdown');
  const page: Page = { heading: undefined, blocks: [] };
  // CommonMark would read front matter as a rule and a heading.
  const body = text
    .replace(FRONT_MATTER, (matter) => matter.replace(/[^\n]/g, ''))
    .replace(TOO_DEEP, (line) => ' '.repeat(line.length));
  const open: PageNode[] = [fromMarkdown(body, { extensions: [{ disable: { null: INLINE } }] })];
  let heading: string | undefined;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'heading' && node.position !== undefined) {
      const { start, end } = node.position;
      const source = body.slice(start.offset, end.offset).slice(0, LONGEST_HEADING);
      heading = plainText(fromMarkdown(source)).trim() || undefined;
      page.heading ??= heading;
    }
    if (node.type === 'code' && node.position !== undefined) {
      const { start } = node.position;
      const fenced = /[`~]/.test(body.charAt(start.offset ?? 0));
      if (fenced) page.blocks.push({ text: node.value, line: start.line + 1, heading });
    }
    if ('children' in node) open.push(...node.children.toReversed());
  }
  return page;
}

function plainText(node: PageNode): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
