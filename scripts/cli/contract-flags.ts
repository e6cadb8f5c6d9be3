/** What `npm run contract` understands, in the words of its `--help`. */
export const contractUsage = `
npm run contract -- [--env NAME|FILE] [--folder NAME]... [--report-dir DIR] [more flags]

Sends the requests of the collection, and tells whether the answers keep the contract.

what is sent
  --env NAME|FILE         stand-in (default, started for the run), sandbox, production, or a file
  --folder NAME           only the folders with this name, with what they do before and after;
                          may be given several times
  --no-probes             nothing that is sent to be refused: only the plain calls
  --data FILE             CSV or JSON: the plain calls, once for each row (data/shipments.csv)
  --shard I/N             the I-th of N even parts, for a machine each; npm run merge-reports joins
  --collection FILE       another collection than the project's own
  --allow-writes          also what creates, changes or deletes, where the environment does not say so
  --yes                   go on without asking: production needs it where there is no terminal
how
  --delay-request MS      pause between two requests
  --timeout-request MS    how long an answer may take (default 30000)
  --timeout MS            stop the whole run then
  --bail                  stop after the first failure
  --ssl-extra-ca-certs FILE   certificates (PEM) to trust besides Node's
  --insecure              trust any certificate
what is made of it
  --strict                a finding (a server takes what it could refuse) breaks the contract
  --report-dir DIR        write reports there: JSON, JUnit, Markdown, and the coverage of the contract
  --reporters NAMES       add reporters of newman, as its -r does, without secrets: htmlextra, or
                          json,junit; their options too: --reporter-htmlextra-export FILE
  --baseline FILE         write the checks that failed, as the profile lists known deviations
  --help                  print this

NOVAPOST_API_KEY and NOVAPOST_PHONE fill apiKey and phone, except with the stand-in. They, and
HTTP_PROXY, HTTPS_PROXY, NO_PROXY and NO_COLOR, count as they are set, or else as .env says.
Exit code: 0 the contract was kept, 1 it was broken, 2 it could not be tested.
`;

export const contractFlags = {
  env: { type: 'string', default: 'stand-in' },
  folder: { type: 'string', multiple: true, default: [] as string[] },
  'no-probes': { type: 'boolean', default: false },
  data: { type: 'string' },
  shard: { type: 'string' },
  collection: { type: 'string' },
  'allow-writes': { type: 'boolean', default: false },
  yes: { type: 'boolean', short: 'y', default: false },
  'delay-request': { type: 'string' },
  'timeout-request': { type: 'string' },
  timeout: { type: 'string' },
  bail: { type: 'boolean', default: false },
  'ssl-extra-ca-certs': { type: 'string' },
  insecure: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  'report-dir': { type: 'string' },
  reporters: { type: 'string', short: 'r', multiple: true, default: [] as string[] },
  baseline: { type: 'string' },
} as const;
