import { closeSync, constants, fstatSync, openSync, type Stats } from 'node:fs';
import { Failure } from '../contract/failure.ts';

/** Absent on Windows, where opening a pipe does not wait. */
const WITHOUT_WAITING: number = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file for reading. Never waits: a named pipe in the place of a file would hold the whole program until another program writes to
 * it, and no signal is heard meanwhile.
 * @throws Failure FileUnreadable for a folder, a pipe or a device; else what the file system throws
 */
export function openPlainFile(path: string): { readonly descriptor: number; readonly facts: Stats } {
  const descriptor = openSync(path, WITHOUT_WAITING);
  try {
    const facts = fstatSync(descriptor);
    if (facts.isDirectory())
      throw new Failure('FileUnreadable', `${path} is a folder, not a file`, {
        target: path,
        advice: `Name a file inside it, or all of a kind: ${path}${path.includes('\\') ? '\\' : '/'}*.dmp.`,
      });
    if (!facts.isFile())
      throw new Failure('FileUnreadable', `${path} is not a file`, {
        target: path,
        advice: 'Name a file on a disk: a pipe or a device cannot be read.',
      });
    return { descriptor, facts };
  } catch (thrown) {
    closeSync(descriptor);
    throw thrown;
  }
}
