import { strictEqual } from 'node:assert/strict';
import { buildCollection } from '../../../scripts/collection/build-collection';
import { printCollection } from '../../../scripts/collection/files/print-collection';
import type { Contract } from '../../../scripts/contract/model';
import { cycleContract } from '../../support/cycle-contract';
import { describeDocument } from '../../support/describe-document';
import { smallContract } from '../../support/small-contract';
import { wholeCollection } from '../../support/whole-collection';

const scripts = { preRequest: ['// before\n'], test: ['// after\n'] };

function pieces(contract: Contract): string[] {
  return [...printCollection(buildCollection(contract, scripts))];
}

describe('printing a collection', () => {
  const withHead = (info: object) =>
    describeDocument(
      JSON.stringify({
        openapi: '3.0.3',
        info: { title: 'Odd', version: '1', ...info },
        paths: { '/p': { get: { responses: { 200: { description: 'Fine' } } } } },
      }),
    ).contract;

  const contracts: [string, Contract][] = [
    ['with folders and probes', smallContract],
    ['with what stands around requests', cycleContract],
    ['whose text looks like it', withHead({ description: '\n\t"item": []\n\t"item": [],\n"item": [' })],
  ];
  for (const [title, contract] of contracts) {
    it(`prints one ${title} as the whole is printed`, () => {
      const whole = JSON.stringify(wholeCollection(contract, scripts), null, '\t');
      strictEqual(pieces(contract).join(''), `${whole}\n`);
    });
  }

  it('makes one request at a time', () => {
    const requests = pieces(smallContract).filter((piece) => piece.includes('"request": {'));
    const names = requests.map((piece) => (JSON.parse(piece) as { name: string }).name);
    strictEqual(names[0], 'GET /clients/authorization');
    strictEqual(new Set(requests).size, requests.length);
  });
});
