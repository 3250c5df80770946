import { type ByteSource, openFileSource } from '../../../binary/byte-source.ts';
import { Failure } from '../../../contract/failure.ts';
import { checkTriage, threadsInTriageDump } from '../call/verify-triage.ts';
import type { Addressed } from '../threads/settled.ts';

/** Bytes that are compared at a time. */
const PIECE = 0x1_0000;
const piece = Buffer.alloc(PIECE);

/** Whether a file holds exactly these bytes. */
function holds(source: ByteSource, bytes: Uint8Array): boolean {
  if (source.size !== bytes.length) return false;
  for (let at = 0; at < bytes.length; at += PIECE) {
    const wanted = bytes.subarray(at, at + PIECE);
    const read = piece.subarray(0, wanted.length);
    if (source.readInto === undefined) read.set(source.read(at, wanted.length));
    else source.readInto(read, at);
    if (!read.equals(wanted)) return false;
  }
  return true;
}

/** The first thing that is wrong with a dump that is not the one that was written. */
function difference(source: ByteSource, captured: readonly Addressed[]): string {
  const { acceptable, findings, dump } = checkTriage(source);
  const [finding] = findings;
  if (!acceptable && finding !== undefined) return finding.message;
  const addresses = captured.map(({ address }) => address);
  const isWhole =
    dump !== undefined && threadsInTriageDump(dump, addresses).every(({ object }) => object === 'Whole');
  return isWhole ? 'bytes are not the same' : 'a thread that was in the buffer is not in the file';
}

/**
 * Compares every byte of the file that is on the disk with the dump that was verified in memory.
 * @throws Failure CaptureUnverified, with the reason that reading the file as a dump gives
 */
export function verifyDumpFile(file: string, bytes: Uint8Array, captured: readonly Addressed[]): void {
  const source = openFileSource(file);
  try {
    if (holds(source, bytes)) return;
    throw new Failure(
      'CaptureUnverified',
      `What was read back from ${file} is not what was written: ${difference(source, captured)}`,
      {
        target: file,
      },
    );
  } finally {
    source.close();
  }
}
