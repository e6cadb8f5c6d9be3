import Ajv2020 from 'ajv/dist/2020';
import { readProjectFile } from './project';

/** Where a JSON report is other than its documentation says. */
export function jsonReportProblems(report: unknown): string[] {
  const schema = JSON.parse(readProjectFile('docs', 'contract-run.schema.json'));
  // new fields are to be documented
  const validate = new Ajv2020({ allErrors: true }).compile({ ...schema, additionalProperties: false });
  validate(report);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
