import type { ByteSource } from '../../binary/byte-source.ts';
import { type Findings, type Place, placeOf } from '../finding.ts';
import {
  BITMAP_BLOCK,
  BITMAP_SIGNATURES,
  PAGE_BLOCK_OFFSET,
  SUMMARY_DUMP64,
  VALID_DUMP,
} from '../layouts/page-blocks.ts';
import { bitmapMap } from './page-bitmap.ts';
import { addWrongSignature, readPageBlock } from './page-block.ts';
import { NO_PAGE_DATA, type StoredPages } from './page-map.ts';

/**
 * A bitmap for 64 TiB, more than Windows supports on any machine. Reading it from a file without contents takes a
 * second and no memory, so a file cannot hurt by claiming it.
 */
const MOST_BITMAP_BITS = 2 ** 34;

interface Claim {
  readonly value: bigint;
  readonly place: Place;
}

/** What the two kinds of bitmap block have in common. */
interface BitmapClaims {
  /** File offset of the bits. */
  readonly offset: number;
  readonly bits: Claim;
  readonly firstPage: Claim;
  readonly pages: Claim;
}

function readBitmap(source: ByteSource, claims: BitmapClaims, findings: Findings): StoredPages {
  const { offset, bits: claimed, firstPage: first, pages } = claims;
  if (claimed.value > BigInt(MOST_BITMAP_BITS)) {
    findings.add(
      'damaged',
      `the bitmap claims ${claimed.value} pages: no machine has as many`,
      claimed.place,
    );
    return NO_PAGE_DATA;
  }
  const bits = Math.min(Number(claimed.value), Math.max(0, source.size - offset) * 8);
  if (bits < Number(claimed.value))
    findings.add('truncated', 'the file ends inside the bitmap of its pages', claimed.place);
  // Where pages start is never computed: debuggers do not align it, and the kernel may put more bitmaps in between.
  const end = BigInt(offset + Math.ceil(bits / 8));
  if (first.value < end || first.value > BigInt(Number.MAX_SAFE_INTEGER)) {
    const where = `0x${first.value.toString(16)}`;
    findings.add('damaged', `the first page at ${where} is inside the bitmap or nowhere`, first.place);
  }
  const firstPage = Number(first.value);
  const map = bitmapMap(source, offset, bits, firstPage);
  if (BigInt(map.pages) !== pages.value)
    findings.add(
      'damaged',
      `the bitmap has ${map.pages} pages, its header states ${pages.value}`,
      pages.place,
    );
  return { map, firstPage };
}

const isBitmap = ({ Signature, ValidDump }: { Signature: number; ValidDump: number }) =>
  BITMAP_SIGNATURES.includes(Signature) && ValidDump === VALID_DUMP;

/** Types 5 and 6. */
export function readBitmapBlock(source: ByteSource, findings: Findings): StoredPages {
  const block = readPageBlock(source, BITMAP_BLOCK, findings);
  if (!block) return NO_PAGE_DATA;
  if (!isBitmap(block)) {
    addWrongSignature(BITMAP_BLOCK, findings);
    return NO_PAGE_DATA;
  }
  const claim = (field: 'Bits' | 'FirstPage' | 'PagesPresent'): Claim => ({
    value: block[field],
    place: placeOf(BITMAP_BLOCK, PAGE_BLOCK_OFFSET, field),
  });
  const offset = PAGE_BLOCK_OFFSET + BITMAP_BLOCK.size;
  const claims = { offset, bits: claim('Bits'), firstPage: claim('FirstPage'), pages: claim('PagesPresent') };
  return readBitmap(source, claims, findings);
}

/** Type 2: the same with 32-bit fields. */
export function readSummaryBlock(source: ByteSource, findings: Findings): StoredPages {
  const block = readPageBlock(source, SUMMARY_DUMP64, findings);
  if (!block) return NO_PAGE_DATA;
  if (!isBitmap(block)) {
    addWrongSignature(SUMMARY_DUMP64, findings);
    return NO_PAGE_DATA;
  }
  const claim = (field: 'BitmapSize' | 'HeaderSize' | 'Pages'): Claim => ({
    value: BigInt(block[field]),
    place: placeOf(SUMMARY_DUMP64, PAGE_BLOCK_OFFSET, field),
  });
  const offset = PAGE_BLOCK_OFFSET + SUMMARY_DUMP64.size;
  const claims = { offset, bits: claim('BitmapSize'), firstPage: claim('HeaderSize'), pages: claim('Pages') };
  return readBitmap(source, claims, findings);
}
