import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..');
const PEERS = join(__dirname, 'node_modules');

/** A program that makes a collection of a contract. */
export interface Tool {
  name: string;
  /** Arguments of `node` that make it write the collection of `spec` below or at `out`. */
  args(spec: string, out: string): string[];
}

/** `npm run generate` without npm, which would add the same to everyone. */
const ours: Tool = {
  name: 'ours',
  args: (spec, out) => [...generateCommand(), '--spec', spec, '--out', out],
};

/** With `-p`, as the others indent what they write, too. */
const converter: Tool = {
  name: 'openapi-to-postmanv2',
  args: (spec, out) => [
    join(PEERS, 'openapi-to-postmanv2', 'bin', 'openapi2postmanv2.js'),
    ...['-s', spec, '-o', join(out, 'collection.json'), '-p'],
  ],
};

const portman: Tool = {
  name: 'Portman',
  args: (spec, out) => [
    join(PEERS, '@apideck', 'portman', 'bin', 'portman'),
    ...['-l', spec, '-o', join(out, 'collection.json')],
  ],
};

/** In the order in which they take their turns. */
export const tools: readonly Tool[] = [ours, converter, portman];

/** Whether the peers are installed. */
export function hasPeers(): boolean {
  return ['openapi-to-postmanv2', '@apideck/portman'].every((name) => existsSync(join(PEERS, name)));
}

/** Names and versions of the peers that are installed. */
export function peerVersions(): string[] {
  return ['openapi-to-postmanv2', '@apideck/portman'].map((name) => {
    const manifest = JSON.parse(readFileSync(join(PEERS, name, 'package.json'), 'utf8'));
    return `${name} ${manifest.version}`;
  });
}

/** What the script `generate` of package.json runs, as arguments of `node`. */
function generateCommand(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
  const [program, ...args]: string[] = scripts.generate.split(' ');
  const files = args.map((arg) => (/\.c?[jt]s$/.test(arg) ? join(PROJECT, arg) : arg));
  return program === 'node' ? files : [join(PROJECT, 'node_modules', 'ts-node', 'dist', 'bin.js'), ...files];
}
