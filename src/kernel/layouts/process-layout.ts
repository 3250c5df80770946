import type { DebuggerData } from '../../dump/debugger-data.ts';

/** Offsets inside EPROCESS. Those of the first group are in the debugger data of the dump itself. */
export interface ProcessLayout {
  readonly size: number;
  readonly peb: number;
  readonly parentId: number;
  readonly directoryTableBase: number;
  /** KPROCESS.ThreadListHead. Rule: follows DirectoryTableBase. Windows 7 to 11. Guard: it is a list head. */
  readonly threadListHead: number;
  /**
   * Where EPROCESS.UniqueProcessId can be; ActiveProcessLinks follows it. Distances from Peb in public structure
   * listings: 10 2004 to 11 24H2 and 10 1507 to 1607, 10 1703 to 1809, 8 and 8.1, 7. Guard: a process id and a pair of kernel
   * pointers.
   */
  readonly processIds: readonly number[];
  /**
   * Where EPROCESS.ImageFileName can be when the id is at that offset, from the same listings; under `undefined`, when
   * none of the ids fits. Guard: printable text with an end, and no text right before it.
   */
  imageNames(processId: number | undefined): readonly number[];
}

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
/** From UniqueProcessId to ActiveProcessLinks. */
export const LINKS_AFTER_ID = 8;

export function processLayout(data: DebuggerData): ProcessLayout | undefined {
  const size = data.known('SizeEProcess');
  const peb = data.known('OffsetEprocessPeb');
  const parentId = data.known('OffsetEprocessParentCID');
  const directoryTableBase = data.known('OffsetEprocessDirectoryTableBase');
  if (!size || !peb || !parentId || !directoryTableBase) return undefined;
  const inside = (offset: number) => offset >= 0 && offset + IMAGE_NAME_SIZE <= size;
  return {
    size,
    peb,
    parentId,
    directoryTableBase,
    threadListHead: directoryTableBase + 8,
    processIds: IDS_AND_NAMES.map(({ idBeforePeb }) => peb - idBeforePeb).filter(inside),
    imageNames(processId) {
      const fitting = IDS_AND_NAMES.filter(
        ({ idBeforePeb }) => processId === undefined || peb - idBeforePeb === processId,
      );
      const offsets = new Set(
        fitting.flatMap(({ namesFromPeb }) => namesFromPeb.map((distance) => peb + distance)),
      );
      return [...offsets].filter(inside);
    },
  };
}
