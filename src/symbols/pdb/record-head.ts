/** The head of a CodeView record: its length without these two bytes, then its kind (SYMTYPE of microsoft-pdb `include/cvinfo.h`). */

/** Bytes of the record at `at`, its length field included. */
export const recordLength = (records: Uint8Array, at: number): number =>
  2 + ((records[at] ?? 0) | ((records[at + 1] ?? 0) << 8));

/** S_* of the record at `at`. */
export const kindAt = (records: Uint8Array, at: number): number =>
  (records[at + 2] ?? 0) | ((records[at + 3] ?? 0) << 8);
