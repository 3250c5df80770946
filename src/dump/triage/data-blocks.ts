import { virtualAddress } from '../../binary/address.ts';
import type { ByteSource } from '../../binary/byte-source.ts';
import { dataViewOf } from '../../binary/data-view.ts';
import { type Findings, placeOf } from '../finding.ts';
import { TRIAGE_BLOCK_OFFSET, TRIAGE_DATA_BLOCK, TRIAGE_DUMP64 } from '../layouts/triage.ts';
import type { Segment } from '../memory/segments.ts';
import { regionInside, type TriageBlock } from './triage-block.ts';

/**
 * More blocks than any writer makes (the kernel's own array ends at a few thousand in 1 MiB). A file that claims
 * more costs no more than this.
 */
const MOST_BLOCKS = 0x40000;

/**
 * Blocks of a real dump do not share file bytes. Some sharing does no harm; without a limit a small file could claim
 * to hold terabytes.
 */
const MOST_SHARING = 2;

const { Address, Offset, Size } = TRIAGE_DATA_BLOCK.fields;

/**
 * The data blocks: pieces of virtual memory. Blocks outside of the file are left out or cut, with one finding that
 * counts them.
 */
export function readDataBlocks(
  source: ByteSource,
  block: TriageBlock,
  findings: Findings,
): readonly Segment[] {
  const claimed = block.fields.DataBlocksCount;
  const array = regionInside(
    block,
    'DataBlocksOffset',
    Math.min(claimed, MOST_BLOCKS) * TRIAGE_DATA_BLOCK.size,
    findings,
  );
  if (!array) return [];
  const count = Math.floor(array.size / TRIAGE_DATA_BLOCK.size);
  if (claimed > MOST_BLOCKS)
    findings.add(
      'damaged',
      `DataBlocksCount ${claimed} is more than any writer stores`,
      placeOf(TRIAGE_DUMP64, TRIAGE_BLOCK_OFFSET, 'DataBlocksCount'),
    );
  const bytes = source.read(array.offset, count * TRIAGE_DATA_BLOCK.size);
  const table = dataViewOf(bytes);
  const blocks: Segment[] = [];
  const wrong: number[] = [];
  let total = 0;
  // Read with the table's offsets but without a view for each entry: this is the hot part of opening a dump.
  for (let at = 0; at < bytes.length; at += TRIAGE_DATA_BLOCK.size) {
    const address = virtualAddress(table.getBigUint64(at + Address.offset, true));
    const offset = table.getUint32(at + Offset.offset, true);
    const size = table.getUint32(at + Size.offset, true);
    const inFile = Math.max(0, Math.min(size, block.end - offset));
    const inSpace = address + BigInt(inFile) <= 1n << 64n ? inFile : Number((1n << 64n) - address);
    if (inSpace !== size) wrong.push(at / TRIAGE_DATA_BLOCK.size);
    total += inSpace;
    if (total > MOST_SHARING * block.end) {
      findings.add(
        'damaged',
        `the data blocks claim more than the dump holds, from number ${blocks.length} on`,
        {
          offset: array.offset + at,
          field: 'TRIAGE_DATA_BLOCK.Size',
        },
      );
      break;
    }
    if (inSpace > 0) blocks.push({ address, offset, size: inSpace });
  }
  const [first] = wrong;
  if (first !== undefined)
    findings.add('damaged', `${wrong.length} of ${count} data blocks are not inside the dump`, {
      offset: array.offset + first * TRIAGE_DATA_BLOCK.size,
      field: 'TRIAGE_DATA_BLOCK.Offset',
    });
  return blocks;
}
