import { rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { readFileStart } from '../binary/whole-file.ts';
import { asFailure, Failure } from '../contract/failure.ts';
import type { FileStore } from '../files/port.ts';
import { isAlive } from '../files/temporary-name.ts';

/** A watch touches its mark so often. */
const TOUCH_MS = 60_000;
/** A mark that was not touched for so long is of a watch that is gone, whatever process has its id now. */
const STALE_MS = 900_000;
/** A mark holds a process id alone. */
const LONGEST_MARK = 32;

/** The mark of a watch in its folder. */
export interface WatchMark {
  /** Shows that the watch is alive; call it with every look. Never throws. */
  touch(steadyMs: number): void;
  /** Never throws; may be called twice. */
  remove(): void;
}

const markOf = (folder: string, watch: string) => path.join(folder, `.ktriage-watch-${watch}.txt`);

const ownerOf = (mark: string) => Number(readFileStart(mark, LONGEST_MARK).toString('utf8').trim());

/** The process that a mark is of, when that is alive. */
function liveOwner(mark: string, wallMs: number): number | undefined {
  try {
    const owner = ownerOf(mark);
    const age = wallMs - statSync(mark).mtimeMs;
    return Number.isInteger(owner) && isAlive(owner) && age < STALE_MS ? owner : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Marks a folder as that of a watch.
 * @throws Failure WatchRunning, DestinationNotFound, DestinationNotWritable, DiskFull, WriteFailed
 */
export function markWatch(files: FileStore, folder: string, watch: string, wallMs: number): WatchMark {
  const mark = markOf(folder, watch);
  const make = () => {
    const file = files.grow(mark, 'Restricted');
    file.append(Buffer.from(`${process.pid}\n`));
    file.close();
  };
  try {
    make();
  } catch (thrown) {
    if (asFailure(thrown).code !== 'FileExists') throw thrown;
    const owner = liveOwner(mark, wallMs);
    if (owner !== undefined) {
      throw new Failure('WatchRunning', `The watch '${watch}' runs already, as process ${owner}.`, {
        target: folder,
      });
    }
    rmSync(mark, { force: true });
    make();
  }
  let touchedMs: number | undefined;
  let isRemoved = false;
  return {
    touch(steadyMs) {
      touchedMs ??= steadyMs;
      if (steadyMs - touchedMs < TOUCH_MS) return;
      touchedMs = steadyMs;
      try {
        const now = new Date();
        utimesSync(mark, now, now);
      } catch {
        // The folder is gone; a capture reports it.
      }
    },
    remove() {
      if (isRemoved) return;
      isRemoved = true;
      try {
        if (ownerOf(mark) === process.pid) rmSync(mark);
      } catch {
        // Gone already.
      }
    },
  };
}
