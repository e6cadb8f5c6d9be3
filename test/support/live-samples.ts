import type { Contract, Operation } from '../../scripts/contract/model';
import type { JsonValue } from '../../scripts/spec/document';
import { valueAt } from '../../scripts/spec/json-pointer';
import { withValueAt } from '../../scripts/spec/with-value-at';
import type { StandIn } from '../../scripts/stand-in/start-stand-in';
import { planState } from '../../scripts/stand-in/state/state-plan';

/** Requests out of a contract's own samples, with what earlier answers gave in the places that need it. */
export interface LiveSamples {
  /** By name of the variable. */
  values: Map<string, JsonValue>;
  /** Makers before users, what takes out after what reads, deleters last. */
  inOrder: Operation[];
  request(standIn: Pick<StandIn, 'url'>, operation: Operation, jwt?: string): Request;
  /** Keeps what an answer gives to later requests. */
  keep(operation: Operation, answer: JsonValue): void;
}

export function createLiveSamples(contract: Contract): LiveSamples {
  const values = new Map<string, JsonValue>();
  const { variables } = contract.lifeCycles;

  function withValues(operation: Operation): Operation {
    const places = variables.flatMap(({ name: variable, places: all }) =>
      all.filter((place) => place.operation === operation.key).map((place) => ({ ...place, variable })),
    );
    const parameters = operation.parameters.map((parameter) => {
      const place = places.find((each) => each.in === parameter.in && each.name === parameter.name);
      const value = place && values.get(place.variable);
      return value === undefined ? parameter : { ...parameter, sample: value };
    });
    const { requestBody } = operation;
    const [media] = requestBody?.content ?? [];
    if (media === undefined || requestBody === undefined) return { ...operation, parameters };
    const sample = places.reduce((body, { in: where, name, variable }) => {
      const value = where === 'body' ? values.get(variable) : undefined;
      const isText = typeof valueAt(body, name) === 'string';
      return value === undefined ? body : withValueAt(body, name, isText ? String(value) : value);
    }, media.sample);
    return { ...operation, parameters, requestBody: { ...requestBody, content: [{ ...media, sample }] } };
  }

  function request(standIn: Pick<StandIn, 'url'>, operation: Operation, jwt?: string): Request {
    const { method, parameters, requestBody, path: template } = withValues(operation);
    const url = new URL(standIn.url);
    const headers: Record<string, string> = jwt === undefined ? {} : { Authorization: jwt };
    let path = template;
    for (const { in: place, name, sample } of parameters) {
      if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(String(sample)));
      if (place === 'header') headers[name] = String(sample);
      if (place === 'query') {
        for (const value of [sample].flat()) {
          url.searchParams.append(name, name === 'apiKey' ? 'stand-in-public-key' : String(value));
        }
      }
    }
    url.pathname += path;
    const [media] = requestBody?.content ?? [];
    if (media === undefined) return new Request(url, { method, headers });
    headers['Content-Type'] = media.type;
    return new Request(url, { method, headers, body: JSON.stringify(media.sample) });
  }

  function keep({ key }: Operation, answer: JsonValue): void {
    for (const { name, source } of variables) {
      if (source.kind !== 'answer') continue;
      const place = source.from.find(({ operation }) => operation === key);
      const value = place && valueAt(answer, place.at);
      if (value !== undefined) values.set(name, value);
    }
  }

  return { values, inOrder: ordered(contract), request, keep };
}

function ordered(contract: Contract): Operation[] {
  const { parts } = planState(contract);
  const rankOf = ({ key }: Operation) => {
    const part = parts.get(key);
    if (part?.role.is === 'maker') return part.uses.length === 0 ? 0 : 1;
    return ['taker', 'deleter'].indexOf(part?.role.is ?? '') + 3;
  };
  const isDeleter = ({ key }: Operation) => parts.get(key)?.role.is === 'deleter';
  const sorted = [...contract.operations].sort((a, b) => rankOf(a) - rankOf(b));
  return [...sorted.filter((each) => !isDeleter(each)), ...sorted.filter(isDeleter).reverse()];
}
