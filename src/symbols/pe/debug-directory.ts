import { guidDigits } from '../../binary/guid.ts';
import { view } from '../../binary/layout.ts';
import type { PdbIdentity } from '../identity.ts';
import { DEBUG_DIRECTORY, DEBUG_TYPE_CODEVIEW, RSDS, RSDS_SIGNATURE } from './headers.ts';
import type { PeImage } from './image.ts';

/** What the linker recorded about the PDB that it wrote beside the image. */
export interface PdbReference extends PdbIdentity {
  /** Name, or the path on the build machine. */
  readonly path: string;
}

/** Entries that are looked at: linkers write fewer than ten. */
const MOST_ENTRIES = 64;
/** Longest record that is read: the path is at most MAX_PATH characters in every known linker. */
const LONGEST_RECORD = 0x1000;

/** The PDB of an image, or undefined when the image names none or that part of it is not there. */
export function pdbReferenceOf(image: PeImage): PdbReference | undefined {
  const range = image.directory('debug');
  if (range === undefined) return undefined;
  const count = Math.min(MOST_ENTRIES, Math.floor(range.size / DEBUG_DIRECTORY.size));
  for (let index = 0; index < count; index++) {
    const entryBytes = image.read(range.rva + index * DEBUG_DIRECTORY.size, DEBUG_DIRECTORY.size);
    if (entryBytes === undefined) return undefined;
    const entry = view(DEBUG_DIRECTORY, entryBytes).all();
    if (entry.Type !== DEBUG_TYPE_CODEVIEW || entry.SizeOfData <= RSDS.size) continue;
    const size = Math.min(entry.SizeOfData, LONGEST_RECORD);
    const record =
      entry.AddressOfRawData === 0
        ? image.readFile?.(entry.PointerToRawData, size)
        : image.read(entry.AddressOfRawData, size);
    if (record === undefined) continue;
    const rsds = view(RSDS, record);
    if (rsds.get('signature') !== RSDS_SIGNATURE) continue;
    const end = record.indexOf(0, RSDS.size);
    const text = record.subarray(RSDS.size, end < 0 ? record.length : end);
    return {
      guid: guidDigits(rsds.get('guid')),
      age: rsds.get('age'),
      path: new TextDecoder().decode(text),
    };
  }
  return undefined;
}
