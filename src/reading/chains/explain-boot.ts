import type { WaitChain as WaitChainRecord } from '../../contract/generated/types.ts';
import type { WaitChain } from '../../explain/chains/chain.ts';
import { type ExplainContext, explainChain } from '../../explain/chains/explain-chain.ts';
import { READY_STATES } from '../../explain/chains/find-chains.ts';
import { isMicrosoftName } from '../../explain/crash/microsoft-drivers.ts';
import type { ThreadReference } from '../../explain/model.ts';
import type { Signature } from '../../explain/signatures/signatures.ts';
import { waitChainRecord } from '../records/wait-chain-record.ts';
import type { Boot } from './boots.ts';

/** The causes of waiting in a boot in words, as the contract has them, in the order given. */
export function explainBoot(
  boot: Boot,
  chains: readonly WaitChain[],
  signatures: readonly Signature[],
): WaitChainRecord[] {
  const stackOf = ({ address }: ThreadReference) => boot.frames.get(address);
  const requests = new Map(
    boot.facts.flatMap((facts) =>
      facts.requests.map((each) => [each.thread?.address as bigint, each] as const),
    ),
  );
  const pools = boot.facts.flatMap((facts) => facts.pools);
  const explaining: ExplainContext = {
    signatures,
    isThirdParty: (module) => !isMicrosoftName(module),
    ...(boot.build !== undefined && { build: boot.build }),
    threads: [...boot.threads.values()],
    requestOf: ({ address }) => requests.get(address),
    stackOf,
    pools,
  };
  const states = [...boot.states.values()];
  const runningThreadCount = states.filter((state) => state === 'Running').length;
  const readyThreadCount = states.filter((state) => READY_STATES.has(state)).length;
  return chains.map((chain, index) =>
    waitChainRecord(explainChain(chain, explaining), {
      paths: boot.paths,
      ...(boot.machine !== undefined && { machine: boot.machine }),
      rank: index + 1,
      totalThreadCount: boot.threads.size,
      runningThreadCount,
      readyThreadCount,
      pools,
      stackOf,
    }),
  );
}
