import { ProblemError } from '../../spec/problem';

/** What errors of the file system mean to a person who named a folder. */
const OBSTACLES: Partial<Record<string, string>> = {
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands in the place of the file',
  EACCES: 'the file system does not permit it',
  EPERM: 'the file system does not permit it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'its folder is not there and cannot be made',
  ELOOP: 'links there lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};

/**
 * @param file as the person named it
 * @throws ProblemError UNWRITABLE where the file system refuses; other errors as they are
 */
export function orUnwritable<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw new ProblemError({
      code: 'UNWRITABLE',
      severity: 'error',
      file,
      message: `the file cannot be written: ${OBSTACLES[code] ?? code}`,
      hint: 'name another place with --out or --changes, or make room for the file there',
    });
  }
}
