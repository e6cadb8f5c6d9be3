import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import { nearestName } from '../../spec/nearest-name';
import type { Located } from '../schema/ref-resolver';
import type { Finding } from './finding';
import { templateNames } from './path-template';
import type { Survey } from './survey';

/** Server urls without a host, and names in braces that no variable declares. */
export function serverUrls({ servers }: Survey): Finding[] {
  return servers.flatMap((server) => [
    ...relativeUrl(server),
    ...moreThanPath(server),
    ...unknownVariables(server),
    ...oddDefaults(server),
  ]);
}

/** A url that begins with a variable may have its host in there. */
function relativeUrl({ value, pointer }: Located): Finding[] {
  const url = typeof value.url === 'string' ? value.url : '';
  if (/^([a-z][a-z0-9+.-]*:)?\/\/|^\{|^[a-z][a-z0-9+.-]*:/i.test(url)) return [];
  return [
    {
      code: 'SERVER',
      pointer: `${pointer}/url`,
      message: `the server url ${JSON.stringify(url)} names no host`,
      hint: 'write the whole url: a saved copy of the document does not know where it came from',
    },
  ];
}

/** A path would stand behind them. */
function moreThanPath({ value, pointer }: Located): Finding[] {
  const [more] = /[?#].*$/s.exec(typeof value.url === 'string' ? value.url : '') ?? [];
  if (more === undefined) return [];
  const hint = 'write it into parameters, or into the path';
  return [
    { code: 'SERVER', pointer: `${pointer}/url`, message: `${more} of the server url is not sent`, hint },
  ];
}

function unknownVariables({ value, pointer }: Located): Finding[] {
  const variables = isObject(value.variables) ? value.variables : {};
  const names = typeof value.url === 'string' ? new Set(templateNames(value.url)) : [];
  return [...names]
    .filter((name) => !Object.hasOwn(variables, name))
    .map((name) => {
      const near = nearestName(name, Object.keys(variables));
      return {
        code: 'SERVER',
        pointer: `${pointer}/url`,
        message: `no variable of the server declares {${name}}`,
        hint: near === undefined ? 'declare it among its variables, with a default' : `did you mean ${near}`,
      };
    });
}

function oddDefaults({ value, pointer }: Located): Finding[] {
  return Object.entries(isObject(value.variables) ? value.variables : {}).flatMap(
    ([name, variable]): Finding[] => {
      if (!isObject(variable) || !Array.isArray(variable.enum) || variable.default === undefined) return [];
      if (variable.enum.length === 0 || variable.enum.includes(variable.default)) return [];
      return [
        {
          code: 'SERVER',
          pointer: pointer + pointerTo('variables', name, 'default'),
          message: `the default of {${name}} is none of its enum`,
          hint: 'correct one of the two',
        },
      ];
    },
  );
}
