import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DigitKeeper } from '../digits';
import type { LocatedValue } from '../document';
import { htmlProblem } from '../pages/html-problem';
import { parseText } from '../parse/parse-text';
import { type Problem, ProblemError } from '../problem';
import { shownAddress } from '../sources/address';
import type { FetchLimits } from '../sources/fetch-text';
import { readText } from '../sources/read-text';

/** More files than any contract has; each costs a read, or a fetch. */
const MAX_FILES = 2_000;

/** What a reference leads to: a parsed file, and what references in it are relative to. */
export interface OpenFile {
  located: LocatedValue;
  location: string;
}

export interface Permissions {
  /** Real paths of folders, and addresses that end in `/`, within which references may lead. */
  folders: readonly string[];
  allowOutside: boolean;
  allowRemote: boolean;
  limits?: FetchLimits | undefined;
}

/** Why a reference is not followed: for the problem at its place. */
export type Refusal = Pick<Problem, 'code' | 'message' | 'hint'>;

/** Opens the files that references lead to, each once. */
export interface FileOpener {
  /**
   * @param from the location of the text that holds the reference
   * @param file the reference without its fragment
   * @throws ProblemError where the file is there and cannot be used
   */
  open(from: string, file: string): Promise<OpenFile | Refusal>;
  /** What is odd in the files. */
  readonly warnings: Problem[];
}

/**
 * @param known files that are open already
 * @param cwd what the names of files are shown relative to
 * @param keeper keeps the digits of large integers
 */
export function createFileOpener(
  known: OpenFile[],
  cwd: string,
  permissions: Permissions,
  keeper: DigitKeeper,
): FileOpener {
  const files = new Map<string, Promise<OpenFile | Refusal>>(
    known.map((file) => [file.location, Promise.resolve(file)]),
  );
  const warnings: Problem[] = [];
  return { open, warnings };

  function open(from: string, file: string): Promise<OpenFile | Refusal> {
    const target = resolveLocation(from, file);
    if (typeof target !== 'string') return Promise.resolve(target);
    const known = files.get(target);
    if (known !== undefined) return known;
    const opened = files.size >= MAX_FILES ? tooMany(file) : read(target, file);
    files.set(target, opened);
    return opened;
  }

  function read(target: string, ref: string): Promise<OpenFile | Refusal> {
    return isRemote(target) ? fetchFile(target, ref) : readFile(target, ref);
  }

  async function readFile(path: string, ref: string): Promise<OpenFile | Refusal> {
    const { real, exists } = await realPlace(path);
    const isInside = permissions.folders.some((folder) => isWithin(real, folder));
    if (!isInside && !permissions.allowOutside) {
      return refusal(
        `the reference ${ref} leads out of the folder of the specification`,
        'copy what it leads to into that folder, or allow it with --allow-outside',
      );
    }
    if (!exists) return dangling(ref, `there is no file ${shown(path)}`);
    const name = shown(path);
    return parse(await readText(name, cwd), name, path);
  }

  async function fetchFile(address: string, ref: string): Promise<OpenFile | Refusal> {
    const reason = forbidden(address);
    if (reason !== undefined) {
      return refusal(`the reference ${shownReference(ref)} leads ${reason.message}`, reason.hint);
    }
    const { fetchText }: typeof import('../sources/fetch-text') = require('../sources/fetch-text');
    const fetched = await fetchText(address, permissions.limits, (next) => forbidden(next)?.message);
    return parse(fetched.text, shownAddress(address), fetched.address);
  }

  /** Remote documents are read only when asked for, except beside one that was named itself. */
  function forbidden(address: string): { message: string; hint: string } | undefined {
    const { origin, href } = new URL(address);
    if (permissions.allowRemote || permissions.folders.some((folder) => href.startsWith(folder)))
      return undefined;
    const sameServer = permissions.folders.some(
      (folder) => isRemote(folder) && new URL(folder).origin === origin,
    );
    if (!sameServer) {
      return {
        message: 'to another server',
        hint: 'copy what it leads to into a file and refer to that, or allow it with --allow-remote',
      };
    }
    if (permissions.allowOutside) return undefined;
    return {
      message: 'out of the folder of the specification',
      hint: 'allow it with --allow-outside',
    };
  }

  function parse(text: string, name: string, location: string): OpenFile {
    const markup = htmlProblem(text, name);
    if (markup !== undefined) throw new ProblemError(markup);
    const parsed = parseText(text, name, 1, keeper);
    warnings.push(...parsed.warnings);
    return { located: parsed.located, location };
  }

  function shown(path: string): string {
    const near = relative(cwd, path);
    return near === '' || near.startsWith(join('..', '..', '..')) ? path : near;
  }
}

/** The absolute path or the address that a reference without its fragment names. */
function resolveLocation(from: string, file: string): string | Refusal {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(file)?.[1]?.toLowerCase();
  if (scheme === 'file') {
    try {
      return fileURLToPath(file);
    } catch {
      return dangling(file, 'the url names no file');
    }
  }
  if (isRemote(from) || scheme === 'http' || scheme === 'https' || file.startsWith('//')) {
    const base = isRemote(from) ? from : 'https://localhost/';
    if (!URL.canParse(file, base)) return dangling(file, 'it is no url');
    const url = new URL(file, base);
    url.hash = '';
    if (isRemote(url.href)) return url.href;
    return refusal(`the reference ${shownReference(file)} has a scheme that is not read`, 'refer to a file');
  }
  if (scheme !== undefined && file.startsWith(`${scheme}://`)) {
    return refusal(`the reference ${shownReference(file)} has a scheme that is not read`, 'refer to a file');
  }
  return resolve(dirname(from), decoded(file).replaceAll('\\', '/'));
}

function isRemote(location: string): boolean {
  return /^https?:\/\//i.test(location);
}

/** File names are no urls, but references are: `a%20b.yaml` is `a b.yaml`. */
function decoded(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

/** Where a path leads, links followed; of one that is not there, as far as it is. */
async function realPlace(path: string): Promise<{ real: string; exists: boolean }> {
  try {
    return { real: await realpath(path), exists: true };
  } catch {
    const parent = dirname(path);
    if (parent === path) return { real: path, exists: false };
    return { real: join((await realPlace(parent)).real, basename(path)), exists: false };
  }
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function shownReference(ref: string): string {
  return isRemote(ref) ? shownAddress(ref) : ref;
}

async function tooMany(ref: string): Promise<Refusal> {
  return refusal(`the reference ${ref} leads to more than ${MAX_FILES} files`, 'bundle them');
}

function refusal(message: string, hint: string): Refusal {
  return { code: 'UNSUPPORTED', message, hint };
}

function dangling(ref: string, reason: string): Refusal {
  return {
    code: 'DANGLING_REF',
    message: `the reference ${ref} leads nowhere: ${reason}`,
    hint: 'correct its path, which is relative to the file that it stands in',
  };
}
