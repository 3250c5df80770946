/**
 * A map that keeps the entries used last, for caches: the entry that was not used for the longest time goes first.
 * `limit` is the number of entries; a caller with values of one size bounds its bytes by it.
 */
export interface RecentMap<K, V> {
  get(key: K): V | undefined;
  /** The value of `key`, made by `make` on the first call and again after the entry has gone. `undefined` is kept too. */
  getOrMake(key: K, make: () => V): V;
  /** Drops the value of `key`; nothing where there is none. */
  delete(key: K): void;
  clear(): void;
  readonly size: number;
}

/** @param drop receives each value that goes, to release what it holds */
export function recentMap<K, V>(limit: number, drop: (value: V) => void = () => undefined): RecentMap<K, V> {
  const entries = new Map<K, V>();
  /** The key that was used last. Most reads are of the page that was read just before, which is in its place already. */
  let newest: K | undefined;

  function touch(key: K): V | undefined {
    const value = entries.get(key) as V;
    if (key === newest) return value;
    entries.delete(key);
    entries.set(key, value);
    newest = key;
    return value;
  }

  return {
    get: (key) => (entries.has(key) ? touch(key) : undefined),
    getOrMake(key, make) {
      if (entries.has(key)) return touch(key) as V;
      const value = make();
      entries.set(key, value);
      newest = key;
      if (entries.size > limit) {
        const [oldest] = entries;
        if (oldest !== undefined) {
          entries.delete(oldest[0]);
          drop(oldest[1]);
        }
      }
      return value;
    },
    delete(key) {
      if (key === newest) newest = undefined;
      const value = entries.get(key);
      if (entries.delete(key)) drop(value as V);
    },
    clear() {
      for (const value of entries.values()) drop(value);
      newest = undefined;
      entries.clear();
    },
    get size() {
      return entries.size;
    },
  };
}
