/**
 * What a terminal obeys instead of showing: control characters, line ends among them, and those that turn the direction
 * of writing. As regular expressions of JavaScript and of .NET alike understand it.
 */
export const OBEYED_CHARACTERS =
  '[\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]';

const obeyed = new RegExp(OBEYED_CHARACTERS, 'g');

/**
 * Any program may choose the names of its processes, threads and files. Control characters (terminal escapes, line ends,
 * bidirectional overrides) are shown as visible escapes, so that a terminal shows the text and obeys none of it.
 */
export function harmless(text: string): string {
  return text.replace(obeyed, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100
      ? `\\x${code.toString(16).padStart(2, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
