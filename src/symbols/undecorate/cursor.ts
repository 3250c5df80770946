/** Thrown inside the parser alone; `undecorate` turns it into "leave the name as it is". */
export class NotUnderstood extends Error {}

/** A decorated name comes from a file: nesting and length are bounded, or a few hundred bytes expand without end. */
const DEEPEST = 48;
const LONGEST_TEXT = 4096;
/** The decoration counts back-references with one digit. */
const MOST_REMEMBERED = 10;

/** What back-references of one scope refer to. A template's arguments have their own. */
export interface BackReferences {
  readonly names: string[];
  readonly types: string[];
}

/** The rest of a decorated name, and what was seen so far. */
export interface Cursor {
  readonly memory: BackReferences;
  peek(length?: number): string;
  startsWith(text: string): boolean;
  /** Consumes `text` if it comes next. */
  take(text: string): boolean;
  next(): string;
  /** Consumes up to and including `end`, and gives what was before it. */
  until(end: string): string;
  /** Consumes one of the keys of `table`, the longest first, and gives its value. */
  oneOf(table: Readonly<Record<string, string>>): string | undefined;
  /** Keeps a name for back-references. */
  rememberName(name: string): void;
  rememberType(type: string): void;
  /** Runs `parse` one level deeper, with back-references of its own if asked. */
  nested<T>(parse: () => T, ownMemory?: boolean): T;
  /** `text`, if it is of a length that a name can have. */
  bounded(text: string): string;
}

export function cursorOver(decorated: string): Cursor {
  let at = 0;
  let depth = 0;
  let memory: BackReferences = { names: [], types: [] };
  const fail = () => new NotUnderstood(decorated);
  const remember = (list: string[], text: string) => {
    if (list.length < MOST_REMEMBERED && !list.includes(text)) list.push(text);
  };
  const cursor: Cursor = {
    get memory() {
      return memory;
    },
    peek: (length = 1) => decorated.slice(at, at + length),
    startsWith: (text) => decorated.startsWith(text, at),
    take(text) {
      if (!decorated.startsWith(text, at)) return false;
      at += text.length;
      return true;
    },
    next() {
      const letter = decorated[at];
      if (letter === undefined) throw fail();
      at++;
      return letter;
    },
    until(end) {
      const found = decorated.indexOf(end, at);
      if (found < 0) throw fail();
      const text = decorated.slice(at, found);
      at = found + end.length;
      return text;
    },
    oneOf(table) {
      for (const length of [3, 2, 1]) {
        const key = decorated.slice(at, at + length);
        const value = key.length === length && Object.hasOwn(table, key) ? table[key] : undefined;
        if (value === undefined) continue;
        at += length;
        return value;
      }
      return undefined;
    },
    rememberName: (name) => remember(memory.names, name),
    rememberType: (type) => {
      if (memory.types.length < MOST_REMEMBERED) memory.types.push(type);
    },
    nested(parse, ownMemory = false) {
      if (++depth > DEEPEST) throw fail();
      const outer = memory;
      if (ownMemory) memory = { names: [], types: [] };
      const result = parse();
      memory = outer;
      depth--;
      return result;
    },
    bounded(text) {
      if (text.length > LONGEST_TEXT) throw fail();
      return text;
    },
  };
  return cursor;
}

/** Parts of a name, as many as a name can hold. */
export interface TextList {
  add(text: string): void;
  readonly parts: readonly string[];
}

export function textList(): TextList {
  const parts: string[] = [];
  let length = 0;
  return {
    parts,
    add(text) {
      length += text.length + 1;
      if (length > LONGEST_TEXT) throw new NotUnderstood();
      parts.push(text);
    },
  };
}
