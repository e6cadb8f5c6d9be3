import type { LocatedValue } from '../../spec/document';
import { pointerTo } from '../../spec/json-pointer';
import { placeOf } from '../../spec/place-of';
import type { Problem } from '../../spec/problem';
import { plainUrl } from '../describe/describe-servers';
import type { Operation, SecurityScheme, Server } from '../model';
import type { Profile } from './profile';
import { cycleMentions, type Mention, singleMentions } from './profile-mentions';

/** So many names are told in one message. */
const MOST_NAMES = 5;

/** The part of a contract that a profile speaks of. */
export interface Described {
  servers: Server[];
  operations: Operation[];
  securitySchemes: Record<string, SecurityScheme>;
}

/**
 * Holds a profile against the contract. A login or a server that the contract lacks is an error: the collection
 * could not work. Whatever else it says of operations that are not there is a warning: a page that holds a part
 * of the contract is used with the profile of the whole.
 */
export function checkProfile(profile: Profile, source: LocatedValue, contract: Described): Problem[] {
  const at = (
    severity: Problem['severity'],
    tokens: (string | number)[],
    rest: Pick<Problem, 'message' | 'hint'>,
  ): Problem => ({ code: 'PROFILE_MISMATCH', severity, ...placeOf(source, pointerTo(...tokens)), ...rest });
  const byKey = new Map(contract.operations.map((operation) => [operation.key, operation]));
  const known = contract.operations.map((operation) => operation.key).join(', ');
  return [...checkServers(), ...checkLogin(), ...checkDeleters(), ...checkMentions()];

  function checkServers(): Problem[] {
    const urls = contract.servers.map((server) => server.url);
    return Object.entries(profile.environments ?? {})
      .filter(
        ([, environment]) => environment.standIn !== true && !urls.includes(plainUrl(environment.server)),
      )
      .map(([name, environment]) =>
        at('error', ['environments', name, 'server'], {
          message: `the contract has no server ${environment.server}`,
          hint: `use one of its servers: ${urls.join(', ') || 'it declares none'}`,
        }),
      );
  }

  function checkLogin(): Problem[] {
    const { login } = profile;
    if (login === undefined) return [];
    const operation = byKey.get(login.operation);
    if (operation === undefined) {
      return [
        at('error', ['login', 'operation'], {
          message: `the contract has no operation ${login.operation}`,
          hint: `use one of its operations: ${known}`,
        }),
      ];
    }
    return [...checkApiKey(operation, login), ...checkScheme(login)];
  }

  function checkApiKey(operation: Operation, login: NonNullable<Profile['login']>): Problem[] {
    const { in: place, name } = login.apiKey;
    if (operation.parameters.some((parameter) => parameter.in === place && parameter.name === name))
      return [];
    const names = operation.parameters.map((parameter) => `${parameter.name} (${parameter.in})`).join(', ');
    return [
      at('error', ['login', 'apiKey'], {
        message: `${operation.key} has no ${place} parameter ${name}`,
        hint: `its parameters: ${names || 'none'}`,
      }),
    ];
  }

  function checkScheme(login: NonNullable<Profile['login']>): Problem[] {
    if (login.scheme === undefined) return [];
    const names = Object.keys(contract.securitySchemes);
    const scheme = contract.securitySchemes[login.scheme];
    if (scheme === undefined) {
      // A page with a part of the contract declares no scheme at all; a contract that has others means another.
      return [
        at(names.length === 0 ? 'warning' : 'error', ['login', 'scheme'], {
          message: `the contract has no security scheme ${login.scheme}`,
          hint:
            names.length === 0
              ? 'nothing to do if it is a part of the contract'
              : `use one of: ${names.join(', ')}`,
        }),
      ];
    }
    if (scheme.type === 'apiKey' && scheme.in === login.send.in && sameHeader(scheme.name, login.send.name))
      return [];
    return [
      at('error', ['login', 'send'], {
        message: `the security scheme ${login.scheme} does not put the jwt into the header ${login.send.name}`,
        hint: 'let send and scheme agree',
      }),
    ];
  }

  function checkDeleters(): Problem[] {
    return (profile.deleters ?? []).flatMap(({ by }, index) => {
      const parameters = by.match(/\{[^{}]+\}/g) ?? [];
      if (parameters.length === 1) return [];
      return [
        at('error', ['deleters', index, 'by'], {
          message: `${by} has ${parameters.length === 0 ? 'no parameter' : 'several parameters'} in its path`,
          hint: 'name an operation whose path takes the id and nothing else, such as DELETE /shipments/{id}',
        }),
      ];
    });
  }

  function checkMentions(): Problem[] {
    const isKnown = (key: string) => byKey.has(key);
    const unknown = ({ operation }: Mention) => !isKnown(operation);
    const single = singleMentions(profile, isKnown).filter(unknown);
    return [
      ...single.map(({ tokens, operation }) => tellUnknown(tokens, [operation])),
      ...tellTogether(cycleMentions(profile).filter(unknown)),
    ];
  }

  /** A part of the contract lacks nearly all of what depends on each other: it is said in one breath. */
  function tellTogether(mentions: Mention[]): Problem[] {
    const [first] = mentions;
    const names = [...new Set(mentions.map(({ operation }) => operation))];
    return first === undefined ? [] : [tellUnknown(first.tokens, names)];
  }

  function tellUnknown(tokens: (string | number)[], names: string[]): Problem {
    const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} others` : '';
    const unused = names.length === 1 ? 'this part of the profile is' : 'these parts of the profile are';
    return at('warning', tokens, {
      message: `the contract has no operation${names.length === 1 ? '' : 's'} ${names.slice(0, MOST_NAMES).join(', ')}${more}; ${unused} not used`,
      hint: 'nothing to do if the contract is a part of the API; else correct the name',
    });
  }
}

function sameHeader(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
