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
   * listings: 10 2004 to 11 24H2, 10 1507 to 1809, 8.1, 7. Guard: a process id and a pair of kernel pointers.
   */
  readonly processIds: readonly number[];
  /** Where EPROCESS.ImageFileName can be, from the same listings. Guard: printable text with an end. */
  readonly imageNames: readonly number[];
}

const ID_BEFORE_PEB: readonly number[] = [0x110, 0x118, 0x108, 0x1b8];
const NAME_AFTER_PEB: readonly number[] = [0x58, 0x50, -0x58];

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
    processIds: ID_BEFORE_PEB.map((distance) => peb - distance).filter(inside),
    imageNames: NAME_AFTER_PEB.map((distance) => peb + distance).filter(inside),
  };
}
