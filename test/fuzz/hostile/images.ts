import { type RawRecord, recordOver } from '../../../src/simulator/synth/raw-record.ts';

/** What a hostile image is made of, written without the product's tables (Microsoft "PE Format"). */
export interface HostileImage {
  readonly machine: number;
  readonly bytes: number;
  /** Sections, all of them alike but for their places. */
  readonly sections: readonly { readonly rva: number; readonly size: number; readonly executable: boolean }[];
  readonly directories?: Readonly<Record<number, { readonly rva: number; readonly size: number }>>;
}

const NT = 0x80;
const OPTIONAL = NT + 24;
const OPTIONAL_BYTES = 240;
const SECTION_BYTES = 40;
const SECTIONS = OPTIONAL + OPTIONAL_BYTES;

/** Bytes of headers with so many sections. */
export const headerBytes = (sections: number) => SECTIONS + sections * SECTION_BYTES;

/** An image as it is in memory, with its headers; the caller writes the rest. */
export function hostileImage({ machine, bytes, sections, directories = {} }: HostileImage): RawRecord {
  const image = recordOver(new Uint8Array(bytes));
  image
    .latin1(0, 'MZ')
    .u32(0x3c, NT)
    .latin1(NT, 'PE\0\0')
    .u16(NT + 4, machine)
    .u16(NT + 6, sections.length)
    .u32(NT + 8, 1)
    .u16(NT + 20, OPTIONAL_BYTES)
    .u16(OPTIONAL, 0x20b)
    .u32(OPTIONAL + 56, bytes)
    .u32(OPTIONAL + 60, headerBytes(sections.length))
    .u32(OPTIONAL + 108, 16);
  for (const [index, { rva, size }] of Object.entries(directories))
    image.u32(OPTIONAL + 112 + Number(index) * 8, rva).u32(OPTIONAL + 116 + Number(index) * 8, size);
  for (const [index, { rva, size, executable }] of sections.entries()) {
    const at = SECTIONS + index * SECTION_BYTES;
    image
      .latin1(at, 'h')
      .u32(at + 8, size)
      .u32(at + 12, rva)
      .u32(at + 16, size)
      .u32(at + 36, executable ? 0x6000_0020 : 0x4000_0040);
  }
  return image;
}
