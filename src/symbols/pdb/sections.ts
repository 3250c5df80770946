import type { ByteSource } from '../../binary/byte-source.ts';
import { bytes, layout, u32, view } from '../../binary/layout.ts';
import { MOST_SECTIONS } from '../most-sections.ts';
import { damaged } from './damaged.ts';
import type { Omap } from './omap.ts';

/** Source: IMAGE_SECTION_HEADER of winnt.h; the PDB keeps the image's table as it was linked. */
const SECTION_HEADER = layout('IMAGE_SECTION_HEADER', 0x28, {
  name: bytes(0x00, 8),
  virtualSize: u32(0x08),
  virtualAddress: u32(0x0c),
  sizeOfRawData: u32(0x10),
  characteristics: u32(0x24),
});
/** IMAGE_SCN_MEM_EXECUTE */
const EXECUTABLE = 0x2000_0000;

export interface PdbSection {
  readonly rva: number;
  readonly size: number;
  readonly executable: boolean;
}

/** A place as CodeView records name it: the number of a section, from 1, and an offset in it. */
export interface SegmentOffset {
  readonly segment: number;
  readonly offset: number;
}

/** Translates between places in the PDB and offsets in the image as it runs. */
export interface RvaMap {
  /** Undefined for absolute symbols, and for code that a tool behind the linker removed. */
  toRva(place: SegmentOffset): number | undefined;
  fromRva(rva: number): SegmentOffset | undefined;
}

/** @throws Failure SymbolsUnreadable for more sections than an image can have */
export function readSections(stream: ByteSource): PdbSection[] {
  const count = Math.floor(stream.size / SECTION_HEADER.size);
  if (count > MOST_SECTIONS) throw damaged(stream, `it claims ${count} sections`, 0, 'sections');
  const table = stream.read(0, count * SECTION_HEADER.size);
  return Array.from({ length: count }, (_, index) => {
    const header = view(SECTION_HEADER, table, index * SECTION_HEADER.size);
    const size = Math.max(header.get('virtualSize'), header.get('sizeOfRawData'));
    const executable = (header.get('characteristics') & EXECUTABLE) !== 0;
    return { rva: header.get('virtualAddress'), size, executable };
  });
}

/**
 * @param sections the table that the PDB's segment numbers count: the original one where the image was rearranged
 * @param omap the rearrangement, for images that a tool such as BBT moved around after linking
 */
export function rvaMap(
  sections: readonly PdbSection[],
  omap?: { readonly toSource: Omap; readonly fromSource: Omap },
): RvaMap {
  return {
    toRva({ segment, offset }) {
      const section = sections[segment - 1];
      if (section === undefined) return undefined;
      const linked = section.rva + offset;
      return omap === undefined ? linked : omap.fromSource.map(linked);
    },
    fromRva(rva) {
      const linked = omap === undefined ? rva : omap.toSource.map(rva);
      if (linked === undefined) return undefined;
      const index = sections.findIndex(({ rva: start, size }) => linked >= start && linked < start + size);
      return index < 0 ? undefined : { segment: index + 1, offset: linked - (sections[index]?.rva ?? 0) };
    },
  };
}
