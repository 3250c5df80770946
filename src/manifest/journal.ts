import { readFileSync, statSync } from 'node:fs';
import type { CaptureManifest } from '../contract/generated/types.ts';
import { validateCaptureManifest } from '../contract/generated/validators/manifest.js';

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

const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? value : []);

/** The manifest that the lines of a journal come to; undefined for a text that is none. */
export function manifestOfJournal(text: string): CaptureManifest | undefined {
  const [first = '', ...lines] = text.split('\n');
  const head = parsed(first) as CaptureManifest | undefined;
  if (typeof head !== 'object' || head === null) return undefined;
  const manifest = {
    ...head,
    interrupted: true,
    dumps: [...listOf<CaptureManifest['dumps'][number]>(head.dumps)],
    threads: [...listOf<CaptureManifest['threads'][number]>(head.threads)],
    failures: [...listOf<NonNullable<CaptureManifest['failures']>[number]>(head.failures)],
  };
  for (const line of lines) {
    const entry = parsed(line) as Partial<JournalEntry> | undefined;
    if (typeof entry !== 'object' || entry === null) continue;
    for (const dump of listOf<CaptureManifest['dumps'][number]>(entry.dumps)) manifest.dumps.push(dump);
    for (const thread of listOf<CaptureManifest['threads'][number]>(entry.threads))
      manifest.threads.push(thread);
    for (const failure of listOf<NonNullable<CaptureManifest['failures']>[number]>(entry.failures)) {
      manifest.failures.push(failure);
    }
  }
  return validateCaptureManifest(manifest) ? manifest : undefined;
}

/** The manifest that a journal comes to, marked as interrupted; undefined for anything that is no journal. */
export function readJournal(file: string): CaptureManifest | undefined {
  try {
    const facts = statSync(file);
    if (!facts.isFile() || facts.size > LARGEST_JOURNAL_BYTES) return undefined;
    return manifestOfJournal(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
