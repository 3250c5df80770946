/** Names of records end in a NUL. Longer ones than the longest that compilers write (4,096 characters) are cut. */
export const LONGEST_NAME = 0x1000;

const utf8 = new TextDecoder();

/** Where the NUL of the name that begins at `at` is; the end of the record when there is none. */
export function nameEnd(record: Uint8Array, at: number): number {
  const end = record.indexOf(0, at);
  return end < 0 ? record.length : end;
}

export function nameAt(record: Uint8Array, at: number): string {
  return utf8.decode(record.subarray(at, Math.min(nameEnd(record, at), at + LONGEST_NAME)));
}

/** Names that compilers give to types without a name. Many types share one, so it identifies none. */
const UNNAMED = /(?:^|::)(?:<unnamed-tag>|<anonymous-tag>|__unnamed)$|^<unnamed-type-/;

export const isUnnamed = (name: string): boolean => UNNAMED.test(name);
