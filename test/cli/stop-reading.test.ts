import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/contract/generated/types.ts';
import { writeLiveDump } from '../../src/simulator/dumps/live/write-live-dump.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import { startWorld } from '../../src/simulator/world/running-world.ts';
import { repositoryRoot } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';

/** From the request to stop to the end: what the documentation promises, as processor time, which other work on the machine does not change. */
const PROMISED_MS = 500;
/** So many times the dump is read: minutes, unless the reader is stopped. */
const TIMES = 200;

const READERS = [
  ['dump', {}],
  ['dump-threads', {}],
  ['dump-processes', {}],
  ['stacks', {}],
  ['stacks', { groupBy: 'Symbol' }],
  ['waits', {}],
  ['locks', {}],
  ['io', {}],
  ['chains', {}],
  ['commands', {}],
  ['resolve', { names: ['nt!*Wait*'] }],
  ['types', { names: ['nt!_KTHREAD'] }],
  ['memory', { addresses: ['0xfffff78000000000'] }],
  ['export', { format: 'Folded' }],
  ['fleet', {}],
] as const;

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const errorCodes = (messages: readonly Message[]) =>
  messages.flatMap((message) => (message.kind === 'error' ? [message.code] : []));

describe('a reader that is stopped', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-stop-'));
  const dump = path.join(folder, 'live.dmp');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(() => {
    const world = startWorld(buildWorld('w3wp-oplock'));
    writeFileSync(dump, writeLiveDump(world, { bugCheckCode: 0x161, bugCheckParameters: [1n, 2n, 3n, 4n] }));
  });

  const paths = Array.from({ length: TIMES }, () => dump);

  it.each(READERS)('`%s` %o ends within half a second after its input has', async (verb, more) => {
    const input = new PassThrough();
    input.write(`${JSON.stringify({ paths, cancelOnEndOfInput: true, ...more })}\n`);
    let ended = 0;
    // Memory at one address is read so fast that an idle machine has done with all of the dumps in a fifth of a second.
    const after = verb === 'memory' ? 40 : 300;
    setTimeout(() => {
      ended = cpuMs();
      input.end();
    }, after);
    const { exitCode, messages } = await runCli([verb, '-'], input);
    const took = cpuMs() - ended;
    expect(ended).toBeGreaterThan(0);
    expect({ exitCode, codes: errorCodes(messages) }).toEqual({ exitCode: 5, codes: ['Cancelled'] });
    expect(took).toBeLessThan(PROMISED_MS);
  });

  it.each(['stacks', 'fleet'])(
    '`%s --time-limit` ends with TimeLimitReached and whole records',
    async (verb) => {
      const { exitCode, messages } = await runCli([
        verb,
        '--time-limit',
        '0.4',
        '--format',
        'ndjson',
        ...paths,
      ]);
      expect({ exitCode, codes: errorCodes(messages) }).toEqual({ exitCode: 5, codes: ['TimeLimitReached'] });
    },
  );

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    '`stacks` in a process of its own ends at %s, typed',
    async (signal) => {
      const child = spawn(
        process.execPath,
        [
          '--no-warnings',
          path.join(repositoryRoot, 'src', 'cli', 'main.ts'),
          'stacks',
          '--format',
          'ndjson',
          ...paths,
        ],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => {
        if (text === '') child.kill(signal);
        text += chunk.toString();
      });
      const [exitCode] = (await once(child, 'close')) as [number | null];
      const messages = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Message);
      expect({ exitCode, codes: errorCodes(messages) }).toEqual({ exitCode: 5, codes: ['Cancelled'] });
      expect(messages.at(-1)?.kind).toBe('end');
    },
  );
});
