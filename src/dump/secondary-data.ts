import type { ByteSource } from '../binary/byte-source.ts';
import { guidText } from '../binary/guid.ts';
import { view } from '../binary/layout.ts';
import { type Findings, placeOf } from './finding.ts';
import { DUMP_HEADER64 } from './layouts/dump-header.ts';
import { DUMP_BLOB_FILE_HEADER, DUMP_BLOB_HEADER, DUMP_BLOB_SIGNATURE } from './layouts/secondary-data.ts';

/** Data that a driver or a part of Windows added to the dump (KbTriageDumpData and bug check callbacks). */
export interface SecondaryBlob {
  /** The GUID of its owner, upper case with dashes. */
  readonly tag: string;
  /** File offset of the data. */
  readonly offset: number;
  readonly size: number;
}

/** Real dumps have some dozens. */
const MOST_BLOBS = 0x1000;

/** Where the chain of blobs is, and how its end is known. */
export interface SecondaryDataPlace {
  /** The end of the primary data. */
  readonly start: number;
  /**
   * Bytes that the file has by its writer, where a header of zeros ends the chain: so in triage dumps that the kernel
   * generates (builds 19041 to 26100), which keep old content of the disk behind it. Undefined for other writers: their
   * chain ends with the file.
   */
  readonly terminatedIn?: number | undefined;
}

/**
 * The blobs after the primary data. A file that has none there gives none. A blob header of size zero ends the chain,
 * and what follows is not looked at; a chain that leaves the file, or a file that ends before the chain does, becomes a
 * finding.
 */
export function readSecondaryData(
  source: ByteSource,
  { start, terminatedIn }: SecondaryDataPlace,
  findings: Findings,
): readonly SecondaryBlob[] {
  if (start + DUMP_BLOB_FILE_HEADER.size > source.size) return [];
  const head = view(DUMP_BLOB_FILE_HEADER, source.read(start, DUMP_BLOB_FILE_HEADER.size));
  if (new TextDecoder('latin1').decode(head.get('Signature')) !== DUMP_BLOB_SIGNATURE) return [];
  const blobs: SecondaryBlob[] = [];
  let at = start + head.get('HeaderSize');
  while (at + DUMP_BLOB_HEADER.size <= source.size && blobs.length < MOST_BLOBS) {
    const blob = view(DUMP_BLOB_HEADER, source.read(at, DUMP_BLOB_HEADER.size)).all();
    if (blob.HeaderSize === 0) return blobs;
    const offset = at + blob.HeaderSize + blob.PrePad;
    const next = offset + blob.DataSize + blob.PostPad;
    if (blob.HeaderSize < DUMP_BLOB_HEADER.size || next > source.size) {
      findings.add('truncated', 'the secondary data ends inside a blob', {
        offset: at,
        field: 'DUMP_BLOB_HEADER.DataSize',
      });
      return blobs;
    }
    blobs.push({ tag: guidText(blob.Tag), offset, size: blob.DataSize });
    at = next;
  }
  if (terminatedIn !== undefined && source.size < terminatedIn)
    findings.add(
      'truncated',
      `the file has ${source.size} of the ${terminatedIn} bytes that its header promises`,
      placeOf(DUMP_HEADER64, 0, 'RequiredDumpSpace'),
    );
  return blobs;
}
