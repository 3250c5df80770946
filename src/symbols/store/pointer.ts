import path from 'node:path';
import { readFileStart } from '../../binary/whole-file.ts';
import { compressedNameOf } from './file-names.ts';

/** Longer pointers are not paths. */
const LONGEST_POINTER = 4096;
/** `\\\\server\\share` in either slash, which opens a connection, and `\\\\?\\` and `\\\\.\\`, which name devices. */
const SHARE = /^[\\/]{2}/;
const DEVICE_SPACE = /^[\\/]{2}[?.][\\/]/;
/** A drive alone, and a stream of a file, both with a colon where no path has one. */
const ODD_COLON = /^.:(?![\\/])|^.{2,}:/s;

/** The content of a `file.ptr` (symstore documentation): where the file is, or why there is none. */
export function readPointerFile(pointer: string): { readonly path: string } | { readonly message: string } {
  const text = readFileStart(pointer, LONGEST_POINTER).toString('utf8').trim();
  const target = /^(?:PATH:)?(.+)$/is.exec(text)?.[1]?.trim();
  if (/^MSG:/i.test(text)) return { message: text.slice('MSG:'.length).trim() };
  return target === undefined ? { message: 'the pointer is empty' } : { path: target };
}

const spelled = (text: string) => `${text.replaceAll('/', '\\').replace(/\\+$/, '').toLowerCase()}\\`;
const lastPart = (text: string) => text.slice(Math.max(text.lastIndexOf('\\'), text.lastIndexOf('/')) + 1);

/**
 * Where the pointer of a store, or of a plain folder, leads for the file `name`: a file of that name, on this computer or on a share that
 * the symbol path itself names. A pointer comes from others as any file of a store does, so it opens no connection and no device.
 * @param roots the folders of the symbol path
 */
export function pointerTarget(
  pointer: string,
  name: string,
  roots: readonly string[],
): { readonly path: string } | { readonly message: string } {
  const said = readPointerFile(pointer);
  if ('message' in said) return said;
  const target = said.path;
  const refused = (why: string) => ({ message: `the pointer leads to ${target}, ${why}` });
  const names = [name, compressedNameOf(name)].map((each) => each.toLowerCase());
  if (!names.includes(lastPart(target).toLowerCase())) return refused('which has another name');
  if (DEVICE_SPACE.test(target) || ODD_COLON.test(target)) return refused('which is no file of a store');
  if (SHARE.test(target)) {
    const asked = roots.some((root) => SHARE.test(root) && spelled(target).startsWith(spelled(root)));
    const climbs = target.split(/[\\/]/).includes('..');
    if (!asked || climbs) return refused('a share that the symbol path does not name');
    return { path: target };
  }
  return { path: path.resolve(path.dirname(pointer), target) };
}
