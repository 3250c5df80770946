import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { openFileSource } from '../../src/binary/byte-source.ts';
import { root } from '../../src/build/tools.ts';
import { checkTriage } from '../../src/capture/triage/call/verify-triage.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import type { PhysicalMemory } from '../../src/dump/physical/physical-memory.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { testDataFolder } from '../support/test-data.ts';
import { fixtureCatalog } from '../synth/catalog.ts';
import { type Comparison, type Figures, median } from './measure.ts';

/** A real dump of 1.4 MB where it is at hand; it is never part of the repository. */
const REAL = path.join(testDataFolder(), 'triage_x64.dmp');

function withFile<T>(write: (file: string) => void, use: (file: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-bench-'));
  try {
    const file = path.join(folder, 'bench.dmp');
    write(file);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fixtureBytes(name: string): Buffer {
  const fixture = fixtureCatalog().find((each) => each.name === name);
  if (!fixture) throw new RangeError(`no fixture ${name}`);
  return fixture.bytes;
}

const PAGE = 4096;
const PAGES = 16 * 2 ** 18;
/** One page in 64 is in the file: 256 MiB of pages that take no room on disk. */
const EVERY = 64;

/** A bitmap dump of a machine with 16 GiB, of which the pages are holes in the file. */
function writeSparse(file: string): void {
  const head = Buffer.from(fixtureBytes('bitmap-live-x64').subarray(0, 0x2038));
  const bitmap = Buffer.alloc(PAGES / 8);
  for (let page = 0; page < PAGES; page += EVERY)
    bitmap[page >> 3] = (bitmap[page >> 3] ?? 0) | (1 << (page & 7));
  const firstPage = Math.ceil((head.length + bitmap.length) / PAGE) * PAGE;
  head.writeBigUInt64LE(BigInt(firstPage), 0x2020);
  head.writeBigUInt64LE(BigInt(PAGES / EVERY), 0x2028);
  head.writeBigUInt64LE(BigInt(PAGES), 0x2030);
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, head);
  writeSync(descriptor, bitmap);
  ftruncateSync(descriptor, firstPage + (PAGES / EVERY) * PAGE);
  closeSync(descriptor);
}

function readTriageFile(file: string): number {
  const source = openFileSource(file);
  try {
    const { acceptable, dump } = checkTriage(source);
    if (!acceptable || !dump) throw new RangeError(`${file} is not an acceptable dump`);
    return readKernelObjects(dump).threads.length;
  } finally {
    source.close();
  }
}

function medianMs(rounds: number, action: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    action();
    return performance.now() - begun;
  });
  return median(times);
}

const withTriage = <T>(use: (file: string) => T): T =>
  existsSync(REAL) ? use(REAL) : withFile((file) => writeTriage(file), use);

function writeTriage(file: string): void {
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, fixtureBytes('triage-bugcheck-x64'));
  closeSync(descriptor);
}

export const triageFigure: Figures = {
  name: 'open, verify and list the threads of a triage dump, warm',
  measure: () =>
    withTriage((file) => {
      medianMs(10, () => readTriageFile(file));
      const value = medianMs(21, () => readTriageFile(file));
      return [{ what: 'one dump', value, unit: 'ms', goal: 20 }];
    }),
};

export const manyDumpsFigure: Figures = {
  name: '64 triage dumps listed in one process',
  measure: () =>
    withTriage((file) => {
      const listAll = () => {
        for (let count = 0; count < 64; count++) readTriageFile(file);
      };
      return [{ what: 'all of them', value: medianMs(3, listAll), unit: 'ms', goal: 500 }];
    }),
};

export const sparseFigure: Figures = {
  name: 'open a bitmap dump of 16 GiB',
  measure: () =>
    withFile(writeSparse, (file) => {
      const before = process.memoryUsage.rss();
      const begun = performance.now();
      const dump = openDump(openFileSource(file));
      const took = performance.now() - begun;
      const grown = (process.memoryUsage.rss() - before) / 1e6;
      dump.source.close();
      return [
        { what: 'time', value: took, unit: 'ms', goal: 300 },
        // Its bitmap twice, and what a process may grow by itself.
        { what: 'more memory', value: grown, unit: 'MB', goal: 61 },
      ];
    }),
};

let sparse: { readonly folder: string; readonly file: string } | undefined;

function sparseFile(): string {
  if (sparse === undefined) {
    const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-bench-'));
    sparse = { folder, file: path.join(folder, 'sparse.dmp') };
    writeSparse(sparse.file);
  }
  return sparse.file;
}

const runProgram = (...words: string[]) =>
  spawnSync(path.join(root, 'bin', 'ktriage'), [...words, '--format', 'ndjson'], { stdio: 'ignore' });

export const openSparse: Comparison = {
  name: 'open a bitmap dump of 16 GiB, whole process',
  ours: { what: 'ktriage dump', run: () => runProgram('dump', sparseFile()) },
  peer: { what: 'ktriage version', run: () => runProgram('version') },
  goal: 1.5,
  rounds: 11,
  close() {
    if (sparse !== undefined) rmSync(sparse.folder, { recursive: true, force: true });
    sparse = undefined;
  },
};

const READS = 20_000;

/** Pages in a scattered order that is the same each time. */
function scattered(): number[] {
  return Array.from({ length: READS }, (_, index) => ((index * 7919) % (PAGES / EVERY)) * EVERY);
}

interface PageFile {
  readonly physical: PhysicalMemory;
  readonly descriptor: number;
  readonly places: readonly { readonly pfn: number; readonly offset: number }[];
}

let pageFile: PageFile | undefined;

/** Opened on first use and kept for the rounds; the folder goes at once, the open files live on. */
function openPageFile(): PageFile {
  pageFile ??= withFile(writeSparse, (file) => {
    const dump = openDump(openFileSource(file));
    if (dump.kind !== 'pages') throw new RangeError('the sparse file has no pages');
    const { physical } = dump.pages;
    const places = scattered().map((pfn) => ({
      pfn,
      offset: physical.map.offsetOf(pfn) ?? 0,
    }));
    return { physical, descriptor: openSync(file, 'r'), places };
  });
  return pageFile;
}

export const pageReads: Comparison = {
  name: `${READS} random physical pages`,
  ours: {
    what: 'physical memory of the dump, into memory of the caller',
    run() {
      const { physical, places } = openPageFile();
      const page = Buffer.alloc(PAGE);
      for (const { pfn } of places) physical.readPage(pfn, page);
    },
  },
  peer: {
    what: 'fs.readSync of the same pages',
    run() {
      const { descriptor, places } = openPageFile();
      const page = Buffer.alloc(PAGE);
      for (const { offset } of places) readSync(descriptor, page, 0, PAGE, offset);
    },
  },
  goal: 1.2,
  rounds: 9,
};
