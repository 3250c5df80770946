import { Failure } from '../contract/failure.ts';
import { type ByteSource, openFileSource } from './byte-source.ts';

function readFrom(path: string, countOf: (source: ByteSource) => number): Buffer {
  const source = openFileSource(path);
  try {
    const bytes = source.read(0, countOf(source));
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  } finally {
    source.close();
  }
}

/**
 * All bytes of a file that comes from others. What is opened is what is measured: a pipe, a device, or a larger file that takes the place
 * of a small one is refused before a byte of it is read.
 * @param most bytes that a file of its kind has at most
 * @throws Failure FileNotFound, FileUnreadable (also for a folder, a pipe, a device, and a file with more than `most` bytes)
 */
export function readWholeFile(path: string, most: number): Buffer {
  return readFrom(path, ({ size }) => {
    if (size <= most) return size;
    throw new Failure('FileUnreadable', `${path} is larger than ${most} bytes`, {
      target: path,
      advice: 'Look whether this is the file that was meant: one of its kind is smaller.',
    });
  });
}

/**
 * The first bytes of a file, at most `count`.
 * @throws Failure FileNotFound, FileUnreadable
 */
export function readFileStart(path: string, count: number): Buffer {
  return readFrom(path, ({ size }) => Math.min(count, size));
}
