import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

/**
 * Everything that a capture writes, each in turn under a name at which a link is already: to a file that is precious, to
 * nowhere, or to a folder.
 */
const MACHINE = ['--machine', 'simulated:w3wp-oplock'];
const WRITTEN = [
  ['a dump', 'taken.dmp'],
  ['a manifest', 'taken.ktriage.json'],
  ['debugger commands', 'taken.commands.txt'],
  ['a live dump', 'live.dmp'],
  ['a listing of events', 'live.trace.txt'],
  ['a report', 'report.json'],
] as const;

let root = '';
let folder = '';
let elsewhere = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'ktriage-links-'));
  [folder, elsewhere] = [path.join(root, 'dumps'), path.join(root, 'elsewhere')];
  for (const each of [folder, elsewhere]) mkdirSync(each);
  writeFileSync(path.join(elsewhere, 'precious'), 'precious');
});
afterEach(() => rmSync(root, { recursive: true }));

function commandFor(name: string, force: boolean): string[] {
  const forced = force ? ['--force'] : [];
  if (name.startsWith('report')) return ['readiness', ...MACHINE, '--report', path.join(folder, name)];
  if (name.startsWith('live')) {
    return ['live', path.join(folder, 'live.dmp'), '--trace', ...MACHINE, ...forced];
  }
  const where = ['--destination', folder, '--name', 'taken', '--debugger-commands'];
  return ['triage', '--thread', '4872:10276', ...where, ...MACHINE, ...forced];
}

describe.each(WRITTEN)('%s', (_, name) => {
  it.each([
    ['a file', 'precious'],
    ['nowhere', 'missing'],
    ['a folder', '.'],
  ])('an output file is not written through a link to %s', async (_target, target) => {
    const link = path.join(folder, name);
    for (const force of [false, true]) {
      rmSync(link, { force: true });
      symlinkSync(path.join(elsewhere, target), link);
      const { messages } = await runCli(commandFor(name, force));
      const told = messages.some(({ kind }) => kind === 'error' || kind === 'warning');
      const replaced = !lstatSync(link).isSymbolicLink();
      // Either the link is replaced by the file, or it is left with an error.
      // A manifest takes the next free name beside the link, as a second set in the folder does.
      const isBeside = readdirSync(folder).some((each) => each !== name && each.endsWith('.ktriage.json'));
      expect(replaced || told || (name.endsWith('.ktriage.json') && isBeside)).toBe(true);
      if (!force) expect(replaced).toBe(false);
      expect(readdirSync(elsewhere)).toEqual(['precious']);
      expect(readFileSync(path.join(elsewhere, 'precious'), 'utf8')).toBe('precious');
      for (const left of readdirSync(folder)) if (left !== name) rmSync(path.join(folder, left));
    }
  });
});
