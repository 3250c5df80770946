/**
 * The same properties, assignable. Optional properties of a record are assigned, not spread, where there may be 100,000 records: a spread
 * takes longer than all else.
 */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
