import { dataViewOf } from '../../binary/data-view.ts';

/** One structure of the SMBIOS tables: its formatted part, and its texts in order. */
export interface SmbiosStructure {
  readonly type: number;
  /** From the type on. */
  readonly bytes: Uint8Array;
  readonly texts: readonly string[];
}

/** Structure types of the SMBIOS specification (DMTF DSP0134). */
export const SMBIOS_TYPE = {
  bios: 0,
  system: 1,
  board: 2,
  processor: 4,
  memoryDevice: 17,
  end: 127,
} as const;

const HEAD = 4;
/** A machine has some dozens; one of many sockets some hundreds. */
const MOST_STRUCTURES = 4096;
/** A byte numbers the texts of a structure. */
const MOST_TEXTS = 255;
/** RawSMBIOSData, as GetSystemFirmwareTable gives it: versions, then the length of the table at +4. */
const RAW_HEAD = 8;
/** Where the tables may begin: the layout of what mssmbios puts before them is not documented. */
const FARTHEST_START = 64;

/** The chain of structures from `start`; undefined when the bytes there are none. */
function chainAt(bytes: Uint8Array, start: number): readonly SmbiosStructure[] | undefined {
  const structures: SmbiosStructure[] = [];
  let at = start;
  while (at + HEAD <= bytes.length && structures.length < MOST_STRUCTURES) {
    const [type = 0, length = 0] = bytes.subarray(at, at + 2);
    if (length < HEAD || at + length > bytes.length) return undefined;
    let next = at + length;
    const texts: string[] = [];
    // Texts end with a zero each, and their list with one more; without texts there are two zeros.
    while (next < bytes.length && bytes[next] !== 0) {
      const end = bytes.indexOf(0, next);
      if (end < 0 || texts.length === MOST_TEXTS) return undefined;
      texts.push(Buffer.from(bytes.subarray(next, end)).toString('latin1').trim());
      next = end + 1;
    }
    next += texts.length === 0 ? 2 : 1;
    structures.push({ type, bytes: bytes.subarray(at, at + length), texts });
    if (type === SMBIOS_TYPE.end) return structures;
    at = next;
  }
  // A table may be cut to the room that the dump had.
  return structures.length > 1 ? structures : undefined;
}

/** The structures of the SMBIOS tables in a blob, wherever in it they begin; empty when there are none. */
export function readSmbios(bytes: Uint8Array): readonly SmbiosStructure[] {
  const starts = [RAW_HEAD, ...Array.from({ length: FARTHEST_START }, (_, at) => at)];
  for (const start of starts) {
    const structures = chainAt(bytes, start);
    if (structures?.some(({ type }) => type === SMBIOS_TYPE.system || type === SMBIOS_TYPE.bios))
      return structures;
  }
  return [];
}

/** The text that the byte at `offset` numbers; undefined where the structure has none. */
export function smbiosText({ bytes, texts }: SmbiosStructure, offset: number): string | undefined {
  const number = bytes[offset] ?? 0;
  return number === 0 ? undefined : texts[number - 1] || undefined;
}

/** The size of a memory device in bytes (DSP0134, 7.18.5); undefined where none is installed or the size is unknown. */
export function memoryDeviceBytes({ bytes }: SmbiosStructure): number | undefined {
  if (bytes.length < 0xe) return undefined;
  const data = dataViewOf(bytes);
  const size = data.getUint16(0xc, true);
  if (size === 0 || size === 0xffff) return undefined;
  if (size === 0x7fff)
    return bytes.length < 0x20 ? undefined : (data.getUint32(0x1c, true) & 0x7fffffff) * 2 ** 20;
  return (size & 0x7fff) * ((size & 0x8000) === 0 ? 2 ** 20 : 2 ** 10);
}
