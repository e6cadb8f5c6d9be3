/** Files of this folder that make up the collection's pre-request script, in this order, after the settings. */
export const preRequestFiles = [
  'before-request.js',
  'where-to.js',
  'jwt.js',
  'login.js',
  'before-probe.js',
  'variables.js',
  'fill-in.js',
  'look-up.js',
  'send-again.js',
  'keep-answer.js',
  'run-memory.js',
  'secrets.js',
] as const;

/** Files of this folder that make up the collection's test script, in this order. */
export const testFiles = [
  'after-answer.js',
  'check-answer.js',
  'check-probe.js',
  'check-list.js',
  'check-created.js',
  'check-content.js',
  'check-body.js',
  'formats.js',
  'check-jwt.js',
] as const;
