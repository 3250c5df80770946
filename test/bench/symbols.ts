import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { writePdb } from '../../src/simulator/synth/images/pdb-writer.ts';
import { filePool } from '../../src/symbols/file-pool.ts';
import { openPdb } from '../../src/symbols/pdb/pdb-file.ts';
import type { Comparison, Figures } from './measure.ts';

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
  const { status, error } = spawnSync(command, args, { stdio: 'ignore', maxBuffer: 1 << 28 });
  if (status !== 0) throw error ?? new Error(`${command} ended with ${status}`);
}

const script = path.join(import.meta.dirname, 'first-name.ts');

/** llvm-pdbutil has no look-up by address: it lists the publics, and the list is searched. */
export const firstName: Comparison = {
  name: 'first name out of a 12 MB PDB, whole process',
  ours: {
    what: 'one look-up',
    run: () =>
      run(process.execPath, [
        '--disable-warning=ExperimentalWarning',
        script,
        bigPdb(),
        String(rvaOf(777) + 5),
      ]),
  },
  peer: {
    what: 'llvm-pdbutil dump --publics',
    run: () => run('llvm-pdbutil', ['dump', '--publics', bigPdb()]),
  },
  goal: 1,
  rounds: 7,
};

export const namesFigure: Figures = {
  name: 'names out of a PDB of that size, in one process',
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
