import { existsSync, lstatSync, unlinkSync } from 'node:fs';
import { asFailure, type Failure } from '../../../contract/failure.ts';
import type { CapturedThread, TriageDump } from '../../../contract/generated/types.ts';
import type { FileProtection, FileStore, GrowingFile } from '../../../files/port.ts';
import type { Machine } from '../../../machine/port.ts';
import { type CaptureSet, captureManifest } from '../../../manifest/capture-manifest.ts';
import { journalLine } from '../../../manifest/journal.ts';
import { journalPath, manifestPath } from '../../../manifest/manifest-file.ts';
import { uniqueName } from './file-name.ts';

/** The journal of a set, beside its first dump. Its name reserves that of the manifest. */
export interface SetJournal {
  readonly manifestPath: string;
  /** Appends what is new; nothing where nothing is. @throws Failure DiskFull, WriteFailed */
  append(known: Known): void;
  /** The manifest is written: the journal has done its work. */
  remove(): void;
  /** Closes the journal. Unless it was removed, what is known stays in it. */
  close(): void;
}

/** Everything that a set holds by now. Lists only grow. */
export interface Known {
  readonly dumps: readonly TriageDump[];
  readonly threads: readonly CapturedThread[];
  readonly failures: readonly Failure[];
}

export interface JournalOptions {
  readonly machine: Machine;
  readonly files: FileStore;
  readonly firstDump: string;
  readonly protection: FileProtection;
  /** A manifest that is there may be replaced. */
  readonly replace: boolean;
  readonly created: Date;
  readonly requestedCount: number;
  readonly drivers: Parameters<typeof captureManifest>[1];
}

/** Opens a journal under the first name that is free for both journal and manifest. */
function reserve({ files, firstDump, protection, replace }: JournalOptions): [GrowingFile, manifest: string] {
  const base = firstDump.replace(/\.dmp$/i, '');
  if (replace) removeStale(journalPath(base));
  for (let from = 1; ; ) {
    const isUsed = (name: string) =>
      existsSync(journalPath(name)) || (!replace && existsSync(manifestPath(name)));
    const { free, copy } = uniqueName(base, isUsed, from);
    try {
      return [files.grow(journalPath(free), protection), manifestPath(free)];
    } catch (thrown) {
      if (asFailure(thrown).code !== 'FileExists') throw thrown;
      from = copy + 1;
    }
  }
}

/** The journal of a killed capture, after its first dump has been overwritten. */
function removeStale(journal: string): void {
  try {
    if (lstatSync(journal).isFile()) unlinkSync(journal);
  } catch {
    // None is there, or it is in use: the next free name does as well.
  }
}

/** @throws Failure DiskFull, WriteFailed, DestinationNotFound */
export function beginJournal(options: JournalOptions): SetJournal {
  const { machine, created, requestedCount, drivers } = options;
  const set = (part: Known): CaptureSet => ({ ...part, created, requestedCount });
  const [file, manifest] = reserve(options);
  let done = { dumps: 0, threads: 0, failures: 0 };
  try {
    file.append(
      journalLine(captureManifest(machine, drivers, set({ dumps: [], threads: [], failures: [] }))),
    );
  } catch (thrown) {
    file.remove();
    throw thrown;
  }
  return {
    manifestPath: manifest,
    append({ dumps, threads, failures }) {
      const fresh = {
        dumps: dumps.slice(done.dumps),
        threads: threads.slice(done.threads),
        failures: failures.slice(done.failures),
      };
      if (Object.values(fresh).every((list) => list.length === 0)) return;
      const entry = captureManifest(machine, [], set(fresh));
      file.append(
        journalLine({ dumps: entry.dumps, threads: entry.threads, failures: entry.failures ?? [] }),
      );
      done = { dumps: dumps.length, threads: threads.length, failures: failures.length };
    },
    remove: () => file.remove(),
    close: () => file.close(),
  };
}
