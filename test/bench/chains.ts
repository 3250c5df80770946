import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { virtualAddress } from '../../src/binary/address.ts';
import { bytesSource, openFileSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { findChains } from '../../src/explain/chains/find-chains.ts';
import { type Situation, waitGraph } from '../../src/explain/graph/wait-graph.ts';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import type { Evidence, Lock, ThreadWait } from '../../src/explain/model.ts';
import { kernelView } from '../../src/explain/view.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { writeLiveDump } from '../../src/simulator/dumps/live/write-live-dump.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import { startWorld } from '../../src/simulator/world/running-world.ts';
import { writeInChild } from './live-dump.ts';
import { type Figure, type Figures, median } from './measure.ts';

const ROUNDS = 9;
const THREADS = 50_000;
/** Threads behind one lock, so that there are hundreds of chains with several levels. */
const THREADS_A_LOCK = 100;

const ORDER = { bugCheckCode: 0x161, bugCheckParameters: [1n, 2n, 3n, 4n] } as const;

/** Milliseconds of processor time of one run. It counts no other program of a shared machine. */
function once<T>(action: () => T): { readonly ms: number; readonly result: T } {
  const begun = process.cpuUsage();
  const result = action();
  const { user, system } = process.cpuUsage(begun);
  return { ms: (user + system) / 1000, result };
}

/** The first run of an action and the median of more, with what the last one gave. */
function timed<T>(action: () => T): { readonly ms: number; readonly first: number; readonly result: T } {
  let { ms: first, result } = once(action);
  const times = Array.from({ length: ROUNDS }, () => {
    const run = once(action);
    result = run.result;
    return run.ms;
  });
  return { ms: median(times), first, result };
}

/** What the answer adds to the walk of the stacks: facts, graph and chains of a live dump with 227 waiters of one lock. */
export const articleChains: Figures = {
  name: 'chains of a live dump with 227 waiters, beside the walk',
  measure() {
    const bytes = writeLiveDump(startWorld(buildWorld('w3wp-oplock')), ORDER);
    const dump = openDump(bytesSource(bytes));
    const objects = readKernelObjects(dump);
    const states = new Map<bigint, string | undefined>(
      objects.threads.map(({ address, state }) => [address, state]),
    );
    const facts = timed(() => kernelFacts(kernelView(dump, objects)));
    const chains = timed(() =>
      findChains(waitGraph({ ...facts.result, stateOf: (thread) => states.get(thread) })),
    );
    // The goal is for both parts; the facts are the larger one.
    const most = Math.max(...chains.result.map(({ threads }) => threads.length));
    return [
      { what: 'all of it, processor time', value: facts.ms + chains.ms, unit: 'ms', goal: 50 },
      { what: `facts of ${objects.threads.length} threads`, value: facts.ms, unit: 'ms' },
      { what: 'facts the first time', value: facts.first, unit: 'ms' },
      { what: 'graph and chains', value: chains.ms, unit: 'ms' },
      { what: 'threads behind the first cause', value: most, unit: 'count' },
    ];
  },
};

/** The readers before the graph, and the chains, on a dump in a file whose threads are scattered over the pool: one run, as a user has it. */
const crowdOnDisk = (
  threads: number,
  figures: (crowd: CrowdTimes) => readonly Figure[],
  name: string,
): Figures => ({
  name,
  measure() {
    const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-crowd-'));
    const file = path.join(folder, 'live.dmp');
    writeInChild(file, threads);
    const source = openFileSource(file);
    try {
      const dump = openDump(source);
      const objects = once(() => readKernelObjects(dump));
      const facts = once(() => kernelFacts(kernelView(dump, objects.result)));
      const states = new Map<bigint, string | undefined>(
        objects.result.threads.map(({ address, state }) => [address, state]),
      );
      const chains = once(() =>
        findChains(waitGraph({ ...facts.result, stateOf: (thread) => states.get(thread) })),
      );
      return figures({
        threads: objects.ms,
        waits: facts.result.waits.length,
        facts: facts.ms,
        chains: chains.ms,
      });
    } finally {
      source.close();
      rmSync(folder, { recursive: true });
    }
  },
});

/** Milliseconds of processor time. */
interface CrowdTimes {
  readonly threads: number;
  readonly waits: number;
  readonly facts: number;
  readonly chains: number;
}

export const crowdFacts: Figures = crowdOnDisk(
  10_000,
  ({ threads, waits, facts }) => [
    { what: 'threads, processor time', value: threads, unit: 'ms' },
    // A fifth of 50,000 threads in 3 s.
    { what: `facts of ${waits} waits`, value: facts, unit: 'ms', goal: 600 },
  ],
  'threads and facts of a live dump with 10000 threads',
);

export const crowdAnswer: Figures = crowdOnDisk(
  50_000,
  ({ threads, waits, facts, chains }) => [
    { what: 'all of it, processor time', value: facts + chains, unit: 'ms', goal: 3000 },
    { what: `facts of ${waits} waits`, value: facts, unit: 'ms' },
    { what: 'graph and chains', value: chains, unit: 'ms' },
    { what: 'threads, which the walk needs too', value: threads, unit: 'ms' },
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
