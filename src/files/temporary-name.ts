import path from 'node:path';
import process from 'node:process';
import { Failure } from '../contract/failure.ts';

/** Temporary files carry the process that writes them, so that the next run can distinguish those of dead processes. */
const PATTERN = /^\.ktriage-(\d+)-\d+\.partial$/;

let counter = 0;

/**
 * Creates something under a temporary name of the folder. A dead process that had our id may have left a file of the same name,
 * so a taken name is passed over.
 */
export function underTemporaryName<T>(folder: string, create: (file: string) => T): [file: string, made: T] {
  for (;;) {
    counter += 1;
    const file = path.join(folder, `.ktriage-${process.pid}-${counter}.partial`);
    try {
      return [file, create(file)];
    } catch (thrown) {
      if (!(thrown instanceof Failure) || thrown.code !== 'FileExists') throw thrown;
    }
  }
}

/** The process that a temporary file belongs to; undefined for any other file. */
export function ownerOfTemporaryName(name: string): number | undefined {
  const match = PATTERN.exec(name);
  return match === null ? undefined : Number(match[1]);
}

/** Whether a process with this id is alive. Our own counts as alive; one that we may not signal is alive too. */
export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
