import assert from 'node:assert/strict';
import { type Problem, ProblemError } from '../../scripts/spec/problem';

/** The problems that a stage throws; fails where it throws nothing, or anything else. */
export async function thrownProblems(stage: () => unknown): Promise<readonly Problem[]> {
  try {
    await stage();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  assert.fail('no problem was thrown');
}
