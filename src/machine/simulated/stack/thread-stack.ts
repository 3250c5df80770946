import { capturedFrames, undisturbedFrames } from '../activity.ts';
import { STACK_BYTES, stackBaseAddress } from '../addresses.ts';
import type { SimulatedThread } from '../model.ts';
import { hashText, seededRandom } from '../seeded-random.ts';
import { type CallChainRun, runCallChain } from './run-call-chain.ts';

/** Where user-mode code is loaded; the frames above a system call are known by name only. */
const USER_CODE = 0x7ffc_1a28_0000n;
const USER_STACKS = 0x0000_0083_8000_0000n;

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
  const [userFrame] = activity.userFrames;
  return runCallChain(
    {
      lines,
      stackBase: thread.snapshot.stackBase ?? stackBaseAddress(ordinal),
      stackBytes: STACK_BYTES,
      ...(olderStackBase === undefined ? {} : { olderStackBase }),
      ...(userFrame === undefined
        ? {}
        : {
            user: {
              rip: USER_CODE + BigInt(hashText(userFrame) & 0xfffff),
              rsp: USER_STACKS + BigInt(ordinal) * 0x10_0000n + 0xf_e000n,
            },
          }),
    },
    seededRandom(seed ^ Math.imul(ordinal + 1, 0x9e3779b1)),
  );
}
