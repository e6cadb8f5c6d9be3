import type { Checks, Probe, Schema, Settings } from '../../postman/script-data';
import type { JsonObject, JsonValue } from '../../spec/document';
import type { PostmanEvent } from '../postman';
import { printData } from './print-data';

/** The texts of the files under `postman/`, in the order in which they run. */
export interface ScriptFiles {
  preRequest: string[];
  test: string[];
}

/**
 * The collection's two events: its settings, or the schemas that requests share, and then our files, byte for byte.
 * The schemas are a function: no request pays for more of them than that they stand there.
 */
export function collectionEvents(
  settings: Settings,
  shared: Record<string, Schema>,
  files: ScriptFiles,
): PostmanEvent[] {
  const head = 'contract.shared = () => (';
  const schemas =
    Object.keys(shared).length > 0 ? [`${head}${printData(shared as JsonObject, 0, head.length)});\n`] : [];
  return [
    scriptEvent('prerequest', [`const settings = ${print(settings)};\n`, ...files.preRequest].join('\n')),
    scriptEvent('test', [...schemas, ...files.test].join('\n')),
  ];
}

/** A request's test: one call with what its answer is held against. */
export function checkEvent(checks: Checks): PostmanEvent {
  return scriptEvent('test', `contract.check(pm, ${print(checks)});\n`);
}

/** The test of a folder of probes: what the answers of all of them are held against. */
export function checksEvent(checks: Checks): PostmanEvent {
  return scriptEvent('test', `contract.checks = ${print(checks)};\n`);
}

/** A probe's test: one call with what is expected of its answer. */
export function probeEvent(probe: Probe): PostmanEvent {
  return scriptEvent('test', `contract.probe(pm, ${print(probe)});\n`);
}

/** The test of a probe that stands outside of their folder: it brings what its answer is held against. */
export function loneProbeEvent(probe: Probe, checks: Checks): PostmanEvent {
  return scriptEvent('test', `contract.probe(pm, ${print(probe)}, ${print(checks)});\n`);
}

function print(data: Settings | Checks | Probe): string {
  return printData(data as unknown as JsonValue);
}

function scriptEvent(listen: PostmanEvent['listen'], text: string): PostmanEvent {
  const exec = text.replace(/\n$/, '').split('\n');
  return { listen, script: { type: 'text/javascript', exec } };
}
