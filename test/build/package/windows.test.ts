import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../support/equipment.ts';
import { runKtriage } from '../../support/ktriage-on-windows.ts';
import { PREPARED, passPester } from '../../support/prepared-pester.ts';
import { ensureWine, toWindowsPath } from '../../support/wine.ts';
import { packagedAndSigned, type Signed } from './packaged.ts';

interface Row {
  readonly threadId: number;
  readonly processName: string;
}

/** A process that Wine always has. */
const LIVE = ['threads', 'services'];

describeWith(['wine', 'mingw', 'osslsigncode'], 'the signed package on Windows', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-package-windows-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  let signed: Signed;
  beforeAll(async () => {
    signed = await packagedAndSigned();
    await ensureWine();
  });

  async function ktriage(folder: string, args: readonly string[]) {
    const { status, messages } = await runKtriage(path.join(folder, 'ktriage.exe'), args);
    const lines = messages as readonly { kind: string; code?: string; value?: Row }[];
    return { status, lines, values: lines.flatMap(({ value }) => (value === undefined ? [] : [value])) };
  }

  /** A folder with these files of the package in it and nothing else. */
  function folderWith(...files: readonly string[]): string {
    const folder = mkdtempSync(path.join(scratch, 'alone-'));
    for (const file of files) copyFileSync(file, path.join(folder, path.basename(file)));
    return folder;
  }
  const shipped = (name: string) => path.join(signed.module, 'bin', name);

  it('the signed package on Windows starts, loads its signed library and looks at live processes', async () => {
    const { status, values } = await ktriage(folderWith(shipped('ktriage.exe'), shipped('koffi.node')), LIVE);
    expect(status).toBe(0);
    expect(values.length).toBeGreaterThan(0);
    expect(new Set(values.map(({ processName }) => processName))).toEqual(new Set(['services.exe']));
  });

  it('the signed package on Windows refuses the library as npm has it, because it has been given the hash of the signed one', async () => {
    const npm = path.join(signed.bin, 'koffi.node');
    const { status, lines } = await ktriage(folderWith(shipped('ktriage.exe'), npm), LIVE);
    expect(lines.find(({ kind }) => kind === 'error')?.code).toBe('UnsafeNativeLibrary');
    expect(status).not.toBe(0);
  });

  it('the signed package on Windows has an executable that reads dumps alone, and names what it lacks for a running machine', async () => {
    const folder = folderWith(shipped('ktriage.exe'));
    // Taken by the executable for Linux: writing a file that others cannot read needs the library on Windows.
    const capture = ['triage', '--thread', '4872:10276,4872:10292', '--machine', 'simulated:w3wp-oplock'];
    const { status } = spawnSync(path.join(signed.bin, 'ktriage'), [...capture, '--destination', folder]);
    expect(status).toBe(0);
    const [dump = ''] = readdirSync(folder).filter((name) => name.endsWith('.dmp'));
    const read = await ktriage(folder, ['dump-threads', toWindowsPath(path.join(folder, dump))]);
    expect(read.status).toBe(0);
    expect(read.values.map(({ threadId }) => threadId)).toEqual([10276, 10292]);
    const live = await ktriage(folder, LIVE);
    expect(live.lines.find(({ kind }) => kind === 'error')?.code).toBe('UnsafeNativeLibrary');
  });

  describeWith(['dotnet'], 'through the module', () => {
    it(
      'the signed package on Windows through the module passes SignedPackage.Tests.ps1',
      PREPARED,
      async () => {
        const folder = path.join(scratch, 'module', 'KernelTriage');
        cpSync(signed.module, folder, { recursive: true });
        await passPester('wine', 'SignedPackage.Tests.ps1', {
          module: toWindowsPath(folder),
          version: signed.version,
          unsigned: toWindowsPath(path.join(signed.bin, 'ktriage.exe')),
        });
      },
    );
  });
});
