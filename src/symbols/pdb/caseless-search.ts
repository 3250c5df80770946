/** ASCII letters as small ones, other bytes as they are. */
const SMALL = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

/** Whether a word is in the bytes from `start` up to `end`. */
export type CaselessSearch = (bytes: Uint8Array, start: number, end: number) => boolean;

/**
 * Looks for a word in bytes without regard to the case of ASCII letters. Most bytes are never looked at: the one under the end of the
 * word shows how far the word can move (Horspool, "Practical fast searching in strings", 1980).
 * @param word not empty, ASCII, without capital letters
 */
export function caselessSearch(word: string): CaselessSearch {
  const sought = Buffer.from(word, 'latin1');
  const last = sought.length - 1;
  const moves = new Uint32Array(256).fill(sought.length);
  for (let at = 0; at < last; at++) {
    for (let byte = 0; byte < moves.length; byte++) if (SMALL[byte] === sought[at]) moves[byte] = last - at;
  }
  return (bytes, start, end) => {
    for (let under = start + last; under < end; under += moves[bytes[under] ?? 0] ?? 1) {
      let at = last;
      while (at >= 0 && SMALL[bytes[under - last + at] ?? 0] === sought[at]) at--;
      if (at < 0) return true;
    }
    return false;
  };
}
