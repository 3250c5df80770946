import type { ByteSource } from '../../binary/byte-source.ts';

/** The container of a PDB, plain or compressed: numbered streams. */
export interface StreamFile {
  readonly streamCount: number;
  /**
   * A stream as a source of its own; undefined for 0xFFFF and for a stream that was deleted. Only what is read of it is fetched from the file.
   * @throws Failure SymbolsUnreadable when there is no such number, or the stream's place cannot be right
   */
  stream(index: number): ByteSource | undefined;
}
