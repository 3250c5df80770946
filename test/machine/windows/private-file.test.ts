import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignReaders } from '../../../src/machine/windows/rights/private-file.ts';
import type { AccessControl } from '../../../src/machine/windows/rights/security-descriptor.ts';
import { describeWith } from '../../support/equipment.ts';
import { runDriver } from '../../support/windows-node.ts';
import { ensureWine, toWindowsPath } from '../../support/wine.ts';

const SYSTEM = 'S-1-5-18';
const ADMINISTRATORS = 'S-1-5-32-544';
const USERS = 'S-1-5-32-545';
const USER = 'S-1-5-21-1-2-3-1001';
const FULL = 0x1f01ff;

const allow = (sid: string, mask: number, inheritOnly = false) => ({ sid, mask, inheritOnly });
const own: AccessControl = {
  owner: USER,
  isProtected: true,
  allowed: [allow(USER, FULL), allow(SYSTEM, FULL), allow(ADMINISTRATORS, FULL), allow('S-1-3-4', FULL)],
};

describe('a file of logins', () => {
  it('a file of logins is private where its user, SYSTEM and Administrators alone have access', () => {
    expect(foreignReaders(own, USER)).toEqual([]);
    expect(foreignReaders({ ...own, owner: ADMINISTRATORS }, USER)).toEqual([]);
    expect(foreignReaders(own, 'S-1-5-21-1-2-3-1002')).toEqual([USER]);
  });

  it.each([
    ['read it', 0x1],
    ['read it in generic terms', 0x80000000],
    ['do everything in generic terms', 0x10000000],
    ['change its rights', 0x40000],
    ['become its owner', 0x80000],
  ])('a file of logins is not private where another account may %s', (_, mask) => {
    expect(foreignReaders({ ...own, allowed: [allow(USERS, mask)] }, USER)).toEqual([USERS]);
    expect(foreignReaders({ ...own, allowed: [allow(USERS, mask, true)] }, USER)).toEqual([]);
  });

  it('a file of logins is not private where another account owns it, or where it has no access control list', () => {
    expect(foreignReaders({ ...own, owner: USERS }, USER)).toEqual([USERS]);
    expect(foreignReaders({ owner: USER, isProtected: true }, USER)).toEqual([
      expect.stringMatching(/^everyone/),
    ]);
  });

  it('a file of logins may have an entry that lets others see its attributes alone', () => {
    expect(foreignReaders({ ...own, allowed: [allow(USERS, 0x80)] }, USER)).toEqual([]);
  });
});

describeWith(['wine', 'mingw'], 'a file of logins on Windows', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-private-'));
  beforeAll(ensureWine);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('a file of logins on Windows is read when no other account can read it, and is refused otherwise', async () => {
    const place = (name: string, mode: number, text: string) => {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      // Wine makes the access control list of a file from its mode.
      chmodSync(file, mode);
      return toWindowsPath(file);
    };
    mkdirSync(path.join(folder, 'a folder'));
    const found = await runDriver<unknown[]>(path.join(import.meta.dirname, 'drivers', 'private-file.ts'), [
      '64',
      place('mine.json', 0o600, '[{"server":"ä"}]'),
      place('open.json', 0o644, 'secret'),
      place('large.json', 0o600, 'x'.repeat(65)),
      toWindowsPath(path.join(folder, 'missing.json')),
      toWindowsPath(path.join(folder, 'a folder')),
    ]);
    expect(found).toEqual([
      '[{"server":"ä"}]',
      {
        failed: 'InvalidRequest',
        message: expect.stringMatching(/holds logins and can be read by .*S-1-1-0/),
      },
      { failed: 'FileUnreadable', message: expect.stringContaining('larger than 64 bytes') },
      { failed: 'FileNotFound', message: expect.stringContaining('it does not exist') },
      { failed: 'FileUnreadable', message: expect.stringContaining('cannot be read') },
    ]);
  });
});
