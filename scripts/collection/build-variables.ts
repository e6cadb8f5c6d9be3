import type { Contract } from '../contract/model';
import { exampleText, usedVariables } from './life-cycles/used-variables';
import type { PostmanVariable } from './postman';
import { hasLiteralBraces, OPEN_BRACES } from './requests/literal-braces';

const BRACES: PostmanVariable = {
  key: OPEN_BRACES,
  value: '{{',
  description:
    'Two opening braces that belong to a text, where Postman would take what follows for a variable.',
};

/** The collection variables: what requests name, with the contract's examples until there is a real value. */
export function buildVariables(contract: Contract): PostmanVariable[] {
  const used = usedVariables(contract).map((variable) => ({
    key: variable.name,
    value: exampleText(variable),
    ...(variable.description === '' ? {} : { description: variable.description }),
  }));
  return hasLiteralBraces(contract) ? [...used, BRACES] : used;
}
