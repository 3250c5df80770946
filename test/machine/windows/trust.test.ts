import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { foreignPackage, lockedPackage } from '../../../src/build/foreign-package.ts';
import { createWindowsMachine } from '../../../src/machine/windows/index.ts';
import { PINNED_KOFFI, requirePinned } from '../../../src/machine/windows/library/pinned.ts';
import { untrustedWriters, writersOf } from '../../../src/machine/windows/rights/folder-trust.ts';
import {
  type AccessControl,
  decodeSecurityDescriptor,
} from '../../../src/machine/windows/rights/security-descriptor.ts';
import { describeWith, repositoryRoot } from '../../support/equipment.ts';
import { runDriver, windowsNode } from '../../support/windows-node.ts';
import { ensureWine, runWindowsProgram } from '../../support/wine.ts';

const driver = (name: string) => path.join(import.meta.dirname, 'drivers', `${name}.ts`);
const SYSTEM = 'S-1-5-18';
const ADMINISTRATORS = 'S-1-5-32-544';
const USERS = 'S-1-5-32-545';
const SOMEBODY = 'S-1-5-21-1-2-3-1001';
const FULL = 0x1f01ff;
const READ_AND_EXECUTE = 0x1200a9;

const allow = (sid: string, mask: number, inheritOnly = false) => ({ sid, mask, inheritOnly });
const programFiles: AccessControl = {
  owner: SYSTEM,
  isProtected: true,
  allowed: [
    allow(SYSTEM, FULL),
    allow(ADMINISTRATORS, FULL),
    allow(USERS, READ_AND_EXECUTE),
    allow('S-1-3-0', 0x10000000, true),
  ],
};

describe('a folder for native code', () => {
  it('a folder for native code is safe where only the system may write', () => {
    expect(untrustedWriters(programFiles, programFiles)).toEqual([]);
  });

  it.each([
    ['may add files', { ...programFiles, allowed: [allow(USERS, 0x2)] }],
    ['may delete what is in it', { ...programFiles, allowed: [allow(USERS, 0x40)] }],
    ['may change its permissions', { ...programFiles, allowed: [allow(USERS, 0x40000)] }],
    ['may do everything, in generic terms', { ...programFiles, allowed: [allow(USERS, 0x10000000)] }],
    ['owns it', { ...programFiles, owner: USERS }],
  ])('a folder for native code is not safe where another account %s', (_, access) => {
    expect(untrustedWriters(access, programFiles)).toEqual([USERS]);
  });

  it('a folder for native code is not safe without any access control list', () => {
    expect(untrustedWriters({ owner: SYSTEM, isProtected: true }, programFiles)).toHaveLength(1);
  });

  it('a folder for native code may be written to by accounts that may write to System32', () => {
    const system = { ...programFiles, allowed: [allow(SOMEBODY, FULL)] };
    const theirs = { owner: SOMEBODY, isProtected: false, allowed: [allow(SOMEBODY, FULL)] };
    expect(untrustedWriters(theirs, system)).toEqual([]);
    expect(writersOf(system)).toEqual([SYSTEM, SOMEBODY]);
  });
});

/** Security descriptors written out by MS-DTYP 2.4.2, 2.4.4 and 2.4.6, of entries that SDDL under Wine cannot spell. */
function sidBytes(sid: string): Buffer {
  const [, , authority, ...parts] = sid.split('-').map(Number);
  const bytes = Buffer.alloc(8 + 4 * parts.length);
  bytes.set([1, parts.length, 0, 0, 0, 0, 0, authority ?? 0]);
  for (const [index, part] of parts.entries()) bytes.writeUInt32LE(part, 8 + 4 * index);
  return bytes;
}

function entry(type: number, sid: string, mask: number, { guids = 0, aceFlags = 0 } = {}): Buffer {
  const middle = Buffer.alloc(type === 5 || type === 11 ? 4 + 16 * guids : 0);
  if (middle.length > 0) middle.writeUInt32LE([0, 1, 3][guids] ?? 0);
  const body = Buffer.concat([Buffer.alloc(8), middle, sidBytes(sid)]);
  body.set([type, aceFlags]);
  body.writeUInt16LE(body.length, 2);
  body.writeUInt32LE(mask, 4);
  return body;
}

function descriptor(entries: readonly Buffer[] | 'no list'): Buffer {
  const owner = sidBytes(SYSTEM);
  const list = Buffer.concat(
    entries === 'no list' ? [] : [Buffer.from([2, 0, 0, 0, entries.length, 0, 0, 0]), ...entries],
  );
  const header = Buffer.alloc(20);
  header.writeUInt8(1);
  // SE_SELF_RELATIVE and SE_DACL_PRESENT: present and nowhere is the list that admits every account.
  header.writeUInt16LE(0x8004, 2);
  header.writeUInt32LE(20, 4);
  if (entries !== 'no list') header.writeUInt32LE(20 + owner.length, 16);
  return Buffer.concat([header, owner, list]);
}

describe('the permissions of a folder', () => {
  const strangersTo = (entries: readonly Buffer[] | 'no list') =>
    untrustedWriters(decodeSecurityDescriptor(descriptor(entries)), programFiles);

  it('the permissions of a folder admit no account by an empty list, and every account by none at all', () => {
    expect(strangersTo([])).toEqual([]);
    expect(strangersTo('no list')).toEqual([expect.stringMatching(/^everyone/)]);
  });

  it.each([
    ['for the object', entry(0, SOMEBODY, 0x2)],
    ['with a condition', entry(9, SOMEBODY, 0x2)],
    ['for a part of an object', entry(5, SOMEBODY, 0x2, { guids: 2 })],
    ['for a part of an object, inherited by no kind', entry(5, SOMEBODY, 0x2, { guids: 1 })],
    ['for all parts of an object, with a condition', entry(11, SOMEBODY, 0x2)],
    ['for the object and for children', entry(0, SOMEBODY, 0x2, { aceFlags: 0x3 })],
  ])('the permissions of a folder admit an account by an entry %s, at any position', (_, allowing) => {
    const others = [entry(1, USERS, FULL), entry(0, ADMINISTRATORS, FULL)];
    expect(strangersTo([...others, allowing])).toEqual([SOMEBODY]);
    expect(strangersTo([allowing, ...others])).toEqual([SOMEBODY]);
  });

  it.each([
    ['denies', entry(1, SOMEBODY, FULL)],
    ['is for children alone', entry(0, SOMEBODY, FULL, { aceFlags: 0x8 | 0x3 })],
    ['lets read and run', entry(0, SOMEBODY, READ_AND_EXECUTE)],
    ['watches', entry(2, SOMEBODY, FULL)],
  ])('the permissions of a folder admit no account by an entry that %s', (_, harmless) => {
    expect(strangersTo([harmless, entry(0, ADMINISTRATORS, FULL)])).toEqual([]);
  });

  it('the permissions of a folder admit an account that is denied as well: the denying entry may come too late, or be for another right', () => {
    expect(strangersTo([entry(1, SOMEBODY, 0x2), entry(0, SOMEBODY, 0x2)])).toEqual([SOMEBODY]);
  });
});

describe('the native library', () => {
  const folders: string[] = [];
  const folder = () => {
    const made = mkdtempSync(path.join(tmpdir(), 'ktriage-test-'));
    folders.push(made);
    return made;
  };
  afterEach(() => {
    for (const each of folders.splice(0)) rmSync(each, { recursive: true });
  });

  it.each(['x64', 'arm64'] as const)(
    'the native library for %s is pinned to the package that package-lock.json pins',
    async (processor) => {
      const name = `@koromix/koffi-win32-${processor}`;
      expect(PINNED_KOFFI.version).toBe(lockedPackage(name).version);
      const file = path.join(await foreignPackage(name), `win32_${processor}`, 'koffi.node');
      const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
      expect(digest).toBe(PINNED_KOFFI.sha256[processor]);
      requirePinned(file, digest);
    },
  );

  it('the native library is refused when it is missing, changed, or a link', async () => {
    const file = path.join(await foreignPackage('@koromix/koffi-win32-x64'), 'win32_x64', 'koffi.node');
    const copy = path.join(folder(), 'koffi.node');
    const failing = { code: 'UnsafeNativeLibrary', facts: expect.objectContaining({ target: copy }) };
    expect(() => requirePinned(copy, PINNED_KOFFI.sha256.x64)).toThrow(expect.objectContaining(failing));
    symlinkSync(file, copy);
    expect(() => requirePinned(copy, PINNED_KOFFI.sha256.x64)).toThrow(/is not a plain file/);
    rmSync(copy);
    copyFileSync(file, copy);
    appendFileSync(copy, '\0');
    expect(() => requirePinned(copy, PINNED_KOFFI.sha256.x64)).toThrow(/SHA-256 is [0-9a-f]{64}/);
  });

  it.skipIf(process.platform === 'win32')('the native library is not looked for on another system', () => {
    expect(createWindowsMachine).toThrow(expect.objectContaining({ code: 'NotWindows' }));
  });

  describeWith(['wine', 'mingw'], 'on Windows', () => {
    beforeAll(ensureWine);

    async function nodeIn(place: string, change: (koffi: string) => void = () => undefined): Promise<string> {
      const node = await windowsNode();
      symlinkSync(node, path.join(place, 'node.exe'));
      const koffi = path.join(place, 'koffi.node');
      copyFileSync(path.join(path.dirname(node), 'koffi.node'), koffi);
      change(koffi);
      return path.join(place, 'node.exe');
    }

    it('the native library on Windows is loaded from a folder that others cannot write to', async () => {
      const node = await nodeIn(folder());
      expect(await runDriver(driver('load'), [], { node })).toEqual({ opened: true });
    });

    it('the native library on Windows is refused, with the folder and the account, where everyone can write', async () => {
      const place = folder();
      chmodSync(place, 0o777);
      const refused = await runDriver<{ failed: string; message: string }>(driver('load'), [], {
        node: await nodeIn(place),
      });
      expect(refused.failed).toBe('UnsafeNativeLibrary');
      expect(refused.message).toContain(path.basename(place));
      expect(refused.message).toContain('S-1-1-0');
    });

    it('the native library on Windows is refused where everyone can write to the file itself', async () => {
      const node = await nodeIn(folder(), (koffi) => chmodSync(koffi, 0o666));
      expect(await runDriver(driver('load'), [], { node })).toMatchObject({ failed: 'UnsafeNativeLibrary' });
    });

    it('the native library on Windows is judged by where it is, and not by a link that leads there', async () => {
      const place = folder();
      await nodeIn(place);
      const link = path.join(folder(), 'link');
      symlinkSync(place, link);
      const node = path.join(link, 'node.exe');
      expect(await runDriver(driver('load'), [], { node })).toEqual({ opened: true });
      chmodSync(place, 0o777);
      expect(await runDriver(driver('load'), [], { node })).toMatchObject({ failed: 'UnsafeNativeLibrary' });
    });

    it.each(['dsc', 'threads', 'triage', 'live'])(
      'the native library on Windows keeps %s from the machine when its folder is open',
      async (verb) => {
        const place = folder();
        for (const name of ['ktriage.exe', 'koffi.node']) {
          copyFileSync(path.join(repositoryRoot, 'bin', name), path.join(place, name));
        }
        chmodSync(place, 0o777);
        const args = {
          dsc: ['dsc', 'set', '--instance', '{"fullLiveReportsMax":1}'],
          threads: ['threads', '--pid', '4'],
          triage: ['triage', '--pid', '4', '--destination', 'C:\\'],
          live: ['live', 'C:\\never.dmp'],
        }[verb] as string[];
        const { status, stdout, stderr } = await runWindowsProgram(path.join(place, 'ktriage.exe'), args);
        expect(status, stdout + stderr).toBe(7);
        expect(stdout + stderr).toContain('can be changed by S-1-1-0');
      },
    );

    it('the native library on Windows is refused before it is loaded when it is not the pinned one', async () => {
      const node = await nodeIn(folder(), (koffi) => appendFileSync(koffi, 'x'));
      const refused = await runDriver<{ message: string }>(driver('load'), [], { node });
      expect(refused.message).toContain('SHA-256');
    });

    it('security descriptors that Windows built are decoded', async () => {
      const { user, decoded } = await runDriver<{ user: string; decoded: unknown[] }>(driver('security'), [
        `O:SYD:P(A;;FA;;;BA)(D;;FA;;;WD)(A;OICIIO;GA;;;${SOMEBODY})`,
        'O:BA',
      ]);
      expect(user).toMatch(/^S-1-5-21-[\d-]+$/);
      expect(decoded).toEqual([
        {
          owner: SYSTEM,
          isProtected: true,
          allowed: [
            { sid: ADMINISTRATORS, mask: FULL, inheritOnly: false },
            { sid: SOMEBODY, mask: 0x10000000, inheritOnly: true },
          ],
        },
        { owner: ADMINISTRATORS, isProtected: false },
      ]);
    });
  });
});
