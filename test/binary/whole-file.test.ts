import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { readFileStart, readWholeFile } from '../../src/binary/whole-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-whole-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = path.join(folder, 'small.json');
writeFileSync(file, 'twelve bytes');
/** Larger than Node reads at once; a file system with holes stores none of it. */
const huge = path.join(folder, 'huge.ptr');
writeFileSync(huge, 'PATH:C:\\symbols');
truncateSync(huge, 5 * 2 ** 30);

describe('a small file that comes from others', () => {
  it('a small file that comes from others is read whole up to its bound, and refused from there', () => {
    expect(readWholeFile(file, 12).toString()).toBe('twelve bytes');
    expect(() => readWholeFile(file, 11)).toThrow(
      expect.objectContaining({
        code: 'FileUnreadable',
        facts: { target: file, advice: expect.stringContaining('one of its kind is smaller') },
      }),
    );
    expect(() => readWholeFile(huge, 4096)).toThrow(/is larger than 4096 bytes/);
  });

  it('the beginning of a file that comes from others is read, however large the file is', () => {
    expect(readFileStart(file, 6).toString()).toBe('twelve');
    expect(readFileStart(file, 4096).toString()).toBe('twelve bytes');
    expect(readFileStart(huge, 15).toString()).toBe('PATH:C:\\symbols');
  });

  // Windows has no device among its files.
  it.skipIf(process.platform === 'win32')(
    'a device and a folder in the place of a small file are refused',
    () => {
      for (const other of ['/dev/zero', folder])
        for (const read of [readWholeFile, readFileStart])
          expect(() => read(other, 64)).toThrow(expect.objectContaining({ code: 'FileUnreadable' }));
    },
  );
});
