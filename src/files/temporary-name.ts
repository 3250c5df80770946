import process from 'node:process';

/** Temporary files carry the process that writes them, so that the next run can tell a dead one's from a live one's. */
const PATTERN = /^\.ktriage-(\d+)-\d+\.partial$/;

let counter = 0;

export function temporaryName(): string {
  counter += 1;
  return `.ktriage-${process.pid}-${counter}.partial`;
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
