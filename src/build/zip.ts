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

/** Level 9 takes twice the time of 7 and makes the executables a thousandth smaller. */
const LEVEL = 7;

/** A zip of these entries, sorted by name; always the same bytes for the same entries. */
export function zip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const archive = new ZipFile();
  for (const { name, bytes, executable } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    archive.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, {
      mtime: EPOCH,
      mode: executable === true ? 0o100755 : 0o100644,
      compressionLevel: LEVEL,
      forceDosTimestamp: true,
    });
  }
  archive.end();
  return buffer(archive.outputStream);
}
