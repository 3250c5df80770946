import { type Cursor, NotUnderstood, textList } from './cursor.ts';
import {
  ADJUSTING_THUNKS,
  CALLING_CONVENTIONS,
  FUNCTIONS_WITH_THIS,
  FUNCTIONS_WITHOUT_THIS,
  MEMBER_QUALIFIERS,
  OPERATOR_NAMES,
  POINTERS,
  PRIMITIVE_TYPES,
  QUALIFIERS,
} from './tables.ts';

// Names hold types (template arguments) and types hold names (classes): one recursive grammar, one file.

/** One digit for 1 to 10, or hex digits A to P that end with `@`. */
export function parseNumber(cursor: Cursor): bigint {
  const negative = cursor.take('?');
  let value: bigint;
  if (/^[0-9]$/.test(cursor.peek())) {
    value = BigInt(cursor.next()) + 1n;
  } else {
    const digits = cursor.until('@');
    if (!/^[A-P]{0,16}$/.test(digits)) throw new NotUnderstood();
    value = [...digits].reduce((sum, digit) => sum * 16n + BigInt(digit.charCodeAt(0) - 65), 0n);
  }
  return negative ? -value : value;
}

/** 64-bit pointers, __restrict and __unaligned: a name does not need them. */
function skipPointerExtensions(cursor: Cursor): void {
  while (cursor.take('E') || cursor.take('I') || cursor.take('F'));
}

interface FunctionType {
  readonly result: string;
  readonly parameters: string;
  /** Of the object that a member function is called on, with a leading blank. */
  readonly qualifier: string;
}

function functionType(cursor: Cursor, hasThis: boolean): FunctionType {
  let qualifier: string | undefined = '';
  if (hasThis) {
    skipPointerExtensions(cursor);
    if (!cursor.take('G')) cursor.take('H');
    qualifier = cursor.oneOf(QUALIFIERS);
    if (qualifier === undefined) throw new NotUnderstood();
  }
  if (!CALLING_CONVENTIONS.includes(cursor.next())) throw new NotUnderstood();
  const result = cursor.take('@') ? '' : parseType(cursor, 'result');
  const parameters = parameterList(cursor);
  if (!cursor.take('Z') && !cursor.take('_E')) throw new NotUnderstood();
  return { result, parameters, qualifier };
}

function parameterList(cursor: Cursor): string {
  if (cursor.take('X')) return 'void';
  const list = textList();
  while (!cursor.take('@')) {
    if (cursor.take('Z')) {
      list.add('...');
      break;
    }
    if (/^[0-9]$/.test(cursor.peek())) {
      const known = cursor.memory.types[Number(cursor.next())];
      if (known === undefined) throw new NotUnderstood();
      list.add(known);
    } else {
      const short = cursor.oneOf(SHORT_TYPES);
      const type = short ?? parseType(cursor);
      if (short === undefined) cursor.rememberType(type);
      list.add(type);
    }
  }
  return list.parts.join(',');
}

/** Types of one letter are written again instead of being referred to. */
const SHORT_TYPES = Object.fromEntries(Object.entries(PRIMITIVE_TYPES).filter(([code]) => code.length === 1));

function pointer(cursor: Cursor, mark: string): string {
  if (cursor.take('6')) {
    const { result, parameters } = functionType(cursor, false);
    return `${result} (${mark})(${parameters})`;
  }
  if (cursor.take('8')) {
    const owner = parseQualifiedName(cursor);
    const { result, parameters, qualifier } = functionType(cursor, true);
    return `${result} (${owner}::${mark})(${parameters})${qualifier}`;
  }
  skipPointerExtensions(cursor);
  const member = cursor.oneOf(MEMBER_QUALIFIERS);
  if (member !== undefined) {
    const owner = parseQualifiedName(cursor);
    return `${parseType(cursor)}${member} ${owner}::${mark}`;
  }
  const target = parseType(cursor, 'qualified');
  const dimensions = DIMENSIONS.exec(target)?.[0];
  return dimensions === undefined
    ? `${target} ${mark}`
    : `${target.slice(0, -dimensions.length)} (${mark})${dimensions.trimStart()}`;
}

/** The sizes at the end of an array type; no other type ends in them. */
const DIMENSIONS = / (?:\[\d+\])+$/;

function array(cursor: Cursor): string {
  const rank = Number(parseNumber(cursor));
  if (rank < 1 || rank > 16) throw new NotUnderstood();
  const sizes = Array.from({ length: rank }, () => `[${parseNumber(cursor)}]`).join('');
  const qualifier = cursor.take('$$C') ? cursor.oneOf(QUALIFIERS) : '';
  return `${parseType(cursor)}${qualifier ?? ''} ${sizes}`;
}

/**
 * A type as text, close to what undname prints without the words class, struct and enum.
 * @param place what precedes the type: nothing, its qualifiers, or `?` and its qualifiers as for a result
 */
export function parseType(cursor: Cursor, place: 'plain' | 'qualified' | 'result' = 'plain'): string {
  return cursor.nested(() => {
    let qualifier: string | undefined = '';
    if (place === 'qualified' || (place === 'result' && cursor.take('?')))
      qualifier = cursor.oneOf(QUALIFIERS);
    if (qualifier === undefined) throw new NotUnderstood();
    const type = unqualifiedType(cursor);
    // A constant pointer that is pointed at has its qualifier twice.
    return cursor.bounded(type.endsWith('*const') && qualifier === ' const' ? type : `${type}${qualifier}`);
  });
}

function unqualifiedType(cursor: Cursor): string {
  if (cursor.take('T') || cursor.take('U') || cursor.take('V') || cursor.take('W4')) {
    return parseQualifiedName(cursor);
  }
  if (cursor.take('$$A6')) {
    const { result, parameters } = functionType(cursor, false);
    return `${result} (${parameters})`;
  }
  if (cursor.take('Y')) return array(cursor);
  const primitive = cursor.oneOf(PRIMITIVE_TYPES);
  if (primitive !== undefined) return primitive;
  const mark = cursor.oneOf(POINTERS);
  if (mark !== undefined) return pointer(cursor, mark);
  throw new NotUnderstood();
}

/**
 * What follows the name of a symbol, when the symbol is inside of another name; the type a function returns.
 */
export function skipEncoding(cursor: Cursor): string {
  const code = cursor.next();
  if (code === '9') return '';
  if ('01234'.includes(code)) {
    parseType(cursor);
    skipPointerExtensions(cursor);
    if (cursor.oneOf(QUALIFIERS) === undefined && cursor.oneOf(MEMBER_QUALIFIERS) === undefined)
      throw new NotUnderstood();
    return '';
  }
  if (FUNCTIONS_WITHOUT_THIS.includes(code)) return functionType(cursor, false).result;
  if (!FUNCTIONS_WITH_THIS.includes(code)) throw new NotUnderstood();
  if (ADJUSTING_THUNKS.includes(code)) parseNumber(cursor);
  return functionType(cursor, true).result;
}

/** A placeholder for the class's own name until the scope is known. */
const CONSTRUCTOR = '\0';
const DESTRUCTOR = '~\0';
/** A conversion operator is named after the type it returns, which follows the whole name. */
export const CONVERSION = 'operator \0';

function remembered(cursor: Cursor): string | undefined {
  if (!/^[0-9]$/.test(cursor.peek())) return undefined;
  const name = cursor.memory.names[Number(cursor.next())];
  if (name === undefined) throw new NotUnderstood();
  return name;
}

function simpleName(cursor: Cursor, remember: boolean): string {
  const name = cursor.until('@');
  if (name === '') throw new NotUnderstood();
  if (remember) cursor.rememberName(name);
  return name;
}

function operatorName(cursor: Cursor): string {
  if (cursor.take('0')) return CONSTRUCTOR;
  if (cursor.take('1')) return DESTRUCTOR;
  if (cursor.take('B')) return CONVERSION;
  if (cursor.take('__K')) return `operator ""${simpleName(cursor, false)}`;
  const name = cursor.oneOf(OPERATOR_NAMES);
  if (name === undefined) throw new NotUnderstood();
  return name;
}

function templateArgument(cursor: Cursor): string | undefined {
  if (cursor.take('$$V') || cursor.take('$$$V') || cursor.take('$$Z') || cursor.take('$S')) return undefined;
  if (cursor.take('$$Y')) return parseQualifiedName(cursor);
  if (cursor.take('$$C')) return parseType(cursor, 'qualified');
  if (cursor.take('$$B')) return parseType(cursor);
  if (cursor.take('$0')) return String(parseNumber(cursor));
  if (cursor.take('$1') || cursor.take('$E')) {
    cursor.take('?');
    const name = parseSymbolName(cursor);
    skipEncoding(cursor);
    return `&${name}`;
  }
  return parseType(cursor);
}

function template(cursor: Cursor, remember: boolean): string {
  const text = cursor.nested(() => {
    const name = cursor.take('?') ? operatorName(cursor) : simpleName(cursor, true);
    const list = textList();
    while (!cursor.take('@')) {
      const argument = templateArgument(cursor);
      if (argument !== undefined) list.add(argument);
    }
    const joined = list.parts.join(',');
    return cursor.bounded(`${name}<${joined}${joined.endsWith('>') ? ' ' : ''}>`);
  }, true);
  if (remember) cursor.rememberName(text);
  return text;
}

/** `?1??function@@YAXXZ@`: a place inside a function, which is named whole. */
function localScope(cursor: Cursor): string {
  const number = parseNumber(cursor);
  if (!cursor.take('?')) throw new NotUnderstood();
  return cursor.nested(() => {
    if (!cursor.take('?')) throw new NotUnderstood();
    const name = parseSymbolName(cursor);
    skipEncoding(cursor);
    return cursor.bounded(`\`${name}'::\`${number}'`);
  });
}

function scopePiece(cursor: Cursor): string {
  const known = remembered(cursor);
  if (known !== undefined) return known;
  if (cursor.take('?$')) return template(cursor, true);
  if (cursor.take('?A')) {
    cursor.until('@');
    cursor.rememberName("`anonymous namespace'");
    return "`anonymous namespace'";
  }
  // The interface that a member implements by name (C++/CX): `Class::[ns::Interface]::member` (measured on dbghelp 10.0.29507).
  if (cursor.take('?Q')) return cursor.bounded(`[${parseQualifiedName(cursor)}]`);
  if (cursor.take('?')) return localScope(cursor);
  return simpleName(cursor, true);
}

/** Scopes go from the inside out and end with `@`. */
function scopes(cursor: Cursor): string[] {
  const found = textList();
  while (!cursor.take('@')) found.add(scopePiece(cursor));
  return found.parts.toReversed();
}

/** The name of a type: `name@scope@@`. */
export function parseQualifiedName(cursor: Cursor): string {
  return cursor.nested(() => {
    const name =
      remembered(cursor) ?? (cursor.take('?$') ? template(cursor, true) : simpleName(cursor, true));
    return cursor.bounded([...scopes(cursor), name].join('::'));
  });
}

/** The name of a function or variable, behind its leading `?`; what follows the name is not read. */
export function parseSymbolName(cursor: Cursor): string {
  return cursor.nested(() => {
    const name =
      remembered(cursor) ??
      (cursor.take('?$')
        ? template(cursor, false)
        : cursor.take('?')
          ? operatorName(cursor)
          : simpleName(cursor, true));
    const around = scopes(cursor);
    const own = name.startsWith(CONSTRUCTOR) || name.startsWith(DESTRUCTOR) ? around.at(-1) : '';
    if (own === undefined) throw new NotUnderstood();
    const full = own === '' ? name : name.replace(CONSTRUCTOR, () => own);
    return cursor.bounded([...around, full].join('::'));
  });
}
