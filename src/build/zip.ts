import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A file of an archive. */
export interface ZipEntry {
  /** With forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly executable?: boolean;
}

/** The first moment of the format: archives of the same files are the same bytes. */
const EPOCH = new Date(1980, 0, 1);

/** Level 7 takes a quarter more of the time and makes the executables a thousandth smaller. */
export const LEVEL = 6;

/**
 * A zip of these entries, sorted by name; always the same bytes for the same entries.
 * @param compressionLevel of zlib, 0 (none) to 9
 */
export function zip(entries: readonly ZipEntry[], compressionLevel = LEVEL): Promise<Buffer> {
  const archive = new ZipFile();
  for (const { name, bytes, executable } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    archive.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, {
      mtime: EPOCH,
      mode: executable === true ? 0o100755 : 0o100644,
      compressionLevel,
      forceDosTimestamp: true,
    });
  }
  archive.end();
  return buffer(archive.outputStream);
}
