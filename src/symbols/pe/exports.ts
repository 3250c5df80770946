import { view } from '../../binary/layout.ts';
import type { SymbolTable, TableSymbol } from '../symbol-table.ts';
import { EXPORT_DIRECTORY } from './headers.ts';
import { damagedImage, type ImageRange, type PeImage, readUpTo } from './image.ts';
import { sectionFinder } from './section-at.ts';

/** Ordinals are 16 bits wide: more entries than that cannot be addressed by the loader. */
const MOST_EXPORTS = 0x10000;
/** Longer names than the longest that the Microsoft compilers emit (4,096 characters) are damage. */
const LONGEST_NAME = 0x1000;
/** Bytes of a name that are read first, and then: nearly all names are short, and a long one is read in few pieces. */
const FIRST_STEP = 0x40;
const NEXT_STEP = 0x400;

/** The zero-terminated ASCII text at `rva`; undefined when it does not end. */
function readName(image: PeImage, rva: number): string | undefined {
  let name = '';
  while (name.length < LONGEST_NAME) {
    const step = name === '' ? FIRST_STEP : NEXT_STEP;
    const part = readUpTo(image.read, rva + name.length, Math.min(step, LONGEST_NAME - name.length));
    if (part.length === 0) return undefined;
    const end = part.indexOf(0);
    name += String.fromCharCode(...(end < 0 ? part : part.subarray(0, end)));
    if (end >= 0) return name;
  }
  return undefined;
}

/** Names of one function that are looked at for the best. */
const MOST_FOLDED = 64;
/** `NtClose` before `ZwClose`, a name before a number. */
const rankOf = ({ name }: TableSymbol) => (/^Ordinal\d+$/.test(name) ? 2 : name.startsWith('Zw') ? 1 : 0);
const byPreference = (a: TableSymbol, b: TableSymbol) => rankOf(a) - rankOf(b);
/** The rank that no other goes before. */
const BEST = 0;
/** Characters of names that stay at hand: the frames of a machine are in few functions. */
const MOST_KEPT_CHARACTERS = 0x40000;

/** The exports by rising RVA, in twelve bytes each: thousands of drivers can share one table. */
interface Places {
  readonly count: number;
  readonly rvas: Uint32Array;
  readonly ordinals: Uint32Array;
  /** RVA of the name; 0 for an export by ordinal alone. */
  readonly nameRvas: Uint32Array;
}

const NO_PLACES: Places = {
  count: 0,
  rvas: new Uint32Array(),
  ordinals: new Uint32Array(),
  nameRvas: new Uint32Array(),
};

/** Whether a table of so many entries is read; see `openExports`. */
type IsAffordable = (entries: number) => boolean;

function readDirectory(image: PeImage, range: ImageRange) {
  const header = image.read(range.rva, EXPORT_DIRECTORY.size);
  if (header === undefined)
    throw damagedImage(
      image.name,
      'its export directory is outside of it',
      range.rva,
      'IMAGE_EXPORT_DIRECTORY',
    );
  return view(EXPORT_DIRECTORY, header).all();
}

function readPlaces(image: PeImage, isAffordable: IsAffordable): Places {
  const range = image.directory('export');
  if (range === undefined) return NO_PLACES;
  const directory = readDirectory(image, range);
  const table = (rva: number, count: number, width: number, field: string): DataView => {
    const found = count <= MOST_EXPORTS ? image.read(rva, count * width) : undefined;
    if (found === undefined)
      throw damagedImage(image.name, `its ${count} exports are outside of it`, rva, field);
    return new DataView(found.buffer, found.byteOffset, found.byteLength);
  };
  const { NumberOfFunctions, NumberOfNames } = directory;
  if (NumberOfFunctions === 0 || !isAffordable(NumberOfFunctions + NumberOfNames)) return NO_PLACES;
  const functions = table(directory.AddressOfFunctions, NumberOfFunctions, 4, 'AddressOfFunctions');
  const rvaOf = (index: number) => functions.getUint32(index * 4, true);
  /** RVA of the function with this index where it is the image's own; 0 for a forwarder, and for none. */
  const ownRva = (index: number) => {
    const rva = index < NumberOfFunctions ? rvaOf(index) : 0;
    return rva >= range.rva && rva < range.rva + range.size ? 0 : rva;
  };
  const indices: number[] = [];
  const nameRvas: number[] = [];
  const isNamed = new Uint8Array(NumberOfFunctions);
  if (NumberOfNames > 0) {
    const names = table(directory.AddressOfNames, NumberOfNames, 4, 'AddressOfNames');
    const ordinals = table(directory.AddressOfNameOrdinals, NumberOfNames, 2, 'AddressOfNameOrdinals');
    for (let index = 0; index < NumberOfNames; index++) {
      const ordinal = ordinals.getUint16(index * 2, true);
      if (ownRva(ordinal) === 0) continue;
      isNamed[ordinal] = 1;
      indices.push(ordinal);
      nameRvas.push(names.getUint32(index * 4, true));
    }
  }
  for (let index = 0; index < NumberOfFunctions; index++) {
    if (isNamed[index] === 1 || ownRva(index) === 0) continue;
    indices.push(index);
    nameRvas.push(0);
  }
  // Several names of one function: names come in order, and the sort keeps it, so NtClose is before ZwClose.
  const keys = Float64Array.from(
    indices,
    (index, place) => (rvaOf(index) * 2 + Number(nameRvas[place] === 0)) * MOST_EXPORTS + index,
  );
  const keyAt = (place: number) => keys[place] ?? 0;
  const order = Uint32Array.from(indices, (_, place) => place).sort((a, b) => keyAt(a) - keyAt(b));
  const count = order.length;
  const [rvas, sortedOrdinals, sortedNames] = [0, 0, 0].map(() => new Uint32Array(count)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  for (let at = 0; at < count; at++) {
    const place = order[at] ?? 0;
    const index = indices[place] ?? 0;
    rvas[at] = rvaOf(index);
    sortedOrdinals[at] = directory.Base + index;
    sortedNames[at] = nameRvas[place] ?? 0;
  }
  return { count, rvas, ordinals: sortedOrdinals, nameRvas: sortedNames };
}

/** Functions that are looked at together for one that is exported. */
const PIECE = 0x400;

/**
 * Whether an image exports code or data of its own. Other than `openExports` it reads no names, and stops at the first.
 * @throws Failure ImageUnreadable when the directory is not inside the image
 */
export function hasExports(image: PeImage): boolean {
  const range = image.directory('export');
  if (range === undefined) return false;
  const { NumberOfFunctions: count, AddressOfFunctions: at } = readDirectory(image, range);
  for (let index = 0; index < Math.min(count, MOST_EXPORTS); index += PIECE) {
    const bytes = image.read(at + index * 4, Math.min(PIECE, count - index) * 4);
    if (bytes === undefined) return false;
    const functions = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let offset = 0; offset < bytes.length; offset += 4) {
      const rva = functions.getUint32(offset, true);
      if (rva !== 0 && !(rva >= range.rva && rva < range.rva + range.size)) return true;
    }
  }
  return false;
}

/**
 * The exports of an image that are its own code or data; forwarders to other images are left out, and one without a
 * name is called `Ordinal12`. Only the tables are read; a name is read when it is asked for. Symbols come by rising RVA.
 * @param isAffordable asked before tables of so many entries are read; without it all are
 * @throws Failure ImageUnreadable when the tables are not inside the image
 */
export function openExports(image: PeImage, isAffordable: IsAffordable = () => true): SymbolTable {
  const places = readPlaces(image, isAffordable);
  const rvaAt = (place: number) => places.rvas[place] ?? 0;
  const kept = new Map<number, string | undefined>();
  let keptCharacters = 0;
  /** Many functions may have one name in one place: it is read once. */
  function nameAt(nameRva: number): string | undefined {
    if (kept.has(nameRva)) return kept.get(nameRva);
    const name = readName(image, nameRva);
    kept.set(nameRva, name);
    keptCharacters += 1 + (name?.length ?? 0);
    for (const [oldest, text] of kept) {
      if (keptCharacters <= MOST_KEPT_CHARACTERS) break;
      kept.delete(oldest);
      keptCharacters -= 1 + (text?.length ?? 0);
    }
    return name;
  }
  const symbolOf = (place: number): TableSymbol => {
    const nameRva = places.nameRvas[place] ?? 0;
    const name = nameRva === 0 ? undefined : nameAt(nameRva);
    return {
      rva: rvaAt(place),
      name: name === undefined || name === '' ? `Ordinal${places.ordinals[place]}` : name,
    };
  };
  const sectionOf = sectionFinder(image.sections);
  function lastAtOrBelow(rva: number): number {
    let low = 0;
    let high = places.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (rvaAt(middle) <= rva) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
  /** The names of one function, in the order of the file. */
  function crowdEndingAt(last: number): readonly number[] {
    let first = last;
    while (first > 0 && last - first < MOST_FOLDED && rvaAt(first - 1) === rvaAt(last)) first--;
    return Array.from({ length: last + 1 - first }, (_, index) => first + index);
  }
  /** The name of a function that is preferred; names behind one that nothing goes before are not read. */
  function preferred(crowd: readonly number[]): TableSymbol | undefined {
    let best: TableSymbol | undefined;
    for (const place of crowd) {
      const symbol = symbolOf(place);
      if (best === undefined || rankOf(symbol) < rankOf(best)) best = symbol;
      if (rankOf(best) === BEST) break;
    }
    return best;
  }
  function* symbols(): Iterable<TableSymbol> {
    for (let place = 0; place < places.count; place++) yield symbolOf(place);
  }
  return {
    nearest(rva, { lowest = 0, codeOnly = false } = {}) {
      const index = lastAtOrBelow(rva);
      if (index < 0) return undefined;
      // A name reaches to the end of its section: no data is named by code, nor code by data.
      const section = sectionOf(rvaAt(index));
      if (rvaAt(index) < lowest || section !== sectionOf(rva)) return undefined;
      if (codeOnly && section?.executable !== true) return undefined;
      return preferred(crowdEndingAt(index));
    },
    namesAt(rva) {
      const index = lastAtOrBelow(rva);
      return index >= 0 && rvaAt(index) === rva ? crowdEndingAt(index).map(symbolOf).sort(byPreference) : [];
    },
    named(name) {
      const found: TableSymbol[] = [];
      for (const symbol of symbols()) if (symbol.name === name) found.push(symbol);
      return found;
    },
    symbols,
  };
}
