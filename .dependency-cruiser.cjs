/** The import law: imports run one way, and each outside package has one place. */
const stage = (name) => `^scripts/${name}/`;

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-index',
      comment: 'Barrels make circles.',
      severity: 'error',
      from: {},
      to: { path: '/index\\.(ts|js)$', pathNot: 'node_modules' },
    },
    {
      name: 'spec-imports-no-stage',
      severity: 'error',
      from: { path: stage('spec') },
      to: { path: '^scripts/', pathNot: stage('spec') },
    },
    {
      name: 'contract-imports-spec-only',
      severity: 'error',
      from: { path: stage('contract') },
      to: { path: '^scripts/', pathNot: stage('(contract|spec)') },
    },
    {
      name: 'stages-do-not-import-each-other',
      severity: 'error',
      from: { path: stage('(changes|collection|run|stand-in)') },
      to: {
        path: '^scripts/',
        pathNot: ['^scripts/$1/', stage('(contract|spec)'), '^scripts/postman/(events|script-data)\\.ts$'],
      },
    },
    {
      name: 'only-collection-reads-postman',
      severity: 'error',
      from: { path: stage('(changes|run|stand-in)') },
      to: { path: stage('postman') },
    },
    {
      name: 'postman-imports-nothing',
      severity: 'error',
      from: { path: stage('postman') },
      to: { pathNot: stage('postman') },
    },
    {
      name: 'nobody-imports-a-command',
      severity: 'error',
      from: { path: '^scripts/[a-z-]+/' },
      to: { path: '^scripts/[a-z-]+\\.ts$' },
    },
    {
      name: 'cli-is-for-commands',
      comment: 'Only commands read arguments, print, and end the process.',
      severity: 'error',
      from: { path: '^scripts/(?!cli/)[a-z-]+/' },
      to: { path: stage('cli') },
    },
    {
      name: 'newman-in-run-only',
      severity: 'error',
      from: { pathNot: stage('run') },
      to: { path: 'node_modules/newman/' },
    },
    {
      name: 'postman-collection-in-tests-only',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/postman-collection/' },
    },
    {
      name: 'http-server-in-stand-in-only',
      comment: 'collection/ may look up the texts of status codes.',
      severity: 'error',
      from: { pathNot: [stage('stand-in'), '^scripts/collection/answers/saved-answers\\.ts$'] },
      to: { path: '^(node:)?https?$', dependencyTypes: ['core'] },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
