import { addressAt, type VirtualAddress, virtualAddress } from '../binary/address.ts';
import type { DebuggerData } from '../dump/debugger-data.ts';
import type { Dump } from '../dump/dump.ts';
import { tryReadPointer, tryReadU32 } from '../dump/memory/memory.ts';
import { asObject } from './guards.ts';

/** A processor of the machine, by its processor control block. */
export interface Processor {
  readonly number: number;
  readonly prcb: VirtualAddress;
  readonly currentThread?: VirtualAddress;
  readonly idleThread?: VirtualAddress;
  /** The CONTEXT that the kernel saved for this processor, when it is in the dump. */
  readonly context?: VirtualAddress;
}

/** Windows supports 2048 logical processors. */
const MOST_PROCESSORS = 2048;

function readProcessor(dump: Dump, data: DebuggerData, prcb: VirtualAddress): Processor | undefined {
  const { memory } = dump;
  const numberAt = data.known('OffsetPrcbNumber');
  const number = numberAt === undefined ? undefined : tryReadU32(memory, addressAt(prcb, numberAt));
  if (number === undefined || number >= MOST_PROCESSORS) return undefined;
  const object = (offset: number | undefined) =>
    offset === undefined ? undefined : asObject(tryReadPointer(memory, addressAt(prcb, offset)));
  const currentThread = object(data.known('OffsetPrcbCurrentThread'));
  const idleThread = object(data.known('OffsetPrcbIdleThread'));
  const context = object(data.known('OffsetPrcbContext'));
  return {
    number,
    prcb,
    ...(currentThread && { currentThread }),
    ...(idleThread && { idleThread }),
    ...(context && { context }),
  };
}

/** The processors that the dump holds, by number: from KiProcessorBlock, and in triage dumps also by their size. */
export function readProcessors(dump: Dump): readonly Processor[] {
  const data = dump.debuggerData();
  if (!data) return [];
  const claimed = dump.header.get('NumberProcessors') ?? 0;
  const table = data.known('KiProcessorBlock');
  const listed = Array.from({ length: table ? Math.min(claimed, MOST_PROCESSORS) : 0 }, (_, index) =>
    asObject(tryReadPointer(dump.memory, virtualAddress((table ?? 0n) + BigInt(index) * 8n))),
  );
  const size = data.known('SizePrcb');
  const blocks = dump.kind === 'triage' ? dump.triage.dataBlocks.filter((block) => block.size === size) : [];
  const byNumber = new Map<number, Processor>();
  for (const prcb of [...listed, ...blocks.map(({ address }) => address)]) {
    const processor = prcb === undefined ? undefined : readProcessor(dump, data, prcb);
    if (processor && !byNumber.has(processor.number)) byNumber.set(processor.number, processor);
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}
