import { type Failure, orUndefined } from '../contract/failure.ts';
import type { SymbolTable, TableSymbol } from './symbol-table.ts';
import { shownName } from './undecorate/undecorate.ts';
import { wildcard } from './wildcard.ts';

/** Where a name comes from. An export is the nearest of few, so the true function is often another. */
export type SymbolOrigin = 'pdb' | 'export';

/** How an address was come by. */
export type AddressUse =
  /** The instruction itself: a faulting RIP, a start address. */
  | 'instruction'
  /**
   * A return address. The call is the instruction before it, and a call that never returns can be the last one of
   * its function, so the name is that of the byte before.
   */
  | 'return';

export interface NamedAddress {
  /** `scope::name`. */
  readonly name: string;
  /** From the symbol to the address itself, also for a return address. */
  readonly offset: number;
  readonly origin: SymbolOrigin;
}

export interface FoundSymbol {
  readonly name: string;
  readonly rva: number;
  readonly origin: SymbolOrigin;
}

/** The names of one module, from whatever sources there are. */
export interface ModuleSymbols {
  nameOf(rva: number, use: AddressUse): NamedAddress | undefined;
  /**
   * Symbols by plain or decorated name; letter case is ignored where no spelling matches, and `*` stands for any
   * text. Sorted by address, at most `limit`.
   */
  find(pattern: string, limit?: number): FoundSymbol[];
}

/** The sources of one module's names, the better first. */
export interface ModuleSymbolSources {
  readonly pdb?: SymbolTable;
  readonly exports?: SymbolTable;
  /** Told once when a source turns out to be damaged; from then on it is not asked any more. */
  readonly onDamage?: (origin: SymbolOrigin, failure: Failure) => void;
}

const DEFAULT_LIMIT = 1000;
/** Stacks of one machine share most of their return addresses. */
const MOST_REMEMBERED = 0x4000;

/** A table that, after its first failure, has no symbols. */
function guarded(table: SymbolTable, report: (failure: Failure) => void) {
  let usable = true;
  return <T>(ask: (table: SymbolTable) => T): T | undefined => {
    if (!usable) return undefined;
    return orUndefined(
      () => ask(table),
      (failure) => {
        usable = false;
        report(failure);
      },
    );
  };
}

/** Composes the sources of one module. */
export function moduleSymbols(sources: ModuleSymbolSources): ModuleSymbols {
  const origins = (['pdb', 'export'] as const).flatMap((origin) => {
    const table = origin === 'pdb' ? sources.pdb : sources.exports;
    return table === undefined
      ? []
      : [{ origin, ask: guarded(table, (failure) => sources.onDamage?.(origin, failure)) }];
  });
  const remembered = new Map<number, NamedAddress | undefined>();

  function nameOf(rva: number, use: AddressUse): NamedAddress | undefined {
    const sought = use === 'return' ? rva - 1 : rva;
    for (const { origin, ask } of origins) {
      const symbol = ask((table) => table.nearest(sought));
      if (symbol) return { name: shownName(symbol), offset: rva - symbol.rva, origin };
    }
    return undefined;
  }

  return {
    nameOf(rva, use) {
      const question = rva * 2 + (use === 'return' ? 1 : 0);
      const known = remembered.get(question);
      if (known !== undefined) return known;
      const named = nameOf(rva, use);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(question, named);
      return named;
    },
    find(pattern, limit = DEFAULT_LIMIT) {
      const matches = wildcard(pattern);
      for (const { origin, ask } of origins) {
        const found =
          ask((table) => {
            const exact = pattern.includes('*')
              ? []
              : [pattern, `_${pattern}`].flatMap((name) => table.named(name));
            if (exact.length > 0) return exact;
            const matching: TableSymbol[] = [];
            for (const symbol of table.symbols()) {
              if (matches(symbol.name) || matches(shownName(symbol))) matching.push(symbol);
              if (matching.length >= limit) break;
            }
            return matching;
          }) ?? [];
        if (found.length > 0) {
          return found
            .map((symbol) => ({ name: shownName(symbol), rva: symbol.rva, origin }))
            .sort((a, b) => a.rva - b.rva)
            .slice(0, limit);
        }
      }
      return [];
    },
  };
}
