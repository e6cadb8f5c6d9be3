import type { PostmanFolder, PostmanItem, PostmanRequest } from '../../scripts/collection/postman';
import type { LeftOut } from '../../scripts/contract/probe-kind';

type Probes = { folder: PostmanFolder; probe: PostmanItem }[];

/**
 * A collection's probes as a person reads them, and what was left out; the operation as a heading, then of each
 * probe its name, what it is, what it sends and the call that judges it.
 */
export function probeLines(probes: Probes, leftOut: LeftOut[]): string {
  const lines = probes.flatMap(({ folder, probe }, index) => [
    ...(probes[index - 1]?.folder === folder
      ? []
      : ['', `# ${folder.name} (${folder.description?.replaceAll('\n\n', '; ')})`]),
    '',
    probe.name,
    ...(probe.request.description ?? '').split('\n').filter((line) => line.startsWith('Probe: ')),
    ...sent(probe.request),
    ...probe.event.flatMap(({ script }) => script.exec),
  ]);
  const missing = leftOut.map(({ operation, kind, place, reason, count }) =>
    [operation, kind, place, `${reason}${count === 1 ? '' : ` (${count})`}`].filter(Boolean).join(' | '),
  );
  const whole = missing.length === 0 ? lines : [...lines, '', '# left out', '', ...missing];
  return whole.length === 0 ? '' : `${whole.join('\n').trim()}\n`;
}

/** Method, url with the values of its path, what proves who sends it, headers but `Accept`, and body. */
export function sent({ method, url, auth, body, ...request }: PostmanRequest): string[] {
  // Postman's library leaves an empty list out.
  const header = request.header ?? [];
  const path = (url.variable ?? []).map(({ key, value }) => `:${key}=${value}`);
  const headers = header
    .filter(({ key }) => key !== 'Accept' && key !== 'Content-Type')
    .map(({ key, value }) => `${key}: ${value}`);
  const type = header.find(({ key }) => key === 'Content-Type')?.value;
  const text = body?.mode === 'raw' ? body.raw.replace(/\n\s*/g, ' ') : body?.mode;
  return [
    [method, url.raw, ...path, ...(auth === undefined ? [] : [`auth: ${auth.type}`])].join(' '),
    ...headers,
    ...(text === undefined ? [] : [`${type}: ${text}`]),
  ].map((line) => `  ${line}`);
}
