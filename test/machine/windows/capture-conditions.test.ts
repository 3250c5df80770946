import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { CaptureConditions } from '../../../src/machine/port.ts';
import { describeWith } from '../../support/equipment.ts';
import { runDriver } from '../../support/windows-node.ts';
import { ensureWine, runWindowsProgram } from '../../support/wine.ts';

const driver = path.join(import.meta.dirname, 'drivers', 'conditions.ts');
const CONTROL = 'HKLM\\SYSTEM\\CurrentControlSet\\Control';

/** Every setting by the name that administrators know it by, set with Windows' own tool. */
const SETTINGS = [
  { key: `${CONTROL}\\CrashControl\\FullLiveKernelReports`, value: 'FullLiveReportsMax', data: '7' },
  { key: `${CONTROL}\\LiveDump`, value: 'AllowLiveDump', data: '1' },
  {
    key: 'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\MemoryDump',
    value: 'AllowLiveDump',
    data: '0',
  },
  { key: `${CONTROL}\\CrashControl\\ForceDumpsDisabled`, value: 'GuardedHost', data: '0x10000000' },
] as const;

async function reg(...args: string[]): Promise<void> {
  const { status, stderr, stdout } = await runWindowsProgram('C:\\windows\\system32\\reg.exe', args);
  if (status !== 0) throw new Error(`reg ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
}

describeWith(['wine', 'mingw'], 'what decides about captures, under Wine', () => {
  beforeAll(ensureWine);

  it('a setting of captures under Wine is absent where it is not set, and read where it is', async () => {
    const before = await runDriver<CaptureConditions>(driver);
    expect(before).not.toHaveProperty('fullLiveReportsMax');
    expect(before).not.toHaveProperty('allowLiveDump');
    expect(before.inContainer).toBe(false);
    expect(before.dumpEncryption).toBe(false);
    expect(before.totalMemoryBytes).toBeGreaterThan(2 ** 28);
    expect(before.availableMemoryBytes).toBeLessThanOrEqual(before.totalMemoryBytes ?? 0);
    try {
      for (const { key, value, data } of SETTINGS) {
        await reg('add', key, '/v', value, '/t', 'REG_DWORD', '/d', data, '/f');
      }
      await reg('add', CONTROL, '/v', 'ContainerType', '/t', 'REG_DWORD', '/d', '2', '/f');
      await reg(
        'add',
        `${CONTROL}\\CrashControl\\EncryptionCertificates`,
        '/v',
        'Thumbprint',
        '/d',
        'a1b2',
        '/f',
      );
      expect(await runDriver<CaptureConditions>(driver)).toMatchObject({
        fullLiveReportsMax: 7,
        // The stricter of the two places.
        allowLiveDump: 0,
        forceDumpsDisabled: 0x10000000,
        inContainer: true,
        dumpEncryption: true,
      });
    } finally {
      for (const { key, value } of SETTINGS) await reg('delete', key, '/v', value, '/f');
      await reg('delete', CONTROL, '/v', 'ContainerType', '/f');
      await reg('delete', `${CONTROL}\\CrashControl\\EncryptionCertificates`, '/f');
    }
  });
});
