import { virtualAddress } from '../../binary/address.ts';
import type { ByteSource } from '../../binary/byte-source.ts';
import { once } from '../../binary/once.ts';
import { type DebuggerData, parseDebuggerData } from '../debugger-data.ts';
import { type DumpHeader, hasAttribute } from '../dump-header.ts';
import { type Findings, placeOf } from '../finding.ts';
import {
  TRIAGE_BLOCK_OFFSET,
  TRIAGE_DUMP64,
  TRIAGE_OPTIONS_BUG_CHECK,
  TRIAGE_OPTIONS_OVERFLOWED,
} from '../layouts/triage.ts';
import type { Memory } from '../memory/memory.ts';
import { overlaid, type Segment, type SegmentMap, segmentMap, segmentMemory } from '../memory/segments.ts';
import type { LoadedDriver, UnloadedDriver } from '../modules.ts';
import { readDataBlocks } from './data-blocks.ts';
import { readDriverList, readUnloadedDrivers } from './driver-list.ts';
import { findHeaderObjects, type HeaderObjects } from './header-objects.ts';
import { checkValidMark, readTriageBlock, regionInside, type TriageBlock } from './triage-block.ts';

/** What a triage dump holds. */
export interface TriageContents {
  readonly block: TriageBlock;
  /** In the order of the file's table. */
  readonly dataBlocks: readonly Segment[];
  readonly debuggerData: DebuggerData | undefined;
  readonly objects: HeaderObjects;
  readonly segments: SegmentMap;
  readonly memory: Memory;
  drivers(): readonly LoadedDriver[];
  unloadedDrivers(): readonly UnloadedDriver[];
}

const HEAD = { offset: TRIAGE_BLOCK_OFFSET, field: 'TRIAGE_DUMP64' };

function readDebuggerData(
  source: ByteSource,
  block: TriageBlock,
  findings: Findings,
): DebuggerData | undefined {
  const { DebuggerDataSize } = block.fields;
  const region = regionInside(block, 'DebuggerDataOffset', Math.min(DebuggerDataSize, 0x10000), findings);
  if (!region) {
    findings.add('damaged', 'there is no debugger data: threads and processes cannot be read', HEAD);
    return undefined;
  }
  const data = parseDebuggerData(source.read(region.offset, region.size));
  const where = { offset: region.offset, field: 'KDDEBUGGER_DATA64.OwnerTag' };
  if (!data) findings.add('damaged', 'the debugger data does not carry its tag KDBG', where);
  else if (data.size !== DebuggerDataSize)
    findings.add(
      'damaged',
      `the debugger data states ${data.size} bytes, the triage block ${DebuggerDataSize}`,
      {
        offset: region.offset + 0x14,
        field: 'KDDEBUGGER_DATA64.Size',
      },
    );
  return data;
}

/**
 * A capture that runs out of space still ends as a success. The bit is from reports, unproven on a real capture, so it
 * is reported and nothing depends on it.
 */
function checkOverflow(header: DumpHeader, { fields }: TriageBlock, findings: Findings): void {
  if (fields.TriageOptions === TRIAGE_OPTIONS_BUG_CHECK) return;
  if (hasAttribute(header, 'KernelGeneratedTriageDump')) return;
  if ((fields.TriageOptions & TRIAGE_OPTIONS_OVERFLOWED) === 0) return;
  const place = placeOf(TRIAGE_DUMP64, TRIAGE_BLOCK_OFFSET, 'TriageOptions');
  findings.add('partial', 'the kernel noted that not everything fitted into the dump', place);
}

/** Pieces of memory that the block stores apart from the data blocks. */
function extraSegments(header: DumpHeader, block: TriageBlock, findings: Findings): Segment[] {
  const { fields } = block;
  const page = regionInside(block, 'DataPageOffset', fields.DataPageSize, findings);
  const data = regionInside(block, 'DebuggerDataOffset', fields.DebuggerDataSize, findings);
  const dataAddress = header.get('KdDebuggerDataBlock');
  return [
    ...(page ? [{ ...page, address: virtualAddress(fields.DataPageAddress) }] : []),
    ...(data && dataAddress ? [{ ...data, address: virtualAddress(dataAddress) }] : []),
  ];
}

/**
 * The contents of a dump of type 4.
 * @throws Failure DumpTruncated when the file ends before its triage block
 */
export function readTriage(source: ByteSource, header: DumpHeader, findings: Findings): TriageContents {
  const block = readTriageBlock(source, findings);
  checkValidMark(source, block, findings);
  checkOverflow(header, block, findings);
  const debuggerData = readDebuggerData(source, block, findings);
  const dataBlocks = readDataBlocks(source, block, findings);
  const plain = segmentMap([...dataBlocks, ...extraSegments(header, block, findings)]);
  const objects = findHeaderObjects({
    source,
    block,
    dataBlocks,
    memory: segmentMemory(plain, source),
    debuggerData,
    findings,
  });
  // The regions hold the whole objects as the writer saw them; blocks that cover parts of them may be older.
  const segments = overlaid(plain, Object.values(objects));
  return {
    block,
    dataBlocks,
    debuggerData,
    objects,
    segments,
    memory: segmentMemory(segments, source),
    drivers: once(() => readDriverList(source, block, findings)),
    unloadedDrivers: once(() => readUnloadedDrivers(source, block, findings)),
  };
}
