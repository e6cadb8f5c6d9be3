import type { Method, Operation } from '../../contract/model';
import { decodable } from './wire-query';

/** Path parameters are percent-encoded still: where a list is split is decided before decoding. */
export interface Routed {
  operation: Operation;
  pathParameters: Record<string, string>;
}

/** An operation, and others that the url does not tell from it; or what the path allows instead. */
export type Route = (Routed & { others: Routed[] }) | { allow: string[]; operation: Operation } | undefined;

interface Segment {
  /** Decoded text of a segment without parameters. */
  literal: string | undefined;
  pattern: RegExp;
  names: string[];
}

interface Template {
  operation: Operation;
  segments: Segment[];
  /** The template without its parameters' names: `/a/{}`. */
  shape: string;
}

/**
 * Finds the operation of a request: its template, or what the path allows instead, or nothing.
 *
 * A segment of plain text wins over one with a parameter, from left to right. Slashes at the beginning,
 * after the base path and at the end may be doubled or left over, as the sandbox takes them
 * (`//v.1.0//divisions/`); in between an empty segment is an empty parameter and matches nothing.
 */
export function createRouter(operations: Operation[], basePath: string) {
  const templates = operations.map(readTemplate).sort((a, b) => compare(a.segments, b.segments));

  return (method: string, path: string): Route => {
    const segments = segmentsBelow(basePath, path);
    if (segments === undefined) return undefined;
    const best = templates.find((template) => matches(template, segments));
    if (best === undefined) return undefined;
    const candidates = templates.filter(
      (template) => template.shape === best.shape && matches(template, segments),
    );
    const having = (wanted: string) => candidates.filter(({ operation }) => operation.method === wanted);
    const found = having(method);
    if (found.length === 0 && method === 'HEAD') found.push(...having('GET'));
    const [first, ...others] = found.map((template) => ({
      operation: template.operation,
      pathParameters: capture(template, segments),
    }));
    if (first === undefined) return { allow: allowed(candidates), operation: best.operation };
    return { ...first, others };
  };
}

function segmentsBelow(basePath: string, path: string): string[] | undefined {
  const base = basePath.split('/').filter((segment) => segment !== '');
  const segments = path.replace(/^\/+/, '').replace(/\/+$/, '').split('/');
  if (base.some((segment, index) => segments[index] !== segment)) return undefined;
  const below = segments.slice(base.length);
  while (below[0] === '') below.shift();
  return below;
}

function readTemplate(operation: Operation): Template {
  const shape = operation.path.replace(/\{[^}]*\}/g, '{}');
  const segments = operation.path
    .split('/')
    .filter((segment) => segment !== '')
    .map(readSegment);
  return { operation, shape, segments };
}

function readSegment(text: string): Segment {
  const names: string[] = [];
  const pattern = text
    .split(/(\{[^}]*\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&');
      names.push(part.slice(1, -1));
      return '(.+)';
    })
    .join('');
  return { literal: names.length === 0 ? text : undefined, pattern: new RegExp(`^${pattern}$`, 's'), names };
}

function matches(template: Template, segments: string[]): boolean {
  if (template.segments.length !== segments.length) return false;
  return template.segments.every(({ literal, pattern }, index) => {
    const raw = segments[index] ?? '';
    return literal === undefined ? pattern.test(raw) : raw === literal || decodable(raw) === literal;
  });
}

function capture(template: Template, segments: string[]): Record<string, string> {
  const captured: Record<string, string> = {};
  template.segments.forEach(({ pattern, names }, index) => {
    const values = pattern.exec(segments[index] ?? '')?.slice(1) ?? [];
    names.forEach((name, position) => {
      captured[name] = values[position] ?? '';
    });
  });
  return captured;
}

/** Plain text before text with a parameter in it, before a parameter alone. */
function compare(a: Segment[], b: Segment[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = rank(a[index]) - rank(b[index]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function rank(segment: Segment | undefined): number {
  if (segment === undefined || segment.literal !== undefined) return 0;
  return segment.pattern.source === '^(.+)$' ? 2 : 1;
}

function allowed(templates: Template[]): string[] {
  const methods = new Set<Method>(templates.map(({ operation }) => operation.method));
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].sort();
}
