import { formatAddress } from '../../binary/address.ts';
import type { WorkerPool } from '../model.ts';
import { weakestClass } from '../model.ts';
import type { ChainLink, Statement, WaitChain } from './chain.ts';
import { awaitedText } from './words.ts';

/** A pool of one worker is an ordinary thread. */
const FEWEST_WORKERS = 2;

/** The pools that a chain uses up: no worker is at the queue, and each is in the chain. */
export function usedUpPools(chain: WaitChain, pools: readonly WorkerPool[]): WorkerPool[] {
  if (pools.length === 0) return [];
  const inChain = new Set<bigint>(chain.threads.map(({ address }) => address));
  return pools.filter(
    ({ workers, idleCount }) =>
      idleCount === 0 &&
      workers.length >= FEWEST_WORKERS &&
      workers.every(({ address }) => inChain.has(address)),
  );
}

/** The level of the chain at which most of the workers wait. */
function levelOf({ links }: WaitChain, { workers }: WorkerPool): ChainLink | undefined {
  const own = new Set<bigint>(workers.map(({ address }) => address));
  const countOf = ({ waiters }: ChainLink) => waiters.filter(({ address }) => own.has(address)).length;
  return links.reduce<ChainLink | undefined>(
    (best, link) => (best === undefined || countOf(link) > countOf(best) ? link : best),
    undefined,
  );
}

function poolStatement(chain: WaitChain, pool: WorkerPool): Statement {
  const { queue, workers, evidence } = pool;
  const level = levelOf(chain, pool);
  const own = new Set<bigint>(workers.map(({ address }) => address));
  const atLevel = level?.waiters.filter(({ address }) => own.has(address)).length ?? 0;
  const what = level === undefined ? 'in this chain' : `for ${awaitedText(level.waitsFor)}`;
  const who = atLevel === workers.length ? `all ${workers.length}` : `${atLevel} of ${workers.length}`;
  const counts = [
    ...(queue.running === undefined ? [] : [`${queue.running} running`]),
    ...(queue.maximum === undefined ? [] : [`${queue.maximum} may run`]),
    ...(queue.itemsProcessed === undefined ? [] : [`${queue.itemsProcessed} items processed`]),
    ...(queue.hasEntries === undefined ? [] : [queue.hasEntries ? 'items wait' : 'no item waits']),
  ];
  const rest = counts.length === 0 ? '' : ` (${counts.join(', ')})`;
  return {
    text: `The worker pool ${formatAddress(queue.address)} is used up: ${who} wait ${what}${rest}.`,
    evidence: weakestClass([evidence.class, queue.evidence.class, ...(level ? [level.evidence.class] : [])]),
    basis: evidence.basis,
  };
}

/** A statement for each pool that the chain uses up. */
export function poolStatements(chain: WaitChain, pools: readonly WorkerPool[]): Statement[] {
  return usedUpPools(chain, pools).map((pool) => poolStatement(chain, pool));
}
