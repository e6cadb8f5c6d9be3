import type { Operation } from '../contract/model';
import type { Answer } from './answer-operation';
import type { WireRequest } from './check-request';
import type { Fault, Scene } from './fault';
import type { Reply } from './reply';

/** A reply after the faults, and the names of those that changed it. */
export interface Spoiled {
  reply: Reply;
  faults: string[];
}

/** What the faults see of one request. */
export interface Occasion {
  operation: Operation;
  request: WireRequest;
  answer: Answer;
  /** Milliseconds since 1970, by the stand-in's clock. */
  now: number;
  /** A fault for this request alone. */
  fault: Fault | undefined;
}

interface Course {
  fault: Fault;
  seen: number;
  memory: Map<string, string>;
}

/** Applies faults in their order; each counts its requests from the start of the stand-in. */
export function createSpoiler(
  faults: readonly Fault[],
  world: Pick<Scene, 'contract' | 'replies' | 'issuer'>,
) {
  const courses = faults.map(startOf);

  return async ({ operation, request, answer, now, fault }: Occasion): Promise<Spoiled> => {
    const spoiled: Spoiled = { reply: answer.reply, faults: [] };
    const { jwt, flaws } = answer;
    for (const course of fault === undefined ? courses : [...courses, startOf(fault)]) {
      if (!isItsTurn(course, operation)) continue;
      const { memory } = course;
      const scene: Scene = { ...world, operation, request, jwt, flaws, now, memory };
      const reply = await course.fault.spoil(spoiled.reply, scene);
      if (reply === spoiled.reply) continue;
      spoiled.reply = reply;
      spoiled.faults.push(course.fault.name);
    }
    return spoiled;
  };

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
