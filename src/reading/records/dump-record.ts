import { formatAddress } from '../../binary/address.ts';
import type { Dump as DumpRecord } from '../../contract/generated/types.ts';
import { rawHeaderFields } from '../../dump/dump-header.ts';
import { completenessOf } from '../../dump/finding.ts';
import type { OpenedDumpFile } from '../opened-dump.ts';
import { driverRecords } from './driver-records.ts';
import { headerRecord } from './header-record.ts';
import { layoutRecords } from './layout-records.ts';
import { processRecords, threadRecords } from './object-records.ts';
import { whereOf } from './record-tools.ts';

export interface DumpRecordOptions {
  /** Every header field with its place. */
  readonly raw?: boolean;
}

/** Everything that a dump says, as the contract has it. */
export function dumpRecord(opened: OpenedDumpFile, { raw = false }: DumpRecordOptions): DumpRecord {
  const { dump, simulatedMachine: machine } = opened;
  const manifest = opened.manifest();
  const objects = opened.objects();
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
    ...whereOf(opened),
    ...(machine === undefined ? {} : { machine }),
    size: dump.source.size,
    format: dump.format,
    complete: state === 'Complete',
    completeness: { state, reasons: [...reasons] },
    findings: dump.findings.list.map((finding) => ({ ...finding })),
    ...header,
    processes: processRecords(opened),
    threads: threadRecords(opened),
    layouts: layoutRecords(objects.layouts),
    drivers,
    unloadedDrivers,
    secondaryData,
    ...(manifest === undefined ? {} : { hasManifest: true }),
    ...(raw ? { rawHeader: rawHeaderFields(dump.header).map((field) => ({ ...field })) } : {}),
  };
}
