import { formatAddress } from '../../binary/address.ts';
import type {
  CapturedThread,
  DumpProcess,
  DumpThread,
  PendingIrp as IrpRecord,
} from '../../contract/generated/types.ts';
import type { EarlyThread, FoundThread } from '../../kernel/kernel-objects.ts';
import type { LayoutSource } from '../../kernel/layouts/layout-source.ts';
import type { PendingIrp } from '../../kernel/read-irps.ts';
import { type KernelProcess, processNameOf } from '../../kernel/read-process.ts';
import { manifestThreads } from '../../manifest/manifest-file.ts';
import type { OpenedDumpFile } from '../sources/opened-dump.ts';
import { processLayoutSource, threadLayoutSource } from './layout-records.ts';
import { addresses, defined, type Where, whereOf } from './record-tools.ts';

function irpRecord({
  address,
  majorFunction,
  device,
  driverName,
  file,
  fileName,
  cancelled,
}: PendingIrp): IrpRecord {
  return {
    address: formatAddress(address),
    ...defined({ majorFunction }),
    ...addresses({ deviceAddress: device }),
    ...defined({ driverName }),
    ...addresses({ fileAddress: file }),
    ...defined({ fileName }),
    cancelled,
  } as IrpRecord;
}

function threadRecord(
  where: Where,
  thread: FoundThread,
  owner: KernelProcess | undefined,
  known: CapturedThread | undefined,
  layoutSource: LayoutSource | undefined,
): DumpThread {
  const { process, attachedProcess, teb, irps, evidence, confidence } = thread;
  const { processId, threadId, waitTimeMs, priority, basePriority, processor } = thread;
  // A capture runs in the thread and is reported to overwrite the state in its copy: the manifest has the true one.
  const { state, waitReason } = known ?? thread;
  return {
    ...where,
    address: formatAddress(thread.address),
    ...defined({
      processId,
      threadId,
      processName: processNameOf(processId, owner),
    }),
    ...addresses({ processAddress: process, attachedProcessAddress: attachedProcess }),
    ...defined({ state, waitReason, waitTimeMs, priority, basePriority }),
    ...addresses({
      startAddress: thread.startAddress,
      win32StartAddress: thread.win32StartAddress,
      tebAddress: teb,
      stackBase: thread.stackBase,
      stackLimit: thread.stackLimit,
      initialStack: thread.initialStack,
      kernelStack: thread.kernelStack,
    }),
    ...defined({ processor }),
    ...(irps.length > 0 && { pendingIrps: irps.length, irps: irps.map(irpRecord) }),
    ...defined({ layoutSource }),
    evidence: [...evidence],
    confidence,
  } as DumpThread;
}

/** Makes records of the threads of a dump, for which not all need be known. */
export function threadRecorder(opened: OpenedDumpFile): (found: EarlyThread) => DumpThread {
  const where = whereOf(opened);
  const known = manifestThreads(opened.manifest());
  return ({ thread, process, layouts }) =>
    threadRecord(
      where,
      thread,
      process,
      known.get(formatAddress(thread.address)),
      threadLayoutSource(thread, layouts.thread.placed),
    );
}

/**
 * The threads of a dump as the contract has them.
 * @param but addresses of threads that are left out
 */
export function* threadRecords(
  opened: OpenedDumpFile,
  but: ReadonlySet<bigint> = new Set(),
): Generator<DumpThread> {
  const { threads, processes, layouts } = opened.objects();
  // Without them no thread is found.
  if (layouts === undefined) return;
  const recordOf = threadRecorder(opened);
  const byAddress = new Map<bigint, KernelProcess>(processes.map((process) => [process.address, process]));
  for (const thread of threads) {
    if (but.has(thread.address)) continue;
    yield recordOf({ thread, process: thread.process && byAddress.get(thread.process), layouts });
  }
}

/** The processes of a dump as the contract has them. */
export function processRecords(opened: OpenedDumpFile): DumpProcess[] {
  const { threads, processes, layouts } = opened.objects();
  const where = whereOf(opened);
  const counts = new Map<bigint, number>();
  for (const { process } of threads) if (process) counts.set(process, (counts.get(process) ?? 0) + 1);
  return processes.map((process) => {
    const { processId, parentProcessId, name } = process;
    return {
      ...where,
      address: formatAddress(process.address),
      ...defined({ processId, parentProcessId, name }),
      ...addresses({ directoryTableBase: process.directoryTableBase, pebAddress: process.peb }),
      threadCount: counts.get(process.address) ?? 0,
      ...defined({ layoutSource: layouts && processLayoutSource(process, layouts.process.placed) }),
    } as DumpProcess;
  });
}
