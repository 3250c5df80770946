import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TextRenderers, textRenderers } from '../../../src/cli/text/index.ts';
import type { Records, RecordType } from '../../../src/contract/generated/types.ts';
import { runCli } from '../../support/run-cli.ts';

/** Text output shows names that other users chose, for processes and in dumps: here every text of every record is such a name. */

const EVIL = '!\n\u001b[2J\u001b]0;t\u0007\u0008\r\u009b5m\u202e\u2028\u061c\u007f';
/** Visible escapes of ktriage, or those of JSON where the text is JSON. */
const SHOWN = /!(?:\\x0a\\x1b|\\n\\u001b)\[2J/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there; lines end where the text does
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** What text output computes with, and records that hold nothing but what ktriage itself is or says. */
const COMPUTED = /^(address|data|systemTime|createdTime)$/;
const OWN = new Set(['Version', 'SchemaDocument']);

/** Renders as the output does, where the type of the record is not known to the compiler. */
function render<T extends RecordType>(renderers: TextRenderers, type: T, value: unknown): string {
  return String(renderers[type](value as Records[T]));
}

const TYPES = Object.keys(textRenderers()) as RecordType[];

function corrupt(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return COMPUTED.test(key) ? value : `${EVIL}${value}${EVIL}`;
  if (Array.isArray(value)) return value.map((item) => corrupt(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, corrupt(inner, name)]));
}

describe('text output of hostile names', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-hostile-text-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const records = new Map<string, object>();
  const machine = ['--machine', 'simulated:windows-11'];

  async function collect(args: readonly string[], input = ''): Promise<void> {
    for (const message of (await runCli(args, input)).messages)
      if (message.kind === 'record' && !records.has(message.type))
        records.set(message.type, message.value as object);
  }

  beforeAll(async () => {
    const triage = ['triage', '--pid', '776', '--destination', folder, '--name', 'lsass', ...machine];
    const dump = path.join(folder, 'lsass.dmp');
    await collect(['threads', 'w3wp', ...machine]);
    await collect([...triage, '--plan']);
    await collect(triage);
    for (const verb of ['dump', 'dump-threads', 'dump-processes', 'stacks', 'commands'])
      await collect([verb, dump]);
    await collect(['stacks', '--group-by', 'Symbol', dump]);
    await collect(['stacks', '--tree', dump]);
    const { address } = records.get('DumpThread') as { address: string };
    const output = path.join(folder, 'stacks.folded');
    await collect(['export', '-'], `${JSON.stringify({ paths: [dump], output })}\n`);
    await collect(['memory', dump, '--address', address, '--length', '16384']);
    await collect(['resolve', dump, '--name', 'nt!KeWait*']);
    await collect(['live', path.join(folder, 'live.dmp'), '--trace', ...machine]);
    await collect(['live', path.join(folder, 'live.dmp'), '--plan', '--force', ...machine]);
    const story = path.join(folder, 'story.dmp');
    await collect(['live', story, '--machine', 'simulated:deadlock']);
    for (const verb of ['waits', 'locks', 'io', 'chains']) await collect([verb, story]);
    await collect(['types', '--name', 'nt!_KTHREAD', story]);
    const again = path.join(folder, 'again');
    const set = path.join(folder, 'sets', 'server');
    for (const made of [again, set]) mkdirSync(made, { recursive: true });
    await collect(['triage', '--pid', '776', '--destination', again, '--name', 'lsass', ...machine]);
    const difference = path.join(again, 'lsass.dmp');
    await collect(['compare', '--include-idle', '--reference', dump, '--difference', difference]);
    await collect(['triage', '--pid', '5120', '--destination', set, '--machine', 'simulated:deadlock']);
    await collect(['fleet', path.join(folder, 'sets')]);
    // The module alone makes this one.
    records.set('ComputerCapture', { computerName: 'web01', message: 'Access is denied.' });
    // And this one Windows alone.
    records.set('NativeLibrary', {
      place: 'AllUsers',
      path: 'C:\\koffi.node',
      state: 'Refused',
      action: 'None',
    });
    await collect(['watch', 'w3wp', '--when', 'Stuck,Asked', '--duration', '0.01', ...machine]);
    await collect(['readiness', '--self-test', ...machine]);
    await collect(['dsc', 'get', '--format', 'ndjson', ...machine]);
  });

  it.each(TYPES.filter((type) => !OWN.has(type)))(
    'text of %s shows control characters of hostile names and obeys none',
    (type) => {
      const record = records.get(type);
      expect(record).toBeDefined();
      const text = render(textRenderers(), type, corrupt(record));
      expect(text).not.toMatch(OBEYED);
      expect(text).toMatch(SHOWN);
      // A raw line end would put what follows it at the beginning of a line.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
      expect(text).not.toMatch(/!\n(\\x1b|\u001b)/);
    },
  );
});
