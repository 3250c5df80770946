import type { ByteSource } from '../../binary/byte-source.ts';
import { type Findings, placeOf } from '../finding.ts';
import {
  PAGE_BLOCK_OFFSET,
  PFN_RANGE,
  RANGE_BLOCK,
  RANGE_SIGNATURE,
  VALID_DUMP,
} from '../layouts/page-blocks.ts';
import { addWrongSignature, readPageBlock } from './page-block.ts';
import { NO_PAGE_DATA, type StoredPages } from './page-map.ts';
import { layRuns, pairsOf, runMap } from './page-runs.ts';

/** Ranges that a dump may have; a file that claims more costs no more than this. */
const MOST_RANGES = 2 ** 20;

const TABLE_OFFSET = PAGE_BLOCK_OFFSET + RANGE_BLOCK.size;

/**
 * The bytes of the table end here, according to its header: kdmp-parser counts MetadataSize from the start of the table. What
 * is between there and the first page is none of it. Zero is taken as "not stated".
 */
function endOfTable({ MetadataSize }: { readonly MetadataSize: bigint }): number {
  const size = MetadataSize === 0n ? BigInt(Number.MAX_SAFE_INTEGER) : MetadataSize;
  return Number(BigInt(TABLE_OFFSET) + size);
}

/**
 * A table ends with its count of ranges or its bytes, at page frame 0, which Windows does not use, or with the pages that
 * its header counts.
 */
function* tableRuns(pairs: Iterable<readonly [bigint, bigint]>, mostPages: bigint) {
  let pages = 0n;
  for (const pair of pairs) {
    if (pair[0] === 0n || (mostPages !== 0n && pages >= mostPages)) return;
    pages += pair[1];
    yield pair;
  }
}

/** Types 8, 9 and 10. */
export function readRangeBlock(source: ByteSource, findings: Findings): StoredPages {
  const block = readPageBlock(source, RANGE_BLOCK, findings);
  if (!block) return NO_PAGE_DATA;
  if (block.Signature !== RANGE_SIGNATURE || block.ValidDump !== VALID_DUMP) {
    addWrongSignature(RANGE_BLOCK, findings);
    return NO_PAGE_DATA;
  }
  const place = placeOf(RANGE_BLOCK, PAGE_BLOCK_OFFSET, 'FirstPage');
  if (block.FirstPage < BigInt(TABLE_OFFSET) || block.FirstPage > BigInt(Number.MAX_SAFE_INTEGER)) {
    const where = `0x${block.FirstPage.toString(16)}`;
    findings.add('damaged', `the first page at ${where} is inside the header or nowhere`, place);
    return NO_PAGE_DATA;
  }
  const firstPage = Number(block.FirstPage);
  const counted = block.NumberOfRanges === 0 ? MOST_RANGES : block.NumberOfRanges;
  const end = Math.min(firstPage, source.size, endOfTable(block));
  const room = Math.floor((end - TABLE_OFFSET) / PFN_RANGE.size);
  const table = source.read(TABLE_OFFSET, Math.min(counted, MOST_RANGES, Math.max(0, room)) * PFN_RANGE.size);
  const map = runMap(
    layRuns(tableRuns(pairsOf(table), block.TotalPages), firstPage, place, findings),
    findings,
  );
  if (block.TotalPages !== 0n && BigInt(map.pages) !== block.TotalPages)
    findings.add(
      'damaged',
      `the ranges have ${map.pages} pages, their header states ${block.TotalPages}`,
      placeOf(RANGE_BLOCK, PAGE_BLOCK_OFFSET, 'TotalPages'),
    );
  return { map, firstPage };
}
