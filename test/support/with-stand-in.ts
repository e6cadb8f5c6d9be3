import { type StandIn, type StandInOptions, startStandIn } from '../../scripts/stand-in/start-stand-in';
import { smallContract } from './small-contract';

/** Runs something against a stand-in (of the small contract, if no other is given) and always closes it. */
export async function withStandIn<Result>(
  options: Partial<StandInOptions>,
  run: (standIn: StandIn) => Result | Promise<Result>,
): Promise<Result> {
  const standIn = await startStandIn({ contract: smallContract, ...options });
  try {
    return await run(standIn);
  } finally {
    await standIn.close();
  }
}

/** Gets a jwt of a stand-in with a public apiKey. */
export async function logIn(standIn: StandIn, apiKey = 'PUBLIC-KEY'): Promise<string> {
  const answer = await fetch(`${standIn.url}/clients/authorization?apiKey=${encodeURIComponent(apiKey)}`);
  const { jwt } = (await answer.json()) as { jwt: string };
  return jwt;
}
