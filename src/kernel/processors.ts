import { addressAt, type VirtualAddress, virtualAddress } from '../binary/address.ts';
import type { Dump } from '../dump/dump.ts';
import { tryReadPointer, tryReadU32 } from '../dump/memory/memory.ts';
import { asObject } from './guards.ts';
import { type FieldPlan, placeFields } from './layouts/layout-source.ts';
import type { StructureLayouts } from './layouts/structure-layouts.ts';

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

/** Fields of a processor's control block. Only old debugger data lacks one, and then the types have it. */
const PLANS = {
  number: { structure: '_KPRCB', member: 'Number', debuggerData: 'OffsetPrcbNumber' },
  currentThread: { structure: '_KPRCB', member: 'CurrentThread', debuggerData: 'OffsetPrcbCurrentThread' },
  idleThread: { structure: '_KPRCB', member: 'IdleThread', debuggerData: 'OffsetPrcbIdleThread' },
  context: { structure: '_KPRCB', member: 'Context', debuggerData: 'OffsetPrcbContext' },
} as const satisfies Record<string, FieldPlan>;

type Places = ReturnType<typeof placeFields<keyof typeof PLANS>>;

function readProcessor(dump: Dump, places: Places, prcb: VirtualAddress): Processor | undefined {
  const { memory } = dump;
  const numberAt = places.number?.offset;
  const number = numberAt === undefined ? undefined : tryReadU32(memory, addressAt(prcb, numberAt));
  if (number === undefined || number >= MOST_PROCESSORS) return undefined;
  const object = (offset: number | undefined) =>
    offset === undefined ? undefined : asObject(tryReadPointer(memory, addressAt(prcb, offset)));
  const currentThread = object(places.currentThread?.offset);
  const idleThread = object(places.idleThread?.offset);
  const context = object(places.context?.offset);
  return {
    number,
    prcb,
    ...(currentThread && { currentThread }),
    ...(idleThread && { idleThread }),
    ...(context && { context }),
  };
}

/** The processors that the dump holds, by number: from KiProcessorBlock, and in triage dumps also by their size. */
export function readProcessors(dump: Dump, types?: StructureLayouts): readonly Processor[] {
  const data = dump.debuggerData();
  if (!data) return [];
  const claimed = dump.header.get('NumberProcessors') ?? 0;
  const table = data.known('KiProcessorBlock');
  const listed = Array.from({ length: table ? Math.min(claimed, MOST_PROCESSORS) : 0 }, (_, index) =>
    asObject(tryReadPointer(dump.memory, virtualAddress((table ?? 0n) + BigInt(index) * 8n))),
  );
  const size = data.known('SizePrcb') ?? types?.sizeOf('_KPRCB');
  const places = placeFields(PLANS, { debuggerData: data, types });
  const blocks = dump.kind === 'triage' ? dump.triage.dataBlocks.filter((block) => block.size === size) : [];
  const byNumber = new Map<number, Processor>();
  for (const prcb of [...listed, ...blocks.map(({ address }) => address)]) {
    const processor = prcb === undefined ? undefined : readProcessor(dump, places, prcb);
    if (processor && !byNumber.has(processor.number)) byNumber.set(processor.number, processor);
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}
