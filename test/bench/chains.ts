import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { virtualAddress } from '../../src/binary/address.ts';
import { findChains } from '../../src/explain/chains/find-chains.ts';
import { type Situation, waitGraph } from '../../src/explain/graph/wait-graph.ts';
import type { Evidence, Lock, ThreadWait } from '../../src/explain/model.ts';
import { runBundled } from './bundled.ts';
import type { ChainTimes } from './chains-in-child.ts';
import { writeInChild } from './live-dump.ts';
import type { Figure, Figures } from './measure.ts';
import { timed } from './processor-time.ts';

const ROUNDS = 9;
const THREADS = 50_000;
/** Threads behind one lock, so that there are hundreds of chains with several levels. */
const THREADS_A_LOCK = 100;

/** What the answer adds to the walk of the stacks: facts, graph and chains of a live dump with 227 waiters of one lock. */
export const articleChains: Figures = {
  name: 'chains of a live dump with 227 waiters, beside the walk',
  measure: () =>
    withDump(0, (file) => {
      const { threads, facts, factsFirst, chains, behindFirst } = readInChild(file, ROUNDS);
      // The goal is for both parts; the facts are the larger one.
      return [
        { what: 'all of it, processor time', value: facts + chains, unit: 'ms', goal: 50 },
        { what: `facts of ${threads} threads`, value: facts, unit: 'ms' },
        { what: 'facts the first time', value: factsFirst, unit: 'ms' },
        { what: 'graph and chains', value: chains, unit: 'ms' },
        { what: 'threads behind the first cause', value: behindFirst, unit: 'count' },
      ];
    }),
};

/** A dump in a file, for as long as it is measured. */
function withDump<T>(extraThreads: number, use: (file: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-crowd-'));
  const file = path.join(folder, 'live.dmp');
  try {
    writeInChild(file, extraThreads);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The readers before the graph, and the chains, in a process of their own, as a user has them: in this one, forty rows before have left
 * a large heap and code that is compiled for other callers, and the same facts took half as long again.
 */
const readInChild = (file: string, rounds: number): ChainTimes =>
  JSON.parse(runBundled('chains-in-child.ts', [file, String(rounds)])) as ChainTimes;

/** A dump whose threads are scattered over the pool: one run, as a user has it. */
const crowdOnDisk = (
  extraThreads: number,
  figures: (crowd: ChainTimes) => readonly Figure[],
  name: string,
): Figures => ({
  name,
  measure: () => withDump(extraThreads, (file) => figures(readInChild(file, 0))),
});

export const crowdFacts: Figures = crowdOnDisk(
  10_000,
  ({ threadsMs, waits, factsFirst }) => [
    { what: 'threads, processor time', value: threadsMs, unit: 'ms' },
    // A fifth of 50,000 threads in 3 s.
    { what: `facts of ${waits} waits`, value: factsFirst, unit: 'ms', goal: 600 },
  ],
  'threads and facts of a live dump with 10000 threads',
);

export const crowdAnswer: Figures = crowdOnDisk(
  50_000,
  ({ threadsMs, waits, factsFirst, chainsFirst }) => [
    { what: 'all of it, processor time', value: factsFirst + chainsFirst, unit: 'ms', goal: 3000 },
    { what: `facts of ${waits} waits`, value: factsFirst, unit: 'ms' },
    { what: 'graph and chains', value: chainsFirst, unit: 'ms' },
    { what: 'threads, which the walk needs too', value: threadsMs, unit: 'ms' },
  ],
  'chains of a live dump with 50000 threads, beside the walk',
);

const evidence: Evidence = { class: 'Memory', basis: 'bench' };

const thread = (number: number) => ({
  address: virtualAddress(0xffffa380_00000000n + BigInt(number) * 0x1000n),
  threadId: number,
  inDump: true,
});

/** Locks in a line: 99 threads wait for each, and its owner waits for the next lock in nine cases of ten. */
function crowd(): Situation {
  const lockCount = THREADS / THREADS_A_LOCK;
  const lockOf = (number: number) => Math.floor(number / THREADS_A_LOCK);
  const isOwner = (number: number) => number % THREADS_A_LOCK === 0;
  const waits: ThreadWait[] = [];
  for (let number = 0; number < THREADS; number += 1) {
    const wanted = isOwner(number) ? lockOf(number) + 1 : lockOf(number);
    if (wanted >= lockCount || (isOwner(number) && lockOf(number) % 10 === 9)) continue;
    waits.push({
      thread: thread(number),
      reason: 'WrResource',
      mode: 'Kernel',
      waitType: 'Any',
      waitTimeMs: number,
      links: 'Linked',
      isIdle: false,
      evidence,
      objects: [
        {
          address: virtualAddress(0xfffff880_00000000n + BigInt(number) * 0x100n),
          kind: 'Resource',
          rule: 9,
          evidence,
          description: 'a resource',
          lock: `Resource:${wanted}`,
        },
      ],
    });
  }
  const locks: Lock[] = Array.from({ length: lockCount }, (_, index) => ({
    id: `Resource:${index}`,
    kind: 'Resource',
    address: virtualAddress(0xfffff881_00000000n + BigInt(index) * 0x100n),
    owners: [
      { kind: 'Thread', thread: thread(index * THREADS_A_LOCK), access: 'Exclusive', evidence } as const,
    ],
    ownersKnown: true,
    waiters: [],
    foundBy: ['ResourceList'],
    layoutSource: 'Rule',
    evidence,
  }));
  return { waits, locks, requests: [], stateOf: () => 'Running' };
}

/** The graph and the chains alone, of facts with more locks and levels than the dump of a simulated machine. */
export const crowdChains: Figures = {
  name: `graph and chains of ${THREADS} waiting threads (made-up facts)`,
  measure() {
    const situation = crowd();
    const times = new Map<bigint, number | undefined>(
      situation.waits.map((wait) => [wait.thread.address, wait.waitTimeMs]),
    );
    const { ms, first, result } = timed(() =>
      findChains(waitGraph(situation), { waitTimeOf: ({ address }) => times.get(address) }),
    );
    return [
      { what: `${result.length} chains, processor time`, value: ms, unit: 'ms', goal: 3000 },
      { what: 'first time', value: first, unit: 'ms' },
    ];
  },
};
