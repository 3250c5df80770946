import { createHash } from 'node:crypto';
import { formatAddress } from '../../binary/address.ts';
import type { DumpDriver, ExportSource, ExportSymbols } from '../../contract/generated/types.ts';
import { isoFromFileTime } from '../../contract/time.ts';
import { baseName } from '../../dump/modules.ts';
import { isMicrosoftName } from '../../explain/crash/microsoft-drivers.ts';
import type { DumpModule } from '../../stack/dump-modules.ts';
import type { KernelStack } from '../../stack/kernel-stacks.ts';
import { searchText } from '../../symbols/missing-files.ts';
import { driverRecords } from '../records/driver-records.ts';
import { dumpRecord } from '../records/dump-record.ts';
import { originOfSource } from '../records/record-tools.ts';
import type { ReadingContext } from '../sources/context.ts';
import { crashModules } from '../sources/crash-modules.ts';
import type { DumpModules, DumpSymbols } from '../sources/dump-symbols.ts';
import type { Explained } from '../sources/explain-dumps.ts';
import type { OpenedDumpFile } from '../sources/opened-dump.ts';
import { takeTurn } from '../sources/turns.ts';

/** What an export keeps of each dump beside its threads. */
export interface SourceOptions {
  /** Whether the file is hashed and described whole. A large dump takes its time to be read once more. */
  readonly describe: boolean;
}

/** Bytes that are hashed before the caller is asked whether to go on. */
const PIECE = 4 * 1024 * 1024;
/** A smaller file is hashed before a person would see a message. */
const WORTH_TELLING = 256 * 1024 * 1024;

/** SHA-256 of the file of a dump. @throws Failure Cancelled, FileUnreadable */
async function sha256(
  { dump, path }: OpenedDumpFile,
  { output, signal }: Pick<ReadingContext, 'output' | 'signal'>,
): Promise<string> {
  const { source } = dump;
  const hash = createHash('sha256');
  for (let at = 0; at < source.size; at += PIECE) {
    hash.update(source.read(at, Math.min(PIECE, source.size - at)));
    if (source.size < WORTH_TELLING) continue;
    // Standard input, where a cancel comes from, is read between two pieces.
    await new Promise((resolve) => setImmediate(resolve));
    await takeTurn(signal);
    const percent = Math.floor((at / source.size) * 100);
    output.progress({
      activity: 'Hashing the dump',
      status: `${Math.round(at / 1e6)} of ${Math.round(source.size / 1e6)} MB of ${path}`,
      percent,
    });
  }
  return hash.digest('hex');
}

/** The loaded images that frames of the stacks are in. */
function modulesOf(stacks: readonly KernelStack[], { modules }: DumpModules): DumpModule[] {
  const names = new Set(stacks.flatMap(({ frames }) => frames.map(({ module }) => module)));
  return modules.filter(({ name }) => names.has(name));
}

function symbolsOf(module: DumpModule, driver: DumpDriver | undefined, modules: DumpModules): ExportSymbols {
  const pdb = module.pdb();
  const missing = pdb === undefined ? modules.missingPdb(module) : undefined;
  const version = driver?.fileVersion;
  return {
    module: module.name,
    file: baseName(module.driver.path),
    base: formatAddress(module.base),
    size: module.size,
    timeDateStamp: module.driver.timeDateStamp,
    ...(driver?.pdb && { pdb: driver.pdb }),
    ...(version !== undefined && { fileVersion: version }),
    ...(isMicrosoftName(module.driver.path) ? {} : { isThirdParty: true }),
    names: pdb ? 'Pdb' : module.symbols() ? 'Export' : 'None',
    ...(missing && { missing: searchText(missing) }),
  };
}

/** What an export keeps of a dump: which it is, the images that frames are in, where their names came from. */
export async function exportSource(
  { source, facts }: Explained,
  stacks: readonly KernelStack[],
  symbols: DumpSymbols,
  options: SourceOptions,
  context: Pick<ReadingContext, 'output' | 'signal'>,
): Promise<ExportSource> {
  const { opened, path } = source;
  const modules = await symbols.modulesOf(opened);
  const shown = modulesOf(stacks, modules);
  const drivers = new Map(
    driverRecords(opened.dump, opened.manifest(), shown).map((driver) => [driver.base, driver]),
  );
  const computerName = opened.manifest()?.machine.computerName;
  const takenTime = isoFromFileTime(opened.dump.header.get('SystemTime') ?? 0n);
  const common: ExportSource = {
    ...originOfSource(source),
    ...(computerName !== undefined && { computerName }),
    ...(takenTime !== undefined && { takenTime }),
    layoutSources: { ...facts.layoutSources },
    limits: facts.limits.map(({ message }) => message),
    symbols: shown.map((module) => symbolsOf(module, drivers.get(formatAddress(module.base)), modules)),
  };
  if (!options.describe || path === undefined) return common;
  const file: OpenedDumpFile = { ...opened, path };
  return {
    ...common,
    sha256: await sha256(file, context),
    dump: dumpRecord(file, { modules: await crashModules(file, symbols) }),
  };
}
