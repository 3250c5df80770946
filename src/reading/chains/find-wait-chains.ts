import { formatAddress } from '../../binary/address.ts';
import { threadsAt } from '../../capture/triage/threads/threads-at.ts';
import { Failure } from '../../contract/failure.ts';
import type { ChainsRequest } from '../../contract/generated/types.ts';
import type { WaitChain } from '../../explain/chains/chain.ts';
import { loadSignatures } from '../../explain/signatures/signatures.ts';
import type { ReadingContext } from '../sources/context.ts';
import { type Explained, explainEach } from '../sources/explain-dumps.ts';
import { addToBoots, type Boot, chainsOf } from './boots.ts';
import { type BlockerCaptures, captureBlockers, MOST_ROUNDS } from './capture-blockers.ts';
import { explainBoot } from './explain-boot.ts';

function filterOf({ deadlock = false, minimumWaitMs }: ChainsRequest) {
  return ({ root, longestWaitMs }: WaitChain): boolean =>
    (!deadlock || root.kind === 'Deadlock') &&
    (minimumWaitMs === undefined || (longestWaitMs ?? -1) >= minimumWaitMs);
}

/**
 * Writes one `WaitChain` record for each cause of waiting, the one that holds up most first. Dumps of one boot of one machine
 * are explained together, so an owner that one dump lacks is found in another.
 * @throws Failure InvalidRequest, FileNotFound, FileUnreadable, SymbolPathInvalid, UnknownMachine, NotWindows,
 * UnsafeNativeLibrary, Cancelled
 */
export async function findWaitChains(request: ChainsRequest, context: ReadingContext): Promise<void> {
  const { output } = context;
  const signatures = loadSignatures(request.signaturePaths);
  const boots: Boot[] = [];
  const add = (explained: Explained) => {
    addToBoots(boots, explained);
    return Promise.resolve();
  };
  if (request.captureBlockers === true && request.threads === undefined)
    throw new Failure(
      'InvalidRequest',
      'Only for live threads can the threads that hold them up be captured.',
      {
        target: 'captureBlockers',
      },
    );
  const told = new Set<string>();
  await explainEach(request, context, 'chains', add, told);
  if (request.captureBlockers === true) {
    const machine = await context.machine(request.machine);
    const captures = await captureBlockers({
      missing: () =>
        boots.flatMap((boot) => chainsOf(boot, request).flatMap((chain) => chain.missingThreads)),
      find: (addresses) => threadsAt(machine, addresses),
      capture: (threads) => {
        const { paths: _paths, ...live } = request;
        return explainEach({ ...live, threads }, context, 'chains', add, told);
      },
    });
    if (captures.missing.length > 0) output.warning(missingText(captures));
  }
  const passes = filterOf(request);
  let left = request.top ?? Number.POSITIVE_INFINITY;
  let omitted = 0;
  for (const boot of boots) {
    const chains = chainsOf(boot, request).filter(passes);
    const shown = chains.slice(0, left);
    left -= shown.length;
    omitted += chains.length - shown.length;
    for (const chain of explainBoot(boot, shown, signatures)) await output.record('WaitChain', chain);
    if (chains.length === 0 && boot.paths.length > 0) {
      output.warning(
        'These dumps show no thread that waits for a lock, a request or another thread.',
        boot.paths.join(', '),
      );
    }
  }
  if (omitted > 0) output.warning(`${omitted} more chains are not shown.`, formatTop(request));
}

/** So many addresses are named. */
const NAMED = 3;

/** That threads which were to be captured are not in the answer, and how often it was tried. */
function missingText({ rounds, missing }: BlockerCaptures): string {
  const names = missing.slice(0, NAMED).map(({ address }) => formatAddress(address));
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : '';
  const [what, are] = missing.length === 1 ? ['a thread', 'is'] : [`${missing.length} threads`, 'are'];
  return (
    `After ${rounds} of at most ${MOST_ROUNDS} rounds of captures, ${what} that other threads wait for ${are} ` +
    `still not captured: ${names.join(', ')}${more}.`
  );
}

const formatTop = ({ top }: ChainsRequest) => `top ${top ?? ''}`.trimEnd();
