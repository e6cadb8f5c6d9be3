import { equal } from 'node:assert/strict';
import { singular } from '../../../scripts/contract/life-cycles/singular';
import { isVariableName, variableName } from '../../../scripts/contract/life-cycles/variable-name';

const free = () => false;

describe('singular', () => {
  const words: [plural: string, expected: string][] = [
    ['shipments', 'shipment'],
    ['registries', 'registry'],
    ['registry', 'registry'],
    ['divisionCategories', 'divisionCategory'],
    ['statuses', 'status'],
    ['status', 'status'],
    ['houses', 'house'],
    ['addresses', 'address'],
    ['address', 'address'],
    ['boxes', 'box'],
    ['batches', 'batch'],
    ['invoices', 'invoice'],
    ['cases', 'case'],
    ['schemas', 'schema'],
    ['aliases', 'alias'],
    ['analysis', 'analysis'],
    ['movies', 'movie'],
    ['series', 'series'],
    ['people', 'person'],
    ['SalesPeople', 'SalesPerson'],
    ['children', 'child'],
    ['ids', 'id'],
    ['countryCodes', 'countryCode'],
    ['light-return', 'light-return'],
    ['as', 'as'],
  ];
  for (const [plural, expected] of words) {
    it(`of ${plural} is ${expected}`, () => equal(singular(plural), expected));
  }
});

describe('the name of a variable', () => {
  const names: [path: string, field: string, expected: string][] = [
    ['/shipments', 'id', 'shipmentId'],
    ['/shipments', 'number', 'shipmentNumber'],
    ['/shipments', 'shipmentNumber', 'shipmentNumber'],
    ['/pets', 'pet_id', 'petId'],
    ['/tracking-push/subscribers', 'id', 'subscriberId'],
    ['/shipments/light-return', 'id', 'lightReturnId'],
    ['/orders/{orderId}/items', 'id', 'itemId'],
    ['/registry', 'id', 'registryId'],
    ['/uploads', 'URL', 'uploadUrl'],
    ['/paymentLinks', 'id', 'paymentLinkId'],
    ['/orders', 'Location', 'orderLocation'],
    ['/orders', 'ordering', 'orderOrdering'],
    ['/', 'id', '_id'],
    ['/{tenant}', 'id', '_id'],
    ['/2fa', 'id', '_2faId'],
  ];
  for (const [path, field, expected] of names) {
    it(`for ${field} of ${path} is ${expected}`, () => equal(variableName(path, field, free), expected));
  }

  it('begins with more of the path where the short one is taken', () => {
    const taken = (name: string) => name === 'subscriberId';
    equal(variableName('/tracking-push/subscribers', 'id', taken), 'trackingPushSubscriberId');
    equal(variableName('/orders/{id}/subscribers', 'id', taken), 'orderSubscriberId');
  });

  it('is numbered where the path is at its end', () => {
    const taken = (name: string) => ['petId', '_petId'].includes(name);
    equal(variableName('/pets', 'id', taken), '_petId2');
  });

  it('is none that the scripts use', () => {
    equal(variableName('/phones', 'phone', free), '_phone');
    equal(variableName('/account/phones', 'phone', free), 'accountPhone');
    equal(variableName('/deleted-items', 'id', free), '_deletedItemId');
  });
});

describe('whether a variable may be called so', () => {
  for (const name of ['shipmentId', '_x', 'deleted', 'deletion', 'a1']) {
    it(`${name}: yes`, () => equal(isVariableName(name), true));
  }
  for (const name of [
    'jwt',
    'baseUrl',
    'contractRun',
    'constructor',
    '__proto__',
    'deletedShipmentId',
    '1a',
    'a-b',
    'a b',
    '',
    'відділення',
  ]) {
    it(`${name || 'an empty name'}: no`, () => equal(isVariableName(name), false));
  }
});
