import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOwnContract } from '../scripts/cli/own-project';
import { fillEnvironment } from '../scripts/run/inputs/fill-environment';
import { startStandIn } from '../scripts/stand-in/start-stand-in';
import { describeMachine } from './machine';
import { type Measurement, measure } from './measure';

const PROJECT = join(__dirname, '..');
const COLLECTION = join(PROJECT, 'collections', 'nova-post.postman_collection.json');
const ENVIRONMENT = join(PROJECT, 'environments', 'stand-in.postman_environment.json');

/** What `npm run contract` costs on top of newman. */
export interface RunPrice {
  /** Requests of one run. */
  requests: number;
  pairs: { ours: Measurement; newman: Measurement }[];
}

/**
 * Runs the collection with `npm run contract`, reports included, and with plain newman, in pairs and in turn, against a
 * stand-in in this process.
 *
 * @param limit milliseconds that one run may take
 * @throws Error where a run does not end well
 */
export async function runPrice(pairs: number, limit: number): Promise<RunPrice> {
  const folder = mkdtempSync(join(tmpdir(), 'run-price-'));
  const standIn = await startStandIn({ contract: await readOwnContract() });
  const { url: baseUrl, expiredJwt } = standIn;
  const environment = join(folder, 'environment.json');
  const values = fillEnvironment(JSON.parse(readFileSync(ENVIRONMENT, 'utf8')), { baseUrl, expiredJwt });
  writeFileSync(environment, JSON.stringify(values));
  const ours = [
    join(PROJECT, 'scripts', 'start.cjs'),
    'contract',
    '--env',
    environment,
    '--report-dir',
    folder,
  ];
  const newman = [
    join(PROJECT, 'node_modules', 'newman', 'bin', 'newman.js'),
    'run',
    COLLECTION,
    '-e',
    environment,
  ];
  const run = async (args: string[]) => {
    const outcome = await measure(args, folder, limit);
    if ('failure' in outcome) throw new Error(`${args[0]}: ${outcome.failure}`);
    return outcome.measured;
  };
  try {
    // the first run of each fills caches
    await run(ours);
    const requests = standIn.requests.length;
    await run(newman);
    const measured: RunPrice['pairs'] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      if (pair % 2 === 0) measured.push({ ours: await run(ours), newman: await run(newman) });
      else {
        const later = await run(newman);
        measured.push({ ours: await run(ours), newman: later });
      }
    }
    return { requests, pairs: measured };
  } finally {
    await standIn.close();
    rmSync(folder, { recursive: true });
  }
}

/** The price as Markdown; a ratio above 1 means that newman alone is faster. */
export function pricePage({ requests, pairs }: RunPrice): string {
  const perSecond = ({ wall }: Measurement) => (requests / (wall / 1000)).toFixed(1);
  const ratio = (of: 'wall' | 'cpu') => median(pairs.map(({ ours, newman }) => ours[of] / newman[of]));
  return [
    `${requests} requests a run, ${describeMachine()}`,
    '',
    '| pair | contract, requests/s | newman, requests/s | time | CPU time |',
    '|---|---|---|---|---|',
    ...pairs.map(({ ours, newman }, index) => {
      const ratios = [ours.wall / newman.wall, ours.cpu / newman.cpu].map((each) => each.toFixed(3));
      return `| ${index + 1} | ${perSecond(ours)} | ${perSecond(newman)} | ${ratios.join(' | ')} |`;
    }),
    '',
    `Median: ${ratio('wall').toFixed(3)} of newman's time, ${ratio('cpu').toFixed(3)} of its CPU time.`,
  ].join('\n');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const [low = 0, high = 0] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}
