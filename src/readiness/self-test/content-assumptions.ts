import { formatAddress } from '../../binary/address.ts';
import { processorBlockBytes } from '../../capture/triage/call/triage-buffer.ts';
import { threadStatuses, threadsInTriageDump } from '../../capture/triage/call/verify-triage.ts';
import { NTSTATUS, ntStatusHex } from '../../contract/ntstatus.ts';
import type { Assumption, SelfTestEvidence } from './assumption.ts';
import { hex, holds, mustBe, shouldBe, type ValueComparison } from './comparison.ts';

/** What is stored of threads, processes and processors, and in which order. */

/** The most that the kernel's table of data blocks is reported to hold. */
const MOST_DATA_BLOCKS = 1785;

const blockOf = ({ dump }: SelfTestEvidence, address: bigint | undefined) =>
  dump?.triage.dataBlocks.find((block) => block.address === address);

const threadBlocks = (evidence: SelfTestEvidence) =>
  evidence.sample.threads.map(({ address }) => blockOf(evidence, address));

/** One value for each thread, in one text; undefined when nothing is known of any. */
function each(values: readonly (string | number | undefined)[] | undefined): string | undefined {
  if (values === undefined || values.every((value) => value === undefined)) return undefined;
  return values.map((value) => value ?? 'none').join(', ');
}

function readBack({ objects, sample }: SelfTestEvidence) {
  return (
    objects && sample.threads.map(({ address }) => objects.threads.find((found) => found.address === address))
  );
}

function statusArray({ dump, sample }: SelfTestEvidence): ValueComparison {
  const wanted = sample.threads.map(() => ntStatusHex(NTSTATUS.STATUS_SUCCESS));
  const found = dump && (threadStatuses(dump, sample.threads.length)?.map(ntStatusHex) ?? ['no such block']);
  return shouldBe(each(wanted), each(found));
}

function blockOrder(evidence: SelfTestEvidence): ValueComparison {
  const places = threadBlocks(evidence).map((block) => block?.offset);
  const known = places.filter((place) => place !== undefined);
  const isInOrder = known.every((place, index) => index === 0 || place > (known[index - 1] ?? 0));
  return holds(
    'ascending file offsets, in the order of the request',
    each(places.map(hex)),
    isInOrder,
    'Warn',
  );
}

/** What third parties report of the copies that command 29 makes; the reader leaves such a state out. */
function states(evidence: SelfTestEvidence): ValueComparison {
  const wanted = evidence.sample.threads.map((_, index) => (index === 0 ? 'Running' : 'none'));
  return shouldBe(each(wanted), each(readBack(evidence)?.map((thread) => thread?.state)));
}

function stacks({ dump, sample }: SelfTestEvidence): ValueComparison {
  const addresses = sample.threads.map(({ address }) => address).filter((address) => address !== undefined);
  const found = dump && threadsInTriageDump(dump, addresses).map(({ stack }) => stack);
  return mustBe(each(addresses.map(() => 'Whole')), each(found));
}

export const CONTENT_ASSUMPTIONS: readonly Assumption[] = [
  {
    name: 'ObjectAddresses',
    assumption:
      'The handle table shows the kernel address of every thread object to a caller with SeDebugPrivilege.',
    compare: ({ sample: { threads } }) =>
      mustBe(threads.length, threads.filter(({ address }) => address !== undefined).length),
  },
  {
    name: 'ThreadBlocks',
    assumption:
      'Each captured thread has a data block that begins at its object and has the size of an ETHREAD.',
    compare: (evidence) => {
      const size = evidence.dump?.debuggerData()?.known('SizeEThread');
      const wanted = evidence.sample.threads.map(() => hex(size));
      return shouldBe(
        each(wanted),
        evidence.dump && each(threadBlocks(evidence).map((block) => hex(block?.size))),
      );
    },
  },
  {
    name: 'ThreadBlockOrder',
    assumption:
      'Threads are stored in the order of the request, so the first missing one is where room ended.',
    compare: blockOrder,
  },
  {
    name: 'FirstThreadCurrent',
    assumption: 'The first thread of the request is the current thread of the dump.',
    compare: ({ dump, sample }) => {
      const [first] = sample.threads;
      const found = dump?.triage.objects.thread?.address;
      const wanted = first?.address === undefined ? undefined : formatAddress(first.address);
      return mustBe(wanted, found === undefined ? undefined : formatAddress(found));
    },
  },
  {
    name: 'ProcessOfFirstThread',
    assumption: 'The process of the dump is that of the first thread.',
    compare: ({ objects, dump, sample }) => {
      const address = dump?.triage.objects.process?.address;
      const found = objects?.processes.find((process) => process.address === address);
      return mustBe(sample.threads[0]?.process.processId, found?.processId);
    },
  },
  {
    name: 'ThreadIds',
    assumption: 'ETHREAD.Cid is where the offsets of the debugger data put it.',
    compare: (evidence) =>
      mustBe(
        each(evidence.sample.threads.map(({ thread }) => thread.threadId)),
        each(readBack(evidence)?.map((thread) => thread?.threadId)),
      ),
  },
  {
    name: 'ThreadStates',
    assumption:
      'The capture hides the states of threads: the first reads as Running, the others as no state.',
    compare: states,
  },
  {
    name: 'ThreadStacks',
    assumption: 'The used part of each kernel stack is stored from the saved stack pointer to the base.',
    compare: stacks,
  },
  {
    name: 'CallStack',
    assumption: 'The call stack of the triage block is that of the first thread.',
    compare: ({ dump, sample }) => {
      const top = dump?.triage.block.fields.TopOfStack;
      const { stackBase, stackLimit } = sample.threads[0]?.thread ?? {};
      if (stackBase === undefined || stackLimit === undefined)
        return holds('inside the stack of the first thread', undefined, false);
      const expected = `between ${formatAddress(stackLimit)} and ${formatAddress(stackBase)}`;
      const isInside = top !== undefined && top >= stackLimit && top < stackBase;
      return holds(expected, top === undefined ? undefined : formatAddress(top), isInside, 'Warn');
    },
  },
  {
    name: 'StatusArray',
    assumption: 'A data block that ends in a marker holds one NTSTATUS for each thread of the request.',
    compare: statusArray,
  },
  {
    name: 'ProcessorBlocks',
    assumption: 'The control block of every logical processor is stored, before any thread.',
    compare: ({ dump, facts }) => {
      const size = dump?.debuggerData()?.known('SizePrcb');
      const found = dump?.triage.dataBlocks.filter((block) => block.size === size).length;
      return shouldBe(facts.logicalProcessors, size === undefined ? undefined : found);
    },
  },
  {
    name: 'ProcessorBlockSize',
    assumption: 'The size of a processor control block, by which batches are planned, is that of the build.',
    compare: ({ dump, facts }) =>
      shouldBe(hex(processorBlockBytes(facts.windowsBuild)), hex(dump?.debuggerData()?.known('SizePrcb'))),
  },
  {
    name: 'DataBlockCount',
    assumption: `The table of data blocks holds at most ${MOST_DATA_BLOCKS} of them.`,
    compare: ({ dump }) => {
      const count = dump?.triage.block.fields.DataBlocksCount;
      return holds(
        `at most ${MOST_DATA_BLOCKS}`,
        count?.toString(),
        (count ?? 0) <= MOST_DATA_BLOCKS,
        'Warn',
      );
    },
  },
];
