import { addressAt, type VirtualAddress } from '../../../binary/address.ts';
import { type ByteSource, bytesSource } from '../../../binary/byte-source.ts';
import { dataViewOf } from '../../../binary/data-view.ts';
import { asFailure, Failure } from '../../../contract/failure.ts';
import type { TriageDump } from '../../../dump/dump.ts';
import { completenessOf, type DumpFinding } from '../../../dump/finding.ts';
import { DUMP_HEADER64 } from '../../../dump/layouts/dump-header.ts';
import { THREAD_STATUS_MARKERS } from '../../../dump/layouts/triage.ts';
import { tryReadPointer } from '../../../dump/memory/memory.ts';
import { contiguousBytes } from '../../../dump/memory/segments.ts';
import { openDump } from '../../../dump/open-dump.ts';

/**
 * Checks what a capture holds. The kernel reports success also when threads did not fit, so the file is the only
 * proof.
 */

/**
 * Every 64-bit ETHREAD is larger than this. Used where the dump does not hold SizeEThread. (0x798 is the
 * smallest that is reported, for Windows 11 24H2.)
 */
const SMALLEST_ETHREAD = 0x400;

export type Coverage = 'Whole' | 'Partial' | 'Absent';

export interface ThreadCoverage {
  readonly address: VirtualAddress;
  /** Of the thread object. */
  readonly object: Coverage;
  /** Of the stack from its saved pointer to its base; undefined when the object does not hold these. */
  readonly stack?: Coverage;
}

function coverage(covered: number, wanted: number): Coverage {
  if (covered >= wanted) return 'Whole';
  return covered === 0 ? 'Absent' : 'Partial';
}

function stackCoverage(dump: TriageDump, thread: VirtualAddress): Coverage | undefined {
  const { debuggerData, memory, segments } = dump.triage;
  const pointerOffset = debuggerData?.known('OffsetKThreadKernelStack');
  const baseOffset = debuggerData?.known('OffsetKThreadStackBase');
  if (pointerOffset === undefined || baseOffset === undefined) return undefined;
  const pointer = tryReadPointer(memory, addressAt(thread, pointerOffset));
  const base = tryReadPointer(memory, addressAt(thread, baseOffset));
  if (pointer === undefined || base === undefined || base <= pointer) return undefined;
  const wanted = Number(base - pointer);
  return coverage(contiguousBytes(segments, pointer, wanted), wanted);
}

/** Which of the threads at these addresses are in the dump, in the order asked. */
export function threadsInTriageDump(
  dump: TriageDump,
  addresses: readonly VirtualAddress[],
): readonly ThreadCoverage[] {
  const size = dump.triage.debuggerData?.known('SizeEThread') ?? SMALLEST_ETHREAD;
  return addresses.map((address) => {
    const object = coverage(contiguousBytes(dump.triage.segments, address, size), size);
    const stack = stackCoverage(dump, address);
    return { address, object, ...(stack && { stack }) };
  });
}

/**
 * The NTSTATUS that the kernel noted for each thread, in the order of the request, when the dump holds the array that
 * reports speak of. Never confirmed on a real capture: an explanation when it is there, nothing when it is not.
 */
export function threadStatuses(dump: TriageDump, threads: number): readonly number[] | undefined {
  const size = (threads + 1) * 4;
  for (const block of dump.triage.dataBlocks) {
    // Blocks may be rounded up to whole words.
    if (block.size < size || block.size >= size + 8) continue;
    const words = dataViewOf(dump.source.read(block.offset, size));
    if (!THREAD_STATUS_MARKERS.includes(words.getUint32(size - 4, true))) continue;
    return Array.from({ length: threads }, (_, index) => words.getUint32(index * 4, true));
  }
  return undefined;
}

export interface TriageVerdict {
  /** True when the file is a whole, consistent triage dump. */
  readonly acceptable: boolean;
  readonly findings: readonly DumpFinding[];
  /** Absent when the file is not a triage dump at all. */
  readonly dump?: TriageDump;
}

/** A refusal as a finding, so that a caller has one list of reasons. */
function findingOf(failure: Failure): DumpFinding {
  const { offset, field } = failure.facts;
  const effect = failure.code === 'DumpTruncated' ? 'truncated' : 'damaged';
  return {
    effect,
    message: failure.message,
    ...(offset !== undefined && { offset }),
    ...(field !== undefined && { field }),
  };
}

/**
 * Checks a capture the way a debugger that opens it would, and more: signatures, machine, type, sizes, every offset
 * and block inside the dump, the debugger data, and the mark that is written last.
 * @param capture the bytes that the kernel returned, or a file
 * @throws Failure only when the file cannot be read at all
 */
export function checkTriage(capture: ByteSource | Uint8Array): TriageVerdict {
  const source = capture instanceof Uint8Array ? bytesSource(capture, 'the capture') : capture;
  try {
    const dump = openDump(source);
    if (dump.kind !== 'triage')
      throw new Failure('DumpNotSupported', `${source.name} is a dump of format ${dump.format}, not Triage`, {
        offset: DUMP_HEADER64.fields.DumpType.offset,
        field: 'DUMP_HEADER64.DumpType',
      });
    // Reading the lists checks them.
    dump.drivers();
    dump.unloadedDrivers();
    const findings = dump.findings.list;
    return { acceptable: acceptable(findings), findings, dump };
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.code === 'FileUnreadable' || failure.code === 'Internal') throw failure;
    return { acceptable: false, findings: [findingOf(failure)] };
  }
}

/** A dump in which something did not fit is still a good dump; a truncated or damaged one is not. */
function acceptable(findings: readonly DumpFinding[]): boolean {
  const { state } = completenessOf(findings);
  return state === 'Complete' || state === 'Partial';
}
