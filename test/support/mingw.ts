import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './equipment.ts';

/** Windows programs and libraries from C, by mingw-w64, kept in `.cache/mingw` under a hash of all that goes into them. */

const COMPILER = 'x86_64-w64-mingw32-gcc';
const STRICT = [
  '-std=gnu11',
  '-O1',
  '-Wall',
  '-Wextra',
  '-Wno-missing-field-initializers',
  '-Werror',
  '-static-libgcc',
];
const cache = path.join(repositoryRoot, '.cache', 'mingw');

/** Compiles C text. Returns the path of the program, or of the library when `output` ends in `.dll`. */
export function compileForWindows(
  cSource: string,
  flags: readonly string[] = [],
  output = 'program.exe',
): string {
  const folder = path.join(cache, hashOf([cSource]));
  const file = path.join(folder, 'source.c');
  if (!existsSync(file))
    placeAtomically(folder, (scratch) => writeFileSync(path.join(scratch, 'source.c'), cSource));
  return compileFilesForWindows([file], flags, output);
}

/** Compiles C files into one program or library. The headers beside them count for the cache. */
export function compileFilesForWindows(
  sources: readonly string[],
  flags: readonly string[],
  output: string,
): string {
  const folders = [...new Set(sources.map((source) => path.dirname(source)))];
  const headers = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.h'))
      .sort()
      .map((name) => path.join(folder, name)),
  );
  const texts = [...sources, ...headers].map((file) => readFileSync(file));
  const folder = path.join(cache, hashOf([...texts, ...flags, ...STRICT, output]));
  const result = path.join(folder, output);
  if (existsSync(result)) return result;
  placeAtomically(folder, (scratch) => {
    const shared = output.endsWith('.dll') ? ['-shared'] : [];
    const target = path.join(scratch, output);
    const args = [...STRICT, ...shared, '-o', target, ...sources, ...flags];
    const { status, stderr, error } = spawnSync(COMPILER, args, { encoding: 'utf8' });
    if (error) throw error;
    if (status !== 0) throw new Error(`${COMPILER} refused ${sources.join(', ')}:\n${stderr}`);
  });
  return result;
}

function hashOf(parts: ReadonlyArray<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(String(part.length)).update(':').update(part);
  return hash.digest('hex').slice(0, 20);
}

/** Fills a folder elsewhere and moves it to its place whole: workers may compile the same thing at once. */
function placeAtomically(folder: string, fill: (scratch: string) => void): void {
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(path.join(cache, 'new-'));
  try {
    fill(scratch);
    renameSync(scratch, folder);
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
