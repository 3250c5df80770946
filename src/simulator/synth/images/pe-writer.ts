/** Writes a 64-bit PE image (Microsoft "PE Format"): native subsystem, the sections given, checksum filled in. */
export interface PeContent {
  readonly timeDateStamp: number;
  readonly imageBase: bigint;
  readonly entryPoint: number;
  readonly sections: readonly PeSection[];
  /** By index of the optional header's data directories: 0 exports, 3 exceptions, 6 debug. */
  readonly directories: Readonly<Record<number, { readonly rva: number; readonly size: number }>>;
}

export interface PeSection {
  readonly name: string;
  readonly rva: number;
  readonly bytes: Uint8Array;
  readonly characteristics: number;
}

export const SECTION_ALIGNMENT = 0x1000;
const FILE_ALIGNMENT = 0x200;
const NT_HEADERS = 0x80;
const OPTIONAL_HEADER = NT_HEADERS + 24;
const OPTIONAL_HEADER_BYTES = 240;
const SECTION_HEADERS = OPTIONAL_HEADER + OPTIONAL_HEADER_BYTES;
const CHECKSUM = OPTIONAL_HEADER + 64;

const aligned = (value: number, unit: number) => Math.ceil(value / unit) * unit;

/** SizeOfImage of what `writePe` writes. */
export function imageSize(sections: readonly PeSection[]): number {
  return Math.max(...sections.map(({ rva, bytes }) => aligned(rva + bytes.length, SECTION_ALIGNMENT)));
}

/** Where sections of these sizes are in the file; the last number is the size of the file. */
export function filePositions(sectionBytes: readonly number[]): readonly number[] {
  let next = aligned(SECTION_HEADERS + sectionBytes.length * 40, FILE_ALIGNMENT);
  const positions = [next];
  for (const bytes of sectionBytes) {
    next += aligned(bytes, FILE_ALIGNMENT);
    positions.push(next);
  }
  return positions;
}

export function writePe(content: PeContent): Uint8Array {
  const { sections } = content;
  const positions = filePositions(sections.map(({ bytes }) => bytes.length));
  const headerBytes = positions[0] ?? 0;
  const file = new Uint8Array(positions.at(-1) ?? 0);
  const data = new DataView(file.buffer);
  const text = (at: number, value: string) => {
    for (let index = 0; index < value.length; index++) file[at + index] = value.charCodeAt(index);
  };

  text(0, 'MZ');
  data.setUint32(0x3c, NT_HEADERS, true);
  text(NT_HEADERS, 'PE\0\0');
  data.setUint16(NT_HEADERS + 4, 0x8664, true);
  data.setUint16(NT_HEADERS + 6, sections.length, true);
  data.setUint32(NT_HEADERS + 8, content.timeDateStamp, true);
  data.setUint16(NT_HEADERS + 20, OPTIONAL_HEADER_BYTES, true);
  data.setUint16(NT_HEADERS + 22, 0x0022, true);

  data.setUint16(OPTIONAL_HEADER, 0x20b, true);
  data.setUint32(OPTIONAL_HEADER + 16, content.entryPoint, true);
  data.setBigUint64(OPTIONAL_HEADER + 24, content.imageBase, true);
  data.setUint32(OPTIONAL_HEADER + 32, SECTION_ALIGNMENT, true);
  data.setUint32(OPTIONAL_HEADER + 36, FILE_ALIGNMENT, true);
  data.setUint16(OPTIONAL_HEADER + 40, 10, true);
  data.setUint16(OPTIONAL_HEADER + 48, 10, true);
  data.setUint32(OPTIONAL_HEADER + 56, imageSize(sections), true);
  data.setUint32(OPTIONAL_HEADER + 60, headerBytes, true);
  data.setUint16(OPTIONAL_HEADER + 68, 1, true);
  data.setUint32(OPTIONAL_HEADER + 108, 16, true);
  for (const [index, { rva, size }] of Object.entries(content.directories)) {
    data.setUint32(OPTIONAL_HEADER + 112 + Number(index) * 8, rva, true);
    data.setUint32(OPTIONAL_HEADER + 116 + Number(index) * 8, size, true);
  }

  for (const [index, section] of sections.entries()) {
    const at = SECTION_HEADERS + index * 40;
    const position = positions[index] ?? 0;
    text(at, section.name.slice(0, 8));
    data.setUint32(at + 8, section.bytes.length, true);
    data.setUint32(at + 12, section.rva, true);
    data.setUint32(at + 16, aligned(section.bytes.length, FILE_ALIGNMENT), true);
    data.setUint32(at + 20, position, true);
    data.setUint32(at + 36, section.characteristics, true);
    file.set(section.bytes, position);
  }
  data.setUint32(CHECKSUM, peCheckSum(data), true);
  return file;
}

/** The optional header's CheckSum: 16-bit words added with end-around carry, plus the length. */
function peCheckSum(data: DataView): number {
  let sum = 0;
  for (let at = 0; at < data.byteLength; at += 2) {
    if (at === CHECKSUM || at === CHECKSUM + 2) continue;
    sum += data.getUint16(at, true);
    sum = (sum & 0xffff) + (sum >>> 16);
  }
  return ((sum & 0xffff) + (sum >>> 16) + data.byteLength) >>> 0;
}

/** CheckSum of a written image. */
export function checkSumOf(file: Uint8Array): number {
  return new DataView(file.buffer, file.byteOffset).getUint32(CHECKSUM, true);
}

/** What the loader maps of a written image: its headers at 0, and every section at its RVA. */
export function sectionsOf(
  file: Uint8Array,
): ReadonlyArray<{ readonly rva: number; readonly bytes: Uint8Array }> {
  const data = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headers = { rva: 0, bytes: file.subarray(0, data.getUint32(OPTIONAL_HEADER + 60, true)) };
  const count = data.getUint16(NT_HEADERS + 6, true);
  const sections = Array.from({ length: count }, (_, index) => {
    const at = SECTION_HEADERS + index * 40;
    const position = data.getUint32(at + 20, true);
    return {
      rva: data.getUint32(at + 12, true),
      bytes: file.subarray(position, position + data.getUint32(at + 8, true)),
    };
  });
  return [headers, ...sections];
}
