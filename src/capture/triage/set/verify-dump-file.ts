import { openFileSource } from '../../../binary/byte-source.ts';
import { Failure } from '../../../contract/failure.ts';
import { checkTriage, threadsInTriageDump } from '../call/verify-triage.ts';
import type { Addressed } from '../threads/settled.ts';

/**
 * Looks every captured thread up in the file that is on the disk.
 * @throws Failure CaptureUnverified
 */
export function verifyDumpFile(file: string, captured: readonly Addressed[]): void {
  const source = openFileSource(file);
  try {
    const { acceptable, findings, dump } = checkTriage(source);
    const addresses = captured.map(({ address }) => address);
    const there =
      acceptable &&
      dump !== undefined &&
      threadsInTriageDump(dump, addresses).every(({ object }) => object === 'Whole');
    if (there) return;
    const reason = findings[0]?.message ?? 'a thread that was in the buffer is not in the file';
    throw new Failure(
      'CaptureUnverified',
      `What was read back from ${file} is not what was written: ${reason}`,
      {
        target: file,
      },
    );
  } finally {
    source.close();
  }
}
