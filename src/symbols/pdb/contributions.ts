import type { ByteSource } from '../../binary/byte-source.ts';
import { i32, layout, u16, view } from '../../binary/layout.ts';
import type { DbiRange } from './dbi.ts';
import type { SegmentOffset } from './sections.ts';
import { wordAt } from './word-at.ts';

/**
 * Which object file each piece of the image comes from: a table in the DBI stream, sorted by address.
 * Source: microsoft-pdb `PDB/dbi/dbi.h` (SC, SC2), LLVM documentation "Section Contribution Substream".
 */
const CONTRIBUTION = layout('SC', 0x1c, {
  segment: u16(0x00),
  offset: i32(0x04),
  size: i32(0x08),
  module: u16(0x10),
});

/** The version word before the table, and the size of an entry; version 2 adds a field at the end. */
const ENTRY_SIZES: Readonly<Record<number, number>> = { 4046371373: 0x1c, 4046541284: 0x20 };

/** The number of the module that a place comes from. */
export type ModuleOf = (place: SegmentOffset) => number | undefined;

/** Undefined for tables of an unknown version: then functions that are not public have no names. */
export function openContributions(dbi: ByteSource, range: DbiRange): ModuleOf | undefined {
  if (range.size < 4) return undefined;
  const entrySize = ENTRY_SIZES[wordAt(dbi, range.offset)];
  if (entrySize === undefined) return undefined;
  const count = Math.floor((range.size - 4) / entrySize);
  const entry = (index: number) =>
    view(CONTRIBUTION, dbi.read(range.offset + 4 + index * entrySize, CONTRIBUTION.size));

  return ({ segment, offset }) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = entry(middle);
      const isAfter =
        at.get('segment') > segment || (at.get('segment') === segment && at.get('offset') > offset);
      if (isAfter) high = middle;
      else low = middle + 1;
    }
    if (low === 0) return undefined;
    const found = entry(low - 1).all();
    const holds = found.segment === segment && offset >= found.offset && offset < found.offset + found.size;
    return holds ? found.module : undefined;
  };
}
