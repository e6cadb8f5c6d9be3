/**
 * `node scripts/start.cjs generate`: runs scripts/generate.ts as ts-node does, without its second and a half; and so
 * the other commands.
 *
 * TypeScript is loaded only when a file changed. What it made of the files, and what V8 made of that and of the
 * packages, is kept in node_modules/.cache. A file counts as unchanged while its time and size are; all packages
 * count as unchanged while npm's own record of them does. Without a cache, or where none can be written, it is slow
 * and works the same.
 */
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join, resolve, sep } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const PROJECT = join(__dirname, '..');
const PACKAGES = join(PROJECT, 'node_modules') + sep;
const [, , command = ''] = process.argv;
// V8 optimizes code for seconds to come. That takes a third of the CPU of what is done before it pays.
if (command === 'generate') setFlagsFromString('--interrupt-budget=600000');

const FILE = join(PACKAGES, '.cache', 'nova-post-postman', `${command}-${process.version}-${process.arch}`);

const packages = [
  stampOf(join(PACKAGES, '.package-lock.json')),
  stampOf(join(PROJECT, 'tsconfig.json')),
].join(' ');
const { index, bytes } = readCache();
/** What is kept of each file: `stamp`, for TypeScript its JavaScript as `code`, and where its V8 data lies. */
const kept = index.packages === packages ? index.modules : {};
const paths = index.packages === packages ? index.paths : {};
const scripts = new Map();
let changed = false;
let service;
/** While TypeScript itself is loaded, which is not kept: it is needed only when there is something new. */
let isTranspiling = false;

const compileAsEver = Module.prototype._compile;
Module.prototype._compile = function compile(content, file, format) {
  // ES modules, and what imports them, need what only the loader itself can hand them.
  if (isTranspiling || format === 'module' || /^\s*(import|export)\b|\bimport\(/m.test(content))
    return compileAsEver.call(this, content, file, format);
  const script = scriptOf(content, file);
  const require = Object.assign((id) => this.require(id), {
    resolve: (request, options) => Module._resolveFilename(request, this, false, options),
    main: process.mainModule,
    extensions: Module._extensions,
    cache: Module._cache,
  });
  return script.runInThisContext().call(this.exports, this.exports, require, this, file, dirname(file));
};

const resolveAsEver = Module._resolveFilename;
Module._resolveFilename = function resolveFilename(request, parent, ...rest) {
  const from = parent?.filename;
  if (isTranspiling || from?.startsWith(PACKAGES) !== true)
    return resolveAsEver.call(this, request, parent, ...rest);
  const key = `${dirname(from).slice(PACKAGES.length)} ${request}`;
  if (Object.hasOwn(paths, key)) return paths[key].startsWith('node:') ? request : PACKAGES + paths[key];
  const found = resolveAsEver.call(this, request, parent, ...rest);
  if (found.startsWith(PACKAGES)) paths[key] = found.slice(PACKAGES.length);
  else if (Module.isBuiltin(found)) paths[key] = 'node:';
  changed ||= !isTranspiling;
  return found;
};

Module._extensions['.ts'] = (module, file) => {
  const stamp = stampOf(file);
  if (kept[file]?.stamp !== stamp) {
    kept[file] = { stamp, code: transpile(file) };
    changed = true;
  }
  module._compile(kept[file].code, file);
};

process.on('exit', () => {
  if (changed) writeCache();
});

process.argv.splice(1, 2, join(__dirname, `${command}.ts`));
require(process.argv[1]);

function scriptOf(content, file) {
  const { data } = kept[file] ?? {};
  const script = new Script(Module.wrap(content.replace(/^#!.*/, '')), {
    filename: file,
    cachedData: data === undefined ? undefined : bytes.subarray(...data),
  });
  if (data === undefined || script.cachedDataRejected === true) changed = true;
  scripts.set(file, script);
  return script;
}

function transpile(file) {
  isTranspiling = true;
  service ??= require('ts-node').create({ cwd: PROJECT, transpileOnly: true });
  const code = service.compile(readFileSync(file, 'utf8'), file);
  isTranspiling = false;
  return code;
}

function writeCache() {
  const modules = {};
  const parts = [];
  let end = 0;
  for (const file of new Set([...Object.keys(kept), ...scripts.keys()])) {
    const { data } = kept[file] ?? {};
    const part =
      scripts.get(file)?.createCachedData() ?? (data && bytes.subarray(...data)) ?? Buffer.alloc(0);
    modules[file] = { ...kept[file], data: [end, end + part.length] };
    parts.push(part);
    end += part.length;
  }
  const half = `${FILE}.${process.pid}.part`;
  const text = Buffer.from(JSON.stringify({ packages, paths, modules }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  try {
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(half, Buffer.concat([length, text, ...parts]));
    renameSync(half, FILE);
  } catch {
    // The next run is as slow as this one.
  }
}

function readCache() {
  try {
    const all = readFileSync(FILE);
    const start = 4 + all.readUInt32LE(0);
    return { index: JSON.parse(all.toString('utf8', 4, start)), bytes: all.subarray(start) };
  } catch {
    return { index: { packages: '', modules: {}, paths: {} }, bytes: Buffer.alloc(0) };
  }
}

function stampOf(file) {
  const { mtimeMs, size } = statSync(resolve(file), { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs} ${size}`;
}
