import { mkdtempSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { filePool } from '../../src/symbols/file-pool.ts';

const root = mkdtempSync(path.join(tmpdir(), 'ktriage-pool-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const LIMITS = { openFiles: 3, cachedBytes: 0x10000 };
const contents = Array.from({ length: 8 }, (_, file) =>
  Uint8Array.from({ length: 0x9000 + file * 1000 }, (__, at) => (at * 7 + file * 31) & 0xff),
);
const paths = contents.map((bytes, index) => {
  const file = path.join(root, `file-${index}`);
  writeFileSync(file, bytes);
  return file;
});

describe('a pool of files', () => {
  it('a pool of files gives the bytes of every file while few are open and little is kept', () => {
    const pool = filePool(LIMITS);
    const sources = paths.map((file) => pool.open(file));
    fc.assert(
      fc.property(
        fc.nat(7),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(0x6000),
        (file, start, length) => {
          const content = contents[file] ?? new Uint8Array();
          const offset = Math.floor(start * content.length);
          const wanted = Math.min(length, content.length - offset);
          const got = sources[file]?.read(offset, wanted) ?? new Uint8Array();
          expect(Buffer.compare(got, content.subarray(offset, offset + wanted))).toBe(0);
          expect(pool.openFiles).toBeLessThanOrEqual(LIMITS.openFiles);
          expect(pool.cachedBytes).toBeLessThanOrEqual(LIMITS.cachedBytes);
        },
      ),
      { numRuns: 2000 },
    );
    pool.clear();
    expect([pool.openFiles, pool.cachedBytes]).toEqual([0, 0]);
    expect(sources[2]?.read(5, 1)).toEqual(contents[2]?.slice(5, 6));
    pool.clear();
  });

  it('a pool of files reports when a file is not there, goes away, or was changed between reads', () => {
    const pool = filePool(LIMITS);
    expect(() => pool.open(path.join(root, 'nothing'))).toThrow(
      expect.objectContaining({ code: 'FileNotFound' }),
    );
    expect(() => pool.open(root)).toThrow(expect.objectContaining({ code: 'FileUnreadable' }));
    const file = path.join(root, 'changing');
    writeFileSync(file, 'before');
    const source = pool.open(file);
    pool.clear();
    utimesSync(file, 1, 1);
    expect(() => source.read(0, 3)).toThrow(/was changed while it was in use/);
    pool.clear();
    unlinkSync(file);
    expect(() => source.read(0, 3)).toThrow(expect.objectContaining({ code: 'FileNotFound' }));
    pool.clear();
  });

  it('a pool of files refuses what is outside of a file', () => {
    const pool = filePool(LIMITS);
    const source = pool.open(paths[0] ?? '');
    for (const [offset, length] of [
      [-1, 1],
      [0, source.size + 1],
      [source.size, 1],
    ] as const) {
      expect(() => source.read(offset, length)).toThrow(
        expect.objectContaining({ code: 'LayoutOutOfBounds' }),
      );
    }
    pool.clear();
  });
});
