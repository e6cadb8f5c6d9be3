import {
  answer,
  answers,
  card,
  cash,
  header,
  object,
  testKinds,
  text,
  whole,
} from '../../support/kinds-of-change';

describe('what generate tells of a change of answers', () => {
  testKinds([
    [
      'a status of success',
      answers('200'),
      answers('200', '202'),
      ['promises more: answer 202 is new'],
      ['BREAK promises less: answer 202 is gone'],
    ],
    [
      'statuses of failure',
      answers('200', '404', '503'),
      answers('200'),
      ['promises less: answers 404, 503 are gone'],
      ['promises more: answers 404, 503 are new'],
    ],
    [
      'a status for a range that has it',
      answers('201'),
      answers('2XX'),
      ['promises less: answer 201 is gone (2XX is left)', 'promises more: answer 2XX is new'],
      ['BREAK promises less: answer 2XX is gone', 'promises more: answer 201 is new'],
    ],
    [
      'the media type of an answer',
      { responses: { 200: { description: 'Fine', content: { 'application/json': {} } } } },
      { responses: { 200: { description: 'Fine', content: { 'text/csv': {} } } } },
      [
        'BREAK promises less: answer 200 as `application/json` is gone',
        'promises more: answer 200 as `text/csv` is new',
      ],
      [
        'BREAK promises less: answer 200 as `text/csv` is gone',
        'promises more: answer 200 as `application/json` is new',
      ],
    ],
    [
      'a field of an answer',
      answer(object({ a: text })),
      answer(object({ a: text, b: whole })),
      ['promises more: answer 200 `b` is new (integer)'],
      ['BREAK promises less: answer 200 `b` is gone'],
    ],
    [
      'the name of a field of an answer',
      answer(object({ items: { type: 'array', items: object({ id: whole }) } })),
      answer(object({ items: { type: 'array', items: object({ key: whole }) } })),
      ['BREAK different: answer 200 `items[].id` is gone, `items[].key` is new: renamed?'],
      ['BREAK different: answer 200 `items[].key` is gone, `items[].id` is new: renamed?'],
    ],
    [
      'whether a field of an answer is promised',
      answer(object({ a: text }, 'a')),
      answer(object({ a: text })),
      ['BREAK promises less: answer 200 `a` may be missing now'],
      ['promises more: answer 200 `a` is always there now'],
    ],
    [
      'whether a field of an answer may be null',
      answer(object({ a: text })),
      answer(object({ a: { type: 'string', nullable: true } })),
      ['BREAK promises less: answer 200 `a`: null as well'],
      ['promises more: answer 200 `a`: null no longer'],
    ],
    [
      'the values that come in an answer',
      answer(object({ a: { type: 'string', enum: ['x'] } })),
      answer(object({ a: { type: 'string', enum: ['x', 'y'] } })),
      ['BREAK promises less: answer 200 `a`: now also `y`'],
      ['promises more: answer 200 `a`: no longer `y`'],
    ],
    [
      'the type of an answer itself',
      answer({ type: 'array', items: text }),
      answer(object({ a: text })),
      [
        'BREAK different: answer 200: object, was array',
        'BREAK promises less: answer 200 `[]` may be anything now',
        'promises more: answer 200 `a` is new (string)',
      ],
      [
        'BREAK different: answer 200: array, was object',
        'BREAK promises less: answer 200 `a` is gone',
        'promises more: answer 200 `[]`: string, was any',
      ],
    ],
    [
      'the forms of an answer',
      answer({ oneOf: [card, { type: 'string', maxLength: 3 }] }),
      answer({ oneOf: [card, { type: 'string', maxLength: 3 }, cash] }),
      ['BREAK promises less: answer 200 `<Cash>` is new'],
      ['promises more: answer 200 `<Cash>` is gone'],
    ],
    [
      'whether an answer may have other fields, for which readers are ready',
      answer({ type: 'object', additionalProperties: false }),
      answer({ type: 'object' }),
      ['promises less: answer 200: other fields as well'],
      ['promises more: answer 200: no other fields'],
    ],
    [
      'a header of an answer',
      header(),
      header({ schema: whole }),
      ['promises more: answer 200 header `X-Count` is new'],
      ['BREAK promises less: answer 200 header `X-Count` is gone'],
    ],
    [
      'whether a header is promised, and its type',
      header({ required: true, schema: whole }),
      header({ schema: text }),
      [
        'BREAK promises less: answer 200 header `X-Count` may be missing now',
        'BREAK different: answer 200 header `X-Count`: string, was integer',
      ],
      [
        'BREAK different: answer 200 header `X-Count`: integer, was string',
        'promises more: answer 200 header `X-Count` is always there now',
      ],
    ],
  ]);
});
