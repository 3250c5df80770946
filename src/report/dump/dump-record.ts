import { formatAddress } from '../../binary/address.ts';
import type {
  CaptureManifest,
  DumpDriver,
  DumpProcess,
  Dump as DumpRecord,
  DumpThread,
} from '../../contract/generated/types.ts';
import { isoFromFileTime, millisecondsFromUnits } from '../../contract/time.ts';
import type { Dump } from '../../dump/dump.ts';
import { dumpAttributes, rawHeaderFields } from '../../dump/dump-header.ts';
import { completenessOf } from '../../dump/finding.ts';
import { baseName, type LoadedDriver } from '../../dump/modules.ts';
import {
  type FoundThread,
  type Hints,
  type KernelObjects,
  readKernelObjects,
} from '../../kernel/kernel-objects.ts';
import type { KernelProcess } from '../../kernel/read-process.ts';

/** Machine types of winnt.h that kernel dumps of 64-bit Windows carry. */
const ARCHITECTURES: Readonly<Record<number, string>> = { 34404: 'x64', 43620: 'arm64' };

const SIMULATED_COMMENT = /^simulated:[\w-]+/;

/** The optional address fields of a record: absent stays absent. */
function addresses<K extends string>(
  values: Readonly<Record<K, bigint | undefined>>,
): Partial<Record<K, string>> {
  const result: Partial<Record<K, string>> = {};
  for (const [name, value] of Object.entries(values) as [K, bigint | undefined][]) {
    if (value !== undefined) result[name] = formatAddress(value);
  }
  return result;
}

/** Keeps what is defined, so that no property is there without a value. */
function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

type Where = Pick<DumpThread, 'path' | 'simulated'>;

function threadRecord(
  where: Where,
  thread: FoundThread,
  processes: ReadonlyMap<bigint, KernelProcess>,
): DumpThread {
  const { process, attachedProcess, teb, irps, evidence, confidence } = thread;
  const { processId, threadId, state, waitReason, waitTimeMs, priority, basePriority, processor } = thread;
  return {
    ...where,
    address: formatAddress(thread.address),
    ...defined({ processId, threadId, processName: process && processes.get(process)?.name }),
    ...addresses({ processAddress: process, attachedProcessAddress: attachedProcess }),
    ...defined({ state, waitReason, waitTimeMs, priority, basePriority }),
    ...addresses({
      startAddress: thread.startAddress,
      win32StartAddress: thread.win32StartAddress,
      tebAddress: teb,
      stackBase: thread.stackBase,
      stackLimit: thread.stackLimit,
      kernelStack: thread.kernelStack,
    }),
    ...defined({ processor, pendingIrps: irps.length > 0 ? irps.length : undefined }),
    evidence: [...evidence],
    confidence,
  } as DumpThread;
}

function processRecord(where: Where, process: KernelProcess, threads: readonly FoundThread[]): DumpProcess {
  const { processId, parentProcessId, name } = process;
  return {
    ...where,
    address: formatAddress(process.address),
    ...defined({ processId, parentProcessId, name }),
    ...addresses({ directoryTableBase: process.directoryTableBase, pebAddress: process.peb }),
    threadCount: threads.filter((thread) => thread.process === process.address).length,
  } as DumpProcess;
}

function driverRecord(driver: LoadedDriver, manifest: CaptureManifest | undefined): DumpDriver {
  const { path, base, size, timeDateStamp, checkSum } = driver;
  const name = baseName(path);
  // Only the same build of the image has the PDB that the manifest names.
  const known = manifest?.drivers.find(
    (each) => each.name.toLowerCase() === name.toLowerCase() && each.timeDateStamp === timeDateStamp,
  );
  const record = { name, path, base: formatAddress(base), size, timeDateStamp, checkSum };
  return known?.pdb === undefined ? record : { ...record, pdb: known.pdb };
}

/** The text of a fixed field, up to its end mark; empty when the kernel never set it. */
function fixedText(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  const end = bytes.indexOf(0);
  const text = Buffer.from(bytes.subarray(0, end < 0 ? bytes.length : end)).toString('latin1');
  return text === '' ? undefined : text;
}

/** The machine that a dump names when it comes from a simulated one. */
export function simulatedMachineOf(dump: Dump): string | undefined {
  return SIMULATED_COMMENT.exec(fixedText(dump.header.get('Comment')) ?? '')?.[0];
}

function headerFields(dump: Dump): Partial<DumpRecord> {
  const { header } = dump;
  const code = header.get('BugCheckCode');
  const machineType = header.get('MachineImageType');
  const systemTime = header.get('SystemTime');
  const upTime = header.get('SystemUpTime');
  const attributes = dumpAttributes(header);
  const parameters = ([1, 2, 3, 4] as const).map((index) => header.get(`BugCheckParameter${index}`));
  return defined({
    attributes: attributes && [...attributes],
    windowsBuild: header.get('MinorVersion'),
    architecture: machineType === undefined ? undefined : ARCHITECTURES[machineType],
    processors: header.get('NumberProcessors'),
    systemTime: systemTime === undefined ? undefined : isoFromFileTime(systemTime),
    upTimeMs: upTime === undefined ? undefined : millisecondsFromUnits(upTime),
    bugCheckCode: code === undefined ? undefined : `0x${code.toString(16)}`,
    bugCheckParameters: parameters.every((value) => value !== undefined)
      ? parameters.map(formatAddress)
      : undefined,
    comment: fixedText(header.get('Comment')),
  }) as Partial<DumpRecord>;
}

export interface DumpRecordOptions {
  readonly path: string;
  /** Every header field with its place. */
  readonly raw?: boolean;
  readonly hints?: Hints;
  /** What was written beside the dump; it knows what a triage dump cannot hold. */
  readonly manifest?: CaptureManifest | undefined;
}

/** Everything that a dump says, as the contract has it. */
export function dumpRecord(
  dump: Dump,
  { path, raw = false, hints = {}, manifest }: DumpRecordOptions,
): DumpRecord {
  const machine = simulatedMachineOf(dump);
  const where: Where = { path, ...(machine === undefined ? {} : { simulated: true }) };
  const objects: KernelObjects = readKernelObjects(dump, hints);
  const processes = new Map<bigint, KernelProcess>(
    objects.processes.map((process) => [process.address, process]),
  );
  const drivers = dump.drivers().map((driver) => driverRecord(driver, manifest));
  const unloadedDrivers = dump.unloadedDrivers().map(({ name, start, end }) => ({
    name,
    start: formatAddress(start),
    end: formatAddress(end),
  }));
  const secondaryData = dump.secondaryData().map(({ tag, offset, size }) => ({ tag, offset, size }));
  // Last, because reading the lists above adds to the findings.
  const { state, reasons } = completenessOf(dump.findings.list);
  return {
    ...where,
    ...(machine === undefined ? {} : { machine }),
    size: dump.source.size,
    format: dump.format,
    complete: state === 'Complete',
    completeness: { state, reasons: [...reasons] },
    ...headerFields(dump),
    processes: objects.processes.map((process) => processRecord(where, process, objects.threads)),
    threads: objects.threads.map((thread) => threadRecord(where, thread, processes)),
    drivers,
    unloadedDrivers,
    secondaryData,
    ...(manifest === undefined ? {} : { hasManifest: true }),
    ...(raw ? { rawHeader: rawHeaderFields(dump.header).map((field) => ({ ...field })) } : {}),
  };
}
