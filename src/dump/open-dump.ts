import type { ByteSource } from '../binary/byte-source.ts';
import { cachedSource } from '../binary/cached-source.ts';
import { once } from '../binary/once.ts';
import { Failure } from '../contract/failure.ts';
import type { Dump, HeaderDump, PageDump, TriageDump } from './dump.ts';
import { type DumpHeader, hasAttribute } from './dump-header.ts';
import { collectFindings, type Findings, placeOf } from './finding.ts';
import { type DumpFormat, formatOf } from './format.ts';
import { readLoadedModules, readUnloadedModules } from './kernel-lists/loaded-modules.ts';
import { DUMP_HEADER64 } from './layouts/dump-header.ts';
import { countedMemory } from './memory/counted.ts';
import { segmentMemory } from './memory/segments.ts';
import { readPages } from './physical/page-contents.ts';
import { PAGE_SIZE } from './physical/page-map.ts';
import { recognise } from './recognise.ts';
import { readSecondaryData } from './secondary-data.ts';
import { readTriage } from './triage/triage-contents.ts';
import { type Work, workLimit } from './work.ts';

function unknownType(source: ByteSource, header: DumpHeader): Failure {
  return new Failure(
    'DumpNotSupported',
    `${source.name} is a dump of the unknown type ${header.raw('DumpType')}`,
    {
      target: source.name,
      offset: DUMP_HEADER64.fields.DumpType.offset,
      field: 'DUMP_HEADER64.DumpType',
    },
  );
}

/** What the writer itself noted about what it wrote. */
function checkWriter(header: DumpHeader, findings: Findings): void {
  if (hasAttribute(header, 'InsufficientDumpfileSize'))
    findings.add(
      'partial',
      'the writer noted that the dump file was too small for everything',
      placeOf(DUMP_HEADER64, 0, 'Attributes'),
    );
  const status = header.get('WriterStatus');
  if (status)
    findings.add(
      'note',
      `the writer left the status 0x${status.toString(16)}`,
      placeOf(DUMP_HEADER64, 0, 'WriterStatus'),
    );
}

/** Bytes of a triage dump that the kernel generated, unless the writer ran out of room. Other writers state more than they write. */
function promisedLength(header: DumpHeader): number | undefined {
  if (!hasAttribute(header, 'KernelGeneratedTriageDump')) return undefined;
  if (hasAttribute(header, 'InsufficientDumpfileSize')) return undefined;
  const space = header.get('RequiredDumpSpace');
  return space !== undefined && space > 0n && space < BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(space)
    : undefined;
}

function triageDump(source: ByteSource, header: DumpHeader, findings: Findings, work: Work): TriageDump {
  const triage = readTriage(source, header, findings);
  return {
    kind: 'triage',
    source,
    header,
    format: 'Triage',
    findings,
    triage,
    work,
    memory: countedMemory(triage.memory, work),
    debuggerData: () => triage.debuggerData,
    drivers: triage.drivers,
    unloadedDrivers: triage.unloadedDrivers,
    secondaryData: once(() =>
      readSecondaryData(source, { start: triage.block.end, terminatedIn: promisedLength(header) }, findings),
    ),
  };
}

function pageDump(
  source: ByteSource,
  header: DumpHeader,
  format: DumpFormat,
  findings: Findings,
  work: Work,
): PageDump {
  const pages = readPages(source, header, format, findings, work);
  const { memory, firstPage, physical } = pages;
  const afterPages = firstPage === undefined ? source.size : firstPage + physical.map.pages * PAGE_SIZE;
  return {
    kind: 'pages',
    source,
    header,
    format,
    findings,
    pages,
    work,
    memory,
    debuggerData: pages.debuggerData,
    drivers: once(() => readLoadedModules(memory, pages.moduleList, findings, work)),
    unloadedDrivers: once(() =>
      readUnloadedModules(memory, pages.debuggerData()?.known('MmUnloadedDrivers')),
    ),
    secondaryData: once(() => readSecondaryData(source, { start: afterPages }, findings)),
  };
}

function headerDump(source: ByteSource, header: DumpHeader, findings: Findings, work: Work): HeaderDump {
  return {
    kind: 'header',
    source,
    header,
    format: 'HeaderOnly',
    findings,
    work,
    memory: segmentMemory([], source),
    debuggerData: () => undefined,
    drivers: () => [],
    unloadedDrivers: () => [],
    secondaryData: () => [],
  };
}

/**
 * Opens a 64-bit kernel dump of any kind, at once however large the file: pages and objects are read when asked for.
 * What is damaged becomes findings of the dump as long as anything can be read.
 * @param file is owned by the dump from here on: close `dump.source`
 * @throws Failure NotADump, DumpNotSupported, DumpTruncated, FileUnreadable
 */
export function openDump(file: ByteSource): Dump {
  const source = cachedSource(file);
  const header = recognise(source);
  const format = formatOf(header.raw('DumpType'));
  const findings = collectFindings();
  const work = workLimit(source.size, findings);
  checkWriter(header, findings);
  switch (format) {
    case undefined:
      throw unknownType(source, header);
    case 'Triage':
      return triageDump(source, header, findings, work);
    case 'HeaderOnly':
      return headerDump(source, header, findings, work);
    default:
      return pageDump(source, header, format, findings, work);
  }
}
