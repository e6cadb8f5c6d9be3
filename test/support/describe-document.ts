import { parse } from 'yaml';
import { describeContract } from '../../scripts/contract/describe/describe-contract';
import type { Contract } from '../../scripts/contract/model';
import type { Profile } from '../../scripts/contract/profile/profile';
import type { JsonObject } from '../../scripts/spec/document';
import type { Problem } from '../../scripts/spec/problem';

/** The contract of a document written as YAML in a test; places are reported as line 1. */
export function describeDocument(
  yaml: string,
  profile?: Profile,
): { contract: Contract; problems: Problem[] } {
  const value = parse(yaml) as JsonObject;
  const located = { file: 'spec.yaml', lineOf: () => 1 };
  return describeContract(
    { ...located, value, fallbackTitle: 'A page' },
    profile === undefined
      ? undefined
      : { profile, source: { ...located, file: 'profile.yaml', value: null } },
  );
}

/** A document with the given paths and components, and one server. */
export function documentWith(rest: string, version = '3.0.3'): string {
  return `openapi: ${version}\ninfo: { title: Parcels, version: 1.0.0 }\nservers: [{ url: https://api.example.test/v1 }]\n${rest}`;
}
