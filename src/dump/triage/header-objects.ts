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

/** What is needed to place them. */
export interface HeaderObjectSource {
  readonly source: ByteSource;
  readonly block: TriageBlock;
  readonly dataBlocks: readonly Segment[];
  /** The data blocks as memory. */
  readonly memory: Memory;
  readonly debuggerData: DebuggerData | undefined;
  readonly findings: Findings;
}

interface Region {
  readonly offset: number;
  readonly size: number;
}

/** A field of the region's object, or undefined when the region or the offset is not there. */
function fieldAt(source: ByteSource, region: Region | undefined, at: number | undefined, width: number) {
  if (!region || at === undefined || at + width > region.size) return undefined;
  return dataViewOf(source.read(region.offset + at, width));
}

function pointerAt(source: ByteSource, region: Region | undefined, at: number | undefined) {
  const value = fieldAt(source, region, at, 8)?.getBigUint64(0, true);
  return value !== undefined && isKernelAddress(value) ? virtualAddress(value) : undefined;
}

/** The region of an object that must be of a type; another type there is worth a note. */
function objectRegion(
  { source, block, findings }: HeaderObjectSource,
  field: 'ThreadOffset' | 'ProcessOffset',
  size: number | undefined,
  type: number,
): Region | undefined {
  const region = size === undefined ? undefined : regionInside(block, field, size, findings);
  if (!region || source.read(region.offset, 1)[0] === type) return region;
  findings.add('note', `what ${field} points at is not an object of that type`, {
    offset: region.offset,
    field: `TRIAGE_DUMP64.${field}`,
  });
  return undefined;
}

/** KiProcessorBlock[PRCB.Number]. */
function processorAddress(
  { source, memory, debuggerData }: HeaderObjectSource,
  prcb: Region | undefined,
): VirtualAddress | undefined {
  const table = debuggerData?.known('KiProcessorBlock');
  const number = fieldAt(source, prcb, debuggerData?.known('OffsetPrcbNumber'), 4)?.getUint32(0, true);
  if (table === undefined || number === undefined) return undefined;
  return tryReadPointer(memory, virtualAddress(table + BigInt(number) * 8n));
}

/**
 * The rules are confirmed on triage dumps of builds 19041 and 22000: the thread is PRCB.CurrentThread, the process is
 * its KTHREAD.ApcState.Process, and the processor is KiProcessorBlock[PRCB.Number]. Where a data block is at the same
 * place of the file, as in captures, that block states the address.
 */
export function findHeaderObjects(from: HeaderObjectSource): HeaderObjects {
  const { source, block, dataBlocks, debuggerData, findings } = from;
  const { SizeOfCallStack, TopOfStack }: TriageFields = block.fields;
  const prcbSize = debuggerData?.known('SizePrcb');
  const prcb = prcbSize === undefined ? undefined : regionInside(block, 'PrcbOffset', prcbSize, findings);
  const thread = objectRegion(from, 'ThreadOffset', debuggerData?.known('SizeEThread'), OBJECT_TYPE.thread);
  const process = objectRegion(
    from,
    'ProcessOffset',
    debuggerData?.known('SizeEProcess'),
    OBJECT_TYPE.process,
  );
  const stack = regionInside(block, 'CallStackOffset', SizeOfCallStack, findings);

  const stated = (region: Region | undefined) =>
    region && dataBlocks.find(({ offset }) => offset === region.offset)?.address;
  const threadAddress =
    stated(thread) ?? pointerAt(source, prcb, debuggerData?.known('OffsetPrcbCurrentThread'));
  const processAddress =
    stated(process) ?? pointerAt(source, thread, debuggerData?.known('OffsetKThreadApcProcess'));
  const prcbAddress = stated(prcb) ?? processorAddress(from, prcb);
  return {
    ...(prcb && prcbAddress && { prcb: { ...prcb, address: prcbAddress } }),
    ...(thread && threadAddress && { thread: { ...thread, address: threadAddress } }),
    ...(process && processAddress && { process: { ...process, address: processAddress } }),
    ...(stack && { stack: { ...stack, address: virtualAddress(TopOfStack) } }),
  };
}
