import { deepStrictEqual, match } from 'node:assert/strict';
import { describeContract } from '../../../scripts/contract/describe/describe-contract';
import { describeServers, serversOf } from '../../../scripts/contract/describe/describe-servers';
import type { JsonObject, JsonValue } from '../../../scripts/spec/document';

const urlsOf = (document: JsonObject, address?: string) =>
  describeServers(document, address).map(({ url }) => url);
const address = 'https://docs.example.test/api/v3/openapi.json';
const paths = { '/a': { get: { responses: { 200: { description: 'Fine' } } } } };

describe('the servers of a document', () => {
  it('have the defaults of their variables, else the first of the enum, and no slash at the end', () => {
    const variables = { a: { default: 'x' }, b: { enum: ['y', 'z'] }, port: { default: 8443 } };
    deepStrictEqual(urlsOf({ servers: [{ url: 'https://{a}.{b}.test:{port}/v1//', variables }] }), [
      'https://x.y.test:8443/v1',
    ]);
  });

  it('keep a name that no variable declares, whatever objects have', () => {
    deepStrictEqual(urlsOf({ servers: [{ url: 'https://{toString}.test', variables: {} }] }), [
      'https://{toString}.test',
    ]);
  });

  it('are relative to where the document was fetched, and the root of that where there are none', () => {
    deepStrictEqual(urlsOf({ servers: [{ url: '/api/v3' }, { url: '../v4/' }] }, address), [
      'https://docs.example.test/api/v3',
      'https://docs.example.test/api/v4',
    ]);
    deepStrictEqual(urlsOf({}, address), ['https://docs.example.test']);
    deepStrictEqual(urlsOf({ servers: [{ url: '/api/v3' }] }), ['/api/v3']);
  });

  it('are those of a path where only paths have some', () => {
    deepStrictEqual(urlsOf({ paths: { '/a': { get: { servers: [{ url: 'https://a.test/' }] } } } }), [
      'https://a.test',
    ]);
  });

  it('know the urls that other values of an enum give, unless there are too many', () => {
    const digits: JsonValue[] = [...'0123456789'];
    const variables = { r: { default: 'eu', enum: ['eu', 'us'] }, v: { default: '1' } };
    deepStrictEqual(serversOf([{ url: 'https://{r}.test/{v}', variables }])[0]?.alternatives, [
      'https://eu.test/1',
      'https://us.test/1',
    ]);
    const many = { a: { enum: digits }, b: { enum: digits }, c: { enum: digits } };
    deepStrictEqual(serversOf([{ url: 'https://{a}{b}{c}.test', variables: many }]), [
      { url: 'https://000.test', description: '' },
    ]);
  });

  it('make a relative one a problem only where nobody knows what it is relative to', () => {
    const value = { openapi: '3.0.3', info: { title: 'A', version: '1' }, servers: [{ url: '/v1' }], paths };
    const describe = (file: string) =>
      describeContract({ value, file, lineOf: () => 1, fallbackTitle: 'A page' });
    const [problem] = describe('spec.yaml').problems;
    match(problem?.message ?? '', /the server url "\/v1" names no host/);
    deepStrictEqual(describe(address).problems, []);
    deepStrictEqual(
      describe(address).contract.environments.map(({ baseUrl }) => baseUrl),
      ['https://docs.example.test/v1'],
    );
  });
});
