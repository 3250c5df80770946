import path from 'node:path';
import type { Failure } from '../../contract/failure.ts';
import { parseSymbolPath, type SymbolPath } from './symbol-path.ts';

/** Environment variables, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the caller asked for. */
export interface PathRequest {
  /** `-SymbolPath`: taken instead of the environment's. */
  readonly symbolPath?: string;
  /** `-ImagePath`: taken instead of `_NT_EXECUTABLE_IMAGE_PATH`. */
  readonly imagePath?: string;
}

export interface SearchPaths {
  /** Where PDBs are looked for. */
  readonly symbols: SymbolPath;
  /** Where images are looked for: the image path, then the symbol path, since stores hold both. */
  readonly images: SymbolPath;
  /** Where compressed files of a store without a nearer one are expanded to; empty for nowhere. */
  readonly defaultStore: string;
  /** Parts of the environment's variables that were left out, each a sentence. */
  readonly warnings: readonly string[];
}

/** Windows finds a variable whatever its letter case; elsewhere the exact name is needed. */
function variable(environment: Environment, name: string): string {
  const exact = environment[name];
  if (exact !== undefined) return exact;
  const other = Object.keys(environment).find((key) => key.toUpperCase() === name);
  return (other === undefined ? undefined : environment[other]) ?? '';
}

/**
 * The store that an empty name in a path means: a folder of the user's own, since no other account may place files that an
 * elevated process then opens. Undefined where the system names none.
 */
export function defaultStoreFolder(environment: Environment, platform: NodeJS.Platform): string | undefined {
  const join = platform === 'win32' ? path.win32.join : path.posix.join;
  const own = (name: string, ...parts: string[]) => {
    const root = variable(environment, name);
    return root === '' ? undefined : join(root, ...parts, 'ktriage', 'symbols');
  };
  if (platform === 'win32') return own('LOCALAPPDATA');
  return (
    own('XDG_CACHE_HOME') ??
    (platform === 'darwin' ? own('HOME', 'Library', 'Caches') : own('HOME', '.cache'))
  );
}

/**
 * The paths to search. A path that is given is the whole path; without one the debuggers' variables count, the
 * alternative before the usual one (Microsoft documentation "Environment variables").
 * These are set for other tools too, so a part that is not understood is left out with a warning.
 * @param defaultStore see `parseSymbolPath`
 * @throws Failure SymbolPathInvalid for a part of a path that was given
 */
export function searchPaths(
  request: PathRequest,
  environment: Environment,
  defaultStore: string,
): SearchPaths {
  const warnings: string[] = [];
  const leftOut = (from: string) => (failure: Failure) => {
    warnings.push(`${failure.message} It comes from ${from}; the rest of that is used.`);
  };
  const [alternative, usual] = ['_NT_ALT_SYMBOL_PATH', '_NT_SYMBOL_PATH'] as const;
  const symbols =
    request.symbolPath === undefined
      ? parseSymbolPath(
          [variable(environment, alternative), variable(environment, usual)].join(';'),
          defaultStore,
          leftOut(variable(environment, alternative) === '' ? usual : `${alternative} or ${usual}`),
        )
      : parseSymbolPath(request.symbolPath, defaultStore);
  const executables = '_NT_EXECUTABLE_IMAGE_PATH';
  const images =
    request.imagePath === undefined
      ? parseSymbolPath(variable(environment, executables), defaultStore, leftOut(executables))
      : parseSymbolPath(request.imagePath, defaultStore);
  const elements = [...images.elements, ...symbols.elements];
  return { symbols, images: { elements }, defaultStore, warnings };
}
