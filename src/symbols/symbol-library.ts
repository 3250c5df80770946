import { orUndefined } from '../contract/failure.ts';
import { type FilePool, filePool } from './file-pool.ts';
import { imageStoreKey, pdbStoreKey } from './identity.ts';
import type { MissingFile, ModuleFiles, ModuleReference } from './module-files.ts';
import { imageQuery, pdbQuery } from './module-queries.ts';
import type { Pdb } from './pdb/pdb-file.ts';
import type { PeImage } from './pe/image.ts';
import type { FileSearch } from './store/found-file.ts';
import { namesServer } from './store/symbol-path.ts';
import { type SymbolFinder, type SymbolFinderOptions, symbolFinder } from './symbol-finder.ts';

export type SymbolLibraryOptions = Omit<SymbolFinderOptions, 'open'>;

/** Where files are fetched from: folders and stores alone, or the servers of the path too. */
export type FetchFrom = 'Here' | 'Everywhere';

/** Images and PDBs by identity, each opened once, in bounded memory. */
export interface SymbolLibrary {
  /** What this machine's folders and stores hold, without network. Repeated calls cost nothing. */
  open(module: ModuleReference): ModuleFiles;
  /** The same, as far as it takes no time; undefined where a file must be expanded or copied first, which `fetch` does. */
  openAtHand(module: ModuleReference): ModuleFiles | undefined;
  /**
   * Brings near what takes time, in turns with the rest of the process: files that are compressed or in a far store, and from the servers of
   * the path what is in none; `open` then finds it. An image is only fetched where the PDB is unknown without it or cannot replace it.
   */
  fetch(modules: readonly ModuleReference[], from?: FetchFrom): Promise<void>;
  close(): void;
}

/** Modules that are remembered; a machine has some 200. */
const MOST_MODULES = 1024;

function missingOf(
  what: 'image' | 'pdb',
  search: FileSearch<unknown> | undefined,
  unknown: string,
): MissingFile[] {
  if (search?.found) return [];
  return [search === undefined ? { what, looked: [], reason: unknown } : { what, looked: search.looked }];
}

const NOT_FOUND = { looked: [] };

/** Whether a PDB holds what a walk takes from the image. Damage is reported where the data is used. */
const standsInForImage = (pdb: Pdb | undefined) =>
  pdb !== undefined && !pdb.lacksSections && orUndefined(() => pdb.unwindCopies()) !== undefined;

export function symbolLibrary(options: SymbolLibraryOptions): SymbolLibrary {
  const pool: FilePool = filePool();
  const finder: SymbolFinder = symbolFinder({ ...options, open: pool.open });
  const entries = new Map<string, ModuleFiles>();

  const keyOf = ({ file, image, pdb, localImages = [] }: ModuleReference) =>
    [
      file,
      image === undefined ? '' : imageStoreKey(image),
      pdb && `${pdb.name} ${pdbStoreKey(pdb)}`,
      ...localImages,
    ].join('|');

  function remember(key: string, files: ModuleFiles): ModuleFiles {
    entries.delete(key);
    entries.set(key, files);
    const [oldest] = entries.keys();
    if (entries.size > MOST_MODULES && oldest !== undefined) entries.delete(oldest);
    return files;
  }

  function assemble(image: FileSearch<PeImage> | undefined, pdb: FileSearch<Pdb> | undefined): ModuleFiles {
    return {
      ...(image?.found && { image: image.found.value, imagePath: image.found.path }),
      ...(pdb?.found && { pdb: pdb.found.value, pdbPath: pdb.found.path }),
      missing: [
        ...missingOf('image', image, 'nothing shows which build was loaded'),
        ...missingOf('pdb', pdb, 'neither an image nor a manifest names its PDB'),
      ],
    };
  }

  function open(module: ModuleReference): ModuleFiles {
    const key = keyOf(module);
    const known = entries.get(key);
    if (known) return remember(key, known);
    const wantedImage = imageQuery(module);
    const image = wantedImage && finder.search(wantedImage);
    const wantedPdb = pdbQuery(module, image ?? NOT_FOUND);
    return remember(key, assemble(image, wantedPdb && finder.search(wantedPdb)));
  }

  function openAtHand(module: ModuleReference): ModuleFiles | undefined {
    const key = keyOf(module);
    const known = entries.get(key);
    if (known) return remember(key, known);
    const wantedImage = imageQuery(module);
    const image = wantedImage && finder.searchAtHand(wantedImage);
    if (wantedImage && image === undefined) return undefined;
    const wantedPdb = pdbQuery(module, image ?? NOT_FOUND);
    const pdb = wantedPdb && finder.searchAtHand(wantedPdb);
    return wantedPdb && pdb === undefined ? undefined : remember(key, assemble(image, pdb));
  }

  async function bringNear(module: ModuleReference): Promise<void> {
    const wantedImage = imageQuery(module);
    const image = wantedImage && (await finder.searchInTurns(wantedImage));
    const wantedPdb = pdbQuery(module, image ?? NOT_FOUND);
    remember(keyOf(module), assemble(image, wantedPdb && (await finder.searchInTurns(wantedPdb))));
  }

  async function fetchOne(module: ModuleReference): Promise<void> {
    const wantedImage = imageQuery(module);
    let image: FileSearch<PeImage> | undefined = wantedImage && (await finder.searchInTurns(wantedImage));
    const early = pdbQuery(module, image ?? NOT_FOUND);
    let pdb = early && (await finder.fetch(early));
    if (wantedImage && !image?.found && !standsInForImage(pdb?.found?.value)) {
      image = await finder.fetch(wantedImage);
      const isLater = early === undefined || pdb?.found?.value.lacksSections === true;
      const late = isLater ? pdbQuery(module, image) : undefined;
      if (late) pdb = await finder.fetch(late);
    }
    remember(keyOf(module), assemble(image, pdb));
  }

  return {
    open,
    openAtHand,
    async fetch(modules, from = 'Everywhere') {
      await Promise.all(modules.filter((module) => openAtHand(module) === undefined).map(bringNear));
      const { symbols, images } = options.paths;
      if (from === 'Here') return;
      if (!namesServer(symbols) && !namesServer(images)) return;
      const waiting = modules.filter((module) => open(module).missing.length > 0);
      await Promise.all(waiting.map(fetchOne));
    },
    close() {
      entries.clear();
      pool.clear();
    },
  };
}
