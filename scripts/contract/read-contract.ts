import type { SpecDocument } from '../spec/document';
import { type Problem, ProblemError } from '../spec/problem';
import { type ReadOptions, readDocument } from '../spec/read-document';
import { describeContract } from './describe/describe-contract';
import type { Contract } from './model';
import { readProfile } from './profile/read-profile';

/**
 * Reads a specification and, where there is one, its profile.
 *
 * @param options.spec files, folders and urls as the person named them, relative to `cwd`; several are merged
 * @returns the contract, what is not carried over, and the document it was read from
 * @throws ProblemError when one of them cannot be used
 */
export async function readContract(
  options: { spec: string | readonly string[]; profile?: string; cwd: string } & ReadOptions,
): Promise<{ contract: Contract; warnings: Problem[]; document: SpecDocument }> {
  const { document, warnings } = await readDocument(options.spec, options.cwd, options);
  const profile = options.profile === undefined ? undefined : await readProfile(options.profile, options.cwd);
  const { contract, problems } = describeContract(document, profile);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new ProblemError(...errors);
  return { contract, warnings: [...warnings, ...problems], document };
}
