import { addressAt } from '../../binary/address.ts';
import { STATE_WAITING, waitReasonName } from '../../contract/thread-state.ts';
import { tryReadU8 } from '../../dump/memory/memory.ts';
import { kernelView } from '../../explain/view.ts';
import { readWaitBlocks } from '../../explain/waits/wait-blocks.ts';
import type { Assumption, SelfTestEvidence } from './assumption.ts';
import { type Comparison, holds, shouldBe } from './comparison.ts';

/** What a capture leaves of a wait that it interrupts, by which waits in triage dumps are explained. */

/** The threads of the sample that waited before the call and that the dump holds. */
function waiters({ sample, objects }: SelfTestEvidence) {
  const stored = new Set<bigint>(objects?.threads.map(({ address }) => address));
  return sample.threads.flatMap(({ thread, address }) =>
    address !== undefined && thread.state === STATE_WAITING && stored.has(address)
      ? [{ thread, address }]
      : [],
  );
}

function waitReasons(evidence: SelfTestEvidence): Comparison {
  const { dump, objects } = evidence;
  const offset = objects?.layouts?.thread.waitReason;
  const known = waiters(evidence);
  if (dump === undefined || offset === undefined || known.length === 0) return shouldBe(undefined, undefined);
  const listed = known.map(({ thread }) => waitReasonName(thread.waitReason ?? 0));
  const kept = known.map(({ address }) => tryReadU8(dump.memory, addressAt(address, offset)));
  const names = kept.map((reason) => (reason === undefined ? 'none' : waitReasonName(reason)));
  return shouldBe(listed.join(', '), names.join(', '));
}

function waitBlocks(evidence: SelfTestEvidence): Comparison {
  const { dump, objects } = evidence;
  const expected = 'wait blocks for each thread, on no wait list';
  const known = waiters(evidence);
  if (dump === undefined || objects === undefined || known.length === 0)
    return holds(expected, undefined, false);
  const view = kernelView(dump, objects);
  const found = known.map(({ address }) => readWaitBlocks(view, address));
  const isSo = found.every(
    (each) =>
      'blocks' in each && each.shorter === undefined && each.blocks.every(({ link }) => link !== 'linked'),
  );
  const texts = found.map((each) =>
    'blocks' in each
      ? [each.blocks.map(({ link }) => link).join(' and '), each.shorter].filter(Boolean).join('; ')
      : each.missing,
  );
  return holds(expected, texts.join(', '), isSo, 'Warn');
}

export const WAIT_ASSUMPTIONS: readonly Assumption[] = [
  {
    name: 'CapturedWaitReason',
    assumption: 'A capture keeps the wait reason in its copies of threads.',
    compare: waitReasons,
  },
  {
    name: 'CapturedWaitBlocks',
    assumption:
      'A capture keeps the wait blocks of a thread and their number, and has taken them off the wait lists of their objects.',
    compare: waitBlocks,
  },
];
