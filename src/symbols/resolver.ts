import { atOnce, type Steps } from '../binary/steps.ts';
import {
  type AddressUse,
  type FoundSymbol,
  MOST_FOUND,
  type ModuleSymbols,
  type NamedAddress,
} from './module-symbols.ts';

/** A loaded image, for naming. */
export interface SymbolModule {
  /** As debuggers write it before the `!`: `nt`, `amdppm`. */
  readonly name: string;
  readonly base: bigint;
  /** SizeOfImage. */
  readonly size: number;
  /** Its names; asked for at the first address inside the module, undefined where there are none. */
  readonly symbols: () => ModuleSymbols | undefined;
}

/** An address inside a module. */
export interface ResolvedAddress {
  readonly module: string;
  /** From the module's base. */
  readonly rva: number;
  /** Absent where no source has a name. */
  readonly symbol?: NamedAddress;
}

export interface FoundAddress extends FoundSymbol {
  readonly module: string;
  readonly address: bigint;
}

/** Address → name and name → address over all modules of a dump or machine. */
export interface SymbolResolver {
  /** Undefined for an address in no module. */
  resolve(address: bigint, use: AddressUse): ResolvedAddress | undefined;
  /** `module!name` or a bare `name`, which is looked for in every module; `*` in the name matches any text. */
  find(text: string): FoundAddresses;
  /** `find` in steps: a pattern looks at every name of the modules. */
  findInSteps(text: string): Steps<FoundAddresses>;
}

/** At most MOST_FOUND symbols of each module. */
export interface FoundAddresses {
  readonly found: readonly FoundAddress[];
  /** Modules that have more symbols of that name. */
  readonly cut: readonly string[];
  /** How many modules were looked into. */
  readonly modules: number;
}

/** The module that holds each address, by binary search; modules may be given in any order. */
function moduleLookup(modules: readonly SymbolModule[]): (address: bigint) => SymbolModule | undefined {
  const sorted = [...modules].sort((a, b) => (a.base < b.base ? -1 : a.base > b.base ? 1 : 0));
  return (address) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.base ?? 0n) <= address) low = middle + 1;
      else high = middle;
    }
    const module = sorted[low - 1];
    return module && address - module.base < BigInt(module.size) ? module : undefined;
  };
}

/** An image that was unloaded before: its code has gone, so an address in it is the trace of a fault or of an old call. */
export interface UnloadedImage {
  readonly name: string;
  readonly start: bigint;
  /** The first address behind it. */
  readonly end: bigint;
}

/** `<Unloaded_name.sys>`, the module as debuggers write it. */
const unloadedName = (name: string) => `<Unloaded_${name === '' ? 'unknown' : name}>`;

export function symbolResolver(
  modules: readonly SymbolModule[],
  unloaded: readonly UnloadedImage[] = [],
): SymbolResolver {
  const moduleAt = moduleLookup(modules);
  const opened = new Map<SymbolModule, ModuleSymbols | undefined>();
  const symbolsOf = (module: SymbolModule) => {
    if (!opened.has(module)) opened.set(module, module.symbols());
    return opened.get(module);
  };
  function inUnloaded(place: bigint, address: bigint): ResolvedAddress | undefined {
    // Several may have been there one after the other; the last of the list counts.
    const image = unloaded.findLast(({ start, end }) => place >= start && place < end);
    return image && { module: unloadedName(image.name), rva: Number(address - image.start) };
  }
  function* findInSteps(text: string): Steps<FoundAddresses> {
    const mark = text.indexOf('!');
    const wanted = mark < 0 ? undefined : text.slice(0, mark).toLowerCase();
    const pattern = text.slice(mark + 1);
    if (pattern === '') return { found: [], cut: [], modules: 0 };
    const asked = modules.filter(({ name }) => wanted === undefined || name.toLowerCase() === wanted);
    const cut: string[] = [];
    const found: FoundAddress[] = [];
    for (const module of asked) {
      const names = symbolsOf(module);
      const symbols = names === undefined ? [] : yield* names.findInSteps(pattern, MOST_FOUND + 1);
      if (symbols.length > MOST_FOUND) cut.push(module.name);
      for (const symbol of symbols.slice(0, MOST_FOUND))
        found.push({ ...symbol, module: module.name, address: module.base + BigInt(symbol.rva) });
      yield undefined;
    }
    return { found, cut, modules: asked.length };
  }
  return {
    resolve(address, use) {
      // A call may be the last instruction of an image's last function: then only the byte before is inside.
      const module = moduleAt(use === 'return' ? address - 1n : address);
      if (module === undefined) return inUnloaded(use === 'return' ? address - 1n : address, address);
      const rva = Number(address - module.base);
      const symbol = symbolsOf(module)?.nameOf(rva, use);
      return { module: module.name, rva, ...(symbol && { symbol }) };
    },
    find: (text) => atOnce(findInSteps(text)),
    findInSteps,
  };
}

/** An offset from a symbol; a part of a function can be before it. */
const offsetText = (offset: number) =>
  offset === 0 ? '' : `${offset < 0 ? '-' : '+'}0x${Math.abs(offset).toString(16)}`;

/** `amdppm!InitAcpiCpc+0x317`, `nt+0x1234` without a name: the form that WinDbg prints. */
export function formatResolved({ module, rva, symbol }: ResolvedAddress): string {
  if (symbol === undefined) return `${module}+0x${rva.toString(16)}`;
  return `${module}!${symbol.name}${offsetText(symbol.offset)}`;
}
