import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { win32FileFailure } from '../../../src/machine/windows/calls/win32-file-failure.ts';
import { restrictedSddl } from '../../../src/machine/windows/storage/protected-files.ts';
import { describeWith } from '../../support/equipment.ts';
import { runDriver } from '../../support/windows-node.ts';
import { ensureWine, toWindowsPath } from '../../support/wine.ts';

const driver = path.join(import.meta.dirname, 'drivers', 'files.ts');
const swapping = path.join(import.meta.dirname, 'drivers', 'swapped-folder.ts');

interface Seen {
  readonly user: string;
  readonly whilePending: {
    name: string;
    content: string;
    remove: string;
    rename: string;
    renameFolder: string;
  };
  readonly afterCommit: {
    list: string[];
    content: string;
    access: { allowed: { sid: string; mask: number }[] };
  };
  readonly freeBytes: number;
  readonly [step: string]: unknown;
}

describeWith(['wine', 'mingw'], 'result files on Windows', () => {
  let seen: Seen;
  beforeAll(async () => {
    await ensureWine();
    seen = await runDriver<Seen>(driver);
  });

  it('result files on Windows can be read, but neither they nor their folder removed or exchanged, while they are written', () => {
    expect(seen.whilePending).toEqual({
      name: expect.stringMatching(/^\.ktriage-\d+-\d+\.partial$/),
      content: 'half and half',
      remove: 'EBUSY',
      rename: 'EBUSY',
      renameFolder: expect.stringMatching(/^E(?:BUSY|PERM|ACCES)$/),
    });
  });

  it('result files on Windows get their final name whole, and are for Administrators, SYSTEM and the account that took them', () => {
    expect(seen.afterCommit.list).toEqual(['a.dmp']);
    expect(seen.afterCommit.content).toBe('half and half');
    // Wine keeps of the descriptor what Unix permissions can express: here, that no other account got a right.
    const accounts = seen.afterCommit.access.allowed.map(({ sid }) => sid);
    expect(accounts.sort()).toEqual(['S-1-5-18', seen.user].sort());
    expect(restrictedSddl(seen.user)).toBe(`D:P(A;;FA;;;BA)(A;;FA;;;SY)(A;;FA;;;${seen.user})`);
  });

  it('result files on Windows never replace another file unless asked', () => {
    expect(seen).toMatchObject({ over: 'FileExists', kept: 'half and half', replaced: 'newer' });
  });

  it('result files on Windows leave nothing when they are discarded', () => {
    expect(seen['afterDiscard']).toEqual(['a.dmp']);
  });

  it('result files on Windows may be deep, under any name', () => {
    expect(seen['longList']).toEqual(['long — ü.dmp']);
  });

  it('result files on Windows of dead processes are swept away', () => {
    expect(seen['swept']).toEqual(['.ktriage-99999996-1.partial']);
  });

  it('result files on Windows get no stream where the volume has none', () => {
    expect(seen).toMatchObject({ stream: false, afterStream: ['a.dmp'] });
    expect(seen.freeBytes).toBeGreaterThan(0);
  });

  it('result files on Windows are refused where they cannot be', () => {
    expect(seen['folders']).toEqual({
      good: 'done',
      missing: 'DestinationNotFound',
      missingBegin: 'DestinationNotFound',
      file: 'DestinationNotAFolder',
    });
  });

  it('result files on Windows stay in the folder that was meant, when a link on the way to it is turned meanwhile', async () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-test-'));
    try {
      const [meant, other, link, signal] = ['meant', 'other', 'link', 'signal'].map((name) =>
        path.join(scratch, name),
      ) as [string, string, string, string];
      for (const folder of [meant, other]) mkdirSync(folder);
      symlinkSync(meant, link);
      const running = runDriver(swapping, [toWindowsPath(link), toWindowsPath(signal)]);
      while (readdirSync(meant).length === 0) await delay(20);
      const [temporary = ''] = readdirSync(meant);
      rmSync(link);
      symlinkSync(other, link);
      // What the name of the temporary file now leads to, for a program that trusts names, and what is to be kept.
      writeFileSync(path.join(other, temporary), 'a trap');
      writeFileSync(path.join(other, 'a.dmp'), 'precious');
      symlinkSync(path.join(other, 'a.dmp'), path.join(meant, 'a.dmp'));
      writeFileSync(signal, '');
      expect(await running).toEqual({ readBack: 'the memory of the kernel', committed: 'done' });
      expect(readFileSync(path.join(meant, 'a.dmp'), 'utf8')).toBe('the memory of the kernel');
      expect(readdirSync(meant)).toEqual(['a.dmp']);
      expect(readFileSync(path.join(other, 'a.dmp'), 'utf8')).toBe('precious');
      expect(readFileSync(path.join(other, temporary), 'utf8')).toBe('a trap');
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });

  it.each([
    [5, 'DestinationNotWritable'],
    [112, 'DiskFull'],
    [1295, 'DiskFull'],
    [1117, 'WriteFailed'],
  ])('result files on Windows turn Windows error %d into %s', (error, code) => {
    expect(win32FileFailure(error, 'D:\\a.dmp', 'written')).toMatchObject({
      code,
      facts: { target: 'D:\\a.dmp' },
    });
  });
});
