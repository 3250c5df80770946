import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkNameTemplate,
  dumpName,
  NAME_TOKENS,
  uniqueName,
} from '../../../../src/capture/triage/set/file-name.ts';
import { Failure } from '../../../../src/contract/failure.ts';
import { safeFileName } from '../../../../src/files/file-name.ts';

const facts = {
  process: 'w3wp.exe',
  pid: 4872,
  batch: 3,
  count: 16,
  tid: 10276,
  address: '0xffffa38f6cddcb00',
  machine: 'IIS01',
  time: new Date('2026-11-23T06:07:08.900Z').toISOString(),
};

describe('names of dumps', () => {
  it('a name pattern for dumps fills the tokens', () => {
    expect(dumpName('{process}_{pid}_{date}-{time}_{batch}', facts)).toBe('w3wp_4872_20261123-060708_003');
    expect(dumpName('{machine} {tid} {address} {count}', facts)).toBe('IIS01 10276 ffffa38f6cddcb00 16');
  });

  it('a name pattern for dumps refuses an unknown token and a path before anything is captured', () => {
    for (const template of ['{pids}', '{}', '../{pid}', 'a\\b', '{constructor}']) {
      expect(() => checkNameTemplate(template), template).toThrow(Failure);
    }
    for (const token of NAME_TOKENS) checkNameTemplate(`{${token}}`);
  });

  it('a name pattern for dumps makes a name that Windows and Linux take from anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const name = safeFileName(text);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(201);
        expect(name).not.toMatch(/[<>:"/\\|?*]/);
        expect(name).not.toMatch(/[. ]$/);
        expect(name).not.toBe('');
        // No half of a character, which would be another name on the disk.
        expect(Buffer.from(name).toString()).toBe(name);
      }),
    );
    for (const device of ['CON', 'nul', 'com1', 'LPT9.x', 'aux.tar.gz', 'NUL .x', 'conin$', 'COM¹'])
      expect(safeFileName(device)).toBe(`_${device}`);
    expect(safeFileName('...')).toBe('dump');
    expect(safeFileName('😀'.repeat(60))).toBe('😀'.repeat(50));
  });

  it('a name pattern for dumps gives no name twice, whatever the case', () => {
    const used = new Set<string>();
    const names = ['a', 'A', 'a', 'a-2'].map((name) => {
      const { free: unique } = uniqueName(name, (candidate) => used.has(candidate.toLowerCase()));
      used.add(unique.toLowerCase());
      return unique;
    });
    expect(names).toEqual(['a', 'A-2', 'a-3', 'a-2-2']);
  });
});
