/** `npm run bench`: how long, how large and how hungry generate is beside other tools, on contracts of many sizes. */

import { writeFileSync } from 'node:fs';
import { runCommand, userPath } from '../scripts/cli/command-line';
import { usageError } from '../scripts/spec/problem';
import { corpusContracts } from './corpus';
import { type BenchContract, madeContracts } from './made-contracts';
import { reportPage } from './report';
import { type Row, runRounds } from './rounds';
import { pricePage, runPrice } from './run-price';
import { hasPeers, tools } from './tools';

const usage = `npm run bench -- [--corpus DIR] [--only TEXT] [--rounds N] [--limit SECONDS] [--run] [--out FILE] [--help]

Makes collections of contracts with generate, openapi-to-postmanv2 and Portman in turn, and prints what each needed.
The peers are installed with \`npm ci --prefix bench\`.

  --corpus DIR    contracts of your own as well: every .json, .yaml and .yml file in the folder
  --only TEXT     only contracts with this in their name
  --run           instead, what \`npm run contract\` costs on top of newman: pairs of runs; needs no peers
  --rounds N      how often each tool makes each collection (default 5)
  --limit SECONDS how long one run may take (default 120)
  --out FILE      writes the tables to a Markdown file too
  --help          shows this

Exit code: 0 measured, whatever came of it, 2 the peers are missing, or bad usage.
`;

void runCommand({
  usage,
  options: {
    corpus: { type: 'string' },
    only: { type: 'string' },
    run: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    limit: { type: 'string' },
    out: { type: 'string' },
  },
  async run({ corpus, only = '', run, rounds: times, limit, out }): Promise<number> {
    const print = (page: string) => {
      process.stdout.write(`${page}\n`);
      if (out !== undefined) writeFileSync(userPath(out), `${page}\n`);
    };
    if (run) {
      const pairs = wholeNumber('--rounds', times, 5);
      print(pricePage(await runPrice(pairs, wholeNumber('--limit', limit, 300) * 1000)));
      return 0;
    }
    if (!hasPeers()) throw usageError('the peers are not installed', 'run `npm ci --prefix bench` first');
    const rounds = wholeNumber('--rounds', times, 5);
    const milliseconds = wholeNumber('--limit', limit, 120) * 1000;
    const rows: Row[] = [];
    const contracts = [...fromCorpus(corpus), ...madeContracts()].filter(({ name }) => name.includes(only));
    if (contracts.length === 0) throw usageError(`no contract is called \`${only}\``, 'leave --only out');
    for (const contract of contracts) {
      process.stderr.write(`${contract.name}\n`);
      rows.push(await runRounds(contract, tools, rounds, milliseconds));
    }
    print(reportPage(rows, rounds));
    return 0;
  },
});

function fromCorpus(folder: string | undefined): BenchContract[] {
  if (folder === undefined) return [];
  const contracts = corpusContracts(userPath(folder));
  if (contracts === undefined) process.stderr.write(`${folder}: there is no such folder; left out\n`);
  return contracts ?? [];
}

function wholeNumber(flag: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw usageError(`${flag} takes a whole number from 1, not \`${text}\``, 'leave it out for the default');
}
