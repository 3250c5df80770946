const utf16 = new TextDecoder('utf-16le');

/** UTF-16 text up to its first NUL. */
export function decodeUtf16(bytes: Uint8Array): string {
  const text = utf16.decode(bytes);
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
