import { compareTexts } from '../../spec/compare-texts';
import type { SpecDocument } from '../../spec/document';
import { placeOf } from '../../spec/place-of';
import type { Problem } from '../../spec/problem';
import { accessContradictions } from './access-contradictions';
import { allOfContradictions } from './all-of-contradictions';
import { ambiguousPaths } from './ambiguous-paths';
import { boundContradictions } from './bound-contradictions';
import { brokenExamples } from './broken-examples';
import { duplicates } from './duplicates';
import type { Finding } from './finding';
import { missingAnswers } from './missing-answers';
import { oneWayFields } from './one-way-fields';
import { pathParameters } from './path-parameters';
import { serverUrls } from './server-urls';
import { type Part, type Survey, surveyDocument } from './survey';
import { undeclaredFields } from './undeclared-fields';
import { unreachableComponents } from './unreachable-components';
import { valueContradictions } from './value-contradictions';

const RULES: readonly ((survey: Survey) => Finding[])[] = [
  brokenExamples,
  undeclaredFields,
  oneWayFields,
  unreachableComponents,
  ambiguousPaths,
  pathParameters,
  duplicates,
  missingAnswers,
  serverUrls,
];

/** What can be wrong with one schema. */
const SCHEMA_RULES: readonly ((schema: Part, survey: Survey) => Finding[])[] = [
  boundContradictions,
  valueContradictions,
  accessContradictions,
  allOfContradictions,
];

/** A number that is read otherwise than it is written is another matter than what it breaks. */
const REPLACED: ReadonlySet<Problem['code']> = new Set(['UNSUPPORTED', 'INVALID_DOCUMENT']);

/**
 * What the maintainer of a contract would want to correct in it: not what OpenAPI forbids, which the reader tells,
 * but what contradicts itself, leads nowhere, or promises nothing.
 *
 * @returns findings, by their place in the document, each once
 */
export function findContractProblems(document: SpecDocument): Problem[] {
  const survey = surveyDocument(document.value);
  const schemas = survey.schemas.filter(({ value }) => survey.is31 || typeof value.$ref !== 'string');
  const findings = [
    ...RULES.flatMap((rule) => rule(survey)),
    ...schemas.flatMap((schema) => SCHEMA_RULES.flatMap((rule) => rule(schema, survey))),
  ];
  const unique = new Map(findings.map((finding) => [finding.pointer + finding.message, finding]));
  return [...unique.values()]
    .map(
      ({ pointer, ...finding }): Problem => ({
        ...finding,
        severity: 'finding',
        ...placeOf(document, pointer),
      }),
    )
    .sort(byPlace);
}

/** Warnings without those that a finding replaces: about the form of one place one line is enough. */
export function untoldBy(findings: readonly Problem[], warnings: readonly Problem[]): Problem[] {
  const told = new Set(findings.map(placeKey));
  return warnings.filter((warning) => !(REPLACED.has(warning.code) && told.has(placeKey(warning))));
}

function placeKey({ file, pointer }: Problem): string {
  return `${file} ${pointer}`;
}

function byPlace(one: Problem, other: Problem): number {
  return (
    compareTexts(one.file ?? '', other.file ?? '') ||
    (one.line ?? 0) - (other.line ?? 0) ||
    compareTexts(one.pointer ?? '', other.pointer ?? '') ||
    compareTexts(one.message, other.message)
  );
}
