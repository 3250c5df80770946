import path from 'node:path';
import { type ByteSource, bytesSource, openFileSource } from '../../binary/byte-source.ts';
import type { Steps } from '../../binary/steps.ts';
import { expandCabinetFile } from '../cabinet/cabinet.ts';
import { compressedNameOf } from './file-names.ts';
import {
  type CandidateFile,
  candidatesInFolder,
  candidatesInStore,
  isPlainFile,
  isTwoTier,
  type StoreFile,
  storeFolder,
} from './folders.ts';
import {
  type Accept,
  acceptSource,
  type FileSearch,
  type FoundFile,
  keepIn,
  type LookedPlace,
  refusal,
} from './found-file.ts';
import { pointerTarget } from './pointer.ts';
import { copyIntoStore, writeIntoStore } from './store-writer.ts';
import type { SymbolPath, SymbolPathElement } from './symbol-path.ts';

/** How a search opens files: as they are, or through a pool. */
export type OpenFile = (path: string) => ByteSource;

export interface SearchOptions {
  readonly open?: OpenFile;
  /** A store that compressed files are expanded to where no other is nearer; empty for none. */
  readonly defaultStore?: string;
}

interface Opening<T> {
  /** The file that is sought. */
  readonly name: string;
  readonly accept: Accept<T>;
  readonly open: OpenFile;
  /** The folders of the symbol path, which a pointer may lead to. */
  readonly roots: readonly string[];
  /** The folder that compressed files are expanded to where no store is nearer. */
  readonly expandInto?: string;
}

/** Opens a compressed file: expanded into the nearest store if there is one, else in memory. */
function* openCompressed<T>(
  file: string,
  nearer: readonly string[],
  opening: Opening<T>,
): Steps<FoundFile<T>> {
  const { name, accept, open, expandInto } = opening;
  const before = expandInto === undefined ? undefined : path.join(expandInto, name);
  if (before !== undefined && isPlainFile(before)) {
    try {
      return { value: acceptSource(open(before), accept), path: before };
    } catch (thrown) {
      // What was expanded in an earlier run is damaged: it is expanded again.
      refusal(before, thrown);
    }
  }
  const bytes = yield* expandCabinetFile(file);
  const value = accept(bytesSource(bytes, file));
  const folders = nearer.length > 0 || expandInto === undefined ? nearer : [expandInto];
  const kept = yield* keepIn(folders, name, (final) => writeIntoStore(final, bytes));
  return kept === undefined ? { value, path: file } : { value: acceptSource(open(kept), accept), path: kept };
}

/** The file that a pointer names, or what is there in its place: the same file compressed. */
function pointedCandidate(target: string, name: string): CandidateFile {
  const isCompressed = path.basename(target).toLowerCase() !== name.toLowerCase();
  if (isCompressed) return { path: target, form: 'compressed' };
  const beside = compressedNameOf(target);
  return isPlainFile(target) || !isPlainFile(beside)
    ? { path: target, form: 'plain' }
    : { path: beside, form: 'compressed' };
}

function* openCandidate<T>(
  candidate: CandidateFile,
  nearer: readonly string[],
  opening: Opening<T>,
): Steps<FoundFile<T> | LookedPlace> {
  if (!isPlainFile(candidate.path)) {
    return { place: candidate.path, result: 'refused', reason: 'it is not there, or is not a file' };
  }
  switch (candidate.form) {
    case 'compressed':
      return yield* openCompressed(candidate.path, nearer, opening);
    case 'pointer': {
      const pointer = pointerTarget(candidate.path, opening.name, opening.roots);
      if ('message' in pointer) {
        return { place: candidate.path, result: 'refused', reason: pointer.message };
      }
      return yield* openCandidate(pointedCandidate(pointer.path, opening.name), nearer, opening);
    }
    case 'plain': {
      const value = acceptSource(opening.open(candidate.path), opening.accept);
      const { subfolder = '' } = candidate;
      const folders = nearer.map((folder) => path.join(folder, subfolder));
      const from = candidate.path;
      const kept = yield* keepIn(folders, opening.name, (final) => copyIntoStore(final, from));
      return { value, path: kept ?? candidate.path };
    }
  }
}

/** The places of one element, nearest first, each with the folders before it that a find is copied to. */
function placesOf(element: SymbolPathElement, file: StoreFile) {
  if (element.kind === 'folder') {
    const loose = { place: path.join(element.folder, file.name), nearer: [] as string[] };
    const store = {
      place: storeFolder(element.folder, file, isTwoTier(element.folder)),
      nearer: [] as string[],
    };
    return [
      { ...loose, candidates: () => candidatesInFolder(element.folder, file.name) },
      { ...store, candidates: () => candidatesInStore(element.folder, file, isTwoTier(element.folder)) },
    ];
  }
  const nearer: string[] = [];
  return element.stores.flatMap((store) => {
    if (store.kind === 'server') return [];
    const twoTier = isTwoTier(store.folder);
    const place = storeFolder(store.folder, file, twoTier);
    const entry = {
      place,
      nearer: [...nearer],
      candidates: () => candidatesInStore(store.folder, file, twoTier),
    };
    nearer.push(place);
    return [entry];
  });
}

const foldersOf = (element: SymbolPathElement): readonly string[] =>
  element.kind === 'folder'
    ? [element.folder]
    : element.stores.flatMap((store) => (store.kind === 'directory' ? [store.folder] : []));

/**
 * Looks for a file in the folders and stores of a path, never on the network, and takes the first that `accept`
 * accepts. Every place is reported once, in the order it was looked into. A file that need not be expanded or copied takes a single step.
 */
export function* searchLocally<T>(
  searchPath: SymbolPath,
  file: StoreFile,
  accept: Accept<T>,
  { open = openFileSource, defaultStore = '' }: SearchOptions = {},
): Steps<FileSearch<T>> {
  const expandInto = defaultStore === '' ? {} : { expandInto: storeFolder(defaultStore, file, false) };
  const roots = searchPath.elements.flatMap(foldersOf);
  const opening: Opening<T> = { name: file.name, accept, open, roots, ...expandInto };
  const looked: LookedPlace[] = [];
  const known = new Set<string>();
  for (const { place, nearer, candidates } of searchPath.elements.flatMap((each) => placesOf(each, file))) {
    if (known.has(place)) continue;
    known.add(place);
    let found: CandidateFile[];
    try {
      found = candidates();
    } catch (thrown) {
      looked.push(refusal(place, thrown));
      continue;
    }
    if (found.length === 0) looked.push({ place, result: 'notThere' });
    for (const candidate of found) {
      try {
        const opened = yield* openCandidate(candidate, nearer, opening);
        if ('value' in opened) {
          return { found: opened, looked: [...looked, { place: opened.path, result: 'found' }] };
        }
        looked.push(opened);
      } catch (thrown) {
        looked.push(refusal(candidate.path, thrown));
      }
    }
  }
  return { looked };
}
