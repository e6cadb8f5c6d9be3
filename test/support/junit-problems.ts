/**
 * What keeps a file from being JUnit XML as its readers expect it: the schema of Jenkins' xunit plugin (junit-10), and
 * that of Ant's JUnit task for types of values. A parser of our own, as strict as those of the readers.
 */
export function junitProblems(xml: string): string[] {
  const problems: string[] = [];
  const root = parse(xml, (problem) => problems.push(problem));
  if (root !== undefined) check(root, undefined, problems);
  return problems;
}

export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
}

interface Rule {
  inside: (string | undefined)[];
  required: string[];
  optional: string[];
  text?: boolean;
}

const counts = ['tests', 'failures', 'errors', 'skipped'];
const outcome: Rule = { inside: ['testcase'], required: [], optional: ['type', 'message'], text: true };
const rules: Record<string, Rule> = {
  // skipped is no attribute of testsuites there
  testsuites: {
    inside: [undefined],
    required: [],
    optional: ['name', 'time', 'tests', 'failures', 'errors'],
  },
  testsuite: {
    inside: ['testsuites'],
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['skipped', 'time', 'timestamp', 'hostname', 'id', 'package'],
  },
  testcase: { inside: ['testsuite'], required: ['name'], optional: ['classname', 'time'] },
  failure: outcome,
  error: outcome,
  skipped: outcome,
};

const values: Record<string, RegExp> = {
  ...Object.fromEntries(counts.map((name) => [name, /^\d+$/])),
  time: /^\d{1,3}(,?\d{3})*(\.\d+)?$|^\d*\.\d+$/,
  timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
  name: /\S/,
  hostname: /\S/,
};

function check(node: XmlNode, parent: XmlNode | undefined, problems: string[]): void {
  const rule = rules[node.name];
  const where = `<${node.name} ${node.attributes.name ?? ''}>`;
  if (rule === undefined || !rule.inside.includes(parent?.name)) {
    problems.push(`${where} inside ${parent?.name ?? 'the document'}`);
    return;
  }
  for (const name of rule.required)
    if (node.attributes[name] === undefined) problems.push(`${where} has no ${name}`);
  for (const [name, value] of Object.entries(node.attributes)) {
    if (![...rule.required, ...rule.optional].includes(name)) problems.push(`${where} has ${name}`);
    if (values[name]?.test(value) === false) problems.push(`${where} has ${name}="${value}"`);
  }
  if (rule.text !== true && node.text.trim() !== '') problems.push(`${where} holds text`);
  if (node.name === 'testcase' && node.children.length > 1) problems.push(`${where} has several outcomes`);
  problems.push(...sumProblems(node, where));
  for (const child of node.children) check(child, node, problems);
}

/** The totals of a suite are those of its cases; no two cases have the same class and name. */
function sumProblems(node: XmlNode, where: string): string[] {
  if (!['testsuites', 'testsuite'].includes(node.name)) return [];
  const cases = casesIn(node);
  const names = cases.map(({ attributes }) => JSON.stringify([attributes.classname, attributes.name]));
  const having = (name: string) => cases.filter(({ children }) => children[0]?.name === name).length;
  const sums: Record<string, number> = {
    tests: cases.length,
    failures: having('failure'),
    errors: having('error'),
    skipped: having('skipped'),
  };
  const time = cases.reduce((sum, { attributes }) => sum + Number(attributes.time), 0);
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${where}: twice ${name}`),
    ...counts
      .filter((name) => node.attributes[name] !== undefined && Number(node.attributes[name]) !== sums[name])
      .map((name) => `${where} says ${name}=${node.attributes[name]}, and has ${sums[name]}`),
    // each of them is rounded to a millisecond
    ...(Math.abs(time - Number(node.attributes.time)) > cases.length * 0.0006 ? [`${where}: time`] : []),
  ];
}

/** The test cases of a suite, or of all suites. */
export function casesIn(node: XmlNode): XmlNode[] {
  return node.name === 'testcase' ? [node] : node.children.flatMap(casesIn);
}

/** Reads elements, attributes and texts. Comments, processing instructions and CDATA are not expected. */
export function parse(xml: string, complain: (problem: string) => void): XmlNode | undefined {
  const document: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  if (!xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')) complain('no declaration');
  const body = xml.replace(/^<\?xml[^>]*\?>/, '');
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(body))
    complain('a forbidden character');
  for (const [token] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    const last = open.at(-1) ?? document;
    const tag = /^<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>$/.exec(token);
    if (!token.startsWith('<')) last.text += decode(token, complain);
    else if (tag === null) complain(`no tag: ${token}`);
    else if (tag[1] === '/') {
      if (open.pop()?.name !== tag[2]) complain(`${token} closes something else`);
    } else {
      const attributes = Object.fromEntries(
        [...(tag[3] ?? '').matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
          key,
          decode(value, complain),
        ]),
      );
      const node: XmlNode = { name: tag[2] ?? '', attributes, children: [], text: '' };
      last.children.push(node);
      if (tag[4] !== '/') open.push(node);
    }
  }
  if (open.length !== 1 || document.children.length !== 1) complain('not one closed root');
  return document.children[0];
}

function decode(text: string, complain: (problem: string) => void): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(#?\w*;?)/g, (whole, name: string) => {
    const code = /^#(\d+);$/.exec(name)?.[1];
    const known = code === undefined ? entities[name.replace(/;$/, '')] : String.fromCodePoint(Number(code));
    if (known === undefined || !name.endsWith(';')) complain(`no entity: ${whole}`);
    return known ?? whole;
  });
}
