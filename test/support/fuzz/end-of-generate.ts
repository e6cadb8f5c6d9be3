import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { artefactText, buildArtefacts } from '../../../scripts/collection/files/artefacts';
import { summarizeProbes } from '../../../scripts/collection/probes/summarize-probes';
import { describeFindings } from '../../../scripts/contract/findings/describe-findings';
import { findContractProblems, untoldBy } from '../../../scripts/contract/findings/find-contract-problems';
import { readContract } from '../../../scripts/contract/read-contract';
import { type Problem, ProblemError } from '../../../scripts/spec/problem';
import { problemLines } from '../../../scripts/spec/problem-lines';
import { readProjectFile } from '../project';

const SCRIPTS = { preRequest: ['// before'], test: ['// after'] };
const schema = JSON.parse(readProjectFile('test/fixtures/postman-collection-2.1.0.schema.json'));
const isCollection = new Ajv({ strict: false, logger: false }).compile(schema);

/**
 * Goes through every stage of `generate` as the command does, and holds what comes out to what each end promises:
 * a collection that Postman's schema accepts, or problems that a person can act on.
 */
export async function endOfGenerate(
  source: { spec: string; profile?: string },
  cwd: string,
): Promise<'collection' | 'problem'> {
  try {
    const { contract, warnings, document } = await readContract({ ...source, cwd });
    const findings = findContractProblems(document);
    assertClear([...untoldBy(findings, warnings), ...findings]);
    const lines = [...problemLines(warnings), ...describeFindings(findings, { all: true, strict: false })];
    for (const line of lines) assert.doesNotMatch(line, /[\n\r]/);
    const [collection, ...environments] = buildArtefacts(contract, SCRIPTS).map((artefact) =>
      JSON.parse(artefactText(artefact)),
    );
    assert.ok(isCollection(collection), JSON.stringify(isCollection.errors?.slice(0, 3)));
    assert.ok(environments.length > 0);
    for (const { key, value } of environments.flatMap(({ values }) => values)) {
      assert.deepEqual([typeof key, typeof value], ['string', 'string']);
    }
    summarizeProbes(contract);
    return 'collection';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    assert.ok(error.problems.length > 0 && error.problems.length <= 21, `${error.problems.length} problems`);
    assertClear(error.problems);
    return 'problem';
  }
}

function assertClear(problems: readonly Problem[]): void {
  for (const { code, file, message, expected = '', hint = '' } of problems) {
    const text = [message, expected, hint].join(' | ');
    assert.ok(file !== undefined && file !== '', `${code} has no file: ${text}`);
    assert.doesNotMatch(text, /undefined|\[object |NaN/);
  }
}
