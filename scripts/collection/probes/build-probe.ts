import type { Contract } from '../../contract/model';
import { buildItem } from '../build-item';
import type { PostmanField, PostmanItem, PostmanRequest } from '../postman';
import { asSent } from '../requests/as-sent';
import { NO_AUTH } from '../requests/build-auth';
import { buildRequest } from '../requests/build-request';
import { probeEvent } from '../scripts/build-script';
import { stableId } from '../stable-id';
import type { Field, PlannedProbe } from './planned-probe';
import { workingPlaces } from './working-places';

/** A probe as an item: the plain request but for one thing, without what it does not send. */
export function buildProbe(probe: PlannedProbe, contract: Contract): PostmanItem {
  const { kind, place, name, expected } = probe;
  const identity = [contract.slug, probe.operation.key, 'probe', kind, place, expected.sends];
  const { operation, change } = probe;
  // Without the credentials of any scheme; what replaces them is put in afterwards.
  const sender = change.credentials === undefined ? operation : { ...operation, security: [] };
  // What is to be refused needs no values that work.
  const places = expected.expects === 'acceptance' ? workingPlaces(probe, contract) : [];
  const request = changed(asSent(buildRequest(sender, contract, places)), probe);
  const description = `Sends ${expected.sends}.\n\nProbe: \`${kind}\` at \`${place}\``;
  return buildItem({
    id: stableId(...identity),
    name,
    request: { ...request, description },
    event: probeEvent(expected),
  });
}

function changed(request: PostmanRequest, { change }: PlannedProbe): PostmanRequest {
  const { method, credentials, text, raw, mediaType } = change;
  let out = request;
  if (method !== undefined) out = { ...out, method };
  if (raw !== undefined) out = { ...out, body: { mode: 'raw', raw, options: { raw: { language: 'text' } } } };
  if (mediaType !== undefined) out = withField(out, { in: 'header', name: 'Content-Type', value: mediaType });
  if (text !== undefined) out = withField(out, text);
  if (credentials !== undefined) {
    const { value, ...field } = credentials;
    out = { ...out, auth: NO_AUTH };
    out = value === undefined ? withoutField(out, field) : withField(out, { ...field, value });
  }
  return out;
}

/** The request with a header or a query field of that value, in its place where it has one. */
function withField(request: PostmanRequest, { in: place, name, value }: Field): PostmanRequest {
  if (place === 'header') return { ...request, header: put(request.header, name, value) };
  return { ...request, url: { ...request.url, query: put(request.url.query ?? [], name, value) } };
}

function put(fields: PostmanField[], name: string, value: string): PostmanField[] {
  if (!fields.some((field) => isNamed(field, name))) return [...fields, { key: name, value }];
  return fields.map((field) => {
    if (!isNamed(field, name)) return field;
    // Cookies share a header.
    return { ...field, value: name === 'Cookie' ? `${field.value}; ${value}` : value };
  });
}

/** A parameter may describe the credential once more. */
function withoutField(request: PostmanRequest, { in: place, name }: Omit<Field, 'value'>): PostmanRequest {
  const rest = (fields: PostmanField[]) => fields.filter((field) => !isNamed(field, name));
  if (name === 'Cookie') return request;
  if (place === 'header') return { ...request, header: rest(request.header) };
  return { ...request, url: { ...request.url, query: rest(request.url.query ?? []) } };
}

function isNamed({ key }: PostmanField, name: string): boolean {
  return key.toLowerCase() === name.toLowerCase();
}
