import type { Contract, Operation } from '../model';
import { type Definitions, isScalar, propertiesOf } from '../schema/schema-shape';
import { camelCase } from './camel-case';
import { jsonAnswer } from './json-answer';
import type { AnswerPlace, Variable } from './life-cycles';
import type { Handover } from './read-links';
import { placeKey } from './same-place';
import { singular } from './singular';
import { variableName } from './variable-name';

/** A variable before its example and its description are made; a profile may state them. */
export type Draft = Pick<Variable, 'name' | 'source' | 'places'> & Partial<Variable>;

type GrowingDraft = Draft & { from: AnswerPlace[] };

/**
 * The variables that the contract itself speaks of: by its links, and where the answer of `POST /pets` gives the
 * `id` that `/pets/{petId}` takes. What a writing operation gives goes before what is read.
 */
export function deriveVariables(
  {
    operations,
    definitions,
    securitySchemes,
  }: Pick<Contract, 'operations' | 'definitions' | 'securitySchemes'>,
  links: readonly Handover[],
): Draft[] {
  const writing = new Set(operations.filter(({ writes }) => writes).map(({ key }) => key));
  const paths = new Map(operations.map(({ key, path }) => [key, path]));
  const taken = new Set(Object.keys(securitySchemes).map(camelCase));
  const drafts: GrowingDraft[] = [];
  const givenAt = new Map<string, GrowingDraft>();
  const sentAt = new Map<string, GrowingDraft>();
  for (const { from, to } of [
    ...links.filter((link) => writing.has(link.from.operation)),
    ...makerHandovers(operations, definitions.response),
    ...links.filter((link) => !writing.has(link.from.operation)),
  ]) {
    const known = givenAt.get(placeKey(from));
    const owner = sentAt.get(placeKey(to));
    if (owner !== undefined) {
      if (known !== undefined || !writing.has(from.operation)) continue;
      owner.from.push(from);
      givenAt.set(placeKey(from), owner);
    } else if (known !== undefined) {
      known.places.push(to);
      sentAt.set(placeKey(to), known);
    } else {
      const path = paths.get(from.operation) ?? '';
      const name = variableName(path, lastName(from.at), (each) => taken.has(each));
      taken.add(name);
      const places = [from];
      const draft: GrowingDraft = {
        name,
        source: { kind: 'answer', from: places },
        places: [to],
        from: places,
      };
      drafts.push(draft);
      givenAt.set(placeKey(from), draft);
      sentAt.set(placeKey(to), draft);
    }
  }
  return drafts.map(({ name, source, places }) => ({ name, source, places }));
}

/** What the answer of `POST /P` gives to the operations at `/P/{param}` and below. */
function makerHandovers(operations: readonly Operation[], definitions: Definitions): Handover[] {
  const makers = operations.filter(({ method, writes }) => method === 'POST' && writes);
  return makers.flatMap((maker) => {
    const below = operations.flatMap((operation) => {
      const [, parameter] = restOf(operation.path, maker.path);
      return parameter === undefined ? [] : [{ operation: operation.key, parameter }];
    });
    const answer = below.length === 0 ? undefined : jsonAnswer(maker);
    if (answer === undefined) return [];
    const fields = [...propertiesOf(answer.schema ?? true, definitions)]
      .filter(([, schema]) => isScalar(schema, definitions))
      .map(([name]) => name);
    return below.flatMap(({ operation, parameter }): Handover[] => {
      const field = fieldFor(parameter, maker.path, fields);
      if (field === undefined) return [];
      const at = `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      return [
        {
          from: { operation: maker.key, in: 'body', at },
          to: { operation, in: 'path', name: parameter },
        },
      ];
    });
  });
}

/** Where `path` goes on from `start` with a parameter that is a segment: the match, and the parameter's name. */
function restOf(path: string, start: string): string[] {
  return path.startsWith(start) ? (/^\/\{([^{}/]+)\}(?=\/|$)/.exec(path.slice(start.length)) ?? []) : [];
}

/** The field of an answer of `POST /pets` that a parameter takes: `petId` or `pet_id` its `id`, `number` its `number`. */
function fieldFor(parameter: string, path: string, fields: string[]): string | undefined {
  const owner = singular(
    path.split('/').findLast((segment) => segment !== '' && !segment.includes('{')) ?? '',
  );
  const wanted = camelCase(parameter);
  return (
    fields.find((field) => field === parameter) ??
    fields.find((field) => camelCase(field) === wanted || camelCase(`${owner} ${field}`) === wanted) ??
    (/id$/i.test(parameter) ? fields.find((field) => field === 'id') : undefined)
  );
}

/** The last token of a pointer that is no index, or the name of a header. */
function lastName(at: string): string {
  const tokens = at.split('/').map((token) => token.replaceAll('~1', ' ').replaceAll('~0', ' '));
  return tokens.findLast((token) => /\D/.test(token)) ?? 'value';
}
