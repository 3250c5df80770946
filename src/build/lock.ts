import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The owner writes its id right after it has made the folder: one that stays without an id has lost its owner. */
function isAbandoned(folder: string): boolean {
  try {
    return !alive(Number(readFileSync(path.join(folder, 'pid'), 'utf8')));
  } catch {
    const made = statSync(folder, { throwIfNoEntry: false });
    return made !== undefined && Date.now() - made.mtimeMs > 10_000;
  }
}

function tryTake(folder: string): boolean {
  try {
    mkdirSync(folder);
  } catch {
    return false;
  }
  writeFileSync(path.join(folder, 'pid'), String(process.pid));
  return true;
}

/**
 * Does work that only one process at a time may do, such as filling a folder of `.cache`. Test workers are processes of
 * their own, so the lock is a folder: making one is atomic everywhere. A lock of a dead owner is taken over; two
 * that take it over in the same moment may both work, so let the work end in one atomic step, such as a rename.
 */
export async function withLock<T>(folder: string, work: () => Promise<T> | T): Promise<T> {
  mkdirSync(path.dirname(folder), { recursive: true });
  while (!tryTake(folder)) {
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
    else await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
