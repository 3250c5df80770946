/** NTFS, ext4 and APFS take 255 units of a name; what is appended (`.ktriage.json`, `-2`, temporary names) needs room. */
const LONGEST_NAME_BYTES = 200;

/**
 * Names that Windows gives to devices, with any extension and with spaces before it (Microsoft documentation "Naming Files,
 * Paths, and Namespaces"; CONIN$ and CONOUT$ from "Console Handles").
 */
const DEVICE_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i;

const FORBIDDEN = '<>"/\\\\|?*\\u0000-\\u001f\\u007f-\\u009f';
/** Line ends, and marks that turn the direction of text: what is read is then not the name. */
const MISLEADING = '\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069';
const UNUSABLE = new RegExp(`[:${FORBIDDEN}${MISLEADING}]`, 'g');

/** What Windows makes of a name, in the order of the messages to the user. */
const OBJECTIONS: readonly (readonly [RegExp, string])[] = [
  [DEVICE_NAME, 'is a device of Windows: what is written there is not kept'],
  [/:/, 'names a stream inside of a file, or a drive'],
  [/[. ]$/, 'ends in a dot or a space, which Windows cuts off'],
  [new RegExp(`[${FORBIDDEN}]`), 'holds a character that no file name of Windows holds'],
];

/** Why a name means something else to Windows, as the end of a sentence that begins with it; undefined for a good one. */
export function windowsObjection(name: string): string | undefined {
  return OBJECTIONS.find(([pattern]) => pattern.test(name))?.[1];
}

/** Why a name is none for a new file of ours, on whatever system; undefined for a good one. */
export function nameObjection(name: string): string | undefined {
  if (name === '') return 'is no file name';
  if (new RegExp(`[${MISLEADING}]`).test(name)) {
    return 'holds a character that makes it look like another name';
  }
  if (Buffer.byteLength(name) > LONGEST_NAME_BYTES) return `is longer than ${LONGEST_NAME_BYTES} bytes`;
  return windowsObjection(name);
}

function shorten(text: string): string {
  // By characters, not by halves of them.
  const letters = [...text];
  while (Buffer.byteLength(letters.join(''), 'utf8') > LONGEST_NAME_BYTES) letters.pop();
  return letters.join('');
}

/** A name that every file system takes: no reserved character, no device name, no trailing dot or space, not too long. */
export function safeFileName(text: string): string {
  // Halves of characters become U+FFFD, as they do in any file system's UTF-8.
  const plain = shorten(Buffer.from(text).toString().replace(UNUSABLE, '_')).replace(/[. ]+$/, '');
  if (plain === '') return 'dump';
  return DEVICE_NAME.test(plain) ? `_${plain}` : plain;
}
