/** Bytes at a virtual address. */
export interface MemoryBlock {
  readonly address: bigint;
  readonly bytes: Uint8Array;
}
