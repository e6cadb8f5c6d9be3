/** `npm run stand-in`: serves the project's contract on the loopback address until it is interrupted. */

import { once } from 'node:events';
import { join } from 'node:path';
import { runCommand } from './cli/command-line';
import { readContract } from './contract/read-contract';
import { nearestName } from './spec/nearest-name';
import { usageError } from './spec/problem';
import type { Fault } from './stand-in/faults/fault';
import { faults } from './stand-in/faults/faults';
import { phoneBook } from './stand-in/login/phone-book';
import { type StandIn, startStandIn } from './stand-in/start-stand-in';

const usage = `npm run stand-in -- [--port N] [--fault NAME]... [--help]

Plays the sandbox of spec/nova-post.openapi.yaml on 127.0.0.1, offline, with real jwts.

  --port N      port to listen on; 0 takes a free one (default: that of the stand-in environment)
  --fault NAME  breaks the contract in one named way; may be given several times
  --help        shows this

Phones for test apiKeys: that of the stand-in environment, ${Object.keys(phoneBook).join(', ')}.

Faults:
${faults.map(({ name, breaks }) => `  ${name.padEnd(27)} ${breaks}`).join('\n')}

Exit code: 0 interrupted, 2 bad usage or input, or the port is taken.
`;

void runCommand({
  usage,
  options: {
    port: { type: 'string' },
    fault: { type: 'string', multiple: true },
  },
  async run(values): Promise<number> {
    const chosen = (values.fault ?? []).map(findFault);
    const chosenPort = values.port === undefined ? undefined : readPort(values.port);
    const { contract } = await readContract({
      spec: 'spec/nova-post.openapi.yaml',
      profile: 'spec/nova-post.profile.yaml',
      cwd: join(__dirname, '..'),
    });
    const environment = contract.environments.find(({ standIn }) => standIn);
    const port = chosenPort ?? Number(new URL(environment?.baseUrl ?? 'http://127.0.0.1').port);

    const standIn = await listen(port, () =>
      startStandIn({ contract, port, faults: chosen, keptRequests: 0 }),
    );
    const broken = chosen.length === 0 ? '' : `, broken by ${chosen.map(({ name }) => name).join(', ')}`;
    process.stdout.write(
      `${contract.name} stand-in at ${standIn.url}${broken}; its apiKey ${environment?.apiKey} is public; Ctrl+C ends it\n`,
    );
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await standIn.close();
    return 0;
  },
});

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw usageError(`"${text}" is no port`, '--port takes a number from 0 to 65535');
}

function findFault(name: string): Fault {
  const fault = faults.find((known) => known.name === name);
  if (fault !== undefined) return fault;
  const names = faults.map((known) => known.name);
  const nearest = nearestName(name, names);
  const guess = nearest === undefined ? '' : `did you mean ${nearest}? `;
  throw usageError(`there is no fault "${name}"`, `${guess}There are: ${names.join(', ')}`);
}

async function listen(port: number, start: () => Promise<StandIn>): Promise<StandIn> {
  try {
    return await start();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const hint = 'choose another one with --port N; --port 0 takes a free one';
    if (code === 'EADDRINUSE') throw usageError(`port ${port} is in use`, hint);
    if (code === 'EACCES') throw usageError(`port ${port} may not be used without more rights`, hint);
    throw error;
  }
}
