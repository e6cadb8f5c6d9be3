import type { Resource } from '../../contract/life-cycles/life-cycles';
import type { Contract, Operation } from '../../contract/model';
import { buildSlimChecks } from '../answers/build-checks';
import { buildItem } from '../build-item';
import { freeName } from '../free-name';
import type { PostmanFolder, PostmanItem } from '../postman';
import { refusalsOf } from '../probes/expected-statuses';
import { asSent } from '../requests/as-sent';
import { buildRequest } from '../requests/build-request';
import { contractLines } from '../requests/contract-lines';
import { checkEvent, loneProbeEvent } from '../scripts/build-script';
import { stableId } from '../stable-id';
import { listChecks } from './list-checks';
import { type NamedPlace, namedPlaces } from './named-places';
import { type Cycle, type CyclePlace, type Left, variablesOf } from './plan-cycle';

/** The folder After: what was deleted is gone, and what else was made is deleted; undefined where nothing was. */
export function buildAfter(
  { deleted, left }: Cycle,
  { folder, names, taken }: CyclePlace,
  contract: Contract,
): PostmanFolder | undefined {
  const { slug } = contract;
  const gone = deleted.flatMap(({ resource }) => variablesOf(resource, contract));
  const nameOf = ({ key }: Operation) => names.get(key) ?? key;
  const item = [
    ...deleted.flatMap(({ resource, change, read, list, deleter }) => [
      ...refused('change', change, resource),
      ...refused('read', read, resource),
      ...(list === undefined ? [] : [listed(list, resource)]),
      ...refused('deleter', deleter, resource),
    ]),
    ...left.map(deletion),
  ];
  const description = [
    ...(deleted.length > 0 ? ['Tries what was deleted: it has to be gone.'] : []),
    ...(left.length > 0 ? ['Deletes what was made and is still there.'] : []),
  ].join(' ');
  return item.length === 0
    ? undefined
    : {
        id: stableId(slug, 'after', folder),
        name: freeName('After', taken, 'life cycle'),
        description,
        item,
      };

  /** A request that names what was deleted, and has to be refused; none where no refusal is documented. */
  function refused(kind: string, operation: Operation | undefined, resource: Resource): PostmanItem[] {
    const statuses = operation === undefined ? [] : refusalsOf(operation).gone;
    if (operation === undefined || statuses.length === 0) return [];
    const places = deletedPlaces(operation);
    const own = variablesOf(resource, contract).map(deletedName);
    const at = places.find((place) => place.in === 'path' && own.includes(place.variable))?.name ?? '';
    const sends = `path parameter ${at}: of what was deleted`;
    const identity = [slug, 'after', folder, kind, operation.key, resource.variable];
    const probe = { sends, expects: 'refusal', statuses, otherwise: 'broken' } as const;
    // A refusal that says "not now" elsewhere is what is looked for here.
    const { notTested: _, ...checks } = buildSlimChecks(operation, contract);
    const lines = [contractLines(operation, contract), `Probe: \`after-deletion\` at \`path ${at}\``];
    return [
      buildItem({
        id: stableId(...identity),
        name: `${nameOf(operation)}: after its deletion`,
        request: { ...asSent(buildRequest(operation, contract, places)), description: lines.join('\n\n') },
        event: loneProbeEvent(probe, checks),
      }),
    ];
  }

  function listed(operation: Operation, { variable }: Resource): PostmanItem {
    const identity = [slug, 'after', folder, 'list', operation.key, variable];
    const checks = {
      ...buildSlimChecks(operation, contract),
      ...listChecks(operation, contract),
      gone: { variable },
    };
    const lines = ['What was deleted has to be gone from it.', contractLines(operation, contract)];
    const places = deletedPlaces(operation);
    return buildItem({
      id: stableId(...identity),
      name: `${nameOf(operation)}: after its deletion`,
      request: { ...asSent(buildRequest(operation, contract, places)), description: lines.join('\n\n') },
      event: checkEvent(checks),
    });
  }

  function deletion({ resource, maker, deleter }: Left): PostmanItem {
    const identity = [slug, 'after', folder, 'deletion', deleter.key, resource.variable];
    const isShared = left.some(
      (other) => other.resource !== resource && nameOf(other.deleter) === nameOf(deleter),
    );
    const ids = deleter.parameters.filter((parameter) => parameter.in === 'path');
    const places = [
      ...namedPlaces(deleter, contract).filter((place) => place.in !== 'path'),
      ...ids.map(({ name }): NamedPlace => ({ in: 'path', name, variable: resource.variable })),
    ];
    const lines = [`Deletes what "${nameOf(maker)}" made.`, contractLines(deleter, contract)];
    return buildItem({
      id: stableId(...identity),
      name: isShared ? `${nameOf(deleter)} (${nameOf(maker)})` : nameOf(deleter),
      request: { ...asSent(buildRequest(deleter, contract, places)), description: lines.join('\n\n') },
      event: checkEvent(buildSlimChecks(deleter, contract)),
    });
  }

  /** Where a request names variables, with what is kept of deleted things in the place of their own. */
  function deletedPlaces(operation: Operation): NamedPlace[] {
    return namedPlaces(operation, contract).map((place) =>
      gone.includes(place.variable) ? { ...place, variable: deletedName(place.variable) } : place,
    );
  }
}

function deletedName(variable: string): string {
  return `deleted${variable.charAt(0).toUpperCase()}${variable.slice(1)}`;
}
