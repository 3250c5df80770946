import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Failure } from '../../contract/failure.ts';
import { compressedNameOf, hasMsfzForm, MSFZ_FOLDER, POINTER_NAME, spellings } from './file-names.ts';

/** A file that may be the one sought; only its identity decides. */
export interface CandidateFile {
  readonly path: string;
  readonly form: 'plain' | 'compressed' | 'pointer';
  /** The folder below that of the key in which stores keep this form of the file. */
  readonly subfolder?: string;
}

/** A file by its name and the folder that a store keeps it under. */
export interface StoreFile {
  readonly name: string;
  readonly key: string;
}

/** Sub-folders that debuggers look into below a plain folder, by the kind of image (dbghelp documentation, "Symbol paths"). */
const KIND_FOLDERS = ['sys', 'exe', 'dll'];
/** A file in the root of a store that marks a level of the first two letters of names. */
const TWO_TIER_MARK = 'index2.txt';

/**
 * A path such as `C:\sym` is a plain file name elsewhere than on Windows: searching would look into the working folder
 * and a cache would be made there.
 * @throws Failure FileUnreadable
 */
export function requireOwnSystem(folder: string): void {
  if (process.platform === 'win32' || !/^([a-z]:[\\/]|\\\\)/i.test(folder)) return;
  throw new Failure('FileUnreadable', `${folder} is a folder of Windows, and this system is another`, {
    target: folder,
  });
}

/** Empty for what is not there or is no folder. @throws what the file system throws otherwise, such as "access denied" */
function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes((thrown as NodeJS.ErrnoException).code ?? '')) return [];
    throw thrown;
  }
}

/** Whether `file` can be opened without waiting: not a pipe, not a device, not a folder. */
export function isPlainFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** Whether the files that mark a two-tier store are there; asked once a store. */
export function isTwoTier(root: string): boolean {
  return existsSync(path.join(root, TWO_TIER_MARK));
}

/** The path of a file below a store's root, in the spelling that messages show. */
export function storeFolder(root: string, { name, key }: StoreFile, twoTier: boolean): string {
  return twoTier ? path.join(root, name.slice(0, 2), name, key) : path.join(root, name, key);
}

/** The entry of a folder with this name in any letter case. */
function candidateNamed(folder: string, name: string): string | undefined {
  const entry = entriesOf(folder).find((each) => each.toLowerCase() === name.toLowerCase());
  return entry === undefined ? undefined : path.join(folder, entry);
}

/** What a store holds for a file: it itself, compressed in a cabinet or as MSFZ, or a pointer, in any letter case. */
export function candidatesInStore(root: string, file: StoreFile, twoTier: boolean): CandidateFile[] {
  requireOwnSystem(root);
  const folders = spellings(file.name).flatMap((name) =>
    spellings(file.key).map((key) => storeFolder(root, { name, key }, twoTier)),
  );
  for (const folder of folders) {
    const entries = entriesOf(folder);
    const find = (wanted: string) => entries.find((entry) => entry.toLowerCase() === wanted.toLowerCase());
    const forms = [
      ['plain', find(file.name)],
      ['compressed', find(compressedNameOf(file.name))],
      ['pointer', find(POINTER_NAME)],
    ] as const;
    const found: CandidateFile[] = forms.flatMap(([form, entry]) =>
      entry === undefined ? [] : [{ form, path: path.join(folder, entry) }],
    );
    const subfolder = hasMsfzForm(file.name) ? find(MSFZ_FOLDER) : undefined;
    if (subfolder !== undefined) {
      const inside = candidateNamed(path.join(folder, subfolder), file.name);
      if (inside !== undefined) found.push({ form: 'plain', path: inside, subfolder: MSFZ_FOLDER });
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** What a folder of loose files holds: the file in it, or below the folder of its kind. */
export function candidatesInFolder(folder: string, name: string): CandidateFile[] {
  requireOwnSystem(folder);
  const kinds = KIND_FOLDERS.flatMap((kind) => [path.join(folder, kind), path.join(folder, 'symbols', kind)]);
  return [folder, ...kinds].flatMap((place) =>
    spellings(name)
      .map((spelling) => path.join(place, spelling))
      .filter(isPlainFile)
      .slice(0, 1)
      .map((found): CandidateFile => ({ path: found, form: 'plain' })),
  );
}
