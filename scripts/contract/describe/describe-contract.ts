import { NO_DIGITS } from '../../spec/digits';
import type { JsonObject, JsonValue, LocatedValue, SpecDocument } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import { placeOf } from '../../spec/place-of';
import { withDigits } from '../../spec/print-json';
import type { Problem } from '../../spec/problem';
import { checkLifeCycles } from '../life-cycles/check-life-cycles';
import { checkVariables } from '../life-cycles/check-variables';
import { deriveVariables } from '../life-cycles/derive-variables';
import { describeLifeCycles } from '../life-cycles/describe-life-cycles';
import { readLinks } from '../life-cycles/read-links';
import type { Contract, Method, Operation, Server, Tag, Testing } from '../model';
import { checkProfile, type Described } from '../profile/check-profile';
import type { Profile } from '../profile/profile';
import { createRefResolver, type Located } from '../schema/ref-resolver';
import { createSchemaTranslator } from '../schema/translate-schema';
import { createSampler } from '../values/sample-value';
import { withAlike } from './alike-operations';
import type { Reading } from './describe-content';
import { describeOperation } from './describe-operation';
import { describeSecurity, describeSecuritySchemes, reportSecurity } from './describe-security';
import { describeServers, describeServerTemplates, serversOf } from './describe-servers';
import { ownServer, withOwnServers } from './own-servers';
import { plainName } from './plain-name';
import { planFromProfile, planFromServers } from './plan-environments';
import { slug } from './slug';
import { textOf } from './text-of';

const METHODS: readonly Method[] = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

/**
 * The contract that a document and a profile promise together.
 *
 * @returns the contract, and what could not be carried over; with an error among the problems the contract
 *   is not to be used
 */
export function describeContract(
  document: SpecDocument,
  profile?: { profile: Profile; source: LocatedValue },
): { contract: Contract; problems: Problem[] } {
  const problems: Problem[] = [];
  const told = new Set<string>();
  // A schema is translated for requests and for answers: what is odd in it is told once.
  const reportAs = (code: Problem['code']) => (pointer: string, message: string, hint?: string) => {
    if (told.has(pointer + message)) return;
    told.add(pointer + message);
    const problem = { code, severity: 'warning', message, ...placeOf(document, pointer) } as const;
    problems.push(hint === undefined ? problem : { ...problem, hint });
  };
  const report = reportAs('UNSUPPORTED');
  const { digits = NO_DIGITS } = document;
  const refs = createRefResolver(document.value);
  const schemas = createSchemaTranslator(document.value, refs, report);
  const reading: Reading = {
    document: document.value,
    digits,
    refs,
    schemas,
    sampler: createSampler(document.value, refs, schemas, report, reportAs('NO_VALUE'), document.spelledAt),
    report,
  };
  const address = /^https?:\/\//i.test(document.file) ? document.file : undefined;
  const servers = describeServers(document.value, address);
  const operations = withAlike(describeOperations(reading, servers, address));
  const ownServers = operations.flatMap(({ server }) => server?.servers ?? []);
  const securitySchemes = describeSecuritySchemes(document.value.components, refs);
  if (operations.length === 0) problems.push(noOperations(document));
  if (profile !== undefined) {
    problems.push(...checkProfile(profile.profile, profile.source, { servers, operations, securitySchemes }));
  }
  const plan =
    profile?.profile.environments === undefined
      ? planFromServers(servers, document, ownServers)
      : { ...planFromProfile(profile.profile, servers, ownServers), problems: [] };
  problems.push(...plan.problems);

  const info = isObject(document.value.info) ? document.value.info : {};
  const described = applyProfile(profile?.profile ?? {}, { servers, operations, securitySchemes });
  reportSecurity(described.operations, securitySchemes, described.login, report);
  const parts = { ...described, definitions: reading.schemas.definitions };
  const derived = deriveVariables(parts, readLinks(described.operations, reading));
  const lifeCycles = describeLifeCycles(parts, derived, profile?.profile ?? {});
  if (profile !== undefined) {
    const names = derived.map(({ name }) => name);
    problems.push(...checkVariables(profile.profile, profile.source, parts, names));
    problems.push(...checkLifeCycles(profile.profile, profile.source, parts, lifeCycles));
  }
  const templates = describeServerTemplates(document.value);
  const name = profile?.profile.name ?? (textOf(info.title).trim() || document.fallbackTitle);
  const contract: Contract = {
    name,
    slug: slug(name),
    version: textOf(info.version),
    description: textOf(info.description),
    tags: describeTags(document.value.tags),
    security: describeSecurity(document.value.security),
    definitions: reading.schemas.definitions,
    environments: withOwnServers(plan.environments, operations, servers),
    hosts: plan.hosts,
    loopback: plan.loopback,
    lifeCycles: {
      ...lifeCycles,
      variables: lifeCycles.variables.map((variable) => ({
        ...variable,
        example: withDigits(variable.example, digits),
      })),
    },
    digits,
    testing: describeTesting(profile?.profile ?? {}),
    ...(profile?.profile.environments === undefined && templates.length > 0
      ? { serverTemplates: templates }
      : {}),
    ...described,
  };
  return { contract, problems };
}

function describeOperations(reading: Reading, servers: Server[], address: string | undefined): Operation[] {
  const { paths } = reading.document;
  if (!isObject(paths)) return [];
  return Object.entries(paths).flatMap(([written, entry]) => {
    const pathItem = reading.refs.follow(entry, pointerTo('paths', written));
    if (pathItem === undefined || written.startsWith('x-')) return [];
    // One that lacks its first slash, which the reader has warned of, is meant to have it.
    const path = written.startsWith('/') ? written : `/${written}`;
    if (path !== written && Object.hasOwn(paths, path)) return [];
    // 3.1 lets members stand beside a `$ref`; where both have one, that beside it is meant.
    const holders = [...siblingsOf(entry, pointerTo('paths', written)), pathItem];
    const holderOf = (member: string) => holders.find(({ value }) => value[member] !== undefined);
    return METHODS.filter((method) => isObject(holderOf(method.toLowerCase())?.value[method.toLowerCase()]))
      .sort(byPlace(holders.flatMap(({ value }) => Object.keys(value))))
      .map((method) => {
        const name = method.toLowerCase();
        const holder = holderOf(name) ?? pathItem;
        const operation = { value: holder.value[name] as JsonObject, pointer: `${holder.pointer}/${name}` };
        const described = describeOperation(path, method, holders.toReversed(), operation, reading);
        const list = operation.value.servers ?? holderOf('servers')?.value.servers;
        const server = ownServer(serversOf(list, address), servers);
        return server === undefined ? described : { ...described, server };
      });
  });
}

function siblingsOf(entry: JsonValue, pointer: string): Located[] {
  const isReference = isObject(entry) && typeof entry.$ref === 'string';
  return isReference && Object.keys(entry).length > 1 ? [{ value: entry, pointer }] : [];
}

/** Methods in the order in which the path item has them. */
function byPlace(keys: string[]): (one: Method, other: Method) => number {
  return (one, other) => keys.indexOf(one.toLowerCase()) - keys.indexOf(other.toLowerCase());
}

/** What only the profile knows: the login, which operations need it, and which ones write. */
function applyProfile(
  profile: Profile,
  described: Described,
): Described & Pick<Contract, 'login' | 'testKey'> {
  const { login } = profile;
  const testKey = described.operations.some(({ key }) => key === profile.testKey?.operation)
    ? profile.testKey
    : undefined;
  const operations = described.operations.map((operation) => ({
    ...operation,
    needsLogin: login !== undefined && operation.key !== login.operation && asksFor(operation, login.scheme),
    writes:
      profile.writes?.includes(operation.key) ||
      (operation.writes && !profile.reads?.includes(operation.key)),
  }));
  return { ...described, operations, login, testKey };
}

/** The login satisfies its scheme; a profile that names none lets it satisfy every one. */
function asksFor(operation: Operation, scheme: string | undefined): boolean {
  return operation.security.some((requirement) =>
    requirement.some((part) => scheme === undefined || part.scheme === scheme),
  );
}

function describeTesting(profile: Profile): Testing {
  return {
    inputs: profile.inputs ?? 'lenient',
    probes: profile.probes ?? 'one',
    timeLimit: profile.timeLimit,
    deviations: (profile.deviations ?? []).map((deviation) => ({ ...deviation, until: deviation.until })),
  };
}

function describeTags(tags: JsonValue | undefined): Tag[] {
  return (Array.isArray(tags) ? tags : []).filter(isObject).map((tag) => ({
    name: plainName(textOf(tag.name)),
    description: textOf(tag.description),
  }));
}

function noOperations(document: SpecDocument): Problem {
  return {
    code: 'NOT_OPENAPI',
    severity: 'error',
    ...placeOf(document, '/paths'),
    message: 'the document has no operation',
    expected: 'at least one path with a method, such as /divisions with get',
    hint: 'check that this is the whole document',
  };
}
