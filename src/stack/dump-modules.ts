import { addressAt, formatAddress } from '../binary/address.ts';
import { once } from '../binary/once.ts';
import { type Failure, orUndefined } from '../contract/failure.ts';
import type { Dump } from '../dump/dump.ts';
import type { LoadedDriver } from '../dump/modules.ts';
import { moduleNameOf } from '../symbols/module-name.ts';
import { type ModuleSymbols, moduleSymbols } from '../symbols/module-symbols.ts';
import type { Pdb } from '../symbols/pdb/pdb-file.ts';
import { openExports } from '../symbols/pe/exports.ts';
import { fileVersion } from '../symbols/pe/file-version.ts';
import { machineOf } from '../symbols/pe/headers.ts';
import { openMappedImage, type PeImage } from '../symbols/pe/image.ts';
import type { SymbolModule } from '../symbols/resolver.ts';
import type { FetchFrom } from '../symbols/symbol-library.ts';
import type { SymbolTable } from '../symbols/symbol-table.ts';
import { codeMapOf } from './code-map.ts';
import { memoryOf } from './dump-memory.ts';
import type { ImageFiles, ModuleFileFinder } from './module-files.ts';
import type { StackModule } from './modules.ts';
import { layeredUnwindData, type UnwindData, unwindDataOfCopies, unwindDataOfImage } from './unwind-data.ts';

/** A loaded image of a dump, for walking and for naming. Files are looked for when they are first needed. */
export interface DumpModule extends StackModule {
  readonly symbols: SymbolModule['symbols'];
  readonly driver: LoadedDriver;
  /** The PDB of exactly this image, where it is at hand. */
  pdb(): Pdb | undefined;
  /** The version resource of the image, in memory or in the file that was found. */
  fileVersion(): string | undefined;
  /**
   * Brings near what takes time, from the servers of the path too unless told otherwise. True when that brought something that was not at
   * hand before.
   */
  fetch(from?: FetchFrom): Promise<boolean>;
}

/** Called once a module when what was found for it is damaged: the walk goes on without. */
export type ReportDamage = (driver: LoadedDriver, failure: Failure) => void;

/** What keeping a section of an image costs, in units of `Work`, and an entry of a table of exports. */
const UNITS_PER_SECTION = 160;
const UNITS_PER_EXPORT = 64;

/** The image in the dump's own memory: page dumps hold the headers of loaded images, triage dumps do not. */
function imageInMemory(dump: Dump, driver: LoadedDriver): PeImage | undefined {
  if (dump.kind !== 'pages') return undefined;
  const read = memoryOf(dump);
  const image = orUndefined(() =>
    openMappedImage(driver.path, (rva, length) =>
      rva + length <= driver.size ? read(addressAt(driver.base, rva), length) : undefined,
    ),
  );
  // An image stays open as long as its dump. Thousands of drivers can share one page of headers.
  const isAffordable = image && dump.work.spend(image.sections.length * UNITS_PER_SECTION);
  return isAffordable === true ? image : undefined;
}

function unwindDataOf(
  memory: PeImage | undefined,
  { image, pdb }: ImageFiles,
  report: (failure: Failure) => void,
): UnwindData | undefined {
  const machine = pdb && machineOf(pdb.machine);
  const copies = pdb && orUndefined(() => pdb.unwindCopies(), report);
  return layeredUnwindData([
    memory && unwindDataOfImage(memory, 'memory'),
    image && unwindDataOfImage(image, 'image'),
    machine && copies && unwindDataOfCopies(machine, copies),
  ]);
}

function symbolsOf(
  { work }: Dump,
  memory: PeImage | undefined,
  { image, pdb }: ImageFiles,
  unwindData: UnwindData | undefined,
  report: (failure: Failure) => void,
): ModuleSymbols | undefined {
  const exporting = image ?? memory;
  // Thousands of drivers can share the pages of one table.
  const isAffordable = (entries: number) => exporting !== memory || work.spend(entries * UNITS_PER_EXPORT);
  const exports: SymbolTable | undefined =
    exporting && orUndefined(() => openExports(exporting, isAffordable), report);
  if (pdb === undefined && exports === undefined) return undefined;
  const code = codeMapOf(unwindData, pdb);
  return moduleSymbols({
    ...(pdb && { pdb }),
    ...(exports && { exports }),
    ...(code && { code }),
    onDamage: (_origin, failure) => report(failure),
  });
}

function dumpModule(
  dump: Dump,
  driver: LoadedDriver,
  finder: ModuleFileFinder,
  damaged: ReportDamage,
): DumpModule {
  const report = (failure: Failure) => damaged(driver, failure);
  const memory = once(() => imageInMemory(dump, driver));
  let files: ImageFiles | undefined;
  let unwinding: { data: UnwindData | undefined } | undefined;
  let naming: { symbols: ModuleSymbols | undefined } | undefined;

  /** What is known of the files replaces what was read without them. */
  function know(known: ImageFiles): ImageFiles {
    files = known;
    unwinding = undefined;
    naming = undefined;
    return known;
  }

  const found = (): ImageFiles => files ?? know(finder.find(driver, memory()));

  function foundAtHand(): ImageFiles | undefined {
    if (files !== undefined || finder.findAtHand === undefined) return found();
    const known = finder.findAtHand(driver, memory());
    return known && know(known);
  }

  /** A walk goes on without a file that takes time, and is done again when `fetch` has brought it. */
  function unwindData(): UnwindData | undefined {
    unwinding ??= { data: unwindDataOf(memory(), foundAtHand() ?? {}, report) };
    return unwinding.data;
  }

  return {
    driver,
    name: driver.path === '' ? formatAddress(driver.base) : moduleNameOf(driver.path),
    base: driver.base,
    size: driver.size,
    unwindData,
    symbols() {
      const at = found();
      naming ??= { symbols: symbolsOf(dump, memory(), at, unwindData(), report) };
      return naming.symbols;
    },
    pdb: () => found().pdb,
    fileVersion() {
      const { image } = found();
      const own = memory();
      return (own && fileVersion(own)) ?? (image && fileVersion(image));
    },
    async fetch(from) {
      const before = foundAtHand() ?? {};
      const more = await finder.fetch?.(driver, memory(), from);
      if (more === undefined) return false;
      know({ ...before, ...more });
      return (more.image !== undefined && !before.image) || (more.pdb !== undefined && !before.pdb);
    },
  };
}

/** The loaded images of a dump. */
export function dumpModules(
  dump: Dump,
  finder: ModuleFileFinder,
  damaged: ReportDamage = () => undefined,
): readonly DumpModule[] {
  return dump.drivers().map((driver) => dumpModule(dump, driver, finder, damaged));
}
