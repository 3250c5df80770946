import { expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { originOf } from '../../src/dump/origin.ts';
import { fixtureCatalog } from '../synth/catalog.ts';

/** What each kind of file is by the name of its fixture. */
const ORIGINS: readonly [RegExp, string][] = [
  [/^bitmap-live-stacks/, 'LiveThreadStacks'],
  [/^bitmap-live/, 'LiveDump'],
  [/^bitmap-debugger/, 'Debugger'],
  [/^bitmap-(full|kernel)/, 'BugCheck'],
  [/^range/, 'Debugger'],
  [/^triage-bugcheck/, 'BugCheck'],
  [/^triage-capture/, 'TriageCapture'],
  [/^header/, 'Unknown'],
];

const catalog = fixtureCatalog().filter(({ refusal }) => refusal === undefined);
const known = catalog.flatMap(({ name, bytes }) => {
  const origin = ORIGINS.find(([pattern]) => pattern.test(name))?.[1];
  return origin === undefined ? [] : [{ name, bytes, origin }];
});

it.each(known)('the origin of $name is $origin', ({ name, bytes, origin }) => {
  const { kind, because } = originOf(openDump(bytesSource(bytes, name)));
  expect(kind).toBe(origin);
  expect(because).toMatch(/^\S.+[^.]$/);
});

it('the expected origins cover every fixture whose file shows its origin', () => {
  expect(catalog.length - known.length).toBe(2);
});

it('the small dump of a live kernel report has the origin live dump', () => {
  const bytes = Buffer.from(catalog.find(({ name }) => name === 'triage-bugcheck-x64')?.bytes ?? []);
  // What WinDbg prints for such files: DUMP_FILE_ATTRIBUTES 0x18.
  bytes.writeUInt32LE(0x18, 0x1050);
  expect(originOf(openDump(bytesSource(bytes))).kind).toBe('LiveDump');
});
