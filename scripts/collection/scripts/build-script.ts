import type { Checks, Probe, Schema, Settings } from '../../postman/script-data';
import type { JsonObject, JsonValue } from '../../spec/document';
import type { PostmanEvent } from '../postman';
import { stableId } from '../stable-id';
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
  slug: string,
): PostmanEvent[] {
  const head = 'contract.shared = () => (';
  const schemas =
    Object.keys(shared).length > 0 ? [`${head}${printData(shared as JsonObject, 0, head.length)});\n`] : [];
  return [
    scriptEvent('prerequest', [`const settings = ${print(settings)};\n`, ...files.preRequest].join('\n'), [
      slug,
      'collection',
    ]),
    scriptEvent('test', [...schemas, ...files.test].join('\n'), [slug, 'collection']),
  ];
}

/** A request's test: one call with what its answer is held against. */
export function checkEvent(checks: Checks, identity: string[]): PostmanEvent {
  return scriptEvent('test', `contract.check(pm, ${print(checks)});\n`, identity);
}

/** The test of a folder of probes: what the answers of all of them are held against. */
export function checksEvent(checks: Checks, slug: string): PostmanEvent {
  const assignment = `contract.checks = ${print(checks)};\n`;
  return scriptEvent('test', assignment, [slug, 'probes', checks.operation]);
}

/** A probe's test: one call with what is expected of its answer. */
export function probeEvent(probe: Probe, identity: string[]): PostmanEvent {
  return scriptEvent('test', `contract.probe(pm, ${print(probe)});\n`, identity);
}

/** The test of a probe that stands outside of their folder: it brings what its answer is held against. */
export function loneProbeEvent(probe: Probe, checks: Checks, identity: string[]): PostmanEvent {
  return scriptEvent('test', `contract.probe(pm, ${print(probe)}, ${print(checks)});\n`, identity);
}

function print(data: Settings | Checks | Probe): string {
  return printData(data as unknown as JsonValue);
}

function scriptEvent(listen: PostmanEvent['listen'], text: string, identity: string[]): PostmanEvent {
  const exec = text.replace(/\n$/, '').split('\n');
  return { listen, script: { id: stableId(...identity, listen), type: 'text/javascript', exec } };
}
