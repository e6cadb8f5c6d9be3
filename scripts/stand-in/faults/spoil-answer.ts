import type { Operation } from '../../contract/model';
import type { Answer } from '../answers/answer-operation';
import type { Reply } from '../answers/reply';
import type { WireRequest } from '../requests/check-request';
import type { Fault, Scene } from './fault';
import type { Mischief } from './mischief';

/** A reply after the faults, and the names of those that changed it. */
export interface Spoiled {
  reply: Reply;
  faults: string[];
}

/** What the faults see of one request. */
export interface Occasion {
  request: WireRequest;
  answer: Answer;
  /** Milliseconds since 1970, by the stand-in's clock. */
  now: number;
  accept: Scene['accept'];
}

interface Course {
  fault: Fault;
  seen: number;
  memory: Map<string, string>;
}

/** The faults whose turn a request is. */
export interface Turn {
  /** What they do wrong with what is stored. */
  mischief: ReadonlySet<Mischief>;
  spoil(occasion: Occasion): Promise<Spoiled>;
}

/** Applies faults in their order; each counts its requests from the start of the stand-in. */
export function createSpoiler(
  faults: readonly Fault[],
  world: Pick<Scene, 'contract' | 'replies' | 'issuer'>,
) {
  const courses = faults.map(startOf);

  /** @param fault one more for this request alone */
  return (operation: Operation, fault: Fault | undefined): Turn => {
    const all = fault === undefined ? courses : [...courses, startOf(fault)];
    const present = all.filter((course) => isItsTurn(course, operation));
    const mischief = present.flatMap((course) => course.fault.mischief ?? []);
    return {
      mischief: new Set(mischief),
      spoil: (occasion) => spoil(present, operation, occasion),
    };
  };

  async function spoil(
    present: readonly Course[],
    operation: Operation,
    { answer, request, now, accept }: Occasion,
  ): Promise<Spoiled> {
    const { reply, jwt, flaws, struck = [] } = answer;
    const spoiled: Spoiled = { reply, faults: [] };
    for (const { fault, memory } of present) {
      const scene: Scene = { ...world, operation, request, jwt, flaws, now, memory, accept };
      const next = await fault.spoil(spoiled.reply, scene);
      const isUnfaithful = fault.mischief !== undefined && struck.includes(fault.mischief);
      if (next !== spoiled.reply || isUnfaithful) spoiled.faults.push(fault.name);
      spoiled.reply = next;
    }
    return spoiled;
  }

  function isItsTurn(course: Course, operation: Operation): boolean {
    const { fault } = course;
    if (!fault.concerns(operation, world.contract)) return false;
    const turn = course.seen - (fault.after ?? 0);
    course.seen += 1;
    return turn >= 0 && turn < (fault.times ?? Number.POSITIVE_INFINITY);
  }
}

function startOf(fault: Fault): Course {
  return { fault, seen: 0, memory: new Map() };
}
