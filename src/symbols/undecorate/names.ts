import { type Cursor, NotUnderstood, textList } from './cursor.ts';
import { OPERATOR_NAMES } from './tables.ts';
import { parseNumber, parseType, skipEncoding } from './types.ts';

/** Stands for the class's own name until the scope is known. */
const CONSTRUCTOR = '\0';
const DESTRUCTOR = '~\0';
/** A conversion operator is named after the type it returns, which stands behind the whole name. */
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
  if (cursor.take('?')) return localScope(cursor);
  return simpleName(cursor, true);
}

/** Scopes stand from the inside out and end with `@`. */
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

/** The name of a function or variable, behind its leading `?`; what stands after the name is not read. */
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
