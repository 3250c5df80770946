import { type ByteSource, openFileSource } from '../../binary/byte-source.ts';
import type { PdbIdentity } from '../identity.ts';
import { damaged } from './damaged.ts';
import { readDbi } from './dbi.ts';
import { openMsf } from './msf.ts';
import { readOmap } from './omap.ts';
import { readPdbInfo } from './pdb-info.ts';
import { type PublicSymbol, publicRecords } from './public-records.ts';
import { openPublics, type Publics } from './publics.ts';
import { type AddressSpace, addressSpace, readSections } from './sections.ts';
import { type ImageCopy, readImageCopy } from './unwind-copies.ts';

const INFO_STREAM = 1;
const DBI_STREAM = 3;

/** A symbol with its place in the image. */
export interface PdbSymbol {
  /** As the compiler decorated it. */
  readonly name: string;
  readonly rva: number;
  readonly isCode: boolean;
}

/** An open PDB. What is not asked for is not read. */
export interface Pdb {
  readonly source: ByteSource;
  readonly identity: PdbIdentity;
  /** IMAGE_FILE_MACHINE_* of the image. */
  readonly machine: number;
  /** The public symbol at `rva` or the nearest below it in the same section. */
  nearest(rva: number): PdbSymbol | undefined;
  /** Public symbols of exactly this decorated name. */
  named(name: string): PdbSymbol[];
  /** Every public symbol that has an address in the image. */
  symbols(): Iterable<PdbSymbol>;
  /** Copies of the image's .pdata and .xdata, which Microsoft's public PDBs carry. */
  unwindCopies(): { readonly pdata: ImageCopy; readonly xdata: ImageCopy } | undefined;
  close(): void;
}

/**
 * Opens a PDB over its bytes.
 * @throws Failure SymbolsUnreadable when it is not a PDB, is truncated or contradicts itself; what is only found when
 *   a symbol is looked up is thrown there
 */
export function openPdb(source: ByteSource): Pdb {
  const msf = openMsf(source);
  const required = (index: number, what: string) => {
    const stream = msf.stream(index);
    if (stream === undefined) throw damaged(source, `it has no ${what}`);
    return stream;
  };
  const optional = <T>(index: number, read: (stream: ByteSource) => T): T | undefined => {
    const stream = msf.stream(index);
    return stream === undefined || stream.size === 0 ? undefined : read(stream);
  };
  const info = readPdbInfo(required(INFO_STREAM, 'info stream'));
  const dbi = readDbi(required(DBI_STREAM, 'DBI stream'));
  const { debugStreams } = dbi;

  let space: AddressSpace | undefined;
  function addresses(): AddressSpace {
    if (space !== undefined) return space;
    const toSource = optional(debugStreams.omapToSource, readOmap);
    const fromSource = optional(debugStreams.omapFromSource, readOmap);
    const moved = toSource !== undefined && fromSource !== undefined;
    const original = moved ? optional(debugStreams.originalSections, readSections) : undefined;
    const sections = original ?? optional(debugStreams.sections, readSections) ?? [];
    space = moved ? addressSpace(sections, { toSource, fromSource }) : addressSpace(sections);
    return space;
  }

  let publics: Publics | undefined;
  function openedPublics(): Publics {
    publics ??= openPublics(
      required(dbi.publicsStream, 'publics stream'),
      publicRecords(required(dbi.symbolRecordStream, 'symbol records')),
    );
    return publics;
  }

  const placed = (symbol: PublicSymbol): PdbSymbol[] => {
    const rva = addresses().toRva(symbol);
    return rva === undefined ? [] : [{ name: symbol.name, rva, isCode: symbol.isCode }];
  };

  return {
    source,
    identity: { guid: info.guid, age: dbi.age },
    machine: dbi.machine,
    nearest(rva) {
      const place = addresses().fromRva(rva);
      const found = place === undefined ? undefined : openedPublics().nearest(place);
      const [symbol] = found === undefined ? [] : placed(found);
      // A rearranged image may have the nearest symbol of the linked order behind the address.
      return symbol !== undefined && symbol.rva <= rva ? symbol : undefined;
    },
    named: (name) => openedPublics().named(name).flatMap(placed),
    *symbols() {
      for (const symbol of openedPublics().all()) yield* placed(symbol);
    },
    unwindCopies() {
      const pdata = optional(debugStreams.pdata, readImageCopy);
      const xdata = optional(debugStreams.xdata, readImageCopy);
      return pdata === undefined || xdata === undefined ? undefined : { pdata, xdata };
    },
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
