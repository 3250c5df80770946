import type { ByteSource } from '../../binary/byte-source.ts';
import { layout, u32, view } from '../../binary/layout.ts';
import { once } from '../../binary/once.ts';
import { damaged } from './damaged.ts';
import { type NameHash, readNameHash } from './name-hash.ts';
import type { PublicRecords, PublicSymbol } from './public-records.ts';
import type { SegmentOffset } from './sections.ts';
import { wordAt } from './word-at.ts';

/** Start of the publics stream. Source: microsoft-pdb `PDB/dbi/gsi.h` (PSGSIHDR). */
const PUBLICS_HEADER = layout('PSGSIHDR', 0x1c, { hashSize: u32(0x00), addressMapSize: u32(0x04) });

/** Identical functions folded by the linker share an address; of a crowd this many are looked at for the best name. */
const MOST_FOLDED = 64;
/** Every search begins with the same few steps: their places are kept, some 2,000 of them. */
const KEPT_STEPS = 11;

/** Symbols that are passed over on the way to one of code; strings come in rows of hundreds. */
const MOST_PASSED = 4096;

/** What a symbol must be, by offsets in the section of the address; see `NameBounds`. */
export interface PublicBounds {
  readonly lowest?: number;
  readonly codeOnly?: boolean;
  readonly entry?: number;
  readonly labels?: boolean;
}

/**
 * Labels such as KiSystemServiceCopyEnd, by which debuggers name a place inside the entry of a system call. Linkers mark functions, and
 * whether they mark these is not known: no public PDB of a kernel is at hand.
 */
const isKernelLabel = (name: string) => /^Ki[A-Z]/.test(name);

export interface Publics {
  readonly count: number;
  /** The symbol at `place`, or the nearest below it in the same section. Touches some 2·log2(count) blocks. */
  nearest(place: SegmentOffset, bounds?: PublicBounds): PublicSymbol | undefined;
  /** Every symbol of exactly this place, at most 64. */
  at(place: SegmentOffset): PublicSymbol[];
  /** Whether a public symbol is exactly there; reads no names. */
  isPublic(place: SegmentOffset): boolean;
  /** Symbols of exactly this decorated name. */
  named(name: string): PublicSymbol[];
  all(): Iterable<PublicSymbol>;
  /**
   * Symbols that may be called so, in the order of the file: those of exactly this name, with an underscore before it or without, and those of which the
   * decorated name holds its longest identifier. The case of letters does not count.
   * @param plainName ASCII identifiers joined by `::`
   */
  called(plainName: string): PublicSymbol[];
}

const isAfter = (a: SegmentOffset, b: SegmentOffset) =>
  a.segment > b.segment || (a.segment === b.segment && a.offset > b.offset);
const isSame = (a: SegmentOffset, b: SegmentOffset) => a.segment === b.segment && a.offset === b.offset;

/** Of several names for one address: code before data, plain before decorated, then the first by spelling. */
function better(a: PublicSymbol, b: PublicSymbol): PublicSymbol {
  if (a.isCode !== b.isCode) return a.isCode ? a : b;
  const decorated = (symbol: PublicSymbol) => symbol.name.startsWith('?');
  if (decorated(a) !== decorated(b)) return decorated(a) ? b : a;
  return a.name <= b.name ? a : b;
}

/** The longest identifier of a plain name, in lower case: every decorated form of the name has it. */
const longestWord = (plainName: string): string =>
  plainName
    .toLowerCase()
    .split('::')
    .reduce((longest, word) => (word.length > longest.length ? word : longest));

/** An entry of the map with its place. */
interface PlacedEntry {
  readonly index: number;
  readonly place: SegmentOffset;
}

/** Neighbouring symbols of data. */
interface DataRun {
  readonly passed: number;
  /** The entry before them in the same section. */
  readonly next: PlacedEntry | undefined;
}

/** A PDB without a publics stream, such as that of a managed image. */
export const NO_PUBLICS: Publics = {
  count: 0,
  nearest: () => undefined,
  at: () => [],
  isPublic: () => false,
  named: () => [],
  all: () => [],
  called: () => [],
};

/**
 * The publics stream: a table of symbol records sorted by address, and a hash of their names.
 * @throws Failure SymbolsUnreadable
 */
export function openPublics(stream: ByteSource, records: PublicRecords): Publics {
  if (stream.size < PUBLICS_HEADER.size) throw damaged(stream, 'its publics stream has no header');
  const { hashSize, addressMapSize } = view(PUBLICS_HEADER, stream.read(0, PUBLICS_HEADER.size)).all();
  const mapAt = PUBLICS_HEADER.size + hashSize;
  if (mapAt + addressMapSize > stream.size) {
    throw damaged(stream, 'the address map is outside of its publics stream', 4, 'addressMapSize');
  }
  const count = Math.floor(addressMapSize / 4);
  const hash = once((): NameHash => readNameHash(stream, PUBLICS_HEADER.size, hashSize));

  const recordAt = (index: number) => wordAt(stream, mapAt + index * 4);

  const firstSteps = new Map<number, SegmentOffset>();

  function placeAt(index: number, step: number): SegmentOffset {
    const known = firstSteps.get(index);
    if (known !== undefined) return known;
    const place = records.placeAt(recordAt(index));
    if (step < KEPT_STEPS) firstSteps.set(index, place);
    return place;
  }

  /** The entries that end at `last` and share its address, the last one first. */
  function crowdOf(last: number, place: SegmentOffset): PublicSymbol[] {
    const crowd = [records.symbolAt(recordAt(last))];
    for (let index = last - 1; index >= 0 && crowd.length < MOST_FOLDED; index--) {
      const record = recordAt(index);
      if (!isSame(records.placeAt(record), place)) break;
      crowd.push(records.symbolAt(record));
    }
    return crowd;
  }

  /** Data before an entry that searches passed, without kernel labels and with them: each address behind it would pass all of it again. */
  const runs = [new Map<number, DataRun>(), new Map<number, DataRun>()] as const;

  /** The symbol at exactly `entry`, where that is in data that a search passes at once. */
  function symbolInRun(
    entry: number | undefined,
    place: SegmentOffset,
    { next }: DataRun,
  ): PublicSymbol | undefined {
    if (entry === undefined || entry > place.offset || entry <= (next?.place.offset ?? -1)) return undefined;
    const found = lastAtOrBelow({ segment: place.segment, offset: entry });
    if (found?.place.offset !== entry) return undefined;
    return crowdOf(found.index, found.place).reduce(better);
  }

  /** The entry before `index` in the same section. */
  function entryBefore(index: number, { segment }: SegmentOffset): PlacedEntry | undefined {
    if (index <= 0) return undefined;
    const place = records.placeAt(recordAt(index - 1));
    return place.segment === segment ? { index: index - 1, place } : undefined;
  }

  /** The last entry of the map at `wanted` or before it in the same section. */
  function lastAtOrBelow(wanted: SegmentOffset): PlacedEntry | undefined {
    let low = 0;
    let high = count;
    for (let step = 0; low < high; step++) {
      const middle = (low + high) >>> 1;
      if (isAfter(placeAt(middle, step), wanted)) high = middle;
      else low = middle + 1;
    }
    if (low === 0) return undefined;
    const place = records.placeAt(recordAt(low - 1));
    // In a map that is not sorted the search may end anywhere.
    return place.segment === wanted.segment && place.offset <= wanted.offset
      ? { index: low - 1, place }
      : undefined;
  }

  return {
    count,
    nearest(wanted, { lowest = 0, codeOnly = false, entry, labels = false } = {}) {
      const known = runs[labels ? 1 : 0];
      const walked: { readonly index: number; readonly passed: number }[] = [];
      let passed = 0;
      let result: PublicSymbol | undefined;
      let found = lastAtOrBelow(wanted);
      while (found !== undefined && passed < MOST_PASSED && found.place.offset >= lowest) {
        const run = codeOnly ? known.get(found.index) : undefined;
        if (run !== undefined) {
          const atEntry = symbolInRun(entry, found.place, run);
          if (atEntry !== undefined) return atEntry.offset >= lowest ? atEntry : undefined;
          passed += run.passed;
          found = run.next;
          continue;
        }
        const crowd = crowdOf(found.index, found.place);
        const best = crowd.reduce(better);
        if (!codeOnly || best.isCode || best.offset === entry || (labels && isKernelLabel(best.name))) {
          result = best;
          break;
        }
        walked.push({ index: found.index, passed });
        passed += crowd.length;
        found = entryBefore(found.index - crowd.length + 1, found.place);
      }
      for (const step of walked) known.set(step.index, { passed: passed - step.passed, next: found });
      return result;
    },
    at(wanted) {
      const found = lastAtOrBelow(wanted);
      return found !== undefined && found.place.offset === wanted.offset
        ? crowdOf(found.index, found.place)
        : [];
    },
    isPublic(wanted) {
      const found = lastAtOrBelow(wanted);
      return found !== undefined && found.place.offset === wanted.offset;
    },
    named(name) {
      return hash()
        .candidates(name)
        .map((record) => records.symbolAt(record))
        .filter((symbol) => symbol.name === name);
    },
    all: () => records.all(),
    called(plainName) {
      const spellings = [plainName, `_${plainName}`].map((each) => each.toLowerCase());
      const plain = spellings
        .flatMap((each) => hash().candidates(each))
        .filter((record) => spellings.includes(records.symbolAt(record).name.toLowerCase()));
      const found = new Set([...plain, ...records.decorated(longestWord(plainName))]);
      return [...found].sort((a, b) => a - b).map((record) => records.symbolAt(record));
    },
  };
}
