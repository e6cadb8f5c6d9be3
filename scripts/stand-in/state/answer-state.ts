import type { Contract } from '../../contract/model';
import type { DocumentedReplies } from '../answers/documented-replies';
import type { Mischief } from '../faults/mischief';
import { createListAnswer } from './answer-list';
import { type Asked, askedObjects } from './asked-objects';
import { changeMembers, changeObject, removeObject } from './change-object';
import { makeObject } from './make-object';
import { createOverlay } from './overlay';
import { showObjects } from './show-objects';
import { documentedValue, successReply, type Tools, withObject } from './state-answer-value';
import { type Part, planState } from './state-plan';
import type { StateAnswer, StateRequest } from './state-request';
import type { StoredObject } from './store';

/**
 * Answers a request to an operation that makes, changes, lists, deletes or needs stored things; its input is as the
 * contract wants it. Undefined: the operation has nothing to do with them.
 * `lenient`: what is wrong with the request is overlooked, as far as it can be.
 */
export type AnswerState = (
  request: Omit<StateRequest, 'asked'>,
  how?: { lenient: boolean },
) => StateAnswer | undefined;

export function createStateAnswers(contract: Contract, replies: DocumentedReplies): AnswerState {
  const { parts } = planState(contract);
  const tools: Tools = { contract, replies, overlay: createOverlay(contract, replies) };
  const answerList = createListAnswer(tools);

  return (request, { lenient } = { lenient: false }) => {
    const part = parts.get(request.operation.key);
    if (part === undefined) return undefined;
    const { operation, body, store, mischief } = request;
    const all = askedObjects(part.uses, request.request, body, { operation, contract, store });
    const revived = all.filter((one) => one.isGone && (lenient || isRevived(one, part, mischief)));
    const missing = all.find((one) => one.object === undefined || (one.isGone && !revived.includes(one)));
    if (missing !== undefined && !lenient) {
      const refusal = refuse(request, missing);
      if (refusal !== undefined) return refusal;
    }
    const asked = { ...request, asked: all.filter((one) => one.object !== undefined) };
    const answered = answer(asked, part);
    const raised = revived.length === 0 || lenient ? [] : [revivingMischief(part)];
    return { ...answered, struck: [...raised, ...answered.struck] };
  };

  function answer(asked: StateRequest, { role, uses }: Part): StateAnswer {
    if (role.is === 'maker') return makeObject(tools, asked, { ...role, uses });
    if (role.is === 'list') return answerList(asked, role.list, role.kind);
    if (role.is === 'user') return answerUser(asked);
    const object = asked.asked.find(({ use }) => use === role.target)?.object;
    // the contract documents no refusal: it promises that every id is taken
    if (object === undefined) return { reply: successReply(tools, asked, undefined), flaws: [], struck: [] };
    if (role.is === 'changer') return changeObject(tools, asked, role.target, object);
    if (role.is === 'deleter') return removeObject(tools, asked, role.target, object);
    if ('list' in role) return changeMembers(tools, asked, role, uses, object);
    const shown = documentedValue(tools, asked);
    const value = shown && withObject(tools, shown, object, role.target.kind, asked);
    return { reply: successReply(tools, asked, value), flaws: [], struck: [] };
  }

  /** What needs stored things and is not about one of them shows those that were asked for. */
  function answerUser(asked: StateRequest): StateAnswer {
    const list = contract.lifeCycles.lists[asked.operation.key];
    const [first] = asked.asked;
    if (first === undefined && list?.paging !== undefined) return answerList(asked, list, undefined);
    const shown = documentedValue(tools, asked);
    const kind = first?.use.kind;
    const named = asked.asked.filter(({ use }) => use.kind === kind).map(({ object }) => object);
    const objects = [...new Set(named)].filter((object): object is StoredObject => object !== undefined);
    const value = shown && kind && showObjects(shown, objects, kind, tools.overlay);
    return { reply: successReply(tools, asked, value), flaws: [], struck: [] };
  }

  function refuse({ operation }: Omit<StateRequest, 'asked'>, { use }: Asked): StateAnswer | undefined {
    const place = use.in === 'body' ? `body: ${use.name}` : `${use.in} parameter ${use.name}`;
    const statuses = use.in === 'body' ? [422, 404, 400] : [404, 422, 400];
    const others = operation.responses.map(({ status }) => Number(status)).filter(isOtherRefusal);
    const message = `${place}: there is no such thing`;
    const reply =
      replies.refusal(operation, statuses, message) ?? replies.refusal(operation, others, message);
    return reply && { reply, flaws: ['unknown-object'], struck: [] };
  }
}

function isRevived({ use }: Asked, part: Part, mischief: ReadonlySet<Mischief>): boolean {
  return (part.role.is !== 'deleter' || use === part.role.target) && mischief.has(revivingMischief(part));
}

function revivingMischief({ role }: Part): Mischief {
  return role.is === 'deleter' ? 'deletes-twice' : 'serves-deleted';
}

function isOtherRefusal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 429].includes(status);
}
