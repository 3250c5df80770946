import type { Dump as DumpRecord } from '../../contract/generated/types.ts';
import { BLOB_KINDS } from '../../dump/blobs/blob-names.ts';
import type { Dump } from '../../dump/dump.ts';
import { readMachineFacts } from '../../dump/machine-facts.ts';

type HardwareRecord = NonNullable<DumpRecord['hardware']>;
type BlobRecord = NonNullable<DumpRecord['secondaryData']>[number];

/** The machine that wrote a dump; undefined where the dump shows nothing of it. */
export function hardwareRecord(dump: Dump): HardwareRecord | undefined {
  const facts = readMachineFacts(dump);
  return Object.keys(facts).length === 0 ? undefined : { ...facts };
}

/** The blobs of secondary data, named where Windows' own components write them. Their contents stay in the file. */
export function blobRecords(dump: Dump): BlobRecord[] {
  return dump.secondaryData().map(({ tag, offset, size }) => {
    const kind = BLOB_KINDS[tag];
    return { tag, offset, size, ...(kind && { owner: kind.owner, holds: kind.holds }) };
  });
}
