import type { DebuggerData } from '../../dump/debugger-data.ts';

/**
 * Offsets inside ETHREAD. Those of the first group are in the debugger data of the dump itself. The others follow from
 * them by rules that held in the public structure listings of the builds named there; every one has a guard where it
 * is used, and a value that fails its guard is left out.
 */
export interface ThreadLayout {
  readonly size: number;
  readonly initialStack: number;
  readonly kernelStack: number;
  readonly stackLimit: number;
  readonly stackBase: number;
  readonly state: number;
  readonly apcProcess: number;
  readonly teb: number;
  readonly waitReason: number | undefined;
  readonly irpList: number | undefined;

  /** KTHREAD.Process, the owner. Rule: 8 after NextProcessor. Triage dumps of builds 19041 and 22000. */
  readonly process: number;
  /** KTHREAD.WaitBlock. Rule: 0x88 after ApcState.Process. Windows 8 and later. */
  readonly waitBlocks: number;
  /** KTHREAD.WaitTime, in the tail of the third wait block. Guard: State is in the tail of the second. */
  readonly waitTime: number | undefined;
  /** KTHREAD.Priority, in the tail of the APC state. Guard: 0 to 31. */
  readonly priority: number;
  /** KTHREAD.BasePriority. Rule: 0x1b after NextProcessor. Guard: 0 to 31, and PreviousMode before it. Build 19041. */
  readonly basePriority: number;
  /** ETHREAD.Cid. Rule: 0x38 before IrpList. Windows 7 to 11 24H2. Guard: ids are multiples of 4 below 2^24. */
  readonly cid: number | undefined;
  /** ETHREAD.StartAddress. Rule: 0x60 before IrpList. Windows 7 to 11 24H2. */
  readonly startAddress: number | undefined;
  /** ETHREAD.Win32StartAddress. Rule: 0x20 after IrpList. Windows 8.1 to 11 24H2. */
  readonly win32StartAddress: number | undefined;
}

const WAIT_BLOCK_AFTER_APC_PROCESS = 0x88;
/** KWAIT_BLOCK is 0x30 bytes of which the last ones are free; KTHREAD keeps fields of its own there. */
const STATE_IN_WAIT_BLOCKS = 0x44;
const WAIT_TIME_IN_WAIT_BLOCKS = 0x74;
const PRIORITY_AFTER_APC_PROCESS = 0x0b;
const PROCESS_AFTER_NEXT_PROCESSOR = 0x08;
const BASE_PRIORITY_AFTER_NEXT_PROCESSOR = 0x1b;
const CID_BEFORE_IRP_LIST = 0x38;
const START_BEFORE_IRP_LIST = 0x60;
const WIN32_START_AFTER_IRP_LIST = 0x20;

/** The layout of threads in a dump; undefined when its debugger data is older than stack limits (before Windows 8). */
export function threadLayout(data: DebuggerData): ThreadLayout | undefined {
  const size = data.known('SizeEThread');
  const initialStack = data.known('OffsetKThreadInitialStack');
  const kernelStack = data.known('OffsetKThreadKernelStack');
  const stackLimit = data.known('OffsetKThreadStackLimit');
  const stackBase = data.known('OffsetKThreadStackBase');
  const state = data.known('OffsetKThreadState');
  const apcProcess = data.known('OffsetKThreadApcProcess');
  const nextProcessor = data.known('OffsetKThreadNextProcessor');
  const teb = data.known('OffsetKThreadTeb');
  if (!size || !initialStack || !kernelStack || !stackLimit || !stackBase) return undefined;
  if (!state || !apcProcess || !nextProcessor || !teb) return undefined;
  // Pointers are aligned in every build; other offsets are damage, and searches count on it.
  if ([initialStack, kernelStack, stackLimit, stackBase].some((offset) => offset % 8 !== 0)) return undefined;
  const irpList = data.known('OffsetEThreadIrpList');
  const waitBlocks = apcProcess + WAIT_BLOCK_AFTER_APC_PROCESS;
  const waitBlocksAreThere = state === waitBlocks + STATE_IN_WAIT_BLOCKS;
  return {
    size,
    initialStack,
    kernelStack,
    stackLimit,
    stackBase,
    state,
    apcProcess,
    teb,
    waitReason: data.known('OffsetKThreadWaitReason'),
    irpList,
    process: nextProcessor + PROCESS_AFTER_NEXT_PROCESSOR,
    waitBlocks,
    waitTime: waitBlocksAreThere ? waitBlocks + WAIT_TIME_IN_WAIT_BLOCKS : undefined,
    priority: apcProcess + PRIORITY_AFTER_APC_PROCESS,
    basePriority: nextProcessor + BASE_PRIORITY_AFTER_NEXT_PROCESSOR,
    cid: irpList && irpList - CID_BEFORE_IRP_LIST,
    startAddress: irpList && irpList - START_BEFORE_IRP_LIST,
    win32StartAddress: irpList && irpList + WIN32_START_AFTER_IRP_LIST,
  };
}
