import process from 'node:process';
import { openFileSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { findChains } from '../../src/explain/chains/find-chains.ts';
import { waitGraph } from '../../src/explain/graph/wait-graph.ts';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import { kernelView } from '../../src/explain/view.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { once, timed } from './processor-time.ts';

/** What this script prints as JSON. Times are milliseconds of processor time. */
export interface ChainTimes {
  readonly threads: number;
  readonly threadsMs: number;
  readonly waits: number;
  /** The median of more runs, and the first one. */
  readonly facts: number;
  readonly factsFirst: number;
  readonly chains: number;
  readonly chainsFirst: number;
  /** Threads behind the cause that holds up most. */
  readonly behindFirst: number;
}

/** Reads the threads of a dump, then their waits and chains once and so many times more. */
const [file = '', more = '0'] = process.argv.slice(2);
const source = openFileSource(file);
const dump = openDump(source);
const objects = once(() => readKernelObjects(dump));
const { threads } = objects.result;
const states = new Map<bigint, string | undefined>(threads.map(({ address, state }) => [address, state]));
const facts = timed(() => kernelFacts(kernelView(dump, objects.result)), Number(more));
const chains = timed(
  () => findChains(waitGraph({ ...facts.result, stateOf: (thread) => states.get(thread) })),
  Number(more),
);
const times: ChainTimes = {
  threads: threads.length,
  threadsMs: objects.ms,
  waits: facts.result.waits.length,
  facts: facts.ms,
  factsFirst: facts.first,
  chains: chains.ms,
  chainsFirst: chains.first,
  behindFirst: Math.max(...chains.result.map((chain) => chain.threads.length)),
};
source.close();
console.log(JSON.stringify(times));
