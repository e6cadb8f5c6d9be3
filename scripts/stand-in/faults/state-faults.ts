import type { Contract, Operation } from '../../contract/model';
import { isObject } from '../../spec/is-object';
import { pointerTo, pointerTokens, valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import { jsonOf, jsonReply } from '../answers/reply';
import { type Part, planState } from '../state/state-plan';
import type { Fault } from './fault';
import type { Mischief } from './mischief';

/** Ways of being unfaithful to what was made, changed and deleted. What is stored asks for them by their mischief. */
export const stateFaults: readonly Fault[] = [
  unfaithful('forgets-created', 'answers that it has made something, and has not', makes),
  {
    name: 'makes-no-id',
    breaks: 'leaves out the id of what it has made',
    concerns: (operation, contract) => isPart(operation, contract, makes),
    spoil(reply, { operation, contract }) {
      const made = contract.lifeCycles.resources.find(({ maker }) => maker === operation.key);
      const value = jsonOf(reply);
      if (made === undefined || value === undefined || reply.status >= 300) return reply;
      const tokens = pointerTokens(made.id);
      const name = tokens.pop() ?? '';
      const above = pointerTo(...tokens);
      const object = valueAt(value, above) ?? null;
      if (!isObject(object) || !Object.hasOwn(object, name)) return reply;
      const { [name]: _id, ...rest } = object;
      return jsonReply(reply.status, withValueAt(value, above, rest), reply.headers['Content-Type']);
    },
  },
  unfaithful('loses-changes', 'answers that it has changed something, and has not', changes),
  unfaithful('keeps-deleted', 'answers that it has deleted something, and keeps it', deletes),
  unfaithful('serves-deleted', 'takes the id of something that is deleted', takesIds),
  unfaithful('deletes-twice', 'deletes what is deleted already', deletes),
  unfaithful('list-leaves-out', 'leaves the newest item out of a list', lists),
  unfaithful(
    'list-ignores-filter',
    'lists also what was not asked for',
    ({ role }) => role.is === 'list' && Object.keys(role.list.filters).length > 0,
  ),
  unfaithful(
    'list-counts-wrong',
    'counts one more than it lists',
    ({ role }) => role.is === 'list' && role.list.paging?.total !== undefined,
  ),
  unfaithful(
    'ignores-limit',
    'fills pages with as many items as ever, whatever is asked for',
    ({ role }) => role.is === 'list' && role.list.paging?.size.parameter !== undefined,
  ),
  unfaithful(
    'ignores-page',
    'answers every page with the first one',
    ({ role }) => role.is === 'list' && role.list.paging?.page.parameter !== undefined,
  ),
];

function unfaithful(mischief: Mischief, breaks: string, strikes: (part: Part) => boolean): Fault {
  return {
    name: mischief,
    breaks,
    mischief,
    concerns: (operation, contract) => isPart(operation, contract, strikes),
    spoil: (reply) => reply,
  };
}

function isPart({ key }: Operation, contract: Contract, strikes: (part: Part) => boolean): boolean {
  const part = planState(contract).parts.get(key);
  return part !== undefined && strikes(part);
}

function makes({ role }: Part): boolean {
  return role.is === 'maker';
}

function changes({ role }: Part): boolean {
  return ['changer', 'adder', 'taker'].includes(role.is);
}

function deletes({ role }: Part): boolean {
  return role.is === 'deleter';
}

function lists({ role }: Part): boolean {
  return role.is === 'list' && role.kind !== undefined;
}

function takesIds({ role, uses }: Part): boolean {
  return role.is !== 'deleter' && uses.length > 0;
}
