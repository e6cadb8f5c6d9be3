import { SMALL } from './small-files';

/** A contract that is good. */
export const SPEC = `${SMALL}servers:\n  - url: https://api.example.test/v1\n`;
const LOGIN = `login:
  operation: GET /parcels
  apiKey: { in: query, name: key }
  jwt: /jwt
  send: { in: header, name: Authorization }
  lifetime: 3600
  source: https://docs.example.test
`;

/** What a person hands in, and the one line that it ends with. */
export interface Situation {
  it: string;
  /** Files beside the good `spec.yaml`. */
  files?: Record<string, string>;
  args: string[];
  code: string;
  /** `FILE:LINE #POINTER`, as far as there is one. */
  place?: string;
  /** What the line says after the place. */
  says: RegExp;
}

const withSpec = (
  it: string,
  name: string,
  text: string,
  rest: Omit<Situation, 'it' | 'files' | 'args'>,
) => ({
  it,
  files: { [name]: text },
  args: ['--spec', name, '--out', 'out'],
  ...rest,
});
const withProfile = (it: string, text: string, rest: Omit<Situation, 'it' | 'files' | 'args'>) => ({
  it,
  files: { 'profile.yaml': text },
  args: ['--spec', 'spec.yaml', '--profile', 'profile.yaml', '--out', 'out'],
  ...rest,
});

export const SITUATIONS: Situation[] = [
  {
    it: 'a file that is not there',
    args: ['--spec', 'specs.yaml', '--out', 'out'],
    code: 'UNREADABLE_SOURCE',
    place: 'specs.yaml',
    says: /no such file.* Hint: did you mean spec\.yaml/,
  },
  withSpec('an empty file', 'a.yaml', '', { code: 'EMPTY_SOURCE', place: 'a.yaml', says: /empty.* Hint: / }),
  {
    it: 'a folder without a contract',
    files: { 'notes/a.yaml': 'a: 1\n', 'notes/b.md': '# Notes\n' },
    args: ['--spec', 'notes', '--out', 'out'],
    code: 'NOT_OPENAPI',
    place: 'notes',
    says: /no OpenAPI document; 2 files looked at.* Hint: /,
  },
  withSpec('an HTML page', 'a.json', '<!DOCTYPE html>\n<html></html>\n', {
    code: 'HTML_INSTEAD',
    place: 'a.json:1',
    says: /HTML.* Hint: .*sign-in/,
  }),
  withSpec('a page without an OpenAPI block', 'a.md', '# Page\n\n```json\n{ "a": 1 }\n```\n', {
    code: 'NO_OPENAPI_BLOCK',
    place: 'a.md',
    says: /no OpenAPI document.* Hint: /,
  }),
  withSpec('invalid YAML', 'a.yaml', "openapi: 3.0.3\ninfo: 'Parcels\npaths: {}\n", {
    code: 'INVALID_SYNTAX',
    place: 'a.yaml:4',
    says: /quote/,
  }),
  withSpec('invalid JSON', 'a.json', '{\n  "openapi": "3.0.3",\n  "info": [ }\n}\n', {
    code: 'INVALID_SYNTAX',
    place: 'a.json:3',
    says: /\]/,
  }),
  withSpec('a key that stands twice', 'a.yaml', `${SPEC}paths: {}\n`, {
    code: 'INVALID_SYNTAX',
    place: 'a.yaml:13 #/paths',
    says: /`paths` stands twice, first on line 5.* Hint: /,
  }),
  withSpec(
    'a dangling $ref',
    'a.yaml',
    SPEC.replace('description: Fine', '$ref: "#/components/responses/Fine"'),
    {
      code: 'DANGLING_REF',
      place: 'a.yaml:10 #/paths/~1parcels/get/responses/200/$ref',
      says: /#\/components\/responses\/Fine leads nowhere.* Hint: /,
    },
  ),
  withSpec('Swagger 1.2', 'a.yaml', "swagger: '1.2'\ninfo: { title: Parcels, version: '1' }\npaths: {}\n", {
    code: 'UNSUPPORTED_VERSION',
    place: 'a.yaml:1 #/swagger',
    says: /1\.2.* Hint: convert/,
  }),
  withSpec(
    'Swagger 2.0 without a host',
    'a.yaml',
    "swagger: '2.0'\ninfo: { title: Parcels, version: '1' }\nbasePath: /v1\npaths: { /a: { get: { responses: {} } } }\n",
    {
      code: 'INVALID_DOCUMENT',
      place: 'a.yaml:3 #/basePath',
      says: /"\/v1" names no host.* Hint: .*profile/,
    },
  ),
  withSpec(
    'a document without an operation',
    'a.yaml',
    SPEC.replace(/paths:.*servers/s, 'paths: {}\nservers'),
    {
      code: 'NOT_OPENAPI',
      place: 'a.yaml:5 #/paths',
      says: /no operation.* Hint: /,
    },
  ),
  withSpec('a document without a server', 'a.yaml', SMALL, {
    code: 'INVALID_DOCUMENT',
    place: 'a.yaml:1 #/servers',
    says: /names no host.* Hint: .*profile/,
  }),
  withProfile('a profile with a login that the contract lacks', LOGIN.replace('/parcels', '/login'), {
    code: 'PROFILE_MISMATCH',
    place: 'profile.yaml:2 #/login/operation',
    says: /no operation GET \/login.* Hint: .*GET \/parcels/,
  }),
  withProfile('a profile whose apiKey the login does not take', LOGIN, {
    code: 'PROFILE_MISMATCH',
    place: 'profile.yaml:3 #/login/apiKey',
    says: /no query parameter key.* Hint: /,
  }),
  withProfile(
    'a profile with a server that the contract lacks',
    'environments:\n  test:\n    server: https://b.test\n',
    {
      code: 'PROFILE_MISMATCH',
      place: 'profile.yaml:3 #/environments/test/server',
      says: /no server https:\/\/b\.test.* Hint: .*https:\/\/api\.example\.test\/v1/,
    },
  ),
  withProfile('a profile with a key that is none', 'name: Parcels\nenvironmets: {}\n', {
    code: 'INVALID_PROFILE',
    place: 'profile.yaml:2 #/environmets',
    says: /`environmets`.* Hint: did you mean environments/,
  }),
  withProfile(
    'a profile with an apiKey of a real server',
    'environments:\n  test:\n    server: https://api.example.test/v1\n    apiKey: k-1\n',
    {
      code: 'INVALID_PROFILE',
      place: 'profile.yaml:4 #/environments/test/apiKey',
      says: /`apiKey`.* Hint: take it out/,
    },
  ),
  {
    it: 'a profile that is not there',
    args: ['--spec', 'spec.yaml', '--profile', 'profile.yaml', '--out', 'out'],
    code: 'UNREADABLE_SOURCE',
    place: 'profile.yaml',
    says: /no such file.* Hint: /,
  },
  { it: 'an unknown flag', args: ['--outdir', 'out'], code: 'USAGE', says: /'--outdir'.* Hint: .*--help/ },
  { it: 'a flag without its value', args: ['--spec'], code: 'USAGE', says: /--spec.* Hint: .*--help/ },
  {
    it: 'an empty value',
    args: ['--spec', 'spec.yaml', '--out', ''],
    code: 'USAGE',
    says: /--out is given an empty value/,
  },
  {
    it: 'a file that no flag names',
    args: ['spec.yaml'],
    code: 'USAGE',
    says: /spec\.yaml.* Hint: .*--help/,
  },
  {
    it: 'two files that describe one operation differently',
    files: { 'a.yaml': SPEC.replace("'200'", "'204'") },
    args: ['--spec', 'spec.yaml', '--spec', 'a.yaml', '--out', 'out'],
    code: 'INVALID_DOCUMENT',
    place: 'a.yaml:7 #/paths/~1parcels/get',
    says: /GET \/parcels .* spec\.yaml:7.* Hint: /,
  },
  ...(['--check', undefined] as const).map((check) => ({
    it: `--out that is a file${check === undefined ? '' : ', under --check'}`,
    args: ['--spec', 'spec.yaml', '--out', 'spec.yaml', ...(check === undefined ? [] : [check])],
    code: 'UNWRITABLE',
    place: 'spec.yaml/collections/parcels.postman_collection.json',
    says: /a file stands where a folder is needed.* Hint: .*--out/,
  })),
  {
    it: '--out below a file',
    args: ['--spec', 'spec.yaml', '--out', 'spec.yaml/deep/out'],
    code: 'UNWRITABLE',
    place: 'spec.yaml/deep/out/collections/parcels.postman_collection.json',
    says: /a file stands where a folder is needed/,
  },
  {
    it: 'a file in the place of the second folder',
    files: { 'half/environments': '' },
    args: ['--spec', 'spec.yaml', '--out', 'half'],
    code: 'UNWRITABLE',
    place: 'half/environments/api-example-test.postman_environment.json',
    says: /a file stands where a folder is needed/,
  },
  {
    it: 'a folder in the place of a file, where the changes could be written',
    files: { 'half/environments/api-example-test.postman_environment.json/x': '' },
    args: ['--spec', 'spec.yaml', '--out', 'half', '--changes', 'changes.md'],
    code: 'UNWRITABLE',
    place: 'half/environments/api-example-test.postman_environment.json',
    says: /a folder stands in the place of the file/,
  },
];
