import { code } from '../contract/fields/words';
import { compareFields } from './compare-fields';
import { judge } from './judge';
import { mediaKey } from './media-key';
import type { Change, ReadBody } from './model';

/** What changed in the body that clients send: whether they must, as what, and its fields. */
export function compareBodies(before: ReadBody | undefined, after: ReadBody | undefined): Change[] {
  const place = 'body';
  if (before === undefined && after === undefined) return [];
  if (before === undefined) {
    const isRequired = after?.required === true;
    const text = isRequired ? 'a body is new and required' : 'a body is new';
    return [{ kind: 'body-new', ...judge(isRequired ? 'narrower' : 'wider', 'request'), place, text }];
  }
  if (after === undefined) {
    return [{ kind: 'body-gone', ...judge('narrower', 'request'), place, text: 'the body is gone' }];
  }
  const required: Change[] =
    before.required === after.required
      ? []
      : [
          {
            kind: 'body-required',
            ...judge(after.required ? 'narrower' : 'wider', 'request'),
            place,
            text: `the body ${after.required ? 'is required now' : 'is no longer required'}`,
          },
        ];
  return [...required, ...compareMedia(before, after)];
}

/** The table of fields is that of every media type that has no fields of its own. */
function compareMedia(before: ReadBody, after: ReadBody): Change[] {
  const place = 'body';
  const key = mediaKey(typesOf(before), typesOf(after));
  const was = new Map(before.types.map((media) => [key(media.type), media]));
  const is = new Map(after.types.map((media) => [key(media.type), media]));
  const both = [...is].flatMap(([name, now]) => {
    const earlier = was.get(name);
    return earlier === undefined ? [] : [{ type: now.type, was: earlier.own, is: now.own }];
  });
  const haveTable = both.some((media) => media.was === undefined && media.is === undefined);
  return [
    ...[...was.values()]
      .filter(({ type }) => !is.has(key(type)))
      .map(({ type }): Change => {
        const text = `${place} as ${code(type)} is gone`;
        return { kind: 'media-type-gone', ...judge('narrower', 'request'), place, text };
      }),
    ...[...is.values()]
      .filter(({ type }) => !was.has(key(type)))
      .map(({ type }): Change => {
        const text = `${place} as ${code(type)} is new`;
        return { kind: 'media-type-new', ...judge('wider', 'request'), place, text };
      }),
    ...both
      .filter((media) => media.was !== media.is)
      .map(({ type, ...media }): Change => {
        const areOwn = media.was !== undefined && media.is !== undefined;
        const text = `${place} as ${code(type)}: ${areOwn ? 'its fields changed; how' : 'whether its fields changed'}, this file does not tell`;
        return { kind: 'media-type-fields', ...judge('unclear', 'request'), place, text };
      }),
    ...(haveTable ? compareFields(place, before.fields, after.fields, 'request') : []),
  ];
}

function typesOf({ types }: ReadBody): string[] {
  return types.map(({ type }) => type);
}
