import type { WaitChain as WaitChainRecord } from '../../contract/generated/types.ts';
import type { WaitChain } from '../../explain/chains/chain.ts';
import { type ExplainContext, explainChain } from '../../explain/chains/explain-chain.ts';
import { READY_STATES } from '../../explain/chains/find-chains.ts';
import { threadsByModule } from '../../explain/chains/likely-holder.ts';
import { isMicrosoftName } from '../../explain/crash/microsoft-drivers.ts';
import type { ThreadReference } from '../../explain/model.ts';
import type { Signature } from '../../explain/signatures/signatures.ts';
import { waitChainRecord } from '../records/wait-chain-record.ts';
import { takeTurn } from '../sources/turns.ts';
import type { Boot } from './boots.ts';

/** Comparisons of patterns with frames: for all chains of a boot together, and for each beside that. */
const SHARED_COMPARISONS = 10_000_000;
const COMPARISONS_OF_A_CHAIN = 50_000;

/** The causes of waiting in a boot in words, as the contract has them, in the order given; each when it is asked for. */
export function* explainBoot(
  boot: Boot,
  chains: readonly WaitChain[],
  signatures: readonly Signature[],
): Generator<WaitChainRecord, void> {
  const stackOf = ({ address }: ThreadReference) => boot.frames.get(address);
  const requests = new Map(
    boot.facts.flatMap((facts) =>
      facts.requests.map((each) => [each.thread?.address as bigint, each] as const),
    ),
  );
  const reasons = new Map<bigint, string | undefined>(
    boot.facts.flatMap(({ waits }) => waits.map(({ thread, reason }) => [thread.address, reason] as const)),
  );
  const pools = boot.facts.flatMap((facts) => facts.pools);
  const explaining: ExplainContext = {
    signatures,
    isThirdParty: (module) => !isMicrosoftName(module),
    ...(boot.build !== undefined && { build: boot.build }),
    threadsInside: threadsByModule(boot.threads.values(), stackOf),
    requestOf: ({ address }) => requests.get(address),
    stackOf,
    waitReasonOf: ({ address }) => reasons.get(address),
    pools,
  };
  const states = [...boot.states.values()];
  const runningThreadCount = states.filter((state) => state === 'Running').length;
  const readyThreadCount = states.filter((state) => READY_STATES.has(state)).length;
  let shared = SHARED_COMPARISONS;
  for (const [index, chain] of chains.entries()) {
    const patternWork = { left: COMPARISONS_OF_A_CHAIN + shared };
    const explained = explainChain(chain, { ...explaining, patternWork });
    shared = Math.min(shared, Math.max(0, patternWork.left));
    yield waitChainRecord(explained, {
      paths: boot.paths,
      ...(boot.machine !== undefined && { machine: boot.machine }),
      rank: index + 1,
      totalThreadCount: boot.threads.size,
      runningThreadCount,
      readyThreadCount,
      pools,
      stackOf,
    });
  }
}

/**
 * The same, all of them, with a turn of the event loop after each.
 * @throws Failure the reason of `signal`
 */
export async function explainBootInTurns(
  boot: Boot,
  chains: readonly WaitChain[],
  signatures: readonly Signature[],
  signal: AbortSignal,
): Promise<WaitChainRecord[]> {
  const found: WaitChainRecord[] = [];
  for (const chain of explainBoot(boot, chains, signatures)) {
    found.push(chain);
    await takeTurn(signal);
  }
  return found;
}
