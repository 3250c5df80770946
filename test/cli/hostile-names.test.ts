import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { traceLine } from '../../src/capture/live/live-trace.ts';
import { dscOutput } from '../../src/cli/dsc-output.ts';
import { ndjsonOutput } from '../../src/cli/ndjson-output.ts';
import { textOutput } from '../../src/cli/text-output.ts';
import { Failure } from '../../src/contract/failure.ts';
import { harmless } from '../../src/contract/harmless.ts';
import type { Output } from '../../src/contract/output.ts';
import { runCli } from '../support/run-cli.ts';

/** A name that ends the line, clears the screen, sends a C1 sequence and turns the direction of writing. */
const EVIL = 'a\r\n.shell rm\u001b[2J\u009b2J\u202eb';
const SHOWN = 'a\\x0d\\x0a.shell rm\\x1b[2J\\x9b2J\\u202eb';

/** Everything that an output can say to a person, with the name in it. */
async function say(make: (stdout: PassThrough, stderr: PassThrough) => Output): Promise<string[]> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const output = make(stdout, stderr);
  output.progress({ activity: `1 ${EVIL}`, status: `2 ${EVIL}` });
  output.warning(`3 ${EVIL}`, EVIL);
  output.error(new Failure('FileNotFound', `4 ${EVIL}`, { target: EVIL, advice: `5 ${EVIL}` }));
  await output.end();
  stdout.end();
  stderr.end();
  return [await text(stdout), await text(stderr)];
}

describe('a hostile name', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-hostile-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('a hostile name is seen in each kind of character that terminals obey', () => {
    expect(harmless(EVIL)).toBe(SHOWN);
    expect(harmless('w3wp.exe \u00e4 \u4e2d \u{1f600} C:\\x1b')).toBe(
      'w3wp.exe \u00e4 \u4e2d \u{1f600} C:\\x1b',
    );
  });

  it('a hostile name is harmless in texts of NDJSON for people, and exact as an identifier', async () => {
    const [stdout = ''] = await say((stream) => ndjsonOutput(stream));
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([
      { kind: 'progress', activity: `1 ${SHOWN}`, status: `2 ${SHOWN}` },
      { kind: 'warning', message: `3 ${SHOWN}`, target: EVIL },
      // A message ends as sentences do.
      { kind: 'error', message: `4 ${SHOWN}.`, advice: `5 ${SHOWN}`, target: EVIL },
      { kind: 'end' },
    ]);
  });

  it('a hostile name is harmless in the output for DSC, and in text', async () => {
    for (const make of [dscOutput, textOutput]) {
      const written = (await say(make)).join('');
      const said = written.split('\n').flatMap((line) => {
        if (!line.startsWith('{')) return [line];
        return Object.values(JSON.parse(line) as Record<string, string>);
      });
      for (const part of ['1', '2', '3', '4', '5']) expect(said.join(' ')).toContain(`${part} ${SHOWN}`);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
      expect(said.join(' ')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    }
  });

  it('a hostile name is exact in a record', async () => {
    const stdout = new PassThrough();
    const output = ndjsonOutput(stdout);
    await output.record('DebuggerCommand', { path: EVIL, purpose: '', command: '' });
    await output.end();
    stdout.end();
    expect(JSON.parse((await text(stdout)).split('\n')[0] ?? '')).toMatchObject({
      value: { path: EVIL },
    });
  });

  it('a hostile name cannot end a comment of the debugger commands beside a dump and become a command', async () => {
    const place = path.join(folder, EVIL);
    mkdirSync(place);
    const { records } = await runCli([
      ...['triage', '--machine', 'simulated:windows-11', '--pid', '4872', '--debugger-commands'],
      ...['--destination', place],
    ]);
    const [dump] = records<{ debuggerCommandsPath?: string }>('TriageDump');
    const commands = readFileSync(dump?.debuggerCommandsPath ?? '', 'utf8').split('\r\n');
    expect(commands[0]).toContain(`* Commands for ${harmless(folder)}`);
    expect(commands[0]).toContain(SHOWN);
    expect(commands.filter((line) => line !== '' && !/^(\* |!|\.foreach )/.test(line))).toEqual([]);
  });

  it('a hostile name is one line of the listing of a trace', () => {
    const event = { relativeTime: '0.001', id: 1, fields: {}, text: `Writing ${EVIL}` };
    expect(traceLine(event as unknown as Parameters<typeof traceLine>[0])).toBe(`0.001 Writing ${SHOWN}`);
  });
});
