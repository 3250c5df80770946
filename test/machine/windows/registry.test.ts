import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { DumpReadiness } from '../../../src/contract/generated/types.ts';
import { describeWith, repositoryRoot } from '../../support/equipment.ts';
import { runDsc } from '../../support/ktriage-on-windows.ts';
import { runDriver } from '../../support/windows-node.ts';
import { ensureWine, runWindowsProgram } from '../../support/wine.ts';

const driver = path.join(import.meta.dirname, 'drivers', 'registry.ts');
const EXECUTABLE = path.join(repositoryRoot, 'bin', 'ktriage.exe');
const CRASH_CONTROL = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\CrashControl';
const REPORTS = `${CRASH_CONTROL}\\FullLiveKernelReports`;
const KEY = 'HKLM\\SOFTWARE\\ktriage-test';

const reg = (...args: string[]) => runWindowsProgram('C:\\windows\\system32\\reg.exe', args);

describeWith(['wine', 'mingw'], 'the registry, under Wine', () => {
  beforeAll(ensureWine);

  it('the registry code reads what Windows wrote, and Windows reads what it writes', async () => {
    try {
      await reg('add', KEY, '/v', 'Foreign', '/t', 'REG_DWORD', '/d', '7', '/f');
      await reg('add', KEY, '/v', 'Binary', '/t', 'REG_BINARY', '/d', '0102', '/f');
      expect(await runDriver(driver)).toEqual({
        foreign: 7,
        binary: 'none',
        number: 0xfffffffe,
        text: '\\??\\D:\\dümps €',
        path: '%SystemRoot%\\MEMORY.DMP',
      });
      const { stdout } = await reg('query', `${KEY}\\Some Key/With Slash`);
      expect(stdout).toMatch(/Number\s+REG_DWORD\s+0xfffffffe/i);
      expect(stdout).toMatch(/Path\s+REG_EXPAND_SZ\s+%SystemRoot%\\MEMORY\.DMP/);
      expect(stdout).toMatch(/Text\s+REG_SZ/);
    } finally {
      await reg('delete', KEY, '/f');
    }
  });

  it('the registry under Wine is what ktriage.exe dsc sets, once', async () => {
    const dsc = async (operation: string) => {
      const instance = { fullLiveReportsMax: 5, dumpFile: '%SystemRoot%\\A "b".DMP' };
      return runDsc<DumpReadiness>(EXECUTABLE, operation, instance);
    };
    try {
      expect((await dsc('test'))._inDesiredState).toBe(false);
      const after = await dsc('set');
      expect(after).toMatchObject({ fullLiveReportsMax: 5, dumpFile: '%SystemRoot%\\A "b".DMP' });
      expect((await dsc('test'))._inDesiredState).toBe(true);
      const { stdout } = await reg('query', REPORTS, '/v', 'FullLiveReportsMax');
      expect(stdout).toMatch(/REG_DWORD\s+0x5/);
    } finally {
      await reg('delete', REPORTS, '/f');
      await reg('delete', CRASH_CONTROL, '/v', 'DumpFile', '/f');
    }
  });
});
