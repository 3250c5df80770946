import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportedFile, KernelStack } from '../../src/contract/generated/types.ts';
import { exported, liveDump, readFolded, testFolder } from '../export/story.ts';
import { contractViolations } from '../support/contract.ts';
import { runCli } from '../support/run-cli.ts';

const folder = testFolder();
const at = (name: string) => path.join(folder, name);
let dump = '';
beforeAll(async () => {
  dump = await liveDump(folder, 'deadlock');
});

describe('ktriage export', () => {
  it('`ktriage export` writes the document alone to standard output', async () => {
    const { stdout, exitCode } = await runCli(['export', '--format', 'Folded', dump]);
    expect(exitCode).toBe(0);
    expect(readFolded(stdout).every(({ names, weight }) => names.length > 1 && weight > 0)).toBe(true);
  });

  it('`ktriage export --output` makes a file for its owner alone, in the format of its extension, and replaces none', async () => {
    const file = at('waits.dot');
    const first = await runCli(['export', '--output', file, dump]);
    expect(first.exitCode).toBe(0);
    expect(first.stdout).toContain(file);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^digraph waits \{/);
    writeFileSync(file, 'kept');
    const second = await runCli(['export', '--output', file, dump]);
    expect(second.exitCode).toBe(9);
    expect(second.stderr).toContain('[FileExists]');
    expect(readFileSync(file, 'utf8')).toBe('kept');
    await runCli(['export', '--output', file, '--force', dump]);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('`ktriage export` writes no file when no dump could be read, and a part of an answer is not a success', async () => {
    const none = await runCli(['export', '--output', at('none.folded'), at('none.dmp')]);
    expect(none.exitCode).toBe(8);
    expect(existsSync(at('none.folded'))).toBe(false);
    const part = await runCli(['export', '--output', at('part.json'), at('none.dmp'), dump]);
    expect(part.exitCode).toBe(4);
    expect(
      (JSON.parse(readFileSync(at('part.json'), 'utf8')) as { warnings: string[] }).warnings.join(),
    ).toContain('none.dmp does not exist');
  });

  it('`ktriage export` asks for a format where no extension names one', async () => {
    const { exitCode, stderr } = await runCli(['export', '--output', at('odd.xyz'), dump]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Speedscope (.speedscope.json)');
  });

  it('`ktriage export` gives a program bytes in base64, and leaves idle workers out when asked', async () => {
    const all = await exported({ paths: [dump], format: 'Pprof' });
    expect(Buffer.from(all.base64 ?? '', 'base64').subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    const busy = await exported({ paths: [dump], format: 'Folded', excludeIdle: true });
    expect(busy.threadCount).toBeLessThan(all.threadCount);
    expect(busy.threadCount).toBeGreaterThan(7);
  });

  it('`ktriage export` writes records of earlier answers, in the spelling of PowerShell too', async () => {
    const { messages } = await runCli(['stacks', '--property-case', 'pascal', dump]);
    const records = messages.flatMap((message) =>
      message.kind === 'record' ? [{ type: 'KernelStack', value: message.value }] : [],
    );
    const written = await exported({ records, format: 'Folded' });
    const read = await exported({ paths: [dump], format: 'Folded' });
    expect(written.text).toBe(read.text);
    const bad = await runCli(
      ['export', '-'],
      `${JSON.stringify({ format: 'Folded', records: [{ type: 'KernelStack', value: { frames: 1 } }] })}\n`,
    );
    expect(bad.messages.find(({ kind }) => kind === 'error')).toMatchObject({ code: 'InvalidRequest' });
    expect(contractViolations(bad.messages)).toEqual([]);
  });

  it('`ktriage export` reads live threads through dumps that no file holds', async () => {
    const request = {
      machine: 'simulated:w3wp-oplock',
      threads: [{ processId: 4872, threadId: 10_368 }],
      format: 'Json',
    };
    const { text = '' } = await exported(request);
    const model = JSON.parse(text) as { threads: { stack: KernelStack }[]; sources: object[] };
    expect(model.threads.map(({ stack }) => stack.threadId)).toEqual([10_368]);
    expect(model.sources).toHaveLength(1);
  });
});

describe('ktriage export of several dumps', () => {
  it('dumps of two machines are one export, with the causes of both', async () => {
    const other = await liveDump(folder, 'workers-used-up');
    const { text = '', sourceCount } = (await exported({
      paths: [dump, other],
      format: 'Dot',
    })) as ExportedFile;
    expect(sourceCount).toBe(2);
    expect(text).toContain('#c00000');
    expect(text).toMatch(/\d more threads/);
  });
});
