import { BUG_CHECK_NAMES } from './names.ts';

/** The bit by which small memory dumps mark the minidump form of a code; its name then ends in `_M`. */
const MINIDUMP_FORM = 0x1000_0000;
/** BUGCHECK_CONTEXT_MODIFIER of bugcodes.h: the rest is the code. */
const CONTEXT_MODIFIER = 0x8000_0000;
/** The bit that Windows never sets in codes of its own, as in NTSTATUS and HRESULT ("customer code flag", winerror.h). */
const CUSTOMER = 0x2000_0000;

let names: ReadonlyMap<number, string> | undefined;

function nameTable(): ReadonlyMap<number, string> {
  names ??= new Map(
    BUG_CHECK_NAMES.trim()
      .split('\n')
      .map((line) => line.split(' '))
      .map(([digits = '', name = '']) => [Number.parseInt(digits, 16), name] as const),
  );
  return names;
}

/** The code without the bits that modify it: what tables of codes are asked for. */
export function plainBugCheckCode(code: number): number {
  const known = nameTable();
  if (known.has(code)) return code;
  const unmodified = (code & ~CONTEXT_MODIFIER) >>> 0;
  if (known.has(unmodified)) return unmodified;
  const plain = (unmodified & ~MINIDUMP_FORM) >>> 0;
  return known.has(plain) ? plain : code;
}

/** The name of a bug check or live dump code; undefined for a code that is in no list, such as one of a driver's own. */
export function bugCheckName(code: number): string | undefined {
  const plain = plainBugCheckCode(code);
  const name = nameTable().get(plain);
  const isMinidumpForm = plain !== code && (code & MINIDUMP_FORM) !== 0;
  return name !== undefined && isMinidumpForm ? `${name}_M` : name;
}

/** Whether a driver that is not Windows' own made the code up: such codes have no list. */
export function isDriverDefinedCode(code: number): boolean {
  return bugCheckName(code) === undefined && (code & CUSTOMER) !== 0;
}
