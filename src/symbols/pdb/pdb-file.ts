import { type ByteSource, openFileSource } from '../../binary/byte-source.ts';
import { once } from '../../binary/once.ts';
import { orUndefined } from '../../contract/failure.ts';
import type { PdbIdentity } from '../identity.ts';
import type { NameBounds } from '../symbol-table.ts';
import { damaged } from './damaged.ts';
import { readDbi } from './dbi.ts';
import { type FunctionNames, openFunctionNames } from './function-names.ts';
import { readOmap } from './omap.ts';
import { openStreams } from './open-streams.ts';
import { readPdbInfo } from './pdb-info.ts';
import { openProcedures, type Procedures } from './procedures.ts';
import { publicRecords } from './public-records.ts';
import { NO_PUBLICS, openPublics, type PublicBounds, type Publics } from './publics.ts';
import { type PdbSection, type RvaMap, readSections, rvaMap, type SegmentOffset } from './sections.ts';
import { type ImageCopy, readImageCopy } from './unwind-copies.ts';

const INFO_STREAM = 1;
const TYPE_STREAM = 2;
const DBI_STREAM = 3;

/** A symbol with its place in the image. */
export interface PdbSymbol {
  /** As the compiler decorated it. */
  readonly name: string;
  readonly rva: number;
  readonly isCode: boolean;
  /** Full debug information names the function, and spells it as its source does. */
  readonly isPrivate: boolean;
}

/** An open PDB. What is not asked for is not read. */
export interface Pdb {
  readonly source: ByteSource;
  readonly identity: PdbIdentity;
  /** IMAGE_FILE_MACHINE_* of the image. */
  readonly machine: number;
  /**
   * The public symbol at `rva` or the nearest below it in the same section; the function around `rva` where the PDB
   * has full debug information and the function is not public.
   */
  nearest(rva: number, bounds?: NameBounds): PdbSymbol | undefined;
  /** Every public symbol of exactly this place. */
  namesAt(rva: number): PdbSymbol[];
  /** Symbols of exactly this name: decorated for a public, qualified for a function that is not public. */
  named(name: string): PdbSymbol[];
  /**
   * Every public symbol that has an address in the image, then the functions that are not public.
   * @param plainName ASCII identifiers joined by `::`: leaves out symbols that have another name, but for decoration and the case of letters
   */
  symbols(plainName?: string): Iterable<PdbSymbol>;
  /** Whether `rva` is in a section of code; undefined where the PDB has no section headers. */
  isExecutable(rva: number): boolean | undefined;
  /** Whether places have no address: the PDB has no section headers, and the image's were not given. */
  readonly lacksSections: boolean;
  /** Copies of the image's .pdata and .xdata, which Microsoft's public PDBs carry. */
  unwindCopies(): { readonly pdata: ImageCopy; readonly xdata: ImageCopy } | undefined;
  /** The stream of type records ("TPI"); undefined where the PDB has none. */
  typeStream(): ByteSource | undefined;
  close(): void;
}

/**
 * Opens a PDB over its bytes.
 * @param imageSections the section table of the image, for a PDB that has none
 * @throws Failure SymbolsUnreadable when it is not a PDB, is truncated or contradicts itself; what is only found when
 *   a symbol is looked up is thrown there
 */
export function openPdb(source: ByteSource, imageSections: readonly PdbSection[] = []): Pdb {
  const streams = openStreams(source);
  const required = (index: number, what: string) => {
    const stream = streams.stream(index);
    if (stream === undefined) throw damaged(source, `it has no ${what}`);
    return stream;
  };
  const optional = <T>(index: number, read: (stream: ByteSource) => T): T | undefined => {
    const stream = streams.stream(index);
    return stream === undefined || stream.size === 0 ? undefined : read(stream);
  };
  const info = readPdbInfo(required(INFO_STREAM, 'info stream'));
  const dbiStream = required(DBI_STREAM, 'DBI stream');
  const dbi = readDbi(dbiStream);
  const { debugStreams } = dbi;

  const ownSections = once(() => optional(debugStreams.sections, readSections) ?? []);
  const sectionsOfImage = () => (ownSections().length > 0 ? ownSections() : imageSections);

  let space: RvaMap | undefined;
  function addresses(): RvaMap {
    if (space !== undefined) return space;
    const toSource = optional(debugStreams.omapToSource, readOmap);
    const fromSource = optional(debugStreams.omapFromSource, readOmap);
    const moved = toSource !== undefined && fromSource !== undefined;
    const original = moved ? optional(debugStreams.originalSections, readSections) : undefined;
    const sections = original ?? sectionsOfImage();
    if (sections.length === 0) {
      throw damaged(source, 'it has no section headers, and the image that has them too is not here');
    }
    space = moved ? rvaMap(sections, { toSource, fromSource }) : rvaMap(sections);
    return space;
  }

  let publics: Publics | undefined;
  function openedPublics(): Publics {
    if (publics !== undefined) return publics;
    const stream = streams.stream(dbi.publicsStream);
    const records = streams.stream(dbi.symbolRecordStream);
    publics = stream && records ? openPublics(stream, publicRecords(records)) : NO_PUBLICS;
    return publics;
  }

  let procedures: { readonly of: Procedures | undefined } | undefined;
  function openedProcedures(): Procedures | undefined {
    procedures ??= { of: openProcedures(dbiStream, dbi, streams.stream) };
    return procedures.of;
  }

  function placed(
    symbol: SegmentOffset & { readonly name: string; readonly isCode?: boolean },
    isPrivate: boolean,
  ): PdbSymbol[] {
    const rva = addresses().toRva(symbol);
    return rva === undefined ? [] : [{ name: symbol.name, rva, isCode: symbol.isCode ?? true, isPrivate }];
  }

  /** Bounds by offsets in the section of an address. An image that was rearranged has its bounds in another order. */
  function boundsAt(place: SegmentOffset, { lowest, codeOnly, entry, labels }: NameBounds): PublicBounds {
    const offsetOf = (bound: number | undefined) => {
      const at = bound === undefined ? undefined : addresses().fromRva(bound);
      return at?.segment === place.segment ? at.offset : undefined;
    };
    const [low, begin] = [offsetOf(lowest), offsetOf(entry)];
    return {
      ...(low !== undefined && low <= place.offset && { lowest: low }),
      ...(codeOnly !== undefined && { codeOnly }),
      ...(labels !== undefined && { labels }),
      ...(begin !== undefined && { entry: begin }),
    };
  }

  /** The functions by name; undefined where the PDB does not list them, or lists them wrongly: then all are looked through. */
  const functionNames = once((): FunctionNames | undefined => {
    const globals = streams.stream(dbi.globalsStream);
    const records = streams.stream(dbi.symbolRecordStream);
    const names = globals && records && orUndefined(() => openFunctionNames(globals, records));
    return names?.isEmpty === false ? names : undefined;
  });

  /** Functions that are not public, of this name but for the case of letters. */
  function* privateNamed(names: FunctionNames, name: string) {
    for (const { module, record } of names.named(name)) {
      const procedure = openedProcedures()?.recordAt(module, record);
      if (procedure !== undefined && !openedPublics().isPublic(procedure)) yield* placed(procedure, true);
    }
  }

  /** @param name the cheapest test of all, before a function is compared with the public ones */
  function* privateProcedures(name?: string) {
    for (const procedure of openedProcedures()?.all() ?? []) {
      if (name !== undefined && procedure.name !== name) continue;
      if (!openedPublics().isPublic(procedure)) yield* placed(procedure, true);
    }
  }

  return {
    source,
    identity: { guid: info.guid, age: dbi.age },
    machine: dbi.machine,
    nearest(rva, bounds = {}) {
      const place = addresses().fromRva(rva);
      if (place === undefined) return undefined;
      const nearestPublic = openedPublics().nearest(place, boundsAt(place, bounds));
      const procedure = openedProcedures()?.at(place);
      // A public symbol names the function as well, or a part of it better.
      const isPublic = procedure === undefined || (nearestPublic?.offset ?? -1) >= procedure.offset;
      const found = isPublic ? nearestPublic : procedure;
      const [symbol] = found === undefined ? [] : placed(found, procedure !== undefined);
      // A rearranged image may have the nearest symbol of the linked order behind the address, or before its bounds.
      if (symbol === undefined || symbol.rva > rva) return undefined;
      return isPublic && symbol.rva < (bounds.lowest ?? 0) ? undefined : symbol;
    },
    namesAt(rva) {
      const place = addresses().fromRva(rva);
      return place === undefined
        ? []
        : openedPublics()
            .at(place)
            .flatMap((symbol) => placed(symbol, false));
    },
    isExecutable(rva) {
      const sections = sectionsOfImage();
      if (sections.length === 0) return undefined;
      return sections.some(
        ({ rva: start, size, executable }) => executable && rva >= start && rva < start + size,
      );
    },
    get lacksSections() {
      return sectionsOfImage().length === 0;
    },
    named(name) {
      const publicSymbols = openedPublics()
        .named(name)
        .flatMap((symbol) => placed(symbol, false));
      if (publicSymbols.length > 0) return publicSymbols;
      const names = functionNames();
      if (names === undefined) return [...privateProcedures(name)];
      return [...privateNamed(names, name)].filter((symbol) => symbol.name === name);
    },
    *symbols(plainName) {
      const publicSymbols = plainName ? openedPublics().called(plainName) : openedPublics().all();
      for (const symbol of publicSymbols) yield* placed(symbol, false);
      const names = plainName === undefined ? undefined : functionNames();
      if (names === undefined || plainName === undefined) yield* privateProcedures();
      else yield* privateNamed(names, plainName);
    },
    unwindCopies() {
      const pdata = optional(debugStreams.pdata, readImageCopy);
      const xdata = optional(debugStreams.xdata, readImageCopy);
      return pdata === undefined || xdata === undefined ? undefined : { pdata, xdata };
    },
    typeStream: () => streams.stream(TYPE_STREAM),
    close: () => source.close(),
  };
}

/** @throws Failure FileNotFound, FileUnreadable, SymbolsUnreadable */
export function openPdbFile(path: string): Pdb {
  const source = openFileSource(path);
  try {
    return openPdb(source);
  } catch (thrown) {
    source.close();
    throw thrown;
  }
}
