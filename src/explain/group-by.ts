/** The entries by key, in their order; those without a key are left out. */
export function groupBy<T, K>(
  list: readonly T[],
  keyOf: (entry: T) => K | undefined,
): ReadonlyMap<K, readonly [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const entry of list) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const known = groups.get(key);
    if (known) known.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
