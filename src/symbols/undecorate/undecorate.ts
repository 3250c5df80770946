import type { TableSymbol } from '../symbol-table.ts';
import { cursorOver, NotUnderstood } from './cursor.ts';
import { CONVERSION, parseSymbolName, skipEncoding } from './grammar.ts';

/** Longer names exist only in hostile files: the compiler hashes what exceeds this. */
const LONGEST_DECORATED = 4096;
/** Pointers to imported functions, which the linker names after the function. */
const IMPORT_PREFIX = '__imp_';
/** Functions that the compiler makes for a variable; what follows is the name of that variable. */
const FOR_A_VARIABLE = { '??__E': 'dynamic initializer', '??__F': 'dynamic atexit destructor' };

/**
 * A C++ name reduced to `scope::name`, with template arguments and without parameters. A name that is not decorated,
 * or that this subset of the decoration does not cover, comes back as it is: a raw name is better than a wrong one.
 */
export function undecorate(name: string): string {
  if (name.startsWith(`${IMPORT_PREFIX}?`))
    return IMPORT_PREFIX + undecorate(name.slice(IMPORT_PREFIX.length));
  if (!name.startsWith('?') || name.length > LONGEST_DECORATED) return name;
  if (name.startsWith('??_C@')) return "`string'";
  for (const [prefix, what] of Object.entries(FOR_A_VARIABLE)) {
    if (!name.startsWith(prefix)) continue;
    const variable = name.slice(prefix.length).replace(/^\??/, '?');
    const plain = undecorate(variable);
    return plain === variable ? name : `\`${what} for '${plain}''`;
  }
  const cursor = cursorOver(name);
  try {
    cursor.take('?');
    const text = parseSymbolName(cursor);
    if (!text.includes(CONVERSION)) return text;
    const converted = text.replace(CONVERSION, () => `operator ${skipEncoding(cursor)}`);
    return converted.includes(CONVERSION) ? name : converted;
  } catch (thrown) {
    if (thrown instanceof NotUnderstood) return name;
    throw thrown;
  }
}

/**
 * The name of a symbol as debuggers show it. dbghelp takes one leading underscore from what a linker wrote, publics and exports,
 * because C on 32-bit x86 adds one; it does so for every processor: `__C_specific_handler` is `_C_specific_handler` in WinDbg.
 * The other decorations of 32-bit C (`@name@8`, `name@12`) exist in no 64-bit image.
 */
export function shownName({ name, isPrivate = false }: TableSymbol): string {
  const plain = undecorate(name);
  return isPrivate || name.length === 1 || !name.startsWith('_') ? plain : plain.slice(1);
}
