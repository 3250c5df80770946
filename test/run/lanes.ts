/** A part of the work, with its number from 1. */
export interface Part<T> {
  readonly number: number;
  readonly value: T;
}

/** Work that several lanes share: each call gives the next part, to whichever lane asks; undefined when nothing is left. */
export function shared<T>(parts: readonly T[]): () => Part<T> | undefined {
  let given = 0;
  return () => {
    const value = parts[given];
    if (given === parts.length || value === undefined) return undefined;
    given++;
    return { number: given, value };
  };
}
