import type { PlacedField } from '../../contract/generated/types.ts';
import type { KernelLayouts } from '../../kernel/kernel-objects.ts';
import { type LayoutSource, type PlacedMember, weakestSource } from '../../kernel/layouts/layout-source.ts';
import type { ProcessPlaces } from '../../kernel/layouts/process-layout.ts';
import type { ThreadPlaces } from '../../kernel/layouts/thread-layout.ts';
import type { KernelProcess } from '../../kernel/read-process.ts';
import type { KernelThread } from '../../kernel/read-thread.ts';

/** The fields of the layout behind each value of a thread. */
const THREAD_FIELDS: ReadonlyArray<readonly [value: keyof KernelThread, field: keyof ThreadPlaces]> = [
  ['threadId', 'cid'],
  ['state', 'state'],
  ['waitReason', 'waitReason'],
  ['waitTimeMs', 'waitTime'],
  ['priority', 'priority'],
  ['basePriority', 'basePriority'],
  ['startAddress', 'startAddress'],
  ['win32StartAddress', 'win32StartAddress'],
  ['process', 'process'],
  ['attachedProcess', 'apcProcess'],
  ['teb', 'teb'],
  ['stackBase', 'stackBase'],
];

/** The least trusted source among the offsets of what is stated of a thread. */
export function threadLayoutSource(thread: KernelThread, placed: ThreadPlaces): LayoutSource | undefined {
  const sources = THREAD_FIELDS.filter(([value]) => thread[value] !== undefined).map(
    ([, field]) => placed[field]?.source,
  );
  return weakestSource(sources.filter((source) => source !== undefined));
}

/** The same for a process. Its id and name are found by rules where the types do not place them. */
export function processLayoutSource(process: KernelProcess, placed: ProcessPlaces): LayoutSource | undefined {
  const sources: Array<LayoutSource | undefined> = [
    process.peb === undefined ? undefined : placed.peb?.source,
    process.directoryTableBase === undefined ? undefined : placed.directoryTableBase?.source,
    process.parentProcessId === undefined ? undefined : placed.parentId?.source,
    process.processId === undefined ? undefined : (placed.processId?.source ?? 'Rule'),
    process.name === undefined ? undefined : (placed.imageName?.source ?? 'Rule'),
  ];
  return weakestSource(sources.filter((source) => source !== undefined));
}

/** Every field that the reader places, as the contract has it. */
export function layoutRecords(layouts: KernelLayouts | undefined): PlacedField[] {
  if (layouts === undefined) return [];
  const placed: Array<PlacedMember | undefined> = [
    ...Object.values(layouts.thread.placed),
    ...Object.values(layouts.process.placed),
  ];
  return placed.flatMap((field) =>
    field === undefined
      ? []
      : [
          {
            structure: field.structure,
            member: field.member,
            offset: field.offset,
            layoutSource: field.source,
          },
        ],
  );
}
