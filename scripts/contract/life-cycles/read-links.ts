import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo, pointerTokens, valueAt } from '../../spec/json-pointer';
import type { Reading } from '../describe/describe-content';
import type { Operation } from '../model';
import type { Located } from '../schema/ref-resolver';
import { isSuccess } from './json-answer';
import type { AnswerPlace, VariablePlace } from './life-cycles';

/** What an answer gives, and a request that needs it. */
export interface Handover {
  from: AnswerPlace;
  to: VariablePlace;
}

const LOCATIONS = ['path', 'query', 'header'] as const;

/**
 * The `links` of the document's answers. Of runtime expressions those are understood that name a value in the
 * answer's body or a header of it; what else a link says is reported.
 * https://spec.openapis.org/oas/v3.0.3#link-object
 */
export function readLinks(operations: readonly Operation[], reading: Reading): Handover[] {
  const { document, refs, report } = reading;
  return operations.flatMap((from) => linksOf(from).flatMap((link) => readLink(from, link)));

  function linksOf({ pointer }: Operation): Located[] {
    const responses = valueAt(document, `${pointer}/responses`);
    if (!isObject(responses)) return [];
    return Object.entries(responses).flatMap(([status, entry]) => {
      const response = refs.follow(entry, pointer + pointerTo('responses', status));
      if (response === undefined || !isObject(response.value.links)) return [];
      const at = `${response.pointer}/links`;
      if (isSuccess(status.toUpperCase())) {
        const links = Object.entries(response.value.links);
        return links.flatMap(([name, link]) => refs.follow(link, at + pointerTo(name)) ?? []);
      }
      report(at, `links of the answer ${status}, which is no success, are not used`);
      return [];
    });
  }

  function readLink(from: Operation, { value, pointer }: Located): Handover[] {
    for (const keyword of ['requestBody', 'server']) {
      if (value[keyword] !== undefined)
        report(pointer + pointerTo(keyword), `the ${keyword} of a link is not used`);
    }
    const target = targetOf(value, operations);
    if (target === undefined) {
      const named = value.operationRef ?? value.operationId ?? 'no operation';
      const name = typeof named === 'string' ? named : 'what is no name';
      report(pointer, `the link leads to ${name}, which the document does not have; it is not used`);
      return [];
    }
    const parameters = isObject(value.parameters) ? value.parameters : {};
    return Object.entries(parameters).flatMap(([name, expression]) => {
      const at = pointer + pointerTo('parameters', name);
      const place = placeOf(target, name);
      const answer = answerPlace(from, expression);
      if (place === undefined) report(at, `${target.key} has no parameter ${name}; the link is not used`);
      else if (answer === undefined) {
        report(
          at,
          `${JSON.stringify(expression)} names no value in an answer's body or header; it is not used`,
        );
      } else if (!from.writes && target.method === 'DELETE') {
        report(at, `${from.key} makes nothing, so what it gives is not deleted; the link is not used`);
      } else return [{ from: answer, to: place }];
      return [];
    });
  }
}

/** The operation that a link names, by `operationId` or by a reference into the same document. */
function targetOf(link: Located['value'], operations: readonly Operation[]): Operation | undefined {
  if (typeof link.operationRef !== 'string') {
    return operations.find(
      ({ operationId }) => operationId !== undefined && operationId === link.operationId,
    );
  }
  if (!link.operationRef.startsWith('#/')) return undefined;
  const [paths, path, method, ...others] = pointerTokens(decoded(link.operationRef.slice(1)));
  if (paths !== 'paths' || others.length > 0) return undefined;
  return operations.find(({ key }) => key === `${method?.toUpperCase()} ${path}`);
}

/** `id`, or `path.id` where parameters of that name go to several places. */
function placeOf({ key, parameters }: Operation, name: string): VariablePlace | undefined {
  const [location, ...rest] = name.split('.');
  const named = LOCATIONS.flatMap((place) => [
    { place, wanted: location === place ? rest.join('.') : undefined },
    { place, wanted: name },
  ]);
  const found = named.find(({ place, wanted }) =>
    parameters.some((parameter) => parameter.in === place && parameter.name === wanted),
  );
  return found?.wanted === undefined ? undefined : { operation: key, in: found.place, name: found.wanted };
}

/** https://spec.openapis.org/oas/v3.0.3#runtime-expressions */
function answerPlace({ key }: Operation, expression: JsonValue): AnswerPlace | undefined {
  if (typeof expression !== 'string') return undefined;
  const [, pointer] = /^\$response\.body#((?:\/(?:[^~/]|~[01])*)+)$/.exec(expression) ?? [];
  if (pointer !== undefined) return { operation: key, in: 'body', at: pointer };
  const [, header] = /^\$response\.header\.([!#$%&'*+.^_`|~\w-]+)$/.exec(expression) ?? [];
  return header === undefined ? undefined : { operation: key, in: 'header', at: header };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
