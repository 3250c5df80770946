import process from 'node:process';
import { parseAddress } from '../../binary/address.ts';
import { attached } from '../../binary/attached.ts';
import { once } from '../../binary/once.ts';
import { type Face, inWordsOf } from '../../contract/face.ts';
import type { Failure } from '../../contract/failure.ts';
import type { CaptureManifest } from '../../contract/generated/types.ts';
import type { Output } from '../../contract/output.ts';
import { baseName, type LoadedDriver } from '../../dump/modules.ts';
import { machineOfDump } from '../../stack/dump-memory.ts';
import { type DumpModule, dumpModules } from '../../stack/dump-modules.ts';
import { type StackReader, stackReader } from '../../stack/kernel-stacks.ts';
import { type SymbolFiles, symbolFiles } from '../../stack/symbol-files.ts';
import type { MissingFile } from '../../symbols/module-files.ts';
import type { PdbReference } from '../../symbols/pe/debug-directory.ts';
import { type SymbolResolver, symbolResolver } from '../../symbols/resolver.ts';
import { type CredentialRequest, symbolCredentials } from '../../symbols/server/credential-sources.ts';
import { authorizationOf } from '../../symbols/server/credentials.ts';
import { defaultStore } from '../../symbols/store/default-store.ts';
import type { StoreFile } from '../../symbols/store/folders.ts';
import { type SearchPaths, searchPaths } from '../../symbols/store/path-sources.ts';
import { type SymbolLibrary, symbolLibrary } from '../../symbols/symbol-library.ts';
import type { ReadingContext } from './context.ts';
import { downloadProgress } from './download-progress.ts';
import type { OpenedDump } from './opened-dump.ts';

/** The part of a request about symbols. */
export interface SymbolRequest extends CredentialRequest {
  readonly symbolPath?: string;
  readonly imagePath?: string;
  readonly adviceFor?: Face;
}

/** Stack readers for one dump after the other over the same images and PDBs. */
export interface DumpSymbols {
  readerFor(opened: OpenedDump, options: ReaderOptions): Promise<StackReader>;
  /** Names over all images of a dump; servers are asked for those that the questions concern. */
  resolverFor(opened: OpenedDump, questions: SymbolQuestions): Promise<SymbolResolver>;
  /** The images of a dump; what is found for them stays at hand for as long as these symbols do. */
  modulesOf(opened: OpenedDump): Promise<DumpModules>;
  /** Warns once of each module of the dump that frames are in and that lacks files. */
  warnOfMissing(reader: StackReader): void;
  /** The same for modules that were asked for in another way. */
  warnOfModules(opened: OpenedDump, modules: Iterable<DumpModule>): Promise<void>;
  close(): void;
}

/** The loaded images of a dump with their files. */
export interface DumpModules {
  readonly modules: readonly DumpModule[];
  /** The search for the PDB of a module; undefined when it was found. */
  missingPdb(module: DumpModule): MissingFile | undefined;
}

/** What a resolver is going to be asked. */
export interface SymbolQuestions {
  readonly addresses: readonly string[];
  /** `module!name` or a bare name. */
  readonly names: readonly string[];
}

export interface ReaderOptions {
  readonly scan?: boolean;
  readonly maxFrames?: number;
  readonly includeCaptureFrames?: boolean;
  readonly registers?: boolean;
}

/** Images and PDBs of the simulated machine. A store key holds stamp and size of an image, GUID and age of a PDB. */
async function simulatedFiles(): Promise<(file: StoreFile) => Uint8Array | undefined> {
  const { simulatedImages } = await import('../../simulator/simulated-images.ts');
  const images = simulatedImages();
  return ({ name, key }) =>
    name.toLowerCase().endsWith('.pdb')
      ? images.pdb(name, key.slice(0, 32), Number.parseInt(key.slice(32), 16))
      : images.open(name, Number.parseInt(key.slice(0, 8), 16), Number.parseInt(key.slice(8), 16));
}

function recordedPdb(manifest: CaptureManifest | undefined) {
  const keyOf = (name: string, timeDateStamp: number | undefined) => `${timeDateStamp} ${name.toLowerCase()}`;
  // The first of several with one name and stamp counts.
  const byKey = once(
    () =>
      new Map(
        manifest?.drivers.toReversed().map((each) => [keyOf(each.name, each.timeDateStamp), each] as const),
      ),
  );
  return (driver: LoadedDriver): PdbReference | undefined => {
    const known = byKey().get(keyOf(baseName(driver.path), driver.timeDateStamp));
    return known?.pdb && { path: known.pdb.name, guid: known.pdb.guid, age: known.pdb.age };
  };
}

/** A module that a question is about: it holds the address, or is before the `!`. */
function concerns({ addresses, names }: SymbolQuestions): (module: DumpModule) => boolean {
  const places = addresses.map(parseAddress).filter((address) => address !== undefined);
  const prefixes = new Set(names.map((name) => name.slice(0, Math.max(0, name.indexOf('!'))).toLowerCase()));
  return ({ base, size, name }) =>
    prefixes.has(name.toLowerCase()) ||
    places.some((address) => address >= base && address < base + BigInt(size));
}

/**
 * The paths of a request, or of the environment: a part of those that is not understood is a warning.
 * @throws Failure SymbolPathInvalid
 */
export function symbolPathsOf(request: SymbolRequest, output: Pick<Output, 'warning'>): SearchPaths {
  const paths = searchPaths(request, process.env, defaultStore());
  for (const warning of paths.warnings) output.warning(warning);
  return paths;
}

/**
 * Symbols for the dumps of a request. The images of the simulated machine are built in: they serve only a dump whose
 * header names that machine, and every record from such a dump is marked as simulated.
 * @throws Failure SymbolPathInvalid, InvalidRequest and FileUnreadable for logins
 */
export function dumpSymbols(
  request: SymbolRequest,
  { output, signal, readPrivateFile }: Pick<ReadingContext, 'output' | 'signal' | 'readPrivateFile'>,
): DumpSymbols {
  const face = request.adviceFor ?? 'executable';
  const paths = symbolPathsOf(request, output);
  const authorization = authorizationOf(symbolCredentials(request, process.env, readPrivateFile), paths);
  const downloads = downloadProgress(output);
  const onReceived = downloads.received;
  const environment = process.env;
  const options = { paths, environment, signal, onReceived, ...(authorization && { authorization }) };
  const library: SymbolLibrary = symbolLibrary(options);
  let simulated: SymbolLibrary | undefined;
  const told = new Set<string>();
  const filesOf = attached<StackReader, SymbolFiles>();
  const filesOfDump = attached<OpenedDump, Promise<SymbolFiles>>();

  async function libraryFor({ simulatedMachine }: OpenedDump): Promise<SymbolLibrary> {
    if (simulatedMachine === undefined) return library;
    const builtIn = await simulatedFiles();
    simulated ??= symbolLibrary({ ...options, builtIn });
    return simulated;
  }

  function filesFor(opened: OpenedDump): Promise<SymbolFiles> {
    const known = filesOfDump.get(opened) ?? makeFiles(opened);
    filesOfDump.set(opened, known);
    return known;
  }

  async function makeFiles(opened: OpenedDump): Promise<SymbolFiles> {
    const systemRoot = process.platform === 'win32' ? process.env['SystemRoot'] : undefined;
    return symbolFiles({
      library: await libraryFor(opened),
      recordedPdb: recordedPdb(opened.manifest()),
      ...(systemRoot === undefined ? {} : { systemRoot }),
      onContradiction: (driver, message) => output.warning(message, driver.path),
      frameChain: machineOfDump(opened.dump) === 'arm64',
    });
  }

  /** One warning for each damage, also where two readers of a dump meet it. */
  function reportDriver(driver: LoadedDriver, failure: Failure): void {
    const key = `${driver.path} ${failure.message}`;
    if (told.has(key)) return;
    told.add(key);
    output.warning(failure.message, driver.path);
  }

  /** One warning a driver, however many dumps and questions it concerns. */
  function warnOf(files: SymbolFiles | undefined, driver: LoadedDriver): void {
    const notice = files?.noticeOf(driver);
    const key = `${driver.path} ${driver.timeDateStamp}`;
    if (notice === undefined || told.has(key)) return;
    told.add(key);
    output.warning(`${notice.message} ${inWordsOf(face, notice.advice)}`, driver.path);
  }

  async function warnOfModules(opened: OpenedDump, modules: Iterable<DumpModule>): Promise<void> {
    const files = await filesFor(opened);
    for (const { driver } of modules) warnOf(files, driver);
  }

  async function modulesOf(opened: OpenedDump): Promise<DumpModules> {
    const files = await filesFor(opened);
    return {
      modules: dumpModules(opened.dump, files, reportDriver),
      missingPdb: ({ driver }) => files.missingPdbOf(driver),
    };
  }

  return {
    async readerFor(opened, readerOptions) {
      const files = await filesFor(opened);
      const reader = stackReader(opened.dump, opened.processors(), {
        ...readerOptions,
        finder: files,
        onDamage: reportDriver,
      });
      filesOf.set(reader, files);
      return reader;
    },
    modulesOf,
    async resolverFor(opened, questions) {
      const { modules } = await modulesOf(opened);
      const asked = modules.filter(concerns(questions));
      await Promise.all(asked.map((module) => module.fetch()));
      await warnOfModules(opened, asked);
      return symbolResolver(modules, opened.dump.unloadedDrivers());
    },
    warnOfMissing(reader) {
      for (const driver of reader.drivers()) warnOf(filesOf.get(reader), driver);
    },
    warnOfModules,
    close() {
      downloads.end();
      library.close();
      simulated?.close();
    },
  };
}
