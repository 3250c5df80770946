import { type FieldPlan, type LayoutInputs, type PlacedMember, placeFields } from './layout-source.ts';

/** Offsets inside EPROCESS, each from the most trusted source that has it. */
export interface ProcessLayout {
  /** Bytes of EPROCESS. */
  readonly size: number;
  readonly peb: number;
  readonly parentId: number;
  readonly directoryTableBase: number;
  /** KPROCESS.ThreadListHead. Guard: it is a list head. */
  readonly threadListHead: number;
  /**
   * Where EPROCESS.UniqueProcessId can be: one place by types, several by rule, which are distances from Peb in public structure
   * listings: 10 2004 to 11 24H2 and 10 1507 to 1607, 10 1703 to 1809, 8 and 8.1, 7. Guard: a process id and a pair of kernel
   * pointers.
   */
  readonly processIds: readonly number[];
  /** From UniqueProcessId to ActiveProcessLinks. */
  readonly linksAfterId: number;
  /**
   * Where EPROCESS.ImageFileName can be when the id is at that offset, from the same listings; under `undefined`, when
   * none of the ids fits. Guard: printable text with an end, and no text right before it.
   */
  imageNames(idOffset: number | undefined): readonly number[];
  /** Where each of these fields is, and which source gives it; without those for which the rules have several places. */
  readonly placed: ProcessPlaces;
}

export type ProcessPlaces = { readonly [K in keyof typeof PLANS]?: PlacedMember };

/** Distances that go together in one build: of the id before Peb, and of the name from it. */
const IDS_AND_NAMES: ReadonlyArray<{
  readonly idBeforePeb: number;
  readonly namesFromPeb: readonly number[];
}> = [
  { idBeforePeb: 0x110, namesFromPeb: [0x58, 0x50] },
  { idBeforePeb: 0x118, namesFromPeb: [0x58] },
  { idBeforePeb: 0x108, namesFromPeb: [0x50] },
  { idBeforePeb: 0x1b8, namesFromPeb: [-0x58] },
];

/** EPROCESS.ImageFileName is cut to 14 letters and a NUL. */
export const IMAGE_NAME_SIZE = 15;
/** From UniqueProcessId to ActiveProcessLinks, by rule. */
const LINKS_AFTER_ID = 8;

const PLANS = {
  peb: { structure: '_EPROCESS', member: 'Peb', debuggerData: 'OffsetEprocessPeb' },
  parentId: {
    structure: '_EPROCESS',
    member: 'InheritedFromUniqueProcessId',
    debuggerData: 'OffsetEprocessParentCID',
  },
  directoryTableBase: {
    structure: '_KPROCESS',
    member: 'DirectoryTableBase',
    debuggerData: 'OffsetEprocessDirectoryTableBase',
  },
  /** Follows DirectoryTableBase in Windows 7 to 11. */
  threadListHead: {
    structure: '_KPROCESS',
    member: 'ThreadListHead',
    rule: (data) => {
      const base = data.known('OffsetEprocessDirectoryTableBase');
      return base === undefined ? undefined : base + 8;
    },
  },
  processId: { structure: '_EPROCESS', member: 'UniqueProcessId' },
  links: { structure: '_EPROCESS', member: 'ActiveProcessLinks' },
  imageName: { structure: '_EPROCESS', member: 'ImageFileName' },
} as const satisfies Record<string, FieldPlan>;

/** The layout of processes in a dump; undefined when neither its debugger data nor the types place them. */
export function processLayout(inputs: LayoutInputs): ProcessLayout | undefined {
  const placed: ProcessPlaces = placeFields(PLANS, inputs);
  const size = inputs.debuggerData?.known('SizeEProcess') ?? inputs.types?.sizeOf('_EPROCESS');
  const { peb, parentId, directoryTableBase, threadListHead, processId, links, imageName } = placed;
  if (!size || !peb || !parentId || !directoryTableBase || !threadListHead) return undefined;
  const inside = (offset: number) => offset >= 0 && offset + IMAGE_NAME_SIZE <= size;
  return {
    size,
    peb: peb.offset,
    parentId: parentId.offset,
    directoryTableBase: directoryTableBase.offset,
    threadListHead: threadListHead.offset,
    processIds: processId
      ? [processId.offset]
      : IDS_AND_NAMES.map(({ idBeforePeb }) => peb.offset - idBeforePeb).filter(inside),
    linksAfterId: processId && links ? links.offset - processId.offset : LINKS_AFTER_ID,
    imageNames(idOffset) {
      if (imageName) return [imageName.offset];
      const fitting = IDS_AND_NAMES.filter(
        ({ idBeforePeb }) => idOffset === undefined || peb.offset - idBeforePeb === idOffset,
      );
      const offsets = new Set(
        fitting.flatMap(({ namesFromPeb }) => namesFromPeb.map((distance) => peb.offset + distance)),
      );
      return [...offsets].filter(inside);
    },
    placed,
  };
}
