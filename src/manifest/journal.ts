import { readWholeFile } from '../binary/whole-file.ts';
import type { CaptureManifest } from '../contract/generated/types.ts';
import { isManifest } from './is-manifest.ts';
import { isSparse } from './json-density.ts';

/**
 * The journal of a capture: what its manifest is going to hold, line by line as it becomes known. The first line is a manifest
 * without dumps and threads; each later line is what one batch added. The manifest takes its place at the end, so a journal
 * that is found belongs to a capture that was killed, or that still runs.
 */
export const JOURNAL_SUFFIX = '.ktriage.journal';

/** What one line after the first adds. */
export type JournalEntry = Pick<CaptureManifest, 'dumps' | 'threads' | 'failures'>;

/** One line of a journal. */
export function journalLine(value: CaptureManifest | JournalEntry): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

/** A journal takes fewer bytes than its manifest; what is larger than any manifest is none. */
const LARGEST_JOURNAL_BYTES = 128 * 1024 * 1024;

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The end of the capture may have cut the last line off.
    return undefined;
  }
}

/** Lines that are no JSON: the end of a capture cuts one off. Text that is full of them is no journal. */
const MOST_DAMAGED_LINES = 16;

/** The lines of a text that hold something, one at a time. */
function* linesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end;
    if (next > at) yield text.slice(at, next);
    at = next + 1;
  }
}

const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? value : []);

/** The manifest that the lines of a journal come to; undefined for a text that is none. */
export function manifestOfJournal(text: string): CaptureManifest | undefined {
  const lines = linesOf(text);
  const head = parsed(lines.next().value ?? '') as CaptureManifest | undefined;
  if (typeof head !== 'object' || head === null) return undefined;
  const manifest = {
    ...head,
    interrupted: true,
    dumps: [...listOf<CaptureManifest['dumps'][number]>(head.dumps)],
    threads: [...listOf<CaptureManifest['threads'][number]>(head.threads)],
    failures: [...listOf<NonNullable<CaptureManifest['failures']>[number]>(head.failures)],
  };
  let damagedLines = 0;
  for (const line of lines) {
    const entry = parsed(line) as Partial<JournalEntry> | undefined;
    if (typeof entry !== 'object' || entry === null) {
      damagedLines += 1;
      if (damagedLines > MOST_DAMAGED_LINES) return undefined;
      continue;
    }
    for (const dump of listOf<CaptureManifest['dumps'][number]>(entry.dumps)) manifest.dumps.push(dump);
    for (const thread of listOf<CaptureManifest['threads'][number]>(entry.threads))
      manifest.threads.push(thread);
    for (const failure of listOf<NonNullable<CaptureManifest['failures']>[number]>(entry.failures)) {
      manifest.failures.push(failure);
    }
  }
  return isManifest(manifest) ? manifest : undefined;
}

/** The manifest that a journal comes to, marked as interrupted; undefined for anything that is no journal. */
export function readJournal(file: string): CaptureManifest | undefined {
  try {
    const bytes = readWholeFile(file, LARGEST_JOURNAL_BYTES);
    return isSparse(bytes) ? manifestOfJournal(bytes.toString('utf8')) : undefined;
  } catch {
    return undefined;
  }
}
