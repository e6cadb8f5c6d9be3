import { cpus, totalmem } from 'node:os';

/** The machine in one line, with nothing that tells whose it is. */
export function describeMachine(): string {
  const models = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${models[0]?.model.trim() ?? 'unknown CPU'}, ${models.length} cores, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}
