import path from 'node:path';
import { orUndefined } from '../contract/failure.ts';
import type { LoadedDriver } from '../dump/modules.ts';
import { describePdbIdentity, isSamePdb } from '../symbols/identity.ts';
import { type MissingNotice, missingNotice } from '../symbols/missing-files.ts';
import type { MissingFile, ModuleReference } from '../symbols/module-files.ts';
import { sectionListOf } from '../symbols/module-queries.ts';
import { type PdbReference, pdbReferenceOf } from '../symbols/pe/debug-directory.ts';
import type { PeImage } from '../symbols/pe/image.ts';
import type { SymbolLibrary } from '../symbols/symbol-library.ts';
import type { ModuleFileFinder } from './module-files.ts';

export interface SymbolFileOptions {
  readonly library: SymbolLibrary;
  /** The PDB of a driver as recorded when the dump was taken: triage dumps themselves do not hold it. */
  readonly recordedPdb?: (driver: LoadedDriver) => PdbReference | undefined;
  /** `C:\Windows` of the machine that runs this, when the images of its own drivers may be tried. */
  readonly systemRoot?: string;
  /** Called once a driver when the dump and its manifest name different PDBs; the dump is believed. */
  readonly onContradiction?: (driver: LoadedDriver, message: string) => void;
  /** The dump is of a processor with frames that form a chain (ARM64). */
  readonly frameChain?: boolean;
}

/** The files of a symbol library, as a walk asks for them. */
export interface SymbolFiles extends ModuleFileFinder {
  /** What is missing for a driver that was asked for, and where was looked; undefined when nothing that matters is. */
  noticeOf(driver: LoadedDriver): MissingNotice | undefined;
  /** The search for the PDB of a driver that was asked for; undefined when it was found. */
  missingPdbOf(driver: LoadedDriver): MissingFile | undefined;
}

const SYSTEM_ROOT = /^\\SystemRoot\\/i;
const DEVICE_PREFIX = /^\\\?\?\\/;

/** Where the file of a driver is on the machine that loaded it. */
export function driverFile(driverPath: string, systemRoot: string): string | undefined {
  if (SYSTEM_ROOT.test(driverPath)) return path.win32.join(systemRoot, driverPath.replace(SYSTEM_ROOT, ''));
  const plain = driverPath.replace(DEVICE_PREFIX, '');
  return /^[a-z]:\\/i.test(plain) ? plain : undefined;
}

/**
 * Images and PDBs out of a library, each accepted by its identity alone. The library may serve many dumps; what is asked
 * for here belongs to one.
 */
export function symbolFiles(options: SymbolFileOptions): SymbolFiles {
  const { library, systemRoot } = options;
  const asked = new Map<LoadedDriver, { reference: ModuleReference; inMemory: PeImage | undefined }>();

  /** The dump is the truth about itself; a manifest beside it may be of another capture. */
  function pdbOf(driver: LoadedDriver, inMemory: PeImage | undefined): PdbReference | undefined {
    const recorded = options.recordedPdb?.(driver);
    const own = inMemory && orUndefined(() => pdbReferenceOf(inMemory));
    if (own !== undefined && recorded !== undefined && !isSamePdb(own, recorded) && !asked.has(driver)) {
      options.onContradiction?.(
        driver,
        `The manifest names the PDB ${describePdbIdentity(recorded)} for ${driver.path}, but the image in the dump names ${describePdbIdentity(own)}. The manifest is not believed.`,
      );
    }
    return own ?? recorded;
  }

  function referenceOf(driver: LoadedDriver, inMemory: PeImage | undefined): ModuleReference {
    const pdb = pdbOf(driver, inMemory);
    const local = systemRoot === undefined ? undefined : driverFile(driver.path, systemRoot);
    const reference: ModuleReference = {
      file: driver.path,
      image: { timeDateStamp: driver.timeDateStamp, sizeOfImage: driver.size },
      ...(pdb && { pdb: { name: pdb.path, guid: pdb.guid, age: pdb.age } }),
      ...(local !== undefined && { localImages: [local] }),
      ...(inMemory && { sections: sectionListOf(inMemory) }),
    };
    asked.set(driver, { reference, inMemory });
    return reference;
  }

  return {
    find: (driver, inMemory) => (driver.path === '' ? {} : library.open(referenceOf(driver, inMemory))),
    findAtHand: (driver, inMemory) =>
      driver.path === '' ? {} : library.openAtHand(referenceOf(driver, inMemory)),
    async fetch(driver, inMemory, from) {
      if (driver.path === '') return undefined;
      const reference = referenceOf(driver, inMemory);
      await library.fetch([reference], from);
      return library.open(reference);
    },
    noticeOf(driver) {
      const question = asked.get(driver);
      if (question === undefined) return undefined;
      const { reference, inMemory } = question;
      const { frameChain } = options;
      return missingNotice(reference, library.open(reference), { inMemory, frameChain });
    },
    missingPdbOf(driver) {
      const question = asked.get(driver);
      const missing = question && library.open(question.reference).missing;
      return missing?.find(({ what }) => what === 'pdb');
    },
  };
}
