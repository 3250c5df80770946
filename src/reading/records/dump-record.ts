import { formatAddress } from '../../binary/address.ts';
import type { Dump as DumpRecord } from '../../contract/generated/types.ts';
import { rawHeaderFields } from '../../dump/dump-header.ts';
import { completenessOf } from '../../dump/finding.ts';
import { crashView, readCrash } from '../../explain/crash/crash.ts';
import type { DumpModule } from '../../stack/dump-modules.ts';
import type { OpenedDumpFile } from '../sources/opened-dump.ts';
import { bugCheckRecord } from './bug-check-record.ts';
import { crashRecord } from './crash-record.ts';
import { driverRecords } from './driver-records.ts';
import { headerRecord } from './header-record.ts';
import { layoutRecords } from './layout-records.ts';
import { limitsOf } from './limits.ts';
import { blobRecords, hardwareRecord } from './machine-record.ts';
import { processRecords, threadRecords } from './object-records.ts';
import { whereOf } from './record-tools.ts';
import { redacted } from './redact.ts';

/** Origins with a bug check that has the parameters of its code; captures write others. */
const CRASHES: ReadonlySet<string> = new Set(['BugCheck', 'LiveDump', 'Offline']);

export interface DumpRecordOptions {
  /** Every header field with its place. */
  readonly raw?: boolean;
  /** Leaves out what names persons or one machine. */
  readonly redact?: boolean;
  /** Images and PDBs that name the frames of a crash; nothing but the dump itself by default. */
  readonly modules?: readonly DumpModule[];
}

/** The record of a dump, as the contract defines it. */
export function dumpRecord(opened: OpenedDumpFile, options: DumpRecordOptions): DumpRecord {
  const { raw = false, redact = false, modules } = options;
  const { dump, simulatedMachine: machine } = opened;
  const manifest = opened.manifest();
  const objects = opened.objects();
  const drivers = driverRecords(dump, manifest, modules);
  const unloadedDrivers = dump.unloadedDrivers().map(({ name, start, end }) => ({
    name,
    start: formatAddress(start),
    end: formatAddress(end),
  }));
  const secondaryData = blobRecords(dump);
  const header = headerRecord(dump, objects);
  const view = crashView(dump, objects);
  const words = CRASHES.has(header.origin ?? '') ? bugCheckRecord(view) : {};
  const crash = readCrash(view, modules);
  const hardware = hardwareRecord(dump);
  const limits = limitsOf(dump, crash, header);
  // Last, because reading the lists above adds to the findings.
  const { state, reasons } = completenessOf(dump.findings.list);
  const record: DumpRecord = {
    ...whereOf(opened),
    ...(machine === undefined ? {} : { machine }),
    size: dump.source.size,
    format: dump.format,
    complete: state === 'Complete',
    completeness: { state, reasons: [...reasons] },
    findings: dump.findings.list.map((finding) => ({ ...finding })),
    ...header,
    ...words,
    ...(crash && { crash: crashRecord(crash, objects) }),
    ...(hardware && { hardware }),
    ...(limits.length > 0 && { limits }),
    processes: processRecords(opened),
    threads: [...threadRecords(opened)],
    layouts: layoutRecords(objects.layouts),
    drivers,
    unloadedDrivers,
    secondaryData,
    ...(manifest === undefined ? {} : { hasManifest: true }),
    ...(raw ? { rawHeader: rawHeaderFields(dump.header).map((field) => ({ ...field })) } : {}),
  };
  return redact ? redacted(record) : record;
}
