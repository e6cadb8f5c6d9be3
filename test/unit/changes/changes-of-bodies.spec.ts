import { body, bodyOf, card, cash, object, testKinds, text, whole } from '../../support/kinds-of-change';

describe('what generate tells of a change of bodies', () => {
  testKinds([
    [
      'a required body',
      {},
      body(object({})),
      ['BREAK stricter: a body is new and required'],
      ['BREAK stricter: the body is gone'],
    ],
    [
      'whether a body is required',
      body(object({}), false),
      body(object({})),
      ['BREAK stricter: the body is required now'],
      ['looser: the body is no longer required'],
    ],
    [
      'the media types of a body',
      bodyOf('application/json'),
      bodyOf('application/json', 'application/xml'),
      ['looser: body as `application/xml` is new'],
      ['BREAK stricter: body as `application/xml` is gone'],
    ],
    [
      'a required field of a body',
      body(object({ a: text })),
      body(object({ a: text, b: whole }, 'b')),
      ['BREAK stricter: body `b` is new and required (integer)'],
      ['BREAK stricter: body `b` is gone'],
    ],
    [
      'an optional field of a body, with what is in it',
      body(object({ a: text })),
      body(object({ a: text, b: object({ c: text }, 'c') })),
      ['looser: body `b` is new (object)'],
      ['BREAK stricter: body `b` is gone'],
    ],
    [
      'whether a field deep in a body is required',
      body(object({ parcels: { type: 'array', items: object({ width: whole }) } })),
      body(object({ parcels: { type: 'array', items: object({ width: whole }, 'width') } })),
      ['BREAK stricter: body `parcels[].width` is required now'],
      ['looser: body `parcels[].width` is no longer required'],
    ],
    [
      'the name of a field of a body, with what is in it',
      body(object({ from: object({ city: text }) })),
      body(object({ sender: object({ city: text }) })),
      ['BREAK different: body `from` is gone, `sender` is new: renamed?'],
      ['BREAK different: body `sender` is gone, `from` is new: renamed?'],
    ],
    [
      'two fields for two others of one type, which may be either',
      body(object({ a: text, b: text })),
      body(object({ c: text, d: text })),
      [
        'BREAK stricter: body `a` is gone',
        'BREAK stricter: body `b` is gone',
        'looser: body `c` is new (string)',
        'looser: body `d` is new (string)',
      ],
      [
        'BREAK stricter: body `c` is gone',
        'BREAK stricter: body `d` is gone',
        'looser: body `a` is new (string)',
        'looser: body `b` is new (string)',
      ],
    ],
    [
      'whether a field of a body may be null',
      body(object({ a: text })),
      body(object({ a: { type: 'string', nullable: true } })),
      ['looser: body `a`: null as well'],
      ['BREAK stricter: body `a`: null no longer'],
    ],
    [
      'whether a body may have other fields',
      body({ type: 'object' }),
      body({ type: 'object', additionalProperties: false }),
      ['BREAK stricter: body: no other fields'],
      ['looser: body: other fields as well'],
    ],
    [
      'the forms of a body',
      body({ oneOf: [card, { type: 'string', maxLength: 3 }] }),
      body({ oneOf: [card, { type: 'string', maxLength: 3 }, cash] }),
      ['looser: body `<Cash>` is new'],
      ['BREAK stricter: body `<Cash>` is gone'],
    ],
    [
      'what only the server sets, which nobody sends',
      body(object({ a: text })),
      body(object({ a: text, id: { type: 'string', readOnly: true } }, 'id')),
      [],
      [],
    ],
  ]);
});
