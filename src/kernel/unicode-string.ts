import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../binary/address.ts';
import { layout, u16, u64 } from '../binary/layout.ts';
import { type Memory, tryReadFields } from '../dump/memory/memory.ts';
import { decodeUtf16 } from '../dump/utf16.ts';

/** UNICODE_STRING of ntdef.h (64-bit); Length in bytes. */
const UNICODE_STRING = layout('UNICODE_STRING', 0x10, { Length: u16(0x0), Buffer: u64(0x8) });

/** Bytes of a name; longer ones are cut off by no file system, but no request waits for them either. */
const LONGEST_NAME = 0x800;

export interface StoredText {
  readonly text: string;
  /** The dump holds the beginning alone. */
  readonly isCut: boolean;
}

/** The text of the UNICODE_STRING at `address`; undefined when it is empty, longer than a name, or not in the dump. */
export function readUnicodeString(memory: Memory, address: VirtualAddress): StoredText | undefined {
  const fields = tryReadFields(memory, address, UNICODE_STRING);
  if (fields === undefined) return undefined;
  const { Length, Buffer } = fields;
  const length = Length - (Length % 2);
  if (length === 0 || length > LONGEST_NAME || !isKernelAddress(Buffer)) return undefined;
  const stored = memory.read(virtualAddress(Buffer), length).bytes;
  const text = decodeUtf16(stored.subarray(0, stored.length - (stored.length % 2)));
  return text === '' ? undefined : { text, isCut: stored.length < length };
}

/** The UNICODE_STRING at `offset` of the object at `address`. */
export function readNameOf(memory: Memory, address: VirtualAddress, offset: number): StoredText | undefined {
  return readUnicodeString(memory, addressAt(address, offset));
}
