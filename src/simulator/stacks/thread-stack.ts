import type { VirtualAddress } from '../../binary/address.ts';
import { STACK_BYTES, stackBaseAddress } from '../addresses.ts';
import { seededRandom } from '../seeded-random.ts';
import { capturedFrames, undisturbedFrames } from '../world/call-chains.ts';
import type { SimulatedThread } from '../world/model.ts';
import { type CallChainRun, runCallChain } from './run-call-chain.ts';
import { userStack } from './user-stack.ts';

/** The end of the stack segment in which a thread entered the kernel. */
export function stackBaseOf({ snapshot, ordinal, olderStackBase }: SimulatedThread): VirtualAddress {
  return olderStackBase ?? snapshot.stackBase ?? stackBaseAddress(ordinal);
}

/**
 * The kernel stack of a thread: `captured` as it is while the capture's APC runs in it, `undisturbed` as a live dump
 * finds it. The same thread of the same world always has the same stack.
 */
export function threadStack(
  thread: SimulatedThread,
  moment: 'captured' | 'undisturbed',
  seed: number,
): CallChainRun {
  const { activity, ordinal, olderStackBase } = thread;
  const lines = moment === 'captured' ? capturedFrames(activity) : undisturbedFrames(activity);
  const user = userStack(thread, seed);
  return runCallChain(
    {
      lines,
      stackBase: thread.snapshot.stackBase ?? stackBaseAddress(ordinal),
      stackBytes: STACK_BYTES,
      ...(olderStackBase === undefined ? {} : { olderStackBase }),
      ...(user === undefined ? {} : { user: { rip: user.pc, rsp: user.sp } }),
    },
    seededRandom(seed ^ Math.imul(ordinal + 1, 0x9e3779b1)),
  );
}
