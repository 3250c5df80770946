import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from './support/equipment.ts';

/**
 * The floors of the house: a room may import from its own row's list and from itself. This table is the
 * architecture; a new arrow is a decision and is made here.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  contract: [],
  binary: ['contract'],
  // Event traces: payloads into fields and sentences.
  etw: ['contract', 'binary'],
  symbols: ['contract', 'binary'],
  dump: ['contract', 'binary'],
  kernel: ['contract', 'binary', 'dump'],
  stack: ['contract', 'binary', 'dump', 'kernel', 'symbols'],
  // Why threads do not run: waits, locks, requests.
  explain: ['contract', 'binary', 'dump', 'kernel', 'stack', 'symbols', 'manifest'],
  // The Windows machine brings the file store that needs native code.
  machine: ['contract', 'binary', 'files'],
  files: ['contract'],
  manifest: ['contract', 'binary', 'machine'],
  // Threads are selected by their user-mode stacks too.
  selection: ['contract', 'binary', 'kernel', 'machine', 'stack', 'symbols'],
  capture: ['contract', 'binary', 'etw', 'dump', 'kernel', 'machine', 'files', 'manifest'],
  // What stands in the way of a capture, asked before one is needed.
  readiness: ['contract', 'binary', 'etw', 'dump', 'kernel', 'machine', 'files', 'capture'],
  report: ['contract', 'binary', 'dump', 'kernel', 'stack', 'symbols', 'manifest'],
  cli: [
    'contract',
    'binary',
    'etw',
    'symbols',
    'dump',
    'kernel',
    'stack',
    'explain',
    'machine',
    'files',
    'manifest',
    'selection',
    'capture',
    'readiness',
    'report',
  ],
  build: [
    'contract',
    'binary',
    'etw',
    'symbols',
    'dump',
    'kernel',
    'stack',
    'explain',
    'machine',
    'files',
    'manifest',
    'selection',
    'capture',
    'readiness',
    'report',
    'cli',
  ],
};

const source = path.join(repositoryRoot, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(path.sep).join('/'));

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(source, file), 'utf8');
  return [...text.matchAll(/\bfrom\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g)].map(
    ([, fixed, dynamic]) => fixed ?? dynamic ?? '',
  );
}

const roomOf = (file: string) => file.split('/')[0] ?? '';

describe('the house', () => {
  it.each(files)('%s imports downward only', (file) => {
    const room = roomOf(file);
    const allowed = MAY_IMPORT[room];
    expect(allowed, `src/${room} is not a room of the house: add it to the table`).toBeDefined();
    const targets = importsOf(file)
      // package.json holds the version, and is above no room.
      .filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('/package.json'))
      .map((specifier) => roomOf(path.posix.join(path.posix.dirname(file), specifier)));
    const upward = targets.filter((target) => target !== room && !allowed?.includes(target));
    expect(upward).toEqual([]);
  });

  it('imports koffi in machine/windows alone', () => {
    const importers = files.filter((file) => importsOf(file).includes('koffi'));
    expect(importers.filter((file) => !file.startsWith('machine/windows/'))).toEqual([]);
  });

  it('starts other programs in build alone, and there never through a shell', () => {
    const starters = files.filter((file) => importsOf(file).includes('node:child_process'));
    expect(starters.length).toBeGreaterThan(0);
    expect(starters.filter((file) => !file.startsWith('build/'))).toEqual([]);
    for (const file of starters) {
      const text = readFileSync(path.join(source, file), 'utf8');
      const taken = /import \{([^}]*)\} from 'node:child_process'/.exec(text)?.[1]?.split(',') ?? [
        'everything',
      ];
      const names = taken.map((name) => name.replace(/^ *type /, '').trim()).filter((name) => name !== '');
      // `exec` and `execSync` are a shell by themselves.
      expect(
        names.filter((name) => !/^(?:spawn|execFile|fork|Child)/.test(name)),
        file,
      ).toEqual([]);
      // An option, and not a parameter with its type.
      expect(text, file).not.toMatch(/\bshell:\s*(?!false\b|[A-Z])\S/);
    }
  });

  it('has a machine port that its two machines do not share code around', () => {
    const crossing = files
      .filter((file) => file.startsWith('machine/'))
      .filter((file) => {
        const [, wing] = file.split('/');
        return importsOf(file).some((specifier) => {
          const target = path.posix.join(path.posix.dirname(file), specifier).split('/')[1];
          return (
            specifier.startsWith('.') &&
            ((wing === 'windows' && target === 'simulated') || (wing === 'simulated' && target === 'windows'))
          );
        });
      });
    expect(crossing).toEqual([]);
  });
});
