import type { ByteSource } from '../../binary/byte-source.ts';
import { view } from '../../binary/layout.ts';
import { Failure } from '../../contract/failure.ts';
import { MOST_SECTIONS } from '../most-sections.ts';
import {
  DATA_DIRECTORY,
  DIRECTORY_INDEX,
  type DirectoryName,
  DOS_HEADER,
  DOS_SIGNATURE,
  type ImageMachine,
  machineOf,
  NT_HEADERS64,
  NT_SIGNATURE,
  OPTIONAL_HEADER_OFFSET,
  OPTIONAL_HEADER64_MAGIC,
  SECTION_EXECUTABLE,
  SECTION_HEADER,
} from './headers.ts';
import { sectionFinder } from './section-at.ts';

/** Bytes at an RVA, or undefined where the image holds none or memory was not captured. */
export type ReadRva = (rva: number, length: number) => Uint8Array | undefined;

/** The bytes from `rva` on, `length` or as many as there are before the first that is missing. */
export function readUpTo(read: ReadRva, rva: number, length: number): Uint8Array {
  const whole = read(rva, length);
  if (whole !== undefined) return whole;
  // Halving finds the end in few reads: every size is the sum of distinct powers of two.
  const found = new Uint8Array(length);
  let filled = 0;
  for (let step = 2 ** Math.floor(Math.log2(length)); step >= 1; step /= 2) {
    const part = filled + step <= length ? read(rva + filled, step) : undefined;
    if (part === undefined) continue;
    found.set(part, filled);
    filled += step;
  }
  return found.subarray(0, filled);
}

export interface PeSection {
  readonly name: string;
  readonly rva: number;
  /** Bytes in memory. */
  readonly virtualSize: number;
  readonly fileOffset: number;
  readonly fileSize: number;
  readonly executable: boolean;
}

export interface ImageRange {
  readonly rva: number;
  readonly size: number;
}

/** A 64-bit executable image, in a file or in memory. Nothing beyond its headers has been read. */
export interface PeImage {
  /** How messages name it. */
  readonly name: string;
  readonly machine: ImageMachine;
  readonly timeDateStamp: number;
  readonly sizeOfImage: number;
  readonly checkSum: number;
  /** Where the linker wanted it. */
  readonly preferredBase: bigint;
  /** RVA; 0 when there is none. */
  readonly entryPoint: number;
  readonly sections: readonly PeSection[];
  /** A data directory, or undefined when the image has none of the kind. */
  directory(name: DirectoryName): ImageRange | undefined;
  readonly read: ReadRva;
  /** Bytes by position in the file; absent for an image in memory. */
  readonly readFile?: (offset: number, length: number) => Uint8Array | undefined;
}

/** An image that contradicts itself: which one, what is wrong, and where. */
export function damagedImage(name: string, what: string, offset?: number, field?: string): Failure {
  return new Failure('ImageUnreadable', `${name} cannot be used as an image: ${what}`, {
    target: name,
    ...(offset === undefined ? {} : { offset }),
    ...(field === undefined ? {} : { field }),
  });
}

type Headers = Omit<PeImage, 'read' | 'readFile'> & { readonly sizeOfHeaders: number };

function readHeaders(name: string, read: ReadRva): Headers {
  const part = (offset: number, length: number, field: string) => {
    const found = read(offset, length);
    if (found === undefined) throw damagedImage(name, `it ends before its ${field}`, offset, field);
    return found;
  };
  const dos = view(DOS_HEADER, part(0, DOS_HEADER.size, 'IMAGE_DOS_HEADER'));
  if (dos.get('e_magic') !== DOS_SIGNATURE)
    throw damagedImage(name, 'it does not start with MZ', 0, 'e_magic');
  const at = dos.get('e_lfanew');
  const nt = view(NT_HEADERS64, part(at, NT_HEADERS64.size, 'IMAGE_NT_HEADERS64')).all();
  if (nt.Signature !== NT_SIGNATURE) throw damagedImage(name, 'it has no PE signature', at, 'Signature');
  const machine = machineOf(nt.Machine);
  if (machine === undefined || nt.Magic !== OPTIONAL_HEADER64_MAGIC) {
    throw damagedImage(
      name,
      `it is not for x64 or ARM64 (machine 0x${nt.Machine.toString(16)})`,
      at + 4,
      'Machine',
    );
  }

  const directoriesAt = at + NT_HEADERS64.size;
  const sectionsAt = at + OPTIONAL_HEADER_OFFSET + nt.SizeOfOptionalHeader;
  const directoryCount = Math.min(
    nt.NumberOfRvaAndSizes,
    Math.max(0, Math.floor((sectionsAt - directoriesAt) / DATA_DIRECTORY.size)),
  );
  if (nt.NumberOfSections > MOST_SECTIONS) {
    throw damagedImage(
      name,
      `it claims ${nt.NumberOfSections} sections`,
      at + NT_HEADERS64.fields.NumberOfSections.offset,
      'NumberOfSections',
    );
  }
  const table = part(sectionsAt, nt.NumberOfSections * SECTION_HEADER.size, 'IMAGE_SECTION_HEADER');
  const sections = Array.from({ length: nt.NumberOfSections }, (_, index): PeSection => {
    const section = view(SECTION_HEADER, table, index * SECTION_HEADER.size).all();
    return {
      name: new TextDecoder('latin1').decode(section.Name).replace(/\0.*$/s, ''),
      rva: section.VirtualAddress,
      virtualSize: section.VirtualSize === 0 ? section.SizeOfRawData : section.VirtualSize,
      fileOffset: section.PointerToRawData,
      fileSize: section.SizeOfRawData,
      executable: (section.Characteristics & SECTION_EXECUTABLE) !== 0,
    };
  });
  return {
    name,
    machine,
    timeDateStamp: nt.TimeDateStamp,
    sizeOfImage: nt.SizeOfImage,
    checkSum: nt.CheckSum,
    preferredBase: nt.ImageBase,
    entryPoint: nt.AddressOfEntryPoint,
    sizeOfHeaders: nt.SizeOfHeaders,
    sections,
    directory(which) {
      const index = DIRECTORY_INDEX[which];
      if (index >= directoryCount) return undefined;
      const entry = read(directoriesAt + index * DATA_DIRECTORY.size, DATA_DIRECTORY.size);
      if (entry === undefined) return undefined;
      const { VirtualAddress, Size } = view(DATA_DIRECTORY, entry).all();
      return VirtualAddress === 0 || Size === 0 ? undefined : { rva: VirtualAddress, size: Size };
    },
  };
}

/**
 * An image in a file, as the loader would map it: bytes beyond a section's file data are zero.
 * @throws Failure ImageUnreadable when it is not a 64-bit image or its headers are cut off
 */
export function openImage(source: ByteSource): PeImage {
  const readFile = (offset: number, length: number) =>
    offset >= 0 && length >= 0 && offset + length <= source.size ? source.read(offset, length) : undefined;
  const headers = readHeaders(source.name, readFile);
  const { sections, sizeOfHeaders } = headers;
  const sectionAt = sectionFinder(sections);

  function read(rva: number, length: number): Uint8Array | undefined {
    const section = sectionAt(rva);
    if (section === undefined) return rva + length <= sizeOfHeaders ? readFile(rva, length) : undefined;
    const start = rva - section.rva;
    if (length < 0 || start + length > section.virtualSize) return undefined;
    const inFile = Math.max(0, Math.min(length, section.fileSize - start));
    if (inFile === length) return readFile(section.fileOffset + start, length);
    // No structure that is read here is zero-filled for long: a huge virtual section must not become a huge buffer.
    if (length > source.size) return undefined;
    const stored = readFile(section.fileOffset + start, inFile);
    if (stored === undefined) return undefined;
    const filled = new Uint8Array(length);
    filled.set(stored);
    return filled;
  }
  return { ...headers, read, readFile };
}

/**
 * An image that is in memory at its RVAs: of a live process, or in a dump. `read` returns undefined where the memory
 * was not captured.
 * @throws Failure ImageUnreadable when its headers are not there or are not those of a 64-bit image
 */
export function openMappedImage(name: string, read: ReadRva): PeImage {
  const headers = readHeaders(name, read);
  return { ...headers, read: (rva, length) => (rva < 0 || length < 0 ? undefined : read(rva, length)) };
}
