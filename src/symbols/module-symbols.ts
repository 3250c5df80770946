import { atOnce, type Steps } from '../binary/steps.ts';
import { Failure, orUndefined } from '../contract/failure.ts';
import type { CodeMap } from './code-map.ts';
import { mayMatch, PLAIN_NAME } from './may-match.ts';
import type { NameBounds, SymbolTable, TableSymbol } from './symbol-table.ts';
import { shownName } from './undecorate/undecorate.ts';
import { wildcard } from './wildcard.ts';

/** Where a name comes from. Exports are few, so most functions have no name by them. */
export type SymbolOrigin = 'pdb' | 'export';

/** How an address was come by. */
export type AddressUse =
  /** The instruction itself: a faulting RIP, a start address. */
  | 'instruction'
  /**
   * A return address. The call is the instruction before it, and a call that never returns can be the last one of
   * its function, so the name is that of the byte before.
   */
  | 'return'
  /** Any address, of code or of data. */
  | 'address';

export interface NamedAddress {
  /** `scope::name`. */
  readonly name: string;
  /** From the symbol to the address itself, also for a return address; negative in a part that was moved before its function. */
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
   * Symbols by plain or decorated name; letter case is ignored where no spelling matches, and `*` matches any
   * text. Sorted by address, at most `limit`.
   */
  find(pattern: string, limit?: number): FoundSymbol[];
  /** `find` in steps: a pattern looks at every name of the module. */
  findInSteps(pattern: string, limit?: number): Steps<FoundSymbol[]>;
}

/** The sources of one module's names, the better first. */
export interface ModuleSymbolSources {
  readonly pdb?: SymbolTable;
  readonly exports?: SymbolTable;
  /** Where functions begin and end: without it a name reaches to the next one, whatever is between. */
  readonly code?: CodeMap;
  /** Called once when a source turns out to be damaged; from then on it is not asked any more. */
  readonly onDamage?: (origin: SymbolOrigin, failure: Failure) => void;
}

/** Symbols that one question for names gives in a module. */
export const MOST_FOUND = 1000;
/** Stacks of one machine share most of their return addresses. */
const MOST_REMEMBERED = 0x4000;

/** Characters of decorated names of which the plain one is kept: a long name takes milliseconds, and one function can be in thousands of frames. */
const MOST_KEPT_CHARACTERS = 0x20_0000;

/** `shownName` with the names that were asked for last. */
function keptNames(): (symbol: TableSymbol) => string {
  const known = new Map<string, string>();
  let characters = 0;
  return (symbol) => {
    const { name } = symbol;
    const key = symbol.isPrivate === true ? ` ${name}` : name;
    const before = known.get(key);
    if (before !== undefined) return before;
    const shown = shownName(symbol);
    if (characters > MOST_KEPT_CHARACTERS) {
      known.clear();
      characters = 0;
    }
    known.set(key, shown);
    characters += name.length;
    return shown;
  };
}

/** A table that, after its first failure, has no symbols. */
function guarded(table: SymbolTable, report: (failure: Failure) => void) {
  let usable = true;
  const onFailure = (failure: Failure) => {
    usable = false;
    report(failure);
  };
  return {
    ask<T>(question: (table: SymbolTable) => T): T | undefined {
      return usable ? orUndefined(() => question(table), onFailure) : undefined;
    },
    *askInSteps<T>(question: (table: SymbolTable) => Steps<T>): Steps<T | undefined> {
      if (!usable) return undefined;
      try {
        return yield* question(table);
      } catch (thrown) {
        if (!(thrown instanceof Failure)) throw thrown;
        onFailure(thrown);
        return undefined;
      }
    },
  };
}

/** Names that are looked at in one step. */
const NAMES_IN_A_STEP = 256;
/** Answers for names that are kept in one search: thousands of exports can share one name. */
const MOST_ANSWERS = 0x1000;

/** The symbols of a table that a pattern fits, in its order. */
function* matchingSymbols(table: SymbolTable, pattern: string, limit: number): Steps<TableSymbol[]> {
  const matches = wildcard(pattern);
  const may = mayMatch(pattern);
  const answers = new Map<string, boolean>();
  const fits = (symbol: TableSymbol): boolean => {
    const { name, isPrivate } = symbol;
    const known = isPrivate === true ? undefined : answers.get(name);
    if (known !== undefined) return known;
    const answer = may(name) && (matches(name) || matches(shownName(symbol)));
    if (isPrivate === true) return answer;
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(name, answer);
    return answer;
  };
  const matching: TableSymbol[] = [];
  let looked = 0;
  for (const symbol of table.symbols(PLAIN_NAME.test(pattern) ? pattern : undefined)) {
    looked += 1;
    if (looked % NAMES_IN_A_STEP === 0) yield undefined;
    if (fits(symbol)) matching.push(symbol);
    if (matching.length >= limit) break;
  }
  return matching;
}

const USES: readonly AddressUse[] = ['instruction', 'return', 'address'];

/** Where to look for the name of an address, the better place first, and what a symbol must be to count. */
interface NamePlace {
  readonly at: number;
  readonly bounds: NameBounds;
}

/**
 * A name never crosses the bounds of its function. A part that was split off has the name of the function that its unwind data leads
 * back to, whatever is between; a label of code inside the part names it better, as debuggers do.
 */
function placesToName(code: CodeMap | undefined, sought: number, use: AddressUse): NamePlace[] {
  const executable = code?.isExecutable(sought);
  if (executable === false) return [{ at: sought, bounds: {} }];
  const codeOnly = executable === true && use !== 'address';
  const found = code?.at(sought);
  if (found === undefined) return [{ at: sought, bounds: { codeOnly } }];
  if (found.kind === 'outside') return [{ at: sought, bounds: { lowest: found.after, codeOnly } }];
  const { begin, functionBegin } = found;
  const own = { lowest: begin, codeOnly: true, labels: true };
  if (functionBegin === begin) return [{ at: sought, bounds: { ...own, entry: begin } }];
  const inPart = { at: sought, bounds: own };
  if (functionBegin === undefined) return [inPart];
  return [
    inPart,
    { at: functionBegin, bounds: { lowest: functionBegin, codeOnly: true, entry: functionBegin } },
  ];
}

/** Composes the sources of one module. */
export function moduleSymbols(sources: ModuleSymbolSources): ModuleSymbols {
  const origins = (['pdb', 'export'] as const).flatMap((origin) => {
    const table = origin === 'pdb' ? sources.pdb : sources.exports;
    return table === undefined
      ? []
      : [{ origin, ...guarded(table, (failure) => sources.onDamage?.(origin, failure)) }];
  });
  const remembered = new Map<number, NamedAddress | undefined>();
  const plainName = keptNames();
  const askExports = origins.find(({ origin }) => origin === 'export')?.ask;

  /** Of several names of one place the one that is exported: what code and documentation call it. */
  function exportedSpelling(symbol: TableSymbol, ask: (typeof origins)[number]['ask']): TableSymbol {
    const exported = askExports?.((table) => table.namesAt(symbol.rva)) ?? [];
    if (exported.length === 0 || exported[0]?.name === symbol.name) return symbol;
    const all = ask((table) => table.namesAt(symbol.rva)) ?? [];
    const spelled = exported.flatMap(({ name }) => all.filter((each) => each.name === name));
    return spelled[0] ?? symbol;
  }

  function nameOf(rva: number, use: AddressUse): NamedAddress | undefined {
    const sought = use === 'return' ? rva - 1 : rva;
    for (const { at, bounds } of placesToName(sources.code, sought, use)) {
      for (const { origin, ask } of origins) {
        const symbol = ask((table) => table.nearest(at, bounds));
        if (symbol === undefined) continue;
        const best = origin === 'pdb' ? exportedSpelling(symbol, ask) : symbol;
        return { name: plainName(best), offset: rva - best.rva, origin };
      }
    }
    return undefined;
  }

  function* findInSteps(pattern: string, limit = MOST_FOUND): Steps<FoundSymbol[]> {
    for (const { origin, ask, askInSteps } of origins) {
      const exact = pattern.includes('*')
        ? []
        : (ask((table) => [pattern, `_${pattern}`].flatMap((name) => table.named(name))) ?? []);
      yield undefined;
      const found =
        exact.length > 0
          ? exact
          : ((yield* askInSteps((table) => matchingSymbols(table, pattern, limit))) ?? []);
      if (found.length === 0) continue;
      return found
        .map((symbol) => ({ name: shownName(symbol), rva: symbol.rva, origin }))
        .sort((a, b) => a.rva - b.rva)
        .slice(0, limit);
    }
    return [];
  }

  return {
    nameOf(rva, use) {
      const question = rva * USES.length + USES.indexOf(use);
      const known = remembered.get(question);
      if (known !== undefined) return known;
      const named = nameOf(rva, use);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(question, named);
      return named;
    },
    find: (pattern, limit) => atOnce(findInSteps(pattern, limit)),
    findInSteps,
  };
}
