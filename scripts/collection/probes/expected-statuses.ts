import type { Operation } from '../../contract/model';

/** Statuses by which a server may refuse, as the operation documents them: `401`, `4XX`, `default`. */
export interface Refusals {
  credentials: string[];
  login: string[];
  /** Of an input; of a value in the path, which may just as well be looked up and not found. */
  input: string[];
  inputInPath: string[];
  /** Of an input and nothing else: what an accepted request never gets. */
  inputOnly: string[];
  /** Of a thing that is no longer there. */
  gone: string[];
}

/** These stand for any refusal that is not named. */
const OPEN = ['4XX', 'default'];
const INPUT = ['400', '422'];
/** Too long, of another media type, header too long. */
const SIZE_AND_TYPE = ['413', '414', '415', '431'];
/** About who asks, or how often. */
const NOT_INPUT = ['401', '403', '407', '429'];

export function refusalsOf({ responses }: Operation): Refusals {
  const named = responses.map(({ status }) => status).filter((status) => /^4\d\d$/.test(status));
  const open = responses.map(({ status }) => status).filter((status) => OPEN.includes(status));
  const isOpen = open.length > 0;
  const input = [...INPUT.filter((status) => named.includes(status)), ...open];
  const others = named.filter((status) => !INPUT.includes(status) && !NOT_INPUT.includes(status));
  const refusing =
    input.length === 0 ? others : [...input, ...others.filter((status) => SIZE_AND_TYPE.includes(status))];
  return {
    credentials: ['401', '403'].filter((status) => isOpen || named.includes(status)),
    login: [...named.filter((status) => status !== '429'), ...open],
    input: refusing,
    inputInPath: named.includes('404') && !refusing.includes('404') ? [...refusing, '404'] : refusing,
    inputOnly: INPUT.filter((status) => isOpen || named.includes(status)),
    gone: [...named.filter((status) => !NOT_INPUT.includes(status)), ...open],
  };
}
