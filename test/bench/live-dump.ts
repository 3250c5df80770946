import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { formatAddress, type VirtualAddress } from '../../src/binary/address.ts';
import { openFileSource } from '../../src/binary/byte-source.ts';
import { once } from '../../src/binary/once.ts';
import { root } from '../../src/build/tools.ts';
import type { PageDump } from '../../src/dump/dump.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { askEngine, ensureEngine } from '../debugger-engine/engine.ts';
import { runBundled } from './bundled.ts';
import { type Comparison, type Figures, median, NotHere, type Pair, type Unit } from './measure.ts';
import { watchedRun } from './watched-run.ts';

const PAGE = 4096;
const program = path.join(root, 'bin', 'ktriage');

interface LiveDumpFile {
  readonly file: string;
  /** Addresses of the thread objects, and of each page of their stacks. */
  readonly threads: readonly VirtualAddress[];
  readonly stackPages: readonly VirtualAddress[];
}

const dumps = new Map<number, LiveDumpFile>();

/** Written by a process of its own: a machine with 50,000 threads takes gigabytes, which no other row should meet in this one. */
export function writeInChild(file: string, extraThreads: number): void {
  runBundled('live-dump-in-child.ts', [file, String(extraThreads)]);
}

function writeDump(extraThreads: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'live.dmp');
  writeInChild(file, extraThreads);
  return file;
}

/** A live dump of a machine with some 500 threads and so many more, written on its first use. */
function liveDump(extraThreads: number): LiveDumpFile {
  const known = dumps.get(extraThreads);
  if (known !== undefined) return known;
  const file = writeDump(extraThreads);
  const dump = openPages(file);
  const { threads } = readKernelObjects(dump);
  const pages = threads.flatMap(({ stackLimit, stackBase }) =>
    stackLimit === undefined || stackBase === undefined
      ? []
      : Array.from(
          { length: Number(stackBase - stackLimit) / PAGE },
          (_, index) => (stackLimit + BigInt(index * PAGE)) as VirtualAddress,
        ),
  );
  dump.source.close();
  const made = { file, threads: threads.map(({ address }) => address), stackPages: pages };
  dumps.set(extraThreads, made);
  return made;
}

function openPages(file: string): PageDump {
  const dump = openDump(openFileSource(file));
  if (dump.kind !== 'pages') throw new RangeError('a live dump has pages');
  return dump;
}

function ourStacks(file: string): void {
  const { status, error } = spawnSync(program, ['stacks', file, '--format', 'ndjson'], { stdio: 'ignore' });
  if (status !== 0) throw error ?? new Error(`ktriage ended with ${status}`);
}

/** Both walk every thread in a process of their own; the engine is told where the threads are, and names by exports. */
function againstEngine(extraThreads: number, rounds: number): Pair {
  return {
    name: `stacks of a live dump of ${501 + extraThreads} threads, whole process`,
    ours: { what: 'ktriage stacks' },
    peer: { what: "Microsoft's engine under Wine, given the threads" },
    goal: 1,
    unit: 'ms',
    async measurePair() {
      await ensureEngine().catch((thrown: Error) => {
        throw new NotHere(thrown.message);
      });
      const { file, threads } = liveDump(extraThreads);
      const questions = threads.map((address) => `.thread ${formatAddress(address).slice(2)}; kn 100`);
      const times = { ours: [] as number[], peer: [] as number[] };
      for (let round = 0; round < rounds; round++) {
        const begun = performance.now();
        await askEngine(file, questions);
        const between = performance.now();
        ourStacks(file);
        times.peer.push(between - begun);
        times.ours.push(performance.now() - between);
      }
      return { ours: median(times.ours), peer: median(times.peer) };
    },
  };
}

export const stacksAgainstEngine = [againstEngine(0, 5), againstEngine(4500, 3), againstEngine(19_500, 1)];

const LARGE = 20_001;
const LARGEST = 50_001;
const OWN_THREADS = 501;
const largeDump = () => liveDump(LARGE - OWN_THREADS).file;
/** Of this one nothing but the file is needed. */
const largestDump = once(() => writeDump(LARGEST - OWN_THREADS));

/** Both dumps are read the same way; what a thread costs must not grow with their number. */
const readLargest = once(async () => ({
  large: await watchedRun('stacks', { paths: [largeDump()] }),
  largest: await watchedRun('stacks', { paths: [largestDump()] }),
}));

function eachThread(of: 'seconds' | 'peak', name: string, unit: Unit, factor: number): Pair {
  return {
    name: `${name} of a live dump of ${LARGEST} threads, whole process`,
    ours: { what: `of ${LARGEST}` },
    peer: { what: `of ${LARGE}` },
    goal: 1.1,
    unit,
    async measurePair() {
      const { large, largest } = await readLargest();
      return { ours: (largest[of] / LARGEST) * factor, peer: (large[of] / LARGE) * factor };
    },
  };
}

export const stacksLinear = [
  eachThread('seconds', 'time of each stack', 'µs', 1e6),
  eachThread('peak', 'peak for every 1,000 stacks', 'MB', 1e3),
];

/** How long a reader of standard output waits for the first record, and for all. */
async function recordTimes(
  verb: string,
  file: string,
): Promise<{ readonly first: number; readonly all: number }> {
  const begun = performance.now();
  const child = spawn(program, [verb, file, '--format', 'ndjson'], { stdio: ['ignore', 'pipe', 'ignore'] });
  let first = Number.NaN;
  for await (const _chunk of child.stdout) if (Number.isNaN(first)) first = performance.now() - begun;
  return { first, all: performance.now() - begun };
}

function firstRecord(name: string, verb: string): Figures {
  return {
    name,
    async measure() {
      const large = await recordTimes(verb, largeDump());
      const largest = await recordTimes(verb, largestDump());
      return [
        { what: `first of ${LARGE}`, value: large.first, unit: 'ms', goal: 1000 },
        { what: 'all', value: large.all, unit: 'ms' },
        { what: `first of ${LARGEST}`, value: largest.first, unit: 'ms', goal: 1000 },
        { what: 'all', value: largest.all, unit: 'ms' },
      ];
    },
  };
}

export const firstRecords = [
  firstRecord('first stack of a live dump', 'stacks'),
  firstRecord('first thread of a live dump', 'dump-threads'),
];

const TRANSLATIONS = 20_000;

interface Translations {
  readonly dump: PageDump;
  readonly random: readonly VirtualAddress[];
  readonly sorted: readonly VirtualAddress[];
  readonly descriptor: number;
  readonly offsets: readonly number[];
}

let translations: Translations | undefined;

/** Stack pages of 5,001 threads, which some 100 tables map, and where each is in the file. */
function openTranslations(): Translations {
  if (translations !== undefined) return translations;
  const { file, stackPages } = liveDump(4500);
  const dump = openPages(file);
  const { memory, physical } = dump.pages;
  const places = stackPages.flatMap((address) => {
    const found = memory.translate(address);
    if (!('physical' in found)) return [];
    const offset = physical.map.offsetOf(found.physical / PAGE);
    return offset === undefined ? [] : [{ address, offset }];
  });
  const chosen = Array.from(
    { length: TRANSLATIONS },
    (_, index) => places[(index * 7919) % places.length] ?? { address: 0n as VirtualAddress, offset: 0 },
  );
  const random = chosen.map(({ address }) => address);
  const sorted = [...random].sort((a, b) => (a < b ? -1 : 1));
  const offsets = chosen.map(({ offset }) => offset);
  translations = { dump, random, sorted, descriptor: openSync(file, 'r'), offsets };
  return translations;
}

const readPages = {
  what: 'fs.readSync of the same pages',
  run() {
    const { descriptor, offsets } = openTranslations();
    const page = Buffer.alloc(PAGE);
    for (const offset of offsets) readSync(descriptor, page, 0, PAGE, offset);
  },
};

function translating(order: 'random' | 'sorted', goal: number): Comparison {
  return {
    name: `${TRANSLATIONS} ${order} virtual addresses translated`,
    ours: {
      what: 'page tables of the dump',
      run() {
        const translated = openTranslations();
        const { memory } = translated.dump.pages;
        for (const address of translated[order]) memory.translate(address);
      },
    },
    peer: readPages,
    goal,
    rounds: 9,
    close() {
      if (translations === undefined) return;
      translations.dump.source.close();
      closeSync(translations.descriptor);
      translations = undefined;
    },
  };
}

export const translationRows = [translating('random', 0.6), translating('sorted', 0.6)];
