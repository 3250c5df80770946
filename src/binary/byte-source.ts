import { closeSync, readSync } from 'node:fs';
import { Failure } from '../contract/failure.ts';
import { openPlainFile } from './open-plain-file.ts';

/**
 * Bytes that are read by position and never whole. A file, a buffer in a test, later a compressed or remote file.
 * Synchronous on purpose: readers are pure functions over it, and a dump's page is one system call away.
 */
export interface ByteSource {
  /** How messages name it, usually the path. */
  readonly name: string;
  /** Total size in bytes. */
  readonly size: number;
  /**
   * Exactly `length` bytes from `offset`. The result may be a view that the caller must not write to.
   * @throws Failure LayoutOutOfBounds when the range is not inside the source, FileUnreadable when the system fails.
   */
  read(offset: number, length: number): Uint8Array;
  /**
   * The same into memory of the caller, as many bytes as it has. Absent where `read` gives views without copying.
   * @throws Failure LayoutOutOfBounds, FileUnreadable
   */
  readInto?(target: Uint8Array, offset: number): void;
  /** Gives back what the source holds open; a second call does nothing. */
  close(): void;
}

function requireInside(source: ByteSource, offset: number, length: number): void {
  if (offset >= 0 && length >= 0 && offset + length <= source.size) return;
  throw new Failure(
    'LayoutOutOfBounds',
    `${source.name}: ${length} bytes at offset 0x${offset.toString(16)} are outside its ${source.size} bytes`,
    { target: source.name, offset },
  );
}

/** A source over bytes in memory; reads are views, nothing is copied. */
export function bytesSource(bytes: Uint8Array, name = 'memory'): ByteSource {
  const source: ByteSource = {
    name,
    size: bytes.length,
    read(offset, length) {
      requireInside(source, offset, length);
      return bytes.subarray(offset, offset + length);
    },
    close: () => undefined,
  };
  return source;
}

/** Bytes that are read into a larger piece of memory, and the largest read that is. */
const SLAB = 0x10000;
const LARGEST_IN_SLAB = 0x1000;

function openFailure(path: string, thrown: unknown): Failure {
  const code = (thrown as NodeJS.ErrnoException).code;
  if (code === 'ENOENT')
    return new Failure('FileNotFound', `${path} does not exist`, { target: path, cause: thrown });
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure('FileUnreadable', `${path} cannot be read: ${reason}`, { target: path, cause: thrown });
}

/**
 * Opens a file for reading by position.
 * @throws Failure FileNotFound, FileUnreadable (also for a folder or a device)
 */
export function openFileSource(path: string): ByteSource {
  let opened: ReturnType<typeof openPlainFile>;
  try {
    opened = openPlainFile(path);
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown : openFailure(path, thrown);
  }
  const { descriptor } = opened;
  const { size } = opened.facts;
  let open: number | undefined = descriptor;
  let slab = Buffer.allocUnsafeSlow(0);
  let used = 0;

  function fill(target: Uint8Array, at: number, offset: number, length: number): void {
    if (open === undefined)
      throw new Failure('Internal', `${path} was read after it was closed`, { target: path });
    for (let filled = 0; filled < length; ) {
      let got: number;
      try {
        got = readSync(open, target, at + filled, length - filled, offset + filled);
      } catch (thrown) {
        throw openFailure(path, thrown);
      }
      // The file shrank after it was opened.
      if (got === 0) requireInside({ ...source, size: offset + filled }, offset, length);
      filled += got;
    }
  }

  /**
   * For a page, making memory of its own costs more than reading it. A caller that keeps what was read for long should keep
   * a copy, because it holds its whole slab.
   */
  function readSmall(offset: number, length: number): Uint8Array {
    if (used + length > slab.length) {
      slab = Buffer.allocUnsafeSlow(SLAB);
      used = 0;
    }
    fill(slab, used, offset, length);
    const bytes = new Uint8Array(slab.buffer, slab.byteOffset + used, length);
    used += length;
    return bytes;
  }

  const source: ByteSource = {
    name: path,
    size,
    read(offset, length) {
      requireInside(source, offset, length);
      if (length <= LARGEST_IN_SLAB) return readSmall(offset, length);
      const bytes = new Uint8Array(length);
      fill(bytes, 0, offset, length);
      return bytes;
    },
    readInto(target, offset) {
      requireInside(source, offset, target.length);
      fill(target, 0, offset, target.length);
    },
    close() {
      if (open !== undefined) closeSync(open);
      open = undefined;
    },
  };
  return source;
}
