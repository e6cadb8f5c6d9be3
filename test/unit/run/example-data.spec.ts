import assert from 'node:assert/strict';
import { readDataFile } from '../../../scripts/run/inputs/data-file/read-data-file';
import { variableNames } from '../../../scripts/run/inputs/fill-environment';
import { novaPost } from '../../support/nova-post';
import { PROJECT } from '../../support/project';

describe('data/shipments.csv', () => {
  it('has ten shipments, between different countries that have divisions, in variables of the collection', async () => {
    const { contract, collection } = await novaPost();
    const rows = await readDataFile('data/shipments.csv', PROJECT, variableNames(collection.variable));
    const divisions = contract.operations.find(({ key }) => key === 'GET /divisions');
    const schema = divisions?.parameters.find(({ name }) => name === 'countryCodes[]')?.schema;
    const countries = JSON.stringify(schema);
    const ways = rows.map(({ senderCountry, recipientCountry }) => [senderCountry, recipientCountry]);
    assert.equal(new Set(ways.map(String)).size, 10);
    for (const [from, to] of ways) {
      assert.notEqual(from, to);
      for (const country of [from, to]) assert.ok(countries.includes(`"${country}"`), `${country}`);
    }
    for (const { parcelWeight, parcelLength, parcelWidth, parcelHeight } of rows) {
      for (const size of [parcelWeight, parcelLength, parcelWidth, parcelHeight]) {
        assert.ok(Number.isInteger(size) && Number(size) >= 1, `${size}`);
      }
    }
  });
});
