import type { ByteSource } from '../../binary/byte-source.ts';
import { dataViewOf } from '../../binary/data-view.ts';
import { type View, view } from '../../binary/layout.ts';
import { Failure } from '../../contract/failure.ts';
import { type Findings, placeOf } from '../finding.ts';
import { TRIAGE_BLOCK_OFFSET, TRIAGE_DUMP64, TRIAGE_VALID } from '../layouts/triage.ts';

export type TriageFields = ReturnType<View<typeof TRIAGE_DUMP64.fields>['all']>;

/** TRIAGE_DUMP64 and how much of what it promises the file holds. */
export interface TriageBlock {
  readonly fields: TriageFields;
  /** The offset before which every structure must be: SizeOfDump, or the end of a shorter file. */
  readonly end: number;
}

const END_OF_BLOCK = TRIAGE_BLOCK_OFFSET + TRIAGE_DUMP64.size;
const hex = (value: number) => `0x${value.toString(16)}`;
const at = (field: keyof TriageFields & string) => placeOf(TRIAGE_DUMP64, TRIAGE_BLOCK_OFFSET, field);

/**
 * The triage block of a dump of type 4. What is wrong with its sizes becomes findings.
 * @throws Failure DumpTruncated when the file ends before the block
 */
export function readTriageBlock(source: ByteSource, findings: Findings): TriageBlock {
  if (source.size < END_OF_BLOCK)
    throw new Failure(
      'DumpTruncated',
      `${source.name} ends at ${hex(source.size)}, before the end of its triage block at ${hex(END_OF_BLOCK)}`,
      { target: source.name, offset: TRIAGE_BLOCK_OFFSET, field: 'TRIAGE_DUMP64' },
    );
  const fields = view(TRIAGE_DUMP64, source.read(TRIAGE_BLOCK_OFFSET, TRIAGE_DUMP64.size)).all();
  if (fields.SizeOfDump < END_OF_BLOCK) {
    findings.add(
      'damaged',
      `SizeOfDump ${hex(fields.SizeOfDump)} is smaller than the structures before it`,
      at('SizeOfDump'),
    );
    return { fields, end: source.size };
  }
  if (fields.SizeOfDump > source.size)
    findings.add(
      'truncated',
      `the file has ${source.size} of the ${fields.SizeOfDump} bytes that its triage block promises`,
      at('SizeOfDump'),
    );
  return { fields, end: Math.min(fields.SizeOfDump, source.size) };
}

/** Checks the marker that the writer sets last. */
export function checkValidMark(source: ByteSource, { fields, end }: TriageBlock, findings: Findings): void {
  const { ValidOffset, SizeOfDump } = fields;
  if (ValidOffset !== SizeOfDump - 4)
    findings.add(
      'damaged',
      `ValidOffset ${hex(ValidOffset)} is not the last four bytes of SizeOfDump ${hex(SizeOfDump)}`,
      at('ValidOffset'),
    );
  if (ValidOffset + 4 > end) {
    findings.add(
      'truncated',
      'the mark that completes a triage dump (TRGD) is beyond the end',
      at('ValidOffset'),
    );
    return;
  }
  const mark = dataViewOf(source.read(ValidOffset, 4)).getUint32(0, true);
  if (mark !== TRIAGE_VALID)
    findings.add(
      'damaged',
      `the mark at ${hex(ValidOffset)} is ${hex(mark)}, not TRGD: the dump was not finished`,
      {
        offset: ValidOffset,
        field: 'TRIAGE_DUMP64.ValidOffset',
      },
    );
}

/** Clips an offset and size of the block to what is in the file; a region outside of it becomes a finding. */
export function regionInside(
  { fields, end }: TriageBlock,
  offsetField: keyof TriageFields & string,
  size: number,
  findings: Findings,
): { offset: number; size: number } | undefined {
  const offset = Number(fields[offsetField]);
  if (offset === 0 || size === 0) return undefined;
  if (offset < TRIAGE_BLOCK_OFFSET || offset >= end) {
    findings.add('damaged', `${offsetField} ${hex(offset)} is outside of the dump`, at(offsetField));
    return undefined;
  }
  if (offset + size > end)
    findings.add(
      'damaged',
      `the region at ${offsetField} ${hex(offset)} reaches beyond the dump`,
      at(offsetField),
    );
  return { offset, size: Math.min(size, end - offset) };
}
