import process from 'node:process';
import { once } from '../../binary/once.ts';
import type { StructureLayouts } from '../../kernel/layouts/structure-layouts.ts';
import type { DumpModule } from '../../stack/dump-modules.ts';
import { searchText } from '../../symbols/missing-files.ts';
import type { MissingFile } from '../../symbols/module-files.ts';
import { defaultStore } from '../../symbols/store/default-store.ts';
import { searchPaths } from '../../symbols/store/path-sources.ts';
import type { ReadingContext } from './context.ts';
import type { DumpSymbols, SymbolRequest } from './dump-symbols.ts';
import type { OpenedDump } from './opened-dump.ts';

/** As debuggers name the kernel. */
const KERNEL = 'nt';

/** Gives the structures of the kernel that wrote a dump; undefined where its PDB is not at hand. */
export type TypesOf = (opened: OpenedDump) => Promise<StructureLayouts | undefined>;

/** Called when the fields of one kernel's objects are found by rules although symbols were asked for, with the reason. */
type Tell = (kernel: DumpModule, reason: string) => void;

export interface KernelTypeOptions {
  /** Whether the servers of the symbol path are asked; else its folders and stores alone. */
  readonly asksServers: boolean;
  /** Called when the PDB was not found. */
  readonly onMissing?: (kernel: DumpModule, missing: MissingFile) => void;
  /** Called when its types contradict themselves: from there on they know nothing. */
  readonly onDamage: Tell;
}

/**
 * The types of the PDB that the kernel of a dump names by GUID and age. A PDB of another build is refused by the search, as every
 * file of the symbol path is.
 */
export function kernelTypes(
  symbols: DumpSymbols,
  { asksServers, onMissing = () => undefined, onDamage }: KernelTypeOptions,
): TypesOf {
  return async (opened) => {
    const { modules, missingPdb } = await symbols.modulesOf(opened);
    const kernel = modules.find(({ name }) => name === KERNEL);
    if (kernel === undefined) return undefined;
    await kernel.fetch(asksServers ? 'Everywhere' : 'Here');
    const pdb = kernel.pdb();
    if (pdb === undefined) {
      const missing = missingPdb(kernel);
      if (missing) onMissing(kernel, missing);
      return undefined;
    }
    const [{ guardedLayouts, typedLayouts }, { typesOfPdb }] = await Promise.all([
      import('../../symbols/types/structure-layouts.ts'),
      import('../../symbols/types/types-of-pdb.ts'),
    ]);
    return guardedLayouts(
      () => typedLayouts(typesOfPdb(pdb)),
      ({ message }) => onDamage(kernel, message),
    );
  };
}

/**
 * A search that is reported to the user: a path was given for it, or a file was there and was not the one. Where neither is so, the
 * dump is read by rules as if symbols did not exist.
 */
const matters = ({ symbolPath }: SymbolRequest, { looked }: MissingFile) =>
  symbolPath !== undefined || looked.some(({ result }) => result === 'refused');

/**
 * Runs `action` with the types of each dump's kernel, for requests that read objects and no stacks. Servers are asked only when the request
 * names the path: to read a dump must not wait for a network that the session's variables name. Without any path only a dump of
 * the simulated machine has types, and nothing of symbols is loaded for another.
 * @throws Failure SymbolPathInvalid
 */
export async function withKernelTypes(
  request: SymbolRequest,
  context: ReadingContext,
  action: (typesOf: TypesOf) => Promise<void>,
): Promise<void> {
  const paths = searchPaths(request, process.env, defaultStore());
  const { symbols: symbolPath, images: imagePath } = paths;
  const hasPath = symbolPath.elements.length + imagePath.elements.length > 0;
  const told = new Set<string>();
  const tell: Tell = ({ driver }, reason) => {
    const key = `${driver.path} ${driver.timeDateStamp} ${driver.size}`;
    if (told.has(key)) return;
    told.add(key);
    context.output.warning(
      `The fields of kernel objects are found by rules, not by types: ${reason}`,
      driver.path,
    );
  };
  // Otherwise the symbols warn of what is wrong with the paths, once they are opened.
  if (!hasPath) for (const warning of paths.warnings) context.output.warning(warning);
  let symbols: DumpSymbols | undefined;
  const open = once(async () => {
    const { dumpSymbols } = await import('./dump-symbols.ts');
    symbols = dumpSymbols(request, context);
    const onMissing = (kernel: DumpModule, missing: MissingFile) => {
      if (matters(request, missing))
        tell(kernel, `the PDB of the kernel was not found: ${searchText(missing)}.`);
    };
    return kernelTypes(symbols, { asksServers: request.symbolPath !== undefined, onMissing, onDamage: tell });
  });
  try {
    await action(async (opened) =>
      hasPath || opened.simulatedMachine !== undefined ? (await open())(opened) : undefined,
    );
  } finally {
    symbols?.close();
  }
}
