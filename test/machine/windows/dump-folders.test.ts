import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessControl } from '../../../src/machine/windows/rights/security-descriptor.ts';
import { folderAccess, folderProblem } from '../../../src/machine/windows/storage/dump-folders.ts';
import { describeWith } from '../../support/equipment.ts';
import { runDriver } from '../../support/windows-node.ts';
import { ensureWine, toWindowsPath } from '../../support/wine.ts';

const SYSTEM = 'S-1-5-18';
const ADMINISTRATORS = 'S-1-5-32-544';
const USERS = 'S-1-5-32-545';
const CREATOR_OWNER = 'S-1-3-0';
const OURS = new Set([SYSTEM, ADMINISTRATORS]);
const READ = 0x120089;
const FULL = 0x1f01ff;

const allow = (sid: string, mask = FULL, inheritOnly = false) => ({ sid, mask, inheritOnly });
const restricted: AccessControl = {
  owner: ADMINISTRATORS,
  isProtected: true,
  allowed: [allow(ADMINISTRATORS), allow(SYSTEM), allow(CREATOR_OWNER, FULL, true)],
};

describe('a folder for dumps', () => {
  it('a folder for dumps is restricted where only the system has a right to it', () => {
    expect(folderAccess(restricted, OURS)).toBe('Restricted');
  });

  it.each([
    ['may read it', { ...restricted, allowed: [allow(USERS, READ)] }],
    ['gets at what will be made in it', { ...restricted, allowed: [allow(USERS, READ, true)] }],
    ['owns it', { ...restricted, owner: USERS }],
    ['may do all, for want of a list', { owner: SYSTEM, isProtected: true }],
  ])('a folder for dumps is not restricted where another account %s', (_, access) => {
    expect(folderAccess(access, OURS)).toBe('Custom');
  });

  it('a folder for dumps that inherits has the permissions of the folder around it, whatever they are', () => {
    expect(folderAccess({ ...restricted, isProtected: false }, OURS)).toBe('Inherit');
  });

  const DIRECTORY = 0x10;
  it.each([
    [DIRECTORY, '\\\\?\\D:\\Dumps', undefined],
    [DIRECTORY, undefined, 'is on a volume that does not give the target of its path'],
    [DIRECTORY | 0x400, 'D:\\dumps', 'is a link or a mount point'],
    [DIRECTORY, '\\\\?\\E:\\elsewhere', 'leads to E:\\elsewhere'],
    [0x20, 'D:\\dumps', 'is not a folder'],
  ])('a folder for dumps of attributes 0x%s that is %s: %s', (attributes, real, problem) => {
    expect(folderProblem('D:\\dumps', attributes, real)).toBe(problem);
  });
});

interface Refused {
  readonly failed: string;
  readonly message: string;
}

describeWith(['wine', 'mingw'], 'folders for dumps on Windows', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'ktriage-folders-'));
  let seen: Readonly<Record<string, string | Refused>>;
  beforeAll(async () => {
    mkdirSync(path.join(home, 'real', 'inside'), { recursive: true });
    writeFileSync(path.join(home, 'file'), '');
    symlinkSync(path.join(home, 'real'), path.join(home, 'link'));
    await ensureWine();
    seen = await runDriver(path.join(import.meta.dirname, 'drivers', 'dump-folders.ts'), [
      toWindowsPath(home),
    ]);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('folders for dumps on Windows are made once, in a folder that exists', () => {
    expect(seen).toMatchObject({
      create: 'done',
      again: { failed: 'FileExists' },
      createDeep: { failed: 'DestinationNotFound', message: expect.stringMatching(/missing does not exist/) },
      createInFile: { failed: 'DestinationNotAFolder' },
    });
    // Of the descriptor Wine keeps that others get nothing.
    expect(statSync(path.join(home, 'with space — ü')).mode & 0o007).toBe(0);
  });

  it('folders for dumps on Windows are distinguished from what is missing or no folder', () => {
    expect(seen).toMatchObject({
      missing: 'nothing',
      inherits: 'Inherit',
      otherCase: 'Inherit',
      file: { failed: 'DestinationNotAFolder' },
    });
  });

  it('folders for dumps on Windows get other permissions, and back', () => {
    expect(seen).toMatchObject({
      set: 'done',
      setBack: 'done',
      setMissing: { failed: 'DestinationNotFound' },
    });
  });

  it('folders for dumps on Windows are neither looked at nor made behind a link', () => {
    const leads = (...to: string[]) => ({
      failed: 'DestinationNotAFolder',
      message: expect.stringContaining(`leads to ${toWindowsPath(path.join(home, ...to))}`),
    });
    expect(seen).toMatchObject({
      link: leads('real'),
      throughLink: leads('real', 'inside'),
      createThroughLink: leads('real'),
    });
    expect(readdirSync(path.join(home, 'real'))).toEqual(['inside']);
  });
});
