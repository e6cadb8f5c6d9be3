import type { Operation } from '../contract/model';
import type { Answer } from './answer-operation';
import type { Fault, Scene } from './fault';
import type { Reply } from './reply';

/** A reply after the faults, and the names of those that changed it. */
export interface Spoiled {
  reply: Reply;
  faults: string[];
}

/** Applies faults in their order; each counts its requests from the start of the stand-in. */
export function createSpoiler(
  faults: readonly Fault[],
  world: Omit<Scene, 'operation' | 'jwt' | 'now' | 'memory'>,
) {
  const courses = faults.map((fault) => ({ fault, seen: 0, memory: new Map<string, string>() }));

  return async (operation: Operation, answer: Answer, now: number): Promise<Spoiled> => {
    const spoiled: Spoiled = { reply: answer.reply, faults: [] };
    for (const course of courses) {
      const { fault, memory } = course;
      if (!fault.concerns(operation, world.contract)) continue;
      const turn = course.seen - (fault.after ?? 0);
      course.seen += 1;
      if (turn < 0 || turn >= (fault.times ?? Number.POSITIVE_INFINITY)) continue;
      const scene: Scene = { ...world, operation, jwt: answer.jwt, now, memory };
      const reply = await fault.spoil(spoiled.reply, scene);
      if (reply === spoiled.reply) continue;
      spoiled.reply = reply;
      spoiled.faults.push(fault.name);
    }
    return spoiled;
  };
}
