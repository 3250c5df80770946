import { addressAt, virtualAddress } from '../../binary/address.ts';
import { STATE_WAITING, waitReasonName } from '../../contract/thread-state.ts';
import { tryReadU8, tryReadU64 } from '../../dump/memory/memory.ts';
import { ThreadObject } from '../../explain/thread-object.ts';
import { kernelView } from '../../explain/view.ts';
import { readWaitBlocks } from '../../explain/waits/wait-blocks.ts';
import type { Assumption, SelfTestEvidence } from './assumption.ts';
import { holds, shouldBe, type ValueComparison } from './comparison.ts';

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

function waitReasons(evidence: SelfTestEvidence): ValueComparison {
  const { dump, objects } = evidence;
  const offset = objects?.layouts?.thread.waitReason;
  const known = waiters(evidence);
  if (dump === undefined || offset === undefined || known.length === 0) return shouldBe(undefined, undefined);
  const listed = known.map(({ thread }) => waitReasonName(thread.waitReason ?? 0));
  const kept = known.map(({ address }) => tryReadU8(dump.memory, addressAt(address, offset)));
  const names = kept.map((reason) => (reason === undefined ? 'none' : waitReasonName(reason)));
  return shouldBe(listed.join(', '), names.join(', '));
}

function waitBlocks(evidence: SelfTestEvidence): ValueComparison {
  const { dump, objects } = evidence;
  const expected = 'wait blocks for each thread, on no wait list';
  const known = waiters(evidence);
  if (dump === undefined || objects === undefined || known.length === 0)
    return holds(expected, undefined, false);
  const view = kernelView(dump, objects);
  const found = known.map(({ address }) => readWaitBlocks(view, new ThreadObject(view, address)));
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

/** File names stay out of the report: it may go to others. */
function requestNames({ sample, objects }: SelfTestEvidence): ValueComparison {
  const expected = 'a driver and a file name for each request';
  const addresses = new Set<bigint | undefined>(sample.threads.map(({ address }) => address));
  const threads = objects?.threads.filter(({ address }) => addresses.has(address)) ?? [];
  const requests = threads.flatMap(({ irps }) => irps);
  if (requests.length === 0) return holds(expected, undefined, false);
  const texts = requests.map(({ driverName, fileName }) => {
    const file = fileName === undefined ? 'no file name' : 'a file name';
    return `${driverName ?? 'no driver'} and ${file}`;
  });
  const isSo = requests.every(
    ({ driverName, fileName }) => driverName !== undefined && fileName !== undefined,
  );
  return holds(expected, texts.join(', '), isSo, 'Warn');
}

const LPC_REASONS: ReadonlySet<string> = new Set(['WrLpcReply', 'WrLpcReceive']);
/** An ALPC message is pool memory: its address is a multiple of 16. */
const FLAGS = 0xfn;

function alpcMessages(evidence: SelfTestEvidence): ValueComparison {
  const { dump, objects } = evidence;
  const expected = 'no flags';
  const callers = waiters(evidence).filter(({ thread }) =>
    LPC_REASONS.has(waitReasonName(thread.waitReason ?? 0)),
  );
  if (dump === undefined || objects === undefined || callers.length === 0)
    return holds(expected, undefined, false);
  const offset = kernelView(dump, objects).fields.offset('AlpcMessage');
  const words = callers.map(({ address }) =>
    offset === undefined ? undefined : tryReadU64(dump.memory, addressAt(address, offset)),
  );
  const known = words.filter((word) => word !== undefined).filter((word) => word !== 0n);
  if (known.length === 0) return holds(expected, undefined, false);
  const texts = known.map((word) => {
    const flags = word & FLAGS;
    const isStored = tryReadU8(dump.memory, virtualAddress(word - flags)) !== undefined;
    const place = isStored ? 'the message is in the dump' : 'the message is not in the dump';
    return `${flags === 0n ? expected : `flags 0x${flags.toString(16)}`} (${place})`;
  });
  return holds(
    expected,
    texts.join(', '),
    known.every((word) => (word & FLAGS) === 0n),
    'Warn',
  );
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
  {
    name: 'CapturedRequestNames',
    assumption: 'A capture holds the requests of a thread with the names of their drivers and files.',
    compare: requestNames,
  },
  {
    name: 'AlpcMessageFlags',
    assumption: 'The pointer from a thread to the ALPC message that it waits for carries no flags.',
    compare: alpcMessages,
  },
];
