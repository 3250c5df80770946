import { closeSync, readSync } from 'node:fs';
import type { ByteSource } from '../binary/byte-source.ts';
import { openPlainFile } from '../binary/open-plain-file.ts';
import { recentMap } from '../binary/recent-map.ts';
import { Failure } from '../contract/failure.ts';

/**
 * Files that stay at hand for as long as a run lasts, in bounded memory and with a bounded number of open handles.
 * A dump names 150 images and a folder of dumps many more; each may be read from again at any time.
 */
export interface FilePool {
  /**
   * A source over a file. Its handle may be closed and opened again between reads; closing the source closes the handle.
   * @throws Failure FileNotFound, FileUnreadable; a read throws FileUnreadable when the file was changed meanwhile
   */
  open(path: string): ByteSource;
  /** Gives back every handle and all memory. Sources may still be read and open what they need again. */
  clear(): void;
  readonly openFiles: number;
  readonly cachedBytes: number;
}

const PAGE = 0x4000;

export interface FilePoolLimits {
  readonly openFiles: number;
  readonly cachedBytes: number;
}

/** Files whose pages have numbers; an entry takes some hundred bytes. */
const MOST_NUMBERED = 4096;

const LIMITS: FilePoolLimits = { openFiles: 64, cachedBytes: 0x200_0000 };

interface OpenFile {
  readonly descriptor: number;
  readonly size: number;
  /** Changes when the file's content does. */
  readonly stamp: string;
}

function unreadable(path: string, thrown: unknown): Failure {
  const { code, message } = thrown as NodeJS.ErrnoException;
  const facts = { target: path, cause: thrown };
  return code === 'ENOENT'
    ? new Failure('FileNotFound', `${path} does not exist`, facts)
    : new Failure('FileUnreadable', `${path} cannot be read: ${message}`, facts);
}

function openFile(path: string): OpenFile {
  try {
    const { descriptor, facts } = openPlainFile(path);
    return { descriptor, size: facts.size, stamp: `${facts.ino} ${facts.size} ${facts.mtimeMs}` };
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown : unreadable(path, thrown);
  }
}

function readExactly(path: string, descriptor: number, offset: number, target: Uint8Array): void {
  let filled = 0;
  while (filled < target.length) {
    let got: number;
    try {
      got = readSync(descriptor, target, filled, target.length - filled, offset + filled);
    } catch (thrown) {
      throw unreadable(path, thrown);
    }
    if (got === 0) {
      throw new Failure('FileUnreadable', `${path} was cut short while it was read`, { target: path });
    }
    filled += got;
  }
}

export function filePool(limits: FilePoolLimits = LIMITS): FilePool {
  const files = recentMap<string, OpenFile>(limits.openFiles, ({ descriptor }) => closeSync(descriptor));
  const pages = recentMap<number, Uint8Array>(Math.floor(limits.cachedBytes / PAGE));
  /** By path and stamp, where the pages of a file begin in the numbers of all pages. A file whose numbers have gone gets new ones. */
  const firstPages = recentMap<string, number>(MOST_NUMBERED);
  let nextFirst = 0;

  const firstPageOf = (path: string, size: number, stamp: string): number =>
    firstPages.getOrMake(`${stamp} ${path}`, () => {
      const first = nextFirst;
      nextFirst += Math.ceil(size / PAGE);
      return first;
    });

  function source(path: string, size: number, stamp: string): ByteSource {
    const firstPage = firstPageOf(path, size, stamp);
    const load = (offset: number, target: Uint8Array) => {
      const file = files.getOrMake(path, () => openFile(path));
      if (file.stamp !== stamp) {
        throw new Failure('FileUnreadable', `${path} was changed while it was in use`, { target: path });
      }
      readExactly(path, file.descriptor, offset, target);
      return target;
    };
    const page = (index: number) =>
      pages.getOrMake(firstPage + index, () =>
        load(index * PAGE, new Uint8Array(Math.min(PAGE, size - index * PAGE))),
      );
    const requireInside = (offset: number, length: number) => {
      if (offset >= 0 && length >= 0 && offset + length <= size) return;
      throw new Failure(
        'LayoutOutOfBounds',
        `${path}: ${length} bytes at offset 0x${offset.toString(16)} are outside its ${size} bytes`,
        { target: path, offset },
      );
    };
    return {
      name: path,
      size,
      read(offset, length) {
        requireInside(offset, length);
        if (length > PAGE) return load(offset, new Uint8Array(length));
        const first = Math.floor(offset / PAGE);
        const inPage = offset - first * PAGE;
        if (length === 0 || inPage + length <= PAGE) {
          return length === 0 ? new Uint8Array(0) : page(first).subarray(inPage, inPage + length);
        }
        const bytes = new Uint8Array(length);
        const head = page(first).subarray(inPage);
        bytes.set(head);
        bytes.set(page(first + 1).subarray(0, length - head.length), head.length);
        return bytes;
      },
      readInto(target, offset) {
        requireInside(offset, target.length);
        load(offset, target);
      },
      // A refused file is replaced in the same run, which Windows allows only where no handle is open.
      close: () => files.delete(path),
    };
  }

  return {
    open(path) {
      const { size, stamp } = files.getOrMake(path, () => openFile(path));
      return source(path, size, stamp);
    },
    clear() {
      files.clear();
      pages.clear();
    },
    get openFiles() {
      return files.size;
    },
    get cachedBytes() {
      return pages.size * PAGE;
    },
  };
}
