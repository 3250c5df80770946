import { isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import type { ByteSource } from '../../binary/byte-source.ts';
import { dataViewOf } from '../../binary/data-view.ts';
import type { DebuggerData } from '../debugger-data.ts';
import type { Findings } from '../finding.ts';
import { OBJECT_TYPE } from '../layouts/kernel-object.ts';
import { type Memory, tryReadPointer } from '../memory/memory.ts';
import type { Segment } from '../memory/segments.ts';
import { regionInside, type TriageBlock, type TriageFields } from './triage-block.ts';

/**
 * The objects that the triage block points at: the processor, thread and process of the header, and its stack. The
 * block gives file offsets without addresses; the addresses follow from the objects themselves.
 */
export interface HeaderObjects {
  readonly prcb?: Segment;
  readonly thread?: Segment;
  readonly process?: Segment;
  readonly stack?: Segment;
}

/** The address of a region that is also a data block: such a block states it. */
function addressFromBlocks(blocks: readonly Segment[], offset: number): VirtualAddress | undefined {
  return blocks.find((block) => block.offset === offset)?.address;
}

function pointerAt(source: ByteSource, region: { offset: number; size: number }, at: number | undefined) {
  if (at === undefined || at + 8 > region.size) return undefined;
  const value = dataViewOf(source.read(region.offset + at, 8)).getBigUint64(0, true);
  return isKernelAddress(value) ? virtualAddress(value) : undefined;
}

/**
 * Rules, each confirmed on triage dumps of builds 19041 and 22000: the thread is PRCB.CurrentThread, the process is
 * its KTHREAD.ApcState.Process, and the processor is KiProcessorBlock[PRCB.Number].
 * @param memory the data blocks alone
 */
export function findHeaderObjects(
  source: ByteSource,
  block: TriageBlock,
  blocks: readonly Segment[],
  memory: Memory,
  debuggerData: DebuggerData | undefined,
  findings: Findings,
): HeaderObjects {
  const { fields } = block;
  const region = (field: keyof TriageFields & string, size: number | undefined) =>
    size === undefined ? undefined : regionInside(block, field, size, findings);
  const prcb = region('PrcbOffset', debuggerData?.known('SizePrcb'));
  const thread = region('ThreadOffset', debuggerData?.known('SizeEThread'));
  const process = region('ProcessOffset', debuggerData?.known('SizeEProcess'));
  const stack = region('CallStackOffset', fields.SizeOfCallStack);

  const typed = (place: typeof prcb, type: number, name: string) => {
    if (!place || source.read(place.offset, 1)[0] === type) return place;
    findings.add('note', `the ${name} of the header is not one: its object type is another`, {
      offset: place.offset,
      field: `TRIAGE_DUMP64.${name}Offset`,
    });
    return undefined;
  };
  const thread6 = typed(thread, OBJECT_TYPE.thread, 'Thread');
  const process3 = typed(process, OBJECT_TYPE.process, 'Process');

  const threadAddress =
    thread6 &&
    (addressFromBlocks(blocks, thread6.offset) ??
      (prcb && pointerAt(source, prcb, debuggerData?.known('OffsetPrcbCurrentThread'))));
  const processAddress =
    process3 &&
    (addressFromBlocks(blocks, process3.offset) ??
      (thread6 && pointerAt(source, thread6, debuggerData?.known('OffsetKThreadApcProcess'))));
  const prcbAddress = prcb && (addressFromBlocks(blocks, prcb.offset) ?? processorAddress());

  function processorAddress(): VirtualAddress | undefined {
    const numberAt = debuggerData?.known('OffsetPrcbNumber');
    const table = debuggerData?.known('KiProcessorBlock');
    if (!prcb || numberAt === undefined || table === undefined || numberAt + 4 > prcb.size) return undefined;
    const number = dataViewOf(source.read(prcb.offset + numberAt, 4)).getUint32(0, true);
    return tryReadPointer(memory, virtualAddress(table + BigInt(number) * 8n));
  }

  const place = (found: typeof prcb, address: VirtualAddress | undefined) =>
    found && address !== undefined ? { ...found, address } : undefined;
  const placed = {
    prcb: place(prcb, prcbAddress),
    thread: place(thread6, threadAddress),
    process: place(process3, processAddress),
    stack: place(stack, virtualAddress(fields.TopOfStack)),
  };
  return Object.fromEntries(Object.entries(placed).filter(([, segment]) => segment)) as HeaderObjects;
}
