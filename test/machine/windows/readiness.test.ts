import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { describeWith, repositoryRoot } from '../../support/equipment.ts';
import { runKtriage } from '../../support/ktriage-on-windows.ts';
import { ensureWine, runWindowsProgram, toWindowsPath } from '../../support/wine.ts';

const EXECUTABLE = path.join(repositoryRoot, 'bin', 'ktriage.exe');

interface Line {
  readonly kind: string;
  readonly value?: { readonly name: string; readonly status: string; readonly observed?: string };
}

describeWith(['wine', 'mingw'], 'ktriage.exe readiness under Wine', () => {
  beforeAll(ensureWine);

  it('ktriage.exe readiness under Wine asks Windows itself, and reports the answer of a kernel without the call', async () => {
    const { status, stdout } = await runKtriage(EXECUTABLE, ['readiness', '--self-test']);
    expect(status).toBe(0);
    const found = checksOf(stdout);
    for (const name of ['Architecture', 'NativeLibrary', 'Elevation', 'DebugPrivilege', 'Container'])
      expect(found.get(name)?.status, name).toBe('Pass');
    // Wine has the function and not this command of it.
    expect(found.get('CallStatus')).toMatchObject({
      status: 'Fail',
      observed: '0xC0000002 STATUS_NOT_IMPLEMENTED',
    });
    expect(found.get('ThreadBlocks')?.status).toBe('Unknown');
  });

  /** What a setting of the registry makes of its check, set with Windows' own tool where administrators know it to be. */
  const CONTROL = 'HKLM\\SYSTEM\\CurrentControlSet\\Control';
  const POLICY = 'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\MemoryDump';
  const SETTINGS = [
    [
      'FullLiveReportsMax',
      `${CONTROL}\\CrashControl\\FullLiveKernelReports`,
      'FullLiveReportsMax',
      '0',
      'Fail',
    ],
    [
      'FullLiveReportsMax',
      `${CONTROL}\\CrashControl\\FullLiveKernelReports`,
      'FullLiveReportsMax',
      '4',
      'Pass',
    ],
    ['AllowLiveDumpPolicy', POLICY, 'AllowLiveDump', '0', 'Fail'],
    ['AllowLiveDumpPolicy', `${CONTROL}\\LiveDump`, 'AllowLiveDump', '0', 'Fail'],
    ['AllowLiveDumpPolicy', POLICY, 'AllowLiveDump', '1', 'Pass'],
    ['GuardedHost', `${CONTROL}\\CrashControl\\ForceDumpsDisabled`, 'GuardedHost', '0x10000000', 'Fail'],
    ['Container', CONTROL, 'ContainerType', '2', 'Fail'],
    ['DumpEncryption', `${CONTROL}\\CrashControl\\EncryptionCertificates`, 'Thumbprint', '1', 'Warn'],
  ] as const;

  async function reg(...args: string[]): Promise<void> {
    const { status, stderr } = await runWindowsProgram('C:\\windows\\system32\\reg.exe', args);
    if (status !== 0) throw new Error(`reg ${args.join(' ')} ended with ${status}: ${stderr}`);
  }

  const checksOf = (stdout: string) =>
    new Map(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Line)
        .flatMap(({ value }) => (value === undefined ? [] : [[value.name, value] as const])),
    );

  it.each(SETTINGS)('%s looks at %s, %s: %s is %s', async (name, key, value, data, status) => {
    await reg('add', key, '/v', value, '/t', 'REG_DWORD', '/d', data, '/f');
    try {
      const { stdout } = await runKtriage(EXECUTABLE, ['readiness']);
      expect(checksOf(stdout).get(name)?.status).toBe(status);
    } finally {
      await reg('delete', key, '/v', value, '/f');
    }
  });

  it('ktriage.exe readiness under Wine has a library in an open folder and a trace that it may not have as findings', async () => {
    const { stdout } = await runKtriage(EXECUTABLE, ['readiness']);
    // Wine has no consumer of traces.
    expect(checksOf(stdout).get('EventTrace')?.status).toBe('Warn');
    const place = mkdtempSync(path.join(tmpdir(), 'ktriage-readiness-'));
    try {
      for (const name of ['ktriage.exe', 'koffi.node']) {
        copyFileSync(path.join(path.dirname(EXECUTABLE), name), path.join(place, name));
      }
      chmodSync(place, 0o777);
      const open = await runKtriage(path.join(place, 'ktriage.exe'), ['readiness']);
      expect([...checksOf(open.stdout)].map(([name, { status }]) => [name, status])).toEqual([
        ['NativeLibrary', 'Fail'],
      ]);
      expect(open.status).toBe(0);
    } finally {
      rmSync(place, { recursive: true });
    }
  });

  it('ktriage.exe readiness under Wine writes a report without a path, a name or an account of this computer', async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'ktriage-report-'));
    try {
      const report = path.join(place, 'report.json');
      const args = [
        'readiness',
        '--self-test',
        '--report',
        toWindowsPath(report),
        '--destination',
        toWindowsPath(place),
      ];
      const { stdout } = await runKtriage(EXECUTABLE, args);
      // The records name the folder; that is what the report must not do.
      expect(stdout).toContain(path.basename(place));
      const text = readFileSync(report, 'utf8');
      expect(text).not.toMatch(/[A-Z]:\\|S-1-5-21|users\\/i);
      for (const secret of [path.basename(place), hostname(), userInfo().username]) {
        expect(text).not.toMatch(new RegExp(`\\b${secret}\\b`, 'i'));
      }
      expect(text).not.toMatch(/[0-9a-f]{17}/i);
      expect((JSON.parse(text) as { selfTest: unknown[] }).selfTest.length).toBeGreaterThan(5);
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});
