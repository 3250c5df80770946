import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { NativeLibrary } from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { describeWith, repositoryRoot } from '../support/equipment.ts';
import { runKtriage } from '../support/ktriage-on-windows.ts';
import { fromWindowsPath, mountSystemRoot } from '../support/wine.ts';
import { ensureStandIn, standIn } from './stand-in.ts';

/**
 * The built ktriage.exe without koffi.node beside it. Wine's user is elevated; what is not is played by the stand-in, which also
 * denies what Windows would.
 */
const LIBRARY = path.join(repositoryRoot, 'bin', 'koffi.node');
const PROGRAMS = fromWindowsPath('C:\\Program Files');
const OWN = path.join(PROGRAMS, 'KernelTriage');
const HASHES = path.join(OWN, 'native');
/** A process that Wine always has. */
const LIVE = ['threads', 'services'];

describeWith(['wine', 'mingw'], 'ktriage.exe alone', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-alone-'));
  const alone = path.join(scratch, 'ktriage.exe');
  let unmount: () => void = () => undefined;
  beforeAll(async () => {
    await ensureStandIn();
    unmount = mountSystemRoot();
    copyFileSync(path.join(repositoryRoot, 'bin', 'ktriage.exe'), alone);
  });
  beforeEach(() => rmSync(OWN, { recursive: true, force: true }));
  afterAll(() => {
    unmount();
    for (const folder of [OWN, scratch]) rmSync(folder, { recursive: true, force: true });
  });

  async function ktriage(args: readonly string[], program = alone) {
    // Windows gives its own folders; what a user has set must not count.
    const env = {
      LOCALAPPDATA: 'C:\\elsewhere',
      USERPROFILE: 'C:\\elsewhere',
      KTRIAGE_NATIVE: 'C:\\elsewhere',
    };
    const { status, messages, stderr } = await runKtriage(program, args, { env });
    expect(contractViolations(messages), stderr).toEqual([]);
    const places = messages.flatMap((message) =>
      message.kind === 'record' && message.type === 'NativeLibrary' ? [message.value as NativeLibrary] : [],
    );
    const records = messages.filter(({ kind }) => kind === 'record').length;
    return { status, places, records, error: messages.find((message) => message.kind === 'error') };
  }

  /** The same with the rights that a scenario gives it. */
  async function withRights(args: readonly string[], settings: Readonly<Record<string, string | number>>) {
    const kernel = standIn(alone, { settings, processes: [] });
    try {
      return await ktriage(args, kernel.program);
    } finally {
      kernel.remove();
    }
  }
  /** An account that may make nothing in Program Files. */
  const USER = { elevated: 0, 'deny-new': 'Program' };

  const place = (places: readonly NativeLibrary[], name: NativeLibrary['place']) =>
    places.find((each) => each.place === name);
  const isPinned = (file: string) => readFileSync(file).equals(readFileSync(LIBRARY));
  const sha256 = createHash('sha256').update(readFileSync(LIBRARY)).digest('hex');
  /** Makes a state of the place without a start of the executable. */
  function placeByHand(content = readFileSync(LIBRARY)): string {
    const file = path.join(HASHES, sha256, 'koffi.node');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  it('ktriage.exe alone, elevated, puts its library under Program Files, sweeps old ones, and uses it again', async () => {
    const others = { old: 'a'.repeat(64), fresh: 'b'.repeat(64), foreign: 'notes' };
    for (const name of Object.values(others)) {
      mkdirSync(path.join(HASHES, name), { recursive: true });
      writeFileSync(path.join(HASHES, name, 'koffi.node'), name);
    }
    const long = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    utimesSync(path.join(HASHES, others.old, 'koffi.node'), long, long);
    const first = await ktriage(LIVE);
    expect(first).toMatchObject({ status: 0, error: undefined });
    expect(first.records).toBeGreaterThan(0);
    expect(readdirSync(HASHES).sort()).toEqual([sha256, others.fresh, others.foreign].sort());
    const file = path.join(HASHES, sha256, 'koffi.node');
    expect(readdirSync(path.dirname(file))).toEqual(['koffi.node']);
    expect(isPinned(file)).toBe(true);
    const before = statSync(file);
    expect(await ktriage(LIVE)).toMatchObject({ status: 0 });
    expect(statSync(file)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect(readdirSync(scratch)).toEqual(['ktriage.exe']);
  });

  it('ktriage.exe alone, elevated, replaces a library of other content before it loads one', async () => {
    const file = placeByHand();
    appendFileSync(file, '\0');
    expect(await ktriage(LIVE)).toMatchObject({ status: 0 });
    expect(isPinned(file)).toBe(true);
  });

  it('ktriage.exe alone refuses a place behind a link by the name of the link, and writes nothing there', async () => {
    const elsewhere = path.join(scratch, 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(OWN);
    symlinkSync(elsewhere, HASHES);
    const { status, error } = await ktriage(LIVE);
    expect(error).toMatchObject({
      code: 'UnsafeNativeLibrary',
      target: 'C:\\Program Files\\KernelTriage\\native',
    });
    expect(error?.message).toContain('is a link');
    expect(status).toBe(7);
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(HASHES);
    rmSync(elsewhere, { recursive: true });
    // The file itself.
    const file = placeByHand();
    renameSync(file, `${file}.real`);
    symlinkSync(`${file}.real`, file);
    const { places } = await ktriage(['native']);
    expect(place(places, 'AllUsers')).toMatchObject({
      state: 'Refused',
      isUsed: false,
      reason: expect.stringContaining('is a link'),
    });
  });

  it('ktriage.exe alone, elevated, refuses a place that others may write to, with the account', async () => {
    placeByHand();
    chmodSync(OWN, 0o777);
    const { status, error } = await ktriage(LIVE);
    expect(error).toMatchObject({ code: 'UnsafeNativeLibrary', target: 'C:\\Program Files\\KernelTriage' });
    expect(error?.message).toContain('S-1-1-0');
    expect(status).toBe(7);
  });

  it('ktriage.exe alone, not elevated, uses the local data of its account, which an elevated one never does', async () => {
    const { places, error } = await withRights(['native', 'install'], USER);
    expect(error).toBeUndefined();
    const own = place(places, 'CurrentUser');
    expect(own).toMatchObject({ state: 'Ready', isUsed: true, action: 'Installed' });
    expect(own?.path).toMatch(
      /^C:\\users\\[^\\]+\\AppData\\Local\\KernelTriage\\native\\[0-9a-f]{64}\\koffi\.node$/i,
    );
    expect(place(places, 'AllUsers')).toMatchObject({ state: 'Missing', action: 'None' });
    expect(isPinned(fromWindowsPath(own?.path ?? ''))).toBe(true);
    // An elevated process that even Windows keeps from Program Files gets no further than the check.
    const elevated = await withRights(LIVE, { 'deny-new': 'Program' });
    expect(elevated.error).toMatchObject({ code: 'UnsafeNativeLibrary', target: own?.path });
    // One that is not kept from it does not look at the place of the account.
    const all = await ktriage(['native', 'install']);
    expect(place(all.places, 'AllUsers')).toMatchObject({
      state: 'Ready',
      isUsed: true,
      action: 'Installed',
    });
    const gone = await withRights(['native', 'remove'], USER);
    expect(place(gone.places, 'CurrentUser')).toMatchObject({ state: 'Missing', action: 'Removed' });
    expect(place(gone.places, 'AllUsers')).toMatchObject({ state: 'Ready', isUsed: true, action: 'None' });
    expect(existsSync(path.resolve(fromWindowsPath(own?.path ?? ''), '../../..'))).toBe(false);
    const { places: last } = await ktriage(['native', 'remove']);
    expect(place(last, 'AllUsers')).toMatchObject({ state: 'Missing', action: 'Removed' });
    expect(existsSync(OWN)).toBe(false);
  });

  it('ktriage.exe alone, not elevated, refuses a changed library under Program Files by name, with the next step', async () => {
    const file = placeByHand(Buffer.from('changed'));
    const { error, status } = await withRights(LIVE, USER);
    expect(error).toMatchObject({
      code: 'UnsafeNativeLibrary',
      advice: expect.stringContaining('ktriage native install'),
    });
    expect(error?.target).toMatch(/^C:\\Program Files\\KernelTriage\\native\\.+\\koffi\.node$/);
    expect(status).toBe(7);
    expect(readFileSync(file, 'utf8')).toBe('changed');
  });
});
