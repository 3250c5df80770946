import type { ChainsRequest } from '../../contract/generated/types.ts';
import type { WaitChain } from '../../explain/chains/chain.ts';
import { findChains } from '../../explain/chains/find-chains.ts';
import { joinDumps } from '../../explain/chains/join-dumps.ts';
import { waitGraph } from '../../explain/graph/wait-graph.ts';
import type { KernelFacts, ThreadReference } from '../../explain/model.ts';
import { threadReference } from '../../explain/view.ts';
import type { NamedFrame } from '../../stack/named-frame.ts';
import { type BootIdentity, bootIdentity, isSameBoot } from '../sources/boot-identity.ts';
import type { Explained } from '../sources/explain-dumps.ts';

/** Dumps of one boot of one machine: their facts are about the same objects. */
export interface Boot extends BootIdentity {
  readonly build: number | undefined;
  readonly paths: string[];
  readonly facts: KernelFacts[];
  readonly states: Map<bigint, string>;
  readonly waitTimes: Map<bigint, number>;
  readonly frames: Map<bigint, readonly NamedFrame[]>;
  readonly wanted: Set<bigint>;
  readonly threads: Map<bigint, ThreadReference>;
  /** Whether every thread of each dump was asked for. */
  wantsAll: boolean;
}

/** The number of threads with frames kept until all dumps have been read. A chain shows a few of them. */
const MOST_STACKS = 20_000;

/** The boot that a dump is of; a new one is added to `boots`. */
function bootOf(boots: Boot[], { source: { opened }, view }: Explained): Boot {
  const { dump, simulatedMachine } = opened;
  const identity = bootIdentity(dump, simulatedMachine);
  const known = boots.find((boot) => isSameBoot(boot, identity));
  if (known !== undefined) return known;
  const made: Boot = {
    ...identity,
    build: view.build,
    paths: [],
    facts: [],
    states: new Map(),
    waitTimes: new Map(),
    frames: new Map(),
    wanted: new Set(),
    threads: new Map(),
    wantsAll: true,
  };
  boots.push(made);
  return made;
}

/** Adds what one dump shows to the boot that it is of. Its memory is not kept. */
export function addToBoots(boots: Boot[], explained: Explained): void {
  const boot = bootOf(boots, explained);
  const { source, view, facts } = explained;
  if (source.path !== undefined) boot.paths.push(source.path);
  boot.facts.push(facts);
  boot.wantsAll &&= source.threads.length === view.threads.size;
  for (const { address } of source.threads) boot.wanted.add(address);
  for (const { address, state, standing } of view.threads.values()) {
    boot.threads.set(address, threadReference(view, address));
    const shown = standing?.state ?? state;
    if (shown !== undefined) boot.states.set(address, shown);
  }
  for (const { thread, waitTimeMs, isIdle } of facts.waits) {
    if (waitTimeMs !== undefined) boot.waitTimes.set(thread.address, waitTimeMs);
    if (!isIdle && boot.frames.size < MOST_STACKS)
      boot.frames.set(thread.address, view.frames(thread.address));
  }
  // Owners that run have a stack too, and no wait.
  for (const { owners } of facts.locks) {
    for (const { thread } of owners) {
      if (thread?.inDump === true && boot.frames.size < MOST_STACKS)
        boot.frames.set(thread.address, view.frames(thread.address));
    }
  }
}

/** The causes of waiting in a boot, the worst first: of all threads, or of those that were asked for. */
export function chainsOf(
  boot: Boot,
  { includeLone = false }: Pick<ChainsRequest, 'includeLone'>,
): WaitChain[] {
  const graph = waitGraph({
    ...joinDumps(boot.facts, boot.threads.values()),
    stateOf: (thread) => boot.states.get(thread),
  });
  const chains = findChains(graph, { includeLone, waitTimeOf: ({ address }) => boot.waitTimes.get(address) });
  return boot.wantsAll
    ? chains
    : chains.filter(({ threads }) => threads.some(({ address }) => boot.wanted.has(address)));
}
