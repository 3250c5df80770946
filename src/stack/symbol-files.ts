import path from 'node:path';
import { type ByteSource, openFileSource } from '../binary/byte-source.ts';
import { cachedSource } from '../binary/cached-source.ts';
import { asFailure } from '../contract/failure.ts';
import { baseName, type LoadedDriver } from '../dump/modules.ts';
import { imageStoreKey, pdbStoreKey, requirePdbIdentity } from '../symbols/identity.ts';
import { openPdb, type Pdb } from '../symbols/pdb/pdb-file.ts';
import { type PdbReference, pdbReferenceOf } from '../symbols/pe/debug-directory.ts';
import { damagedImage, openImage, type PeImage } from '../symbols/pe/image.ts';
import type { FileSearch, LookedPlace } from '../symbols/store/found-file.ts';
import type { SymbolFinder } from '../symbols/symbol-finder.ts';
import type { ModuleFileFinder, ModuleFiles } from './module-files.ts';

export interface SymbolFileOptions {
  readonly finder: SymbolFinder;
  /** The PDB of a driver as recorded when the dump was taken: triage dumps themselves do not hold it. */
  readonly recordedPdb?: (driver: LoadedDriver) => PdbReference | undefined;
  /** `C:\Windows` of the machine that runs this, when the images of its own drivers may be tried. */
  readonly systemRoot?: string;
  /** Told after each search what places were looked into. */
  readonly onLooked?: (driver: LoadedDriver, file: string, looked: readonly LookedPlace[]) => void;
}

/**
 * Opens an image file when it is the build that was loaded.
 * @throws Failure ImageUnreadable
 */
function acceptImage(driver: LoadedDriver, source: ByteSource): PeImage {
  const image = openImage(cachedSource(source));
  if (image.timeDateStamp === driver.timeDateStamp && image.sizeOfImage === driver.size) return image;
  const wanted = imageStoreKey({ timeDateStamp: driver.timeDateStamp, sizeOfImage: driver.size });
  throw damagedImage(source.name, `it is build ${imageStoreKey(image)}, and ${wanted} was loaded`);
}

/** @throws Failure SymbolsUnreadable */
function acceptPdb(wanted: PdbReference, source: ByteSource): Pdb {
  const pdb = openPdb(source);
  requirePdbIdentity(source.name, pdb.identity, wanted);
  return pdb;
}

const SYSTEM_ROOT = /^\\SystemRoot\\/i;
const DEVICE_PREFIX = /^\\\?\?\\/;

/** Where the file of a driver lies on the machine that loaded it. */
export function driverFile(driverPath: string, systemRoot: string): string | undefined {
  if (SYSTEM_ROOT.test(driverPath)) return path.win32.join(systemRoot, driverPath.replace(SYSTEM_ROOT, ''));
  const plain = driverPath.replace(DEVICE_PREFIX, '');
  return /^[a-z]:\\/i.test(plain) ? plain : undefined;
}

/** The image that this machine itself has, when it is the build that was loaded. */
function localImage(driver: LoadedDriver, systemRoot: string | undefined): PeImage | undefined {
  const file = systemRoot === undefined ? undefined : driverFile(driver.path, systemRoot);
  if (file === undefined) return undefined;
  let source: ByteSource | undefined;
  try {
    source = openFileSource(file);
    return acceptImage(driver, source);
  } catch (thrown) {
    source?.close();
    // The dump is from another machine, or the driver was updated: the symbol path may have it.
    if (asFailure(thrown).code === 'Internal') throw thrown;
    return undefined;
  }
}

const filesOf = (image: PeImage | undefined, pdb: Pdb | undefined): ModuleFiles => ({
  ...(image && { image }),
  ...(pdb && { pdb }),
});

/** A file to look for: how a store files it, and which one is right. */
function imageOrder(driver: LoadedDriver) {
  const key = imageStoreKey({ timeDateStamp: driver.timeDateStamp, sizeOfImage: driver.size });
  return {
    file: { name: baseName(driver.path), key },
    accept: (source: ByteSource) => acceptImage(driver, source),
  };
}

function pdbOrder(reference: PdbReference) {
  // The linker may have recorded the path on the build machine.
  const file = { name: baseName(reference.path), key: pdbStoreKey(reference) };
  return { file, accept: (source: ByteSource) => acceptPdb(reference, source) };
}

/**
 * Images and PDBs along the symbol path, each accepted by its identity alone. What was found is kept, so that many
 * dumps of one machine open each file once.
 */
export function symbolFiles(options: SymbolFileOptions): ModuleFileFinder {
  const { finder } = options;
  const known = new Map<string, ModuleFiles>();
  const keyOf = (driver: LoadedDriver) =>
    `${baseName(driver.path).toLowerCase()}/${imageStoreKey({ timeDateStamp: driver.timeDateStamp, sizeOfImage: driver.size })}`;
  const referenceOf = (driver: LoadedDriver, image: PeImage | undefined) =>
    options.recordedPdb?.(driver) ?? (image && pdbReferenceOf(image));

  function result<T>(driver: LoadedDriver, file: string, { found, looked }: FileSearch<T>): T | undefined {
    options.onLooked?.(driver, file, looked);
    return found?.value;
  }

  function searchImage(driver: LoadedDriver): PeImage | undefined {
    const { file, accept } = imageOrder(driver);
    return result(driver, file.name, finder.search('images', file, accept));
  }

  function searchPdb(driver: LoadedDriver, reference: PdbReference | undefined): Pdb | undefined {
    if (reference === undefined) return undefined;
    const { file, accept } = pdbOrder(reference);
    return result(driver, file.name, finder.search('symbols', file, accept));
  }

  async function fetchImage(driver: LoadedDriver): Promise<PeImage | undefined> {
    const { file, accept } = imageOrder(driver);
    return result(driver, file.name, await finder.fetch('images', file, accept));
  }

  async function fetchPdb(
    driver: LoadedDriver,
    reference: PdbReference | undefined,
  ): Promise<Pdb | undefined> {
    if (reference === undefined) return undefined;
    const { file, accept } = pdbOrder(reference);
    return result(driver, file.name, await finder.fetch('symbols', file, accept));
  }

  /** A PDB with copies of the unwind data makes the image needless, and names its functions as well. */
  async function fetchFiles(driver: LoadedDriver, image: PeImage | undefined): Promise<ModuleFiles> {
    const early = await fetchPdb(driver, referenceOf(driver, image));
    if (early?.unwindCopies() !== undefined) return filesOf(undefined, early);
    const fetched = await fetchImage(driver);
    return filesOf(fetched, early ?? (await fetchPdb(driver, referenceOf(driver, fetched))));
  }

  return {
    find(driver, inMemory) {
      if (driver.path === '') return {};
      const before = known.get(keyOf(driver));
      if (before !== undefined) return before;
      const image = localImage(driver, options.systemRoot) ?? searchImage(driver);
      const files = filesOf(image, searchPdb(driver, referenceOf(driver, image ?? inMemory)));
      known.set(keyOf(driver), files);
      return files;
    },
    async fetch(driver, inMemory) {
      if (driver.path === '') return undefined;
      const before = known.get(keyOf(driver));
      if (before?.image !== undefined && before.pdb !== undefined) return undefined;
      const files = { ...before, ...(await fetchFiles(driver, before?.image ?? inMemory)) };
      known.set(keyOf(driver), files);
      return files;
    },
  };
}
