import type { Problem } from '../../spec/problem';
import type { Contract, Operation } from '../model';
import { fieldProblem } from './field-problem';
import { jsonAnswer } from './json-answer';

/** Why the answer of an operation gives no value at a JSON pointer; undefined where it may. */
export function answerProblem(
  operation: Operation,
  pointer: string,
  { response }: Contract['definitions'],
): Pick<Problem, 'message' | 'hint'> | undefined {
  const answer = jsonAnswer(operation);
  if (answer === undefined) {
    // A success that the contract leaves without any content may well have some: the profile knows better.
    const isOpen = operation.responses.some(
      ({ status, content }) => /^2/.test(status) && status !== '204' && content.length === 0,
    );
    if (isOpen) return undefined;
    return { message: `${operation.key} documents no answer in JSON`, hint: 'name another operation' };
  }
  const holder = { schema: answer.schema ?? true, sample: answer.sample, definitions: response };
  const problem = fieldProblem(pointer, holder);
  return problem && { ...problem, message: `the answer of ${operation.key}: ${problem.message}` };
}
