import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Dump } from '../../src/contract/generated/types.ts';
import { runCli } from '../support/run-cli.ts';
import { crashes, IDLE_PLAN, KERNEL_GENERATED_PLAN, SECRETS } from '../synth/crash-catalog.ts';
import { crashDump } from '../synth/crash-dumps.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-crash-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, bytes: Buffer): string {
  const file = path.join(folder, `${name}.dmp`);
  writeFileSync(file, bytes);
  return file;
}

async function dumpOf(args: readonly string[]): Promise<Dump> {
  const { records } = await runCli(['dump', '--format', 'ndjson', ...args]);
  const [dump] = records<Dump>('Dump');
  if (dump === undefined) throw new Error('there is no record');
  return dump;
}

const all = Object.entries({ ...crashes, older: () => crashDump(IDLE_PLAN) });

describe('ktriage dump on a crash', () => {
  it.each(all)(
    'ktriage dump on a crash answers for %s within 80 columns, but for what a person types',
    async (name, bytes) => {
      const { stdout, exitCode } = await runCli(['dump', '--format', 'text', written(name, bytes())]);
      expect(exitCode).toBe(0);
      const long = stdout.split('\n').filter((line) => line.length > 80);
      expect(long.filter((line) => !line.includes('ktriage stacks') && !line.includes('Dump:'))).toEqual([]);
    },
  );

  it('ktriage dump on a crash shows first what happened, where, and which driver to look at', async () => {
    const file = written('first', crashes.kernelGenerated());
    const { stdout } = await runCli(['dump', '--format', 'text', file]);
    const labels = [
      'Crash ',
      'Parameter 1',
      'On ',
      'Suspect',
      'Stack from the fault on',
      'Not known',
      'Format',
    ];
    const places = labels.map((label) => stdout.indexOf(`  ${label}`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(stdout).toContain('DRIVER_IRQL_NOT_LESS_OR_EQUAL (0xd1)');
    expect(stdout).toContain('notmyfault64.e (3244), thread 4536');
  });

  it('ktriage dump on a crash marks the drivers of third parties, and distinguishes dates from hashes', async () => {
    const { drivers } = await dumpOf([written('drivers', crashes.idle())]);
    expect(
      drivers.map(({ name, isThirdParty, linkTime, isReproducible }) => ({
        name,
        isThirdParty,
        linkTime: linkTime?.slice(0, 4),
        isReproducible,
      })),
    ).toEqual([
      { name: 'ntoskrnl.exe', isThirdParty: undefined, linkTime: '2014', isReproducible: undefined },
      { name: 'atikmdag.sys', isThirdParty: true, linkTime: '2017', isReproducible: undefined },
      { name: 'win32k.sys', isThirdParty: undefined, linkTime: '2017', isReproducible: undefined },
      { name: 'tcpip.sys', isThirdParty: undefined, linkTime: undefined, isReproducible: true },
    ]);
  });

  it('ktriage dump on a crash names the blobs of Windows', async () => {
    const { secondaryData = [] } = await dumpOf([written('blobs', crashes.kernelGenerated())]);
    expect(secondaryData.map(({ holds }) => holds)).toEqual([
      'processor values of the registry',
      'SMBIOS tables',
      'event buffers',
    ]);
  });

  it.each([[], ['--redact']])(
    'ktriage dump on a crash never gives serial numbers, event texts or security identifiers %s',
    async (...options) => {
      const file = written('secrets', crashes.kernelGenerated());
      const { stdout } = await runCli(['dump', '--format', 'ndjson', ...options.flat(), file]);
      for (const secret of SECRETS) expect(stdout).not.toContain(secret);
    },
  );

  it('ktriage dump on a crash leaves out folders, comment and raw header when it redacts', async () => {
    const private_ = {
      path: '\\??\\C:\\Users\\alice\\AppData\\Local\\Temp\\evil.sys',
      base: 0xfffff80018000000n,
      size: 0x10000,
      timeDateStamp: 0x5a0b1c2d,
    };
    const plan = {
      ...KERNEL_GENERATED_PLAN,
      drivers: [...KERNEL_GENERATED_PLAN.drivers, private_],
      parameters: [0n, 2n, 0n, private_.base + 0x123n],
    };
    const bytes = crashDump(plan);
    bytes.write('of alice', 0xfb0, 'latin1');
    const file = written('redacted', bytes);
    const plain = await runCli(['dump', '--raw', '--format', 'ndjson', file]);
    expect(plain.stdout).toContain('alice');
    const short = await runCli(['dump', '--raw', '--redact', '--format', 'ndjson', file]);
    expect(short.stdout).not.toContain('alice');
    const [dump] = short.records<Dump>('Dump');
    expect(JSON.stringify(dump)).not.toContain(folder);
    expect(dump).toMatchObject({
      redacted: true,
      path: 'redacted.dmp',
      crash: { suspect: { file: 'evil.sys' } },
    });
    expect(dump).not.toHaveProperty('rawHeader');
  });
});
