import process from 'node:process';

/**
 * Names of symbol files. They come from images and dumps, so they are not trusted: a name is one part of a path, or
 * there is no file of that name.
 */

const LONGEST = 255;
/** What no file name on Windows contains; the slashes and the colon would lead out of the folder. */
const FORBIDDEN = /[<>:"/\\|?*]/;
/** Devices of Windows, which a name with any extension still means ("Naming Files, Paths, and Namespaces", learn.microsoft.com). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\.|$)/i;
/** Windows drops dots and spaces at the end, so the name would be another's; its first two letters are a folder of a two-tier store. */
const MISREAD = /^\.[. ]|[. ]$/;
const hasControl = (text: string) => [...text].some((letter) => letter < ' ');

/**
 * The last part of a path as images and dumps record it (`d:\os\obj\amdppm.pdb`), if it can be a file's name. The folder
 * is never used: it names a place on the machine that built the image, or any file that a forged image names.
 */
export function fileNameOf(recorded: string): string | undefined {
  const name = recorded.slice(Math.max(recorded.lastIndexOf('\\'), recorded.lastIndexOf('/')) + 1);
  const usable =
    name.length > 0 &&
    name.length <= LONGEST &&
    name !== '.' &&
    !MISREAD.test(name) &&
    !DEVICE.test(name) &&
    !FORBIDDEN.test(name) &&
    !hasControl(name);
  return usable ? name : undefined;
}

/** The name of the same file when it is compressed: its last letter becomes `_`. */
export function compressedNameOf(name: string): string {
  return `${name.slice(0, -1)}_`;
}

/** The folder below that of the key in which stores and servers keep a PDB in its compressed container. */
export const MSFZ_FOLDER = 'msfz0';
export const hasMsfzForm = (name: string): boolean => /\.pdb$/i.test(name);

/** The file by which a store points to a file elsewhere. */
export const POINTER_NAME = 'file.ptr';

/** Given, lower and upper case: stores are copied between systems that do and do not distinguish them. */
export function spellings(name: string): string[] {
  if (process.platform === 'win32') return [name];
  return [...new Set([name, name.toLowerCase(), name.toUpperCase()])];
}
