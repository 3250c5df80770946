import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dump } from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-dump-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWith(['shared-data'], 'ktriage dump on a real triage dump', () => {
  const file = path.join(sharedData, 'triage_x64.dmp');

  it('ktriage dump on a real triage dump shows its published values', async () => {
    const result = await runCli(['dump', '--raw', file]);
    expect(result.exitCode).toBe(0);
    expect(contractViolations(result.messages)).toEqual([]);
    const [dump] = result.records<Dump>('Dump');
    expect(dump).toMatchObject({
      path: file,
      size: 1_444_532,
      format: 'Triage',
      complete: true,
      windowsBuild: 19041,
      architecture: 'x64',
      processors: 16,
      bugCheckCode: '0x1000007e',
      systemTime: '2021-02-21T01:38:22.987Z',
    });
    expect(dump?.drivers).toHaveLength(151);
    expect(dump?.drivers[0]).toMatchObject({
      name: 'ntoskrnl.exe',
      path: '\\SystemRoot\\system32\\ntoskrnl.exe',
    });
    expect(dump?.rawHeader?.find(({ name }) => name === 'DumpType')).toMatchObject({
      offset: 0xf98,
      value: '0x00000004',
    });
    expect(dump?.simulated).toBeUndefined();
  });

  it('ktriage dump on a real triage dump shows a person the summary', async () => {
    const { stdout } = await runCli(['dump', file, '--format', 'text']);
    expect(stdout).toContain('Windows build 19041, x64, 16 processors');
    expect(stdout).toMatch(/264 {2}System +Running +0xffffc08bde9e1640 {2}Certain/);
  });
});

describe('ktriage dump on what is no dump', () => {
  const write = (name: string, bytes: Uint8Array) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };

  it('ktriage dump on what is no dump gives one typed error a file and reads on', async () => {
    const files = [
      write('empty.dmp', new Uint8Array(0)),
      write('text.dmp', Buffer.from('hello, I am not a dump '.repeat(1000))),
      write('header-only.dmp', Buffer.from('PAGEDU64')),
      path.join(folder, 'missing.dmp'),
      folder,
    ];
    const result = await runCli(['dump', ...files]);
    expect(contractViolations(result.messages)).toEqual([]);
    const errors = result.messages.filter((message) => message.kind === 'error');
    expect(errors.map(({ target }) => target)).toEqual(files);
    expect(errors.map(({ code }) => code)).toEqual([
      'DumpTruncated',
      'NotADump',
      'DumpTruncated',
      'FileNotFound',
      'FileUnreadable',
    ]);
    expect(result.exitCode).toBe(8);
  });

  it('ktriage dump on what is no dump needs a path', async () => {
    const result = await runCli(['dump', '-'], '{}');
    expect(result.messages[0]).toMatchObject({ kind: 'error', code: 'InvalidRequest' });
    expect(result.exitCode).toBe(2);
  });
});
