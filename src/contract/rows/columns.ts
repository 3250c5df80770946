import { addressText } from '../address-text.ts';
import { isoText, millisecondsFromUnits } from '../time.ts';

/**
 * Records as data: a column is a property, the kind of its value, and where a source has the value. The names of properties and the types of
 * their values are those of the contract. From one table come the record as an object (`objectOf`) and its JSON text (`row-layout.ts`).
 */

/** The kinds, by the value that a source has. Each gives a value of JSON. */
const KINDS = {
  text: (value: string) => value,
  number: (value: number) => value,
  boolean: (value: boolean) => value,
  /** `0x` and 16 digits. */
  address: (value: bigint) => addressText(value),
  /** A 64-bit number in full, which no number of JSON holds. */
  digits: (value: bigint) => String(value),
  /** Units of 100 ns as milliseconds. */
  milliseconds: (value: bigint) => millisecondsFromUnits(value),
  /** Milliseconds since 1970 as ISO 8601. */
  time: (value: number) => isoText(value),
};

export type KindName = keyof typeof KINDS;
type SourceOf<K extends KindName> = Parameters<(typeof KINDS)[K]>[0];
type JsonOf<K extends KindName> = ReturnType<(typeof KINDS)[K]>;

/** The kinds of value whose JSON the property of a record may have. */
type KindFor<J> = { [K in KindName]: JsonOf<K> extends J ? K : never }[KindName];

/** One property. A source without the value gives undefined, and the record is without the property. */
export interface Single<S> {
  readonly name: string;
  readonly kind: KindName;
  of(source: S): unknown;
  /** There are few different values: the bytes of each are made once. */
  readonly few: boolean;
}

/** A property that is an object itself. */
export interface Nested<S> {
  readonly name: string;
  readonly columns: readonly Column<unknown>[];
  of(source: S): unknown;
}

/** Columns that depend on one part of a source alone. Sources that follow each other share it: their bytes are made once for all of them. */
export interface Shared<S> {
  part(source: S): object;
  readonly columns: readonly Column<S>[];
}

export type Column<S> = Single<S> | Nested<S> | Shared<S>;

/** Makes columns for the properties of `R` from sources of the type `S`. */
export function columnsFor<R, S>() {
  type Name = keyof R & string;
  return {
    column: <N extends Name, K extends KindFor<NonNullable<R[N]>>>(
      name: N,
      kind: K,
      of: (source: S) => SourceOf<K> | undefined,
    ): Single<S> => ({ name, kind, of, few: false }),
    few: <N extends Name, K extends KindFor<NonNullable<R[N]>>>(
      name: N,
      kind: K,
      of: (source: S) => SourceOf<K> | undefined,
    ): Single<S> => ({ name, kind, of, few: true }),
    nested: <V>(name: Name, columns: readonly Column<V>[], of: (source: S) => V | undefined): Nested<S> => ({
      name,
      columns: columns as readonly Column<unknown>[],
      of,
    }),
    /** @param part the same object gives the same values */
    shared: (part: (source: S) => object, columns: readonly Column<S>[]): Shared<S> => ({ part, columns }),
  };
}

function put<S>(object: Record<string, unknown>, columns: readonly Column<S>[], source: S): void {
  for (const column of columns) {
    if ('part' in column) {
      put(object, column.columns, source);
      continue;
    }
    const value = column.of(source);
    if (value === undefined) continue;
    object[column.name] =
      'kind' in column
        ? (KINDS[column.kind] as (value: unknown) => unknown)(value)
        : objectOf(column.columns, value);
  }
}

/** The object that the columns make of a source. */
export function objectOf<S>(columns: readonly Column<S>[], source: S): object {
  const object: Record<string, unknown> = {};
  put(object, columns, source);
  return object;
}
