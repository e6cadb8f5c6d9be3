/** Runs a share of the trials in a thread of its own. Takes and gives plain data. */

import { parentPort, workerData } from 'node:worker_threads';
import { changedNovaPost, novaPost } from './nova-post';
import { planTrials } from './plan-trials';
import { type Repeated, repeatPerFault } from './repeat-per-fault';
import { runTrials } from './run-trials';
import type { Share, TriedData } from './share-trials';

/** Milliseconds: long enough for the stand-in, short enough to wait for. */
const timeLimit = 150;

async function runShare({ index, of, slow }: Share): Promise<TriedData[]> {
  const api = slow ? await withTimeLimit() : await novaPost();
  const plan = planTrials(api.contract);
  let count = 0;
  const repeated: Repeated = await repeatPerFault(api.collection, async (sent) => {
    const chosen = (await plan(sent)).filter((fault) => (fault?.name === 'too-slow') === slow);
    return chosen.filter(() => count++ % of === index);
  });
  const tried = await runTrials(api.contract, repeated, api.environment('stand-in'));
  return tried.map(({ fault, ...rest }) => ({ ...rest, fault: fault?.name ?? '' }));
}

function withTimeLimit() {
  const profile = (text: string) => `${text.replace(/^timeLimit:.*$/m, '')}\ntimeLimit: ${timeLimit}\n`;
  return changedNovaPost({ spec: (text) => text, profile });
}

void runShare(workerData as Share).then((tried) => parentPort?.postMessage(tried));
