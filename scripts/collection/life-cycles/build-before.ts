import type { Contract, Operation } from '../../contract/model';
import { buildSlimChecks } from '../answers/build-checks';
import { buildItem } from '../build-item';
import { freeName } from '../free-name';
import type { PostmanFolder, PostmanItem } from '../postman';
import { asSent } from '../requests/as-sent';
import { buildRequest } from '../requests/build-request';
import { contractLines } from '../requests/contract-lines';
import { checkEvent } from '../scripts/build-script';
import { stableId } from '../stable-id';
import { contractIndex } from './contract-index';
import type { Cycle, CyclePlace } from './plan-cycle';

const DESCRIPTION = 'Makes what the requests of this folder need from another one. After deletes it.';

/** The folder Before: what makes that which the folder needs; undefined where it needs nothing. */
export function buildBefore(
  { before }: Cycle,
  { folder, names, taken }: CyclePlace,
  contract: Contract,
): PostmanFolder | undefined {
  if (before.length === 0) return undefined;
  const nameOf = ({ key }: Operation) => names.get(key) ?? key;
  const item = before.map((maker) => {
    const isShared = before.some((other) => other !== maker && nameOf(other) === nameOf(maker));
    const name = isShared ? `${nameOf(maker)} (${maker.key})` : nameOf(maker);
    return makerItem(maker, name, folder, contract);
  });
  return {
    id: stableId(contract.slug, 'before', folder),
    name: freeName('Before', taken, 'life cycle'),
    description: DESCRIPTION,
    item,
  };
}

function makerItem(maker: Operation, name: string, folder: string, contract: Contract): PostmanItem {
  const identity = [contract.slug, 'before', folder, 'maker', maker.key];
  const given = (contractIndex(contract).given.get(maker.key) ?? []).map(({ name }) => `\`${name}\``);
  const description = `Gives ${given.join(', ')}.\n\n${contractLines(maker, contract)}`;
  return buildItem({
    id: stableId(...identity),
    name,
    request: { ...asSent(buildRequest(maker, contract)), description },
    event: checkEvent(buildSlimChecks(maker, contract)),
  });
}
