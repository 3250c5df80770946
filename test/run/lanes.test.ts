import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { shared } from './lanes.ts';
import { suitesThatMock, suitesWithWine } from './suites.ts';

describe('The lanes of a test run', () => {
  it('the lanes of a test run share parts: each is given once, in order, to whichever lane asks', () => {
    const take = shared(['a', 'b', 'c']);
    expect([take(), take(), take(), take(), take()]).toEqual([
      { number: 1, value: 'a' },
      { number: 2, value: 'b' },
      { number: 3, value: 'c' },
      undefined,
      undefined,
    ]);
  });

  it('the lanes of a test run keep every suite that names a function of the Wine runner in the lane of Wine', () => {
    const root = path.resolve(import.meta.dirname, '..', '..');
    const names = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts') && !name.endsWith('lanes.test.ts'))
      .filter((name) =>
        /\b(?:ensureWine|runWindowsProgram|startWindowsProgram|windowsNode|measureLayouts)\(/.test(
          readFileSync(path.join(root, 'test', name), 'utf8'),
        ),
      )
      .map((name) => `test/${name.split(path.sep).join('/')}`);
    expect(names.length).toBeGreaterThan(10);
    const found = suitesWithWine();
    expect(names.filter((name) => !found.includes(name))).toEqual([]);
    expect(found).not.toContain('test/run/lanes.test.ts');
  });

  it('the lanes of a test run give a process of its own to a suite that replaces a module, and to no other', () => {
    const found = suitesThatMock();
    expect(found).toContain('test/fuzz/capture-faults.test.ts');
    expect(found).not.toContain('test/run/lanes.test.ts');
    expect(found.length).toBeLessThan(10);
  });
});
