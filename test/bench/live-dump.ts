import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { formatAddress, type VirtualAddress } from '../../src/binary/address.ts';
import { openFileSource } from '../../src/binary/byte-source.ts';
import { root } from '../../src/build/tools.ts';
import type { PageDump } from '../../src/dump/dump.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { writeLiveDump } from '../../src/simulator/dumps/live/write-live-dump.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import { startWorld } from '../../src/simulator/world/running-world.ts';
import { askEngine, ensureEngine } from '../debugger-engine/engine.ts';
import { type Comparison, type Figures, median, NotHere, type Pair } from './measure.ts';

const ORDER = { bugCheckCode: 0x161, bugCheckParameters: [1n, 2n, 3n, 4n] } as const;
const PAGE = 4096;
const program = path.join(root, 'bin', 'ktriage');

interface LiveDumpFile {
  readonly file: string;
  /** Addresses of the thread objects, and of each page of their stacks. */
  readonly threads: readonly VirtualAddress[];
  readonly stackPages: readonly VirtualAddress[];
}

const dumps = new Map<number, LiveDumpFile>();

/** A live dump of a machine with some 500 threads and so many more, written on its first use. */
function liveDump(extraThreads: number): LiveDumpFile {
  const known = dumps.get(extraThreads);
  if (known !== undefined) return known;
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'live.dmp');
  const world = buildWorld('w3wp-oplock', extraThreads === 0 ? {} : { extraThreads });
  writeFileSync(file, writeLiveDump(startWorld(world), ORDER));
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

/** How long a reader of standard output waits for the first record, and for all. */
async function recordTimes(file: string): Promise<{ readonly first: number; readonly all: number }> {
  const begun = performance.now();
  const child = spawn(program, ['stacks', file, '--format', 'ndjson'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let first = Number.NaN;
  for await (const _chunk of child.stdout) if (Number.isNaN(first)) first = performance.now() - begun;
  return { first, all: performance.now() - begun };
}

export const firstStack: Figures = {
  name: 'first stack of a live dump',
  async measure() {
    const small = await recordTimes(liveDump(4500).file);
    const large = await recordTimes(liveDump(19_500).file);
    return [
      { what: 'first of 5001', value: small.first, unit: 'ms', goal: 1000 },
      { what: 'all', value: small.all, unit: 'ms' },
      { what: 'first of 20001', value: large.first, unit: 'ms', goal: 1000 },
      { what: 'all', value: large.all, unit: 'ms' },
    ];
  },
};

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
