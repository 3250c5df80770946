import { Buffer } from 'node:buffer';
import { halfWords, padded, words, writeMsf } from './msf-writer.ts';
import {
  hashOfName,
  nameHash,
  type PlacedPublic,
  publicsStream,
  symbolRecords,
} from './pdb-publics-writer.ts';
import { type StructureContent, typeStream, typeStreams } from './pdb-types-writer.ts';

/**
 * Writes a public PDB as Microsoft's symbol server serves them: names with addresses, section headers and, where
 * given, copies of .pdata and .xdata. For the images of the simulated machine, and for tests. It shares no layout
 * with the reader in src/symbols. Format: LLVM documentation "The PDB File Format".
 */
export interface PdbContent {
  /** Hex digits of any case, with dashes or without. */
  readonly guid: string;
  /** The age that the image's RSDS record names. */
  readonly age: number;
  /** The age of the info stream, which tools behind the linker count up; `age` unless given. */
  readonly infoAge?: number;
  /** IMAGE_FILE_MACHINE_*: 0x8664 unless given. */
  readonly machine?: number;
  readonly sections: readonly PdbSectionContent[];
  readonly publics: readonly PdbPublicContent[];
  /** Structures that the PDB describes, as the public PDBs of the kernel do; none unless given. */
  readonly types?: readonly StructureContent[];
  /** Both or neither, as in real files. */
  readonly unwind?: { readonly pdata: ImageBytes; readonly xdata: ImageBytes };
  /** For an image that was rearranged after linking: `sections` and `publics` are then those before. */
  readonly rearranged?: {
    readonly sections: readonly PdbSectionContent[];
    /** Pairs of RVA here and RVA there, sorted; there 0 where the bytes were removed. */
    readonly toSource: ReadonlyArray<readonly [number, number]>;
    readonly fromSource: ReadonlyArray<readonly [number, number]>;
  };
}

export interface PdbSectionContent {
  readonly name: string;
  readonly rva: number;
  readonly size: number;
  /** IMAGE_SCN_*: readable code unless given. */
  readonly characteristics?: number;
}

export interface PdbPublicContent {
  /** As the compiler would decorate it. */
  readonly name: string;
  readonly rva: number;
  /** True unless given. */
  readonly isFunction?: boolean;
}

export interface ImageBytes {
  readonly rva: number;
  readonly bytes: Uint8Array;
}

const NONE = 0xffff;

function guidBytes(guid: string): Buffer {
  const digits = guid.replaceAll('-', '');
  const field = (from: number, to: number) => Buffer.from(digits.slice(from, to), 'hex');
  return Buffer.concat([
    field(0, 8).reverse(),
    field(8, 12).reverse(),
    field(12, 16).reverse(),
    field(16, 32),
  ]);
}

/** Names of streams: the strings, then an open hash table of four places from string to stream number. */
function namedStreams(streams: ReadonlyArray<readonly [name: string, stream: number]>): Buffer {
  const places: Array<readonly [number, number] | undefined> = [undefined, undefined, undefined, undefined];
  let strings = '';
  for (const [name, stream] of streams) {
    let place = (hashOfName(name) & 0xffff) % places.length;
    while (places[place] !== undefined) place = (place + 1) % places.length;
    places[place] = [strings.length, stream];
    strings += `${name}\0`;
  }
  const present = places.reduce((mask, entry, index) => (entry ? mask | (1 << index) : mask), 0);
  return Buffer.concat([
    words(strings.length),
    Buffer.from(strings, 'latin1'),
    words(streams.length, places.length, 1, present, 0),
    words(...places.flatMap((entry) => entry ?? [])),
    words(0),
  ]);
}

/** The string table /names, empty. */
const noNames = () => Buffer.concat([words(0xeffeeffe, 1, 1), Buffer.alloc(1), words(1, 0, 0)]);

function sectionHeaders(sections: readonly PdbSectionContent[]): Buffer {
  return Buffer.concat(
    sections.map(({ name, rva, size, characteristics = 0x60000020 }) =>
      Buffer.concat([
        Buffer.from(name.padEnd(8, '\0').slice(0, 8), 'latin1'),
        words(size, rva, size, rva, 0, 0, 0, characteristics),
      ]),
    ),
  );
}

/** One entry a section and one for absolute symbols. */
function sectionMap(sections: readonly PdbSectionContent[]): Buffer {
  const entry = (flags: number, frame: number, size: number) =>
    Buffer.concat([halfWords(flags, 0, 0, frame, NONE, NONE), words(0, size)]);
  return Buffer.concat([
    halfWords(sections.length + 1, sections.length + 1),
    ...sections.map(({ size }, index) => entry(0x10d, index + 1, size)),
    entry(0x208, sections.length + 1, 0xffffffff),
  ]);
}

/** .pdata and .xdata are behind a header of 0x20 bytes: version, its size, the data's size, its RVA. */
const imageCopy = ({ rva, bytes }: ImageBytes) =>
  Buffer.concat([words(1, 0x20, bytes.length, rva, 0, 0, 0, 0), bytes]);

function place(publics: readonly PdbPublicContent[], sections: readonly PdbSectionContent[]): PlacedPublic[] {
  return publics.map(({ name, rva, isFunction = true }) => {
    const index = sections.findIndex((section) => rva >= section.rva && rva < section.rva + section.size);
    const section = sections[index];
    if (section === undefined) throw new RangeError(`${name} is in no section`);
    return { name, segment: index + 1, offset: rva - section.rva, isFunction };
  });
}

const omapStream = (pairs: ReadonlyArray<readonly [number, number]>) => words(...pairs.flat());

/** The bytes of the PDB. */
export function writePdb(content: PdbContent): Uint8Array {
  const { sections, publics, unwind, rearranged, machine = 0x8664 } = content;
  const streams: Buffer[] = Array.from({ length: 5 }, () => Buffer.alloc(0));
  const add = (stream: Buffer | undefined) => (stream === undefined ? NONE : streams.push(stream) - 1);

  const placedPublics = place(publics, sections);
  const records = symbolRecords(placedPublics);
  const linkInfo = add(Buffer.alloc(0));
  const globals = add(nameHash([], []));
  const publicsIndex = add(publicsStream(placedPublics, records.offsets));
  const recordIndex = add(records.bytes);
  const xdata = add(unwind && imageCopy(unwind.xdata));
  const pdata = add(unwind && imageCopy(unwind.pdata));
  const toSource = add(rearranged && omapStream(rearranged.toSource));
  const fromSource = add(rearranged && omapStream(rearranged.fromSource));
  const sectionIndex = add(sectionHeaders(rearranged?.sections ?? sections));
  const originalIndex = add(rearranged && sectionHeaders(sections));
  const names = add(noNames());

  const contributions = words(0xeffe0000 + 19970605);
  const map = sectionMap(sections);
  const files = padded(halfWords(0, 0), 4);
  const debugHeader = halfWords(
    NONE,
    NONE,
    NONE,
    toSource,
    fromSource,
    sectionIndex,
    NONE,
    xdata,
    pdata,
    NONE,
    originalIndex,
  );
  const dbi = Buffer.concat([
    words(0xffffffff, 19990903, content.age),
    halfWords(globals, 0x8e0b, publicsIndex, 0, recordIndex, 0),
    words(0, contributions.length, map.length, files.length, 0, 0, debugHeader.length, 0),
    // Stripped: there are no private symbols.
    halfWords(2, machine),
    words(0),
    contributions,
    map,
    files,
    debugHeader,
  ]);
  const info = Buffer.concat([
    words(20000404, 0, content.infoAge ?? content.age),
    guidBytes(content.guid),
    namedStreams([
      ['/LinkInfo', linkInfo],
      ['/names', names],
    ]),
    words(20140508),
  ]);
  streams[1] = info;
  if (content.types === undefined) streams[2] = typeStream([]);
  else {
    const { types, hashes } = typeStreams(content.types, streams.length);
    streams[2] = types;
    streams.push(hashes);
  }
  streams[3] = dbi;
  // Of ids, which public PDBs do not have, the stream is as of types.
  streams[4] = typeStream([]);
  return writeMsf(streams);
}
