const COMMA = 0x2c;
const LIST = 0x5b;
const OBJECT = 0x7b;

/** Bytes for each value of a text; in a manifest without indentation a value takes twenty with its name. */
const BYTES_PER_VALUE = 6;
/** Values that any text may have. */
const FREE_VALUES = 0x4000;

/**
 * Whether JSON has as many values as a manifest of its size can have, or fewer. An empty object takes three bytes of text and sixty of memory:
 * a text that is made of them is not parsed.
 */
export function isSparse(text: Uint8Array): boolean {
  const most = FREE_VALUES + text.length / BYTES_PER_VALUE;
  if (text.length <= FREE_VALUES) return true;
  let values = 0;
  for (const byte of text) if (byte === COMMA || byte === LIST || byte === OBJECT) values += 1;
  return values <= most;
}
