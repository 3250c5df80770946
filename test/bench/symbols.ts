import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { writePdb } from '../../src/simulator/synth/images/pdb-writer.ts';
import { filePool } from '../../src/symbols/file-pool.ts';
import { openPdb } from '../../src/symbols/pdb/pdb-file.ts';
import { bundled, runBundled } from './bundled.ts';
import { type Figure, type Figures, median, type Pair } from './measure.ts';
import { privatePdb } from './private-pdb.ts';

/** As many symbols as make the 12 MB that the kernel's own public PDB has. */
const SYMBOLS = 165_000;
const SPACING = 64;
const FIRST_RVA = 0x1000;
const rvaOf = (index: number) => FIRST_RVA + index * SPACING;

let file: string | undefined;

function bigPdb(): string {
  if (file !== undefined) return file;
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  file = path.join(folder, 'big.pdb');
  const publics = Array.from({ length: SYMBOLS }, (_, index) => ({
    name: `KiFunctionOfTheKernelWithANameOfUsualLength${(index * 7919) % SYMBOLS}`,
    rva: rvaOf(index),
  }));
  const sections = [{ name: '.text', rva: FIRST_RVA, size: SYMBOLS * SPACING }];
  writeFileSync(file, writePdb({ guid: '0F1E2D3C4B5A69788796A5B4C3D2E1F0', age: 1, sections, publics }));
  return file;
}

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'ignore' });
  if (status !== 0) throw error ?? new Error(`${command} ended with ${status}`);
}

function timeOf(command: string, args: readonly string[]): number {
  const begun = performance.now();
  run(command, args);
  return performance.now() - begun;
}

/** The image base that lld-link gives an x64 image: the peer takes addresses, not offsets. */
const IMAGE_BASE = 0x1_4000_0000;

/** Names of addresses by two programs, each in a process of its own, and the start of Node alone between them. */
function againstSymbolizer(count: number, rounds: number, goal: number): Pair {
  return {
    name: `${count === 1 ? 'one name' : `${count} names`} out of a private PDB of 80 MB, whole process`,
    ours: { what: 'names of addresses' },
    peer: { what: 'llvm-symbolizer' },
    goal,
    unit: 'ms',
    measurePair() {
      const { pdb, image, rvas } = privatePdb();
      const script = bundled('names-of-addresses.ts');
      const asked = rvas(count);
      const addresses = asked.map((rva) => `0x${(IMAGE_BASE + rva).toString(16)}`);
      const times = Array.from({ length: rounds + 1 }, () => ({
        peer: timeOf('llvm-symbolizer', [`--obj=${image}`, ...addresses]),
        floor: timeOf(process.execPath, ['-e', '0']),
        ours: timeOf(process.execPath, [script, pdb, ...asked.map(String)]),
      })).slice(1);
      const medianOf = (side: 'ours' | 'peer' | 'floor') => median(times.map((each) => each[side]));
      return {
        ours: medianOf('ours'),
        peer: medianOf('peer'),
        floor: { what: 'node -e 0', value: medianOf('floor'), unit: 'ms' },
      };
    },
  };
}

export const namesAgainstSymbolizer = [againstSymbolizer(1, 11, 1), againstSymbolizer(1000, 3, 0.2)];

/**
 * How long it takes to find out that a module does not have a name: the first time, and each later one. In a process of its own, as a
 * user has it: in this one, the garbage of thirty rows before is collected in the time of the first name.
 */
function unknownNames(file: string): readonly Figure[] {
  const size = Math.round(statSync(file).size / 1e6);
  const times = JSON.parse(runBundled('unknown-names-in-child.ts', [file, '8'])) as readonly number[];
  return [
    { what: `first of ${size} MB`, value: times[0] ?? Number.NaN, unit: 'ms', goal: 50 },
    { what: 'each later one', value: median(times.slice(1)), unit: 'ms', goal: 50 },
  ];
}

export const unknownNamesFigure: Figures = {
  name: 'an unknown name looked for in one module',
  measure: () => [...unknownNames(bigPdb()), ...unknownNames(privatePdb().pdb)],
};

export const namesFigure: Figures = {
  name: 'names out of a public PDB of 12 MB, in one process',
  measure() {
    const big = bigPdb();
    const pool = filePool();
    const begun = performance.now();
    const pdb = openPdb(pool.open(big));
    pdb.nearest(rvaOf(12_345));
    const first = performance.now() - begun;
    const count = 5000;
    const again = performance.now();
    for (let index = 0; index < count; index++) pdb.nearest(rvaOf((index * 7919) % SYMBOLS) + 9);
    const each = ((performance.now() - again) / count) * 1000;
    const kept = pool.cachedBytes / 1e6;
    pool.clear();
    return [
      { what: `first name of ${Math.round(statSync(big).size / 1e6)} MB`, value: first, unit: 'ms', goal: 5 },
      { what: 'each later name', value: each, unit: 'µs', goal: 100 },
      { what: 'kept', value: kept, unit: 'MB' },
    ];
  },
};
