import { virtualAddress } from '../../binary/address.ts';
import type { ByteSource } from '../../binary/byte-source.ts';
import { dataViewOf } from '../../binary/data-view.ts';
import { view } from '../../binary/layout.ts';
import { type Findings, placeOf } from '../finding.ts';
import {
  DUMP_DRIVER_ENTRY64,
  DUMP_STRING,
  DUMP_UNLOADED_DRIVERS64,
  TRIAGE_BLOCK_OFFSET,
  TRIAGE_DUMP64,
} from '../layouts/triage.ts';
import type { LoadedDriver, UnloadedDriver } from '../modules.ts';
import { decodeUtf16 } from '../utf16.ts';
import { regionInside, type TriageBlock } from './triage-block.ts';

/** Windows loads a few hundred drivers; a file that claims more costs no more than this. */
const MOST_DRIVERS = 0x4000;
/** UTF-16 units of a driver's path; real ones have less than a hundred. */
const LONGEST_NAME = 0x400;
/** The kernel keeps the last fifty unloaded drivers. */
const MOST_UNLOADED = 0x400;

/** A DUMP_STRING, or undefined when it is not inside the dump. */
function readString(source: ByteSource, offset: number, end: number): string | undefined {
  if (offset === 0 || offset + DUMP_STRING.size > end) return undefined;
  const units = view(DUMP_STRING, source.read(offset, DUMP_STRING.size)).get('Length');
  const start = offset + DUMP_STRING.size;
  if (units > LONGEST_NAME || start + units * 2 > end) return undefined;
  return decodeUtf16(source.read(start, units * 2));
}

/** The loaded drivers; entry 0 is the kernel itself. */
export function readDriverList(
  source: ByteSource,
  block: TriageBlock,
  findings: Findings,
): readonly LoadedDriver[] {
  const claimed = block.fields.DriverCount;
  const wanted = Math.min(claimed, MOST_DRIVERS) * DUMP_DRIVER_ENTRY64.size;
  const list = regionInside(block, 'DriverListOffset', wanted, findings);
  if (!list) return [];
  if (claimed > MOST_DRIVERS)
    findings.add(
      'damaged',
      `DriverCount ${claimed} is more than Windows can load`,
      placeOf(TRIAGE_DUMP64, TRIAGE_BLOCK_OFFSET, 'DriverCount'),
    );
  const count = Math.floor(list.size / DUMP_DRIVER_ENTRY64.size);
  const bytes = source.read(list.offset, count * DUMP_DRIVER_ENTRY64.size);
  // Each name has its own place in the file, so all of them together are not larger than it.
  let left = block.end;
  const nameAt = (offset: number): string | undefined => {
    const name = readString(source, offset, block.end);
    left -= (name?.length ?? 0) * 2;
    if (left >= 0) return name;
    findings.add('damaged', 'drivers share their names: together those are larger than the dump');
    return '';
  };
  return Array.from({ length: count }, (_, index) => {
    const entry = view(DUMP_DRIVER_ENTRY64, bytes, index * DUMP_DRIVER_ENTRY64.size).all();
    const path = nameAt(entry.DriverNameOffset);
    if (path === undefined)
      findings.add('damaged', 'the names of some drivers are not inside the dump', {
        offset: list.offset + index * DUMP_DRIVER_ENTRY64.size,
        field: 'DUMP_DRIVER_ENTRY64.DriverNameOffset',
      });
    return {
      path: path ?? '',
      base: virtualAddress(entry.DllBase),
      entryPoint: virtualAddress(entry.EntryPoint),
      size: entry.SizeOfImage,
      checkSum: entry.CheckSum,
      timeDateStamp: entry.TimeDateStamp,
    };
  });
}

/** The drivers that were unloaded last. Their names are cut to twelve letters by the format. */
export function readUnloadedDrivers(
  source: ByteSource,
  block: TriageBlock,
  findings: Findings,
): readonly UnloadedDriver[] {
  const head = regionInside(block, 'UnloadedDriversOffset', 8, findings);
  if (!head || head.size < 8) return [];
  const claimed = dataViewOf(source.read(head.offset, 8)).getBigUint64(0, true);
  if (claimed > BigInt(MOST_UNLOADED)) {
    findings.add('damaged', `the dump claims ${claimed} unloaded drivers`, {
      offset: head.offset,
      field: 'TRIAGE_DUMP64.UnloadedDriversOffset',
    });
    return [];
  }
  const start = head.offset + 8;
  const room = Math.floor((block.end - start) / DUMP_UNLOADED_DRIVERS64.size);
  const count = Math.min(Number(claimed), room);
  const bytes = source.read(start, count * DUMP_UNLOADED_DRIVERS64.size);
  return Array.from({ length: count }, (_, index): UnloadedDriver => {
    const entry = view(DUMP_UNLOADED_DRIVERS64, bytes, index * DUMP_UNLOADED_DRIVERS64.size).all();
    const length = Math.min(entry.NameLength, entry.DriverName.length);
    return {
      name: decodeUtf16(entry.DriverName.subarray(0, length - (length % 2))),
      start: virtualAddress(entry.StartAddress),
      end: virtualAddress(entry.EndAddress),
    };
  });
}
