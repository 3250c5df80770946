import { formatAddress } from '../../binary/address.ts';
import type { CaptureManifest, Dump as DumpRecord } from '../../contract/generated/types.ts';
import type { Dump } from '../../dump/dump.ts';
import { rawHeaderFields } from '../../dump/dump-header.ts';
import { completenessOf } from '../../dump/finding.ts';
import { type Hints, type KernelObjects, readKernelObjects } from '../../kernel/kernel-objects.ts';
import { driverRecords } from './driver-records.ts';
import { headerRecord, simulatedMachineOf } from './header-record.ts';
import { processRecords, threadRecords } from './object-records.ts';
import type { Where } from './record-tools.ts';

export interface DumpRecordOptions {
  readonly path: string;
  /** Every header field with its place. */
  readonly raw?: boolean;
  readonly hints?: Hints;
  /** What was written beside the dump; it knows what a triage dump cannot hold. */
  readonly manifest?: CaptureManifest | undefined;
}

/** What a record from this dump says of it. */
export function whereOf(dump: Dump, path: string): Where {
  return { path, ...(simulatedMachineOf(dump) === undefined ? {} : { simulated: true }) };
}

/** Everything that a dump says, as the contract has it. */
export function dumpRecord(
  dump: Dump,
  { path, raw = false, hints = {}, manifest }: DumpRecordOptions,
): DumpRecord {
  const machine = simulatedMachineOf(dump);
  const where = whereOf(dump, path);
  const objects: KernelObjects = readKernelObjects(dump, hints);
  const drivers = driverRecords(dump, manifest);
  const unloadedDrivers = dump.unloadedDrivers().map(({ name, start, end }) => ({
    name,
    start: formatAddress(start),
    end: formatAddress(end),
  }));
  const secondaryData = dump.secondaryData().map(({ tag, offset, size }) => ({ tag, offset, size }));
  const header = headerRecord(dump, objects);
  // Last, because reading the lists above adds to the findings.
  const { state, reasons } = completenessOf(dump.findings.list);
  return {
    ...where,
    ...(machine === undefined ? {} : { machine }),
    size: dump.source.size,
    format: dump.format,
    complete: state === 'Complete',
    completeness: { state, reasons: [...reasons] },
    findings: dump.findings.list.map((finding) => ({ ...finding })),
    ...header,
    processes: processRecords(where, objects),
    threads: threadRecords(where, objects, manifest),
    drivers,
    unloadedDrivers,
    secondaryData,
    ...(manifest === undefined ? {} : { hasManifest: true }),
    ...(raw ? { rawHeader: rawHeaderFields(dump.header).map((field) => ({ ...field })) } : {}),
  };
}
