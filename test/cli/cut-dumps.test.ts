import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractViolations } from '../support/contract.ts';
import { runCli } from '../support/run-cli.ts';

/** A reader of a file that lost its end: what it lists is less than was captured, and only an error line shows it. */

const MACHINE = ['--machine', 'simulated:w3wp-oplock'];
const READERS: ReadonlyArray<readonly string[]> = [
  ['dump'],
  ['dump-threads'],
  ['dump-processes'],
  ['stacks'],
  ['stacks', '--group-by', 'Symbol'],
  ['commands'],
  ['memory', '--address', '0xfffff80000000000'],
  ['resolve', '--address', '0xfffff80000000000'],
];

const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-cut-'));
const fileOf = (name: string) => path.join(folder, `${name}.dmp`);
beforeAll(async () => {
  const threads = '4872:10276,4872:10292,4872:10348,4872:10368';
  const triage = ['triage', '--thread', threads, '--destination', folder, '--name', 'triage'];
  expect((await runCli([...triage, ...MACHINE])).exitCode).toBe(0);
  expect((await runCli(['live', fileOf('live'), ...MACHINE])).exitCode).toBe(0);
  const copy = (name: string, bytes: Uint8Array) => writeFileSync(fileOf(name), bytes);
  const whole = readFileSync(fileOf('triage'));
  copy('triage-head', whole.subarray(0, 100_000));
  copy('triage-without-end', whole.subarray(0, whole.length - 5000));
  copy('live-head', readFileSync(fileOf('live')).subarray(0, 3_000_000));
  // The mark that the writer sets last.
  copy('triage-unfinished', Buffer.from(whole).fill(0, whole.length - 4));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(verb: readonly string[], name: string) {
  const { messages, exitCode } = await runCli([...verb, fileOf(name)]);
  expect(contractViolations(messages)).toEqual([]);
  const errors = messages.filter((message) => message.kind === 'error');
  const records = messages.filter(({ kind }) => kind === 'record').length;
  return { errors: errors.map(({ code, target }) => [code, target]), records, exitCode };
}

describe.each(READERS.map((verb) => [verb.join(' '), verb] as const))('ktriage %s', (_, verb) => {
  it.each(['triage-head', 'triage-without-end', 'live-head', 'triage-unfinished'])(
    'every reading verb reports of %s what `dump` reports of it, beside what can be read',
    async (name) => {
      const [known] = (await read(['dump'], name)).errors;
      expect(known?.[0]).toMatch(/^Dump(Truncated|Damaged)$/);
      const { errors, records, exitCode } = await read(verb, name);
      expect(errors).toEqual([[known?.[0], fileOf(name)]]);
      expect(exitCode).toBe(records > 0 ? 4 : 8);
    },
  );

  it.each(['triage', 'live'])('every reading verb has nothing to say of the whole %s dump', async (name) => {
    const { errors, records, exitCode } = await read(verb, name);
    expect(errors).toEqual([]);
    expect(records).toBeGreaterThan(0);
    expect(exitCode).toBe(0);
  });
});

describe('a dump without its end', () => {
  it('a dump without its end is called cut off, with the advice of that, whatever lay behind its end', async () => {
    for (const name of ['triage-head', 'triage-without-end', 'live-head']) {
      const { messages } = await runCli(['dump', fileOf(name)]);
      const error = messages.find((message) => message.kind === 'error');
      expect(error).toMatchObject({
        code: 'DumpTruncated',
        advice: expect.stringContaining('Copy it again'),
      });
      expect(error?.message).toMatch(/the file (has \d+ of the \d+ bytes|ends before the last \d+)/);
    }
    expect((await read(['dump'], 'triage-unfinished')).errors[0]?.[0]).toBe('DumpDamaged');
  });

  it('a dump without its end still gives what is there', async () => {
    expect((await read(['dump'], 'triage-head')).records).toBe(1);
    expect((await read(['stacks'], 'triage-unfinished')).records).toBe(4);
  });
});
