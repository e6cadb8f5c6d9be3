import type { Contract } from '../contract/model';
import { exampleText, usedVariables } from './life-cycles/used-variables';
import type { PostmanVariable } from './postman';

/** The collection variables: what requests name, with the contract's examples until there is a real value. */
export function buildVariables(contract: Contract): PostmanVariable[] {
  return usedVariables(contract).map((variable) => ({
    key: variable.name,
    value: exampleText(variable),
    ...(variable.description === '' ? {} : { description: variable.description }),
  }));
}
