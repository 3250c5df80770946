import type { ByteSource } from '../binary/byte-source.ts';
import { guidText } from '../binary/guid.ts';
import { view } from '../binary/layout.ts';
import type { Findings } from './finding.ts';
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

/**
 * The blobs after the primary data, which ends at `start`. A file that has none there gives none; a chain that leaves
 * the file ends with a finding.
 */
export function readSecondaryData(
  source: ByteSource,
  start: number,
  findings: Findings,
): readonly SecondaryBlob[] {
  if (start + DUMP_BLOB_FILE_HEADER.size > source.size) return [];
  const head = view(DUMP_BLOB_FILE_HEADER, source.read(start, DUMP_BLOB_FILE_HEADER.size));
  if (new TextDecoder('latin1').decode(head.get('Signature')) !== DUMP_BLOB_SIGNATURE) return [];
  const blobs: SecondaryBlob[] = [];
  let at = start + head.get('HeaderSize');
  while (at + DUMP_BLOB_HEADER.size <= source.size && blobs.length < MOST_BLOBS) {
    const blob = view(DUMP_BLOB_HEADER, source.read(at, DUMP_BLOB_HEADER.size)).all();
    const offset = at + blob.HeaderSize + blob.PrePad;
    const next = offset + blob.DataSize + blob.PostPad;
    if (blob.HeaderSize < DUMP_BLOB_HEADER.size || next > source.size) {
      findings.add('truncated', 'the secondary data ends inside a blob', {
        offset: at,
        field: 'DUMP_BLOB_HEADER.DataSize',
      });
      break;
    }
    blobs.push({ tag: guidText(blob.Tag), offset, size: blob.DataSize });
    at = next;
  }
  return blobs;
}
