import { Failure } from '../contract/failure.ts';
import { openFileSource } from './byte-source.ts';

/**
 * All bytes of a file that comes from others. What is opened is what is measured: a pipe, a device, or a larger file that takes the place
 * of a small one is refused before a byte of it is read.
 * @param most the size in bytes from which the file is none of its kind
 * @throws Failure FileNotFound, FileUnreadable (also for a folder, a pipe, a device, and a file with more than `most` bytes)
 */
export function readWholeFile(path: string, most: number): Buffer {
  const source = openFileSource(path);
  try {
    const { size } = source;
    if (size > most)
      throw new Failure('FileUnreadable', `${path} is larger than ${most} bytes`, { target: path });
    const bytes = source.read(0, size);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  } finally {
    source.close();
  }
}

/**
 * The first bytes of a file, at most `count`.
 * @throws Failure FileNotFound, FileUnreadable
 */
export function readFileStart(path: string, count: number): Buffer {
  const source = openFileSource(path);
  try {
    const bytes = source.read(0, Math.min(count, source.size));
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  } finally {
    source.close();
  }
}
