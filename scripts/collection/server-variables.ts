import { code } from '../contract/fields/words';
import type { Contract, ServerTemplate } from '../contract/model';

/** In words, what of `baseUrl` a person may change, where the contract's servers have variables. */
export function describeServerVariables({ serverTemplates = [] }: Contract): string {
  return serverTemplates.map(describeTemplate).join('\n');
}

function describeTemplate({ url, variables }: ServerTemplate): string {
  const rows = variables.map(({ name, value, values, description }) => {
    const others = values.length === 0 ? '' : `, one of ${values.map(code).join(', ')}`;
    return `- ${code(name)}: ${code(value)}${others}${description === '' ? '' : `. ${description.replaceAll(/\s+/g, ' ')}`}`;
  });
  return [`${code(url)} is a server; change in \`baseUrl\` what should be another:`, '', ...rows, '']
    .join('\n')
    .trim();
}
