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
  files: ['contract'],
  // The page of the report runs in a browser: it has its own data and no part of the program.
  page: [],
  symbols: ['contract', 'binary'],
  dump: ['contract', 'binary'],
  // The Windows machine brings the file store that needs native code.
  machine: ['contract', 'binary', 'files'],
  kernel: ['contract', 'binary', 'dump'],
  // A second machine behind the port. It shares no code with the Windows machine, and no layout with the readers.
  simulator: ['contract', 'binary', 'machine'],
  // What a capture writes beside its dumps and reading finds there.
  manifest: ['contract', 'binary', 'machine'],
  stack: ['contract', 'binary', 'dump', 'kernel', 'symbols'],
  // Why threads do not run: waits, locks, requests.
  explain: ['contract', 'binary', 'dump', 'kernel', 'stack', 'symbols', 'manifest'],
  // Two looks at one thread: what became of it. Pure.
  compare: ['contract', 'binary', 'explain'],
  capture: ['contract', 'binary', 'dump', 'kernel', 'machine', 'files', 'manifest'],
  // Live threads are selected by their user-mode stacks too.
  threads: ['contract', 'binary', 'kernel', 'machine', 'stack', 'symbols'],
  // What prevents a capture, asked before one is needed.
  readiness: ['contract', 'binary', 'dump', 'kernel', 'explain', 'machine', 'files', 'capture', 'compare'],
  // Formats that other tools open, each written from plain records.
  export: ['binary', 'contract', 'page'],
  // One dump to facts: joins dump, kernel, manifest, symbols and stack. Live threads come through captures in memory.
  reading: [
    'contract',
    'binary',
    'dump',
    'kernel',
    'stack',
    'symbols',
    'explain',
    'compare',
    'machine',
    'manifest',
    'capture',
    'simulator',
  ],
  // Looks at live threads for weeks, and captures and explains by itself when a condition holds.
  watch: ['contract', 'binary', 'machine', 'files', 'threads', 'capture', 'reading', 'export'],
  // Parses, calls, prints.
  cli: [
    'contract',
    'reading',
    'export',
    'capture',
    'readiness',
    'threads',
    'watch',
    'machine',
    'files',
    'simulator',
  ],
  // The build reads tables of the product to generate from them.
  build: ['contract', 'cli', 'export', 'kernel', 'machine', 'simulator'],
};

/** Rooms whose code a room loads only when it needs it: `import()`, never `import … from`. */
const LAZY: Record<string, readonly string[]> = { reading: ['simulator'], cli: ['simulator'] };

const source = path.join(repositoryRoot, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
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

  it('the source of the product imports koffi in machine/windows alone', () => {
    const importers = files.filter((file) => importsOf(file).includes('koffi'));
    expect(importers.filter((file) => !file.startsWith('machine/windows/'))).toEqual([]);
  });

  it('the source of the product starts other programs in build alone, and there never through a shell', () => {
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

  it('the source of the product loads the simulator lazily, because reading a real dump must not pay for it', () => {
    const eager = files
      .filter((file) => LAZY[roomOf(file)] !== undefined)
      .flatMap((file) => {
        const text = readFileSync(path.join(source, file), 'utf8');
        return [...text.matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?\bfrom\s+'(\.[^']+)'/gm)]
          .map(([, specifier = '']) => roomOf(path.posix.join(path.posix.dirname(file), specifier)))
          .filter((room) => LAZY[roomOf(file)]?.includes(room))
          .map((room) => `${file} → ${room}`);
      });
    expect(eager).toEqual([]);
  });

  it('the source of the product lets the writers of synthetic files share no layout with the readers', () => {
    const outside = (from: string, specifiers: readonly string[], allowed: RegExp) =>
      specifiers
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => path.posix.join(path.posix.dirname(from), specifier))
        .filter((target) => !allowed.test(target))
        .map((target) => `${from} → ${target}`);
    const writers = files.filter((file) => file.startsWith('simulator/synth/'));
    expect(writers.length).toBeGreaterThan(0);
    expect(writers.flatMap((file) => outside(file, importsOf(file), /^simulator\/synth\//))).toEqual([]);
    // Of the room of binary formats a simulated machine may use addresses alone: layouts are the readers'.
    const machine = files.filter((file) => file.startsWith('simulator/'));
    expect(
      machine.flatMap((file) => outside(file, importsOf(file), /^(?!binary\/)|^binary\/address\.ts$/)),
    ).toEqual([]);
    const plans = readdirSync(path.join(repositoryRoot, 'test/synth'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => name.split(path.sep).join('/'));
    expect(plans.length).toBeGreaterThan(0);
    expect(
      plans.flatMap((name) => {
        const file = `test/synth/${name}`;
        const specifiers = importsOf(path.posix.join('..', file));
        return outside(file, specifiers, /^(?:src\/simulator\/synth|test\/synth)\//);
      }),
    ).toEqual([]);
  });

  it('the source of the product has no circle of files', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => path.posix.join(path.posix.dirname(file), specifier)),
      ]),
    );
    const finished = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (finished.has(file)) return;
      const start = trail.indexOf(file);
      if (start >= 0) {
        circles.push([...trail.slice(start), file].join(' → '));
        return;
      }
      for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
      finished.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});
