import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { asFailure } from '../contract/failure.ts';
import type { CaptureManifest } from '../contract/generated/types.ts';
import type { Dump } from '../dump/dump.ts';
import { baseName, type LoadedDriver } from '../dump/modules.ts';
import { readProcessors } from '../kernel/processors.ts';
import { simulatedMachineOf } from '../report/dump/header-record.ts';
import { type StackReader, stackReader } from '../stack/kernel-stacks.ts';
import { type SymbolFiles, symbolFiles } from '../stack/symbol-files.ts';
import type { PdbReference } from '../symbols/pe/debug-directory.ts';
import type { StoreFile } from '../symbols/store/folders.ts';
import { searchPaths } from '../symbols/store/path-sources.ts';
import { type SymbolLibrary, symbolLibrary } from '../symbols/symbol-library.ts';
import type { Output } from './output.ts';

/** What a request says about symbols. */
export interface SymbolRequest {
  readonly symbolPath?: string;
  readonly imagePath?: string;
}

/** Stack readers for one dump after the other over the same images and PDBs. */
export interface DumpSymbols {
  readerFor(dump: Dump, manifest: CaptureManifest | undefined, options: ReaderOptions): StackReader;
  /** Warns once of each module of the dump whose files are missing where frames lie in it. */
  warnOfMissing(reader: StackReader): void;
  close(): void;
}

export interface ReaderOptions {
  readonly scan?: boolean;
  readonly maxFrames?: number;
}

/** A store key holds what the file is: stamp and size of an image, GUID and age of a PDB. */
async function simulatedFiles(): Promise<(file: StoreFile) => Uint8Array | undefined> {
  const { simulatedImages } = await import('../machine/simulated/simulated-images.ts');
  const images = simulatedImages();
  return ({ name, key }) =>
    name.toLowerCase().endsWith('.pdb')
      ? images.pdb(name, key.slice(0, 32), Number.parseInt(key.slice(32), 16))
      : images.open(name, Number.parseInt(key.slice(0, 8), 16), Number.parseInt(key.slice(8), 16));
}

/** Where downloads go when a path names a server and no folder: debuggers use a folder of the user's own too. */
function defaultStore(): string {
  const local = process.env['LOCALAPPDATA'] ?? process.env['XDG_CACHE_HOME'];
  return path.join(local ?? tmpdir(), 'ktriage', 'symbols');
}

function recordedPdb(manifest: CaptureManifest | undefined) {
  return (driver: LoadedDriver): PdbReference | undefined => {
    const name = baseName(driver.path).toLowerCase();
    const known = manifest?.drivers.find(
      (each) => each.name.toLowerCase() === name && each.timeDateStamp === driver.timeDateStamp,
    );
    return known?.pdb && { path: known.pdb.name, guid: known.pdb.guid, age: known.pdb.age };
  };
}

/**
 * Symbols for the dumps of a request. A dump that says it comes from a simulated machine finds that machine's images
 * built in; its frames come from a dump that says so in every record.
 * @throws Failure SymbolPathInvalid
 */
export async function dumpSymbols(
  request: SymbolRequest,
  output: Output,
  signal: AbortSignal,
): Promise<DumpSymbols> {
  const paths = searchPaths(request, process.env, defaultStore());
  const onDamage = (
    module: { readonly file: string },
    _origin: string,
    failure: { readonly message: string },
  ) => output.warning(failure.message, module.file);
  const options = { paths, environment: process.env, signal, onDamage };
  const library: SymbolLibrary = symbolLibrary(options);
  let simulated: SymbolLibrary | undefined;
  const builtIn = await simulatedFiles();
  const told = new Set<string>();
  const filesOf = new WeakMap<StackReader, SymbolFiles>();

  function libraryFor(dump: Dump): SymbolLibrary {
    if (simulatedMachineOf(dump) === undefined) return library;
    simulated ??= symbolLibrary({ ...options, builtIn });
    return simulated;
  }

  return {
    readerFor(dump, manifest, readerOptions) {
      const systemRoot = process.platform === 'win32' ? process.env['SystemRoot'] : undefined;
      const files = symbolFiles({
        library: libraryFor(dump),
        recordedPdb: recordedPdb(manifest),
        ...(systemRoot === undefined ? {} : { systemRoot }),
      });
      const reader = stackReader(dump, readProcessors(dump), {
        ...readerOptions,
        finder: files,
        onDamage: (driver, failure) => output.warning(asFailure(failure).message, driver.path),
      });
      filesOf.set(reader, files);
      return reader;
    },
    warnOfMissing(reader) {
      for (const driver of reader.missing()) {
        const notice = filesOf.get(reader)?.noticeOf(driver);
        const key = `${driver.path} ${driver.timeDateStamp}`;
        if (notice === undefined || told.has(key)) continue;
        told.add(key);
        output.warning(`${notice.message} ${notice.advice}`, driver.path);
      }
    },
    close() {
      library.close();
      simulated?.close();
    },
  };
}
