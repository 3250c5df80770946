import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import listed from './test-data.json' with { type: 'json' };

/**
 * Real files that tests compare with: a crash dump, an image and its PDB, event manifests, the DSC schema. They belong to
 * other projects, so the repository holds their addresses and hashes, never the files. A folder `../shared/data` beside the
 * checkout is used first; otherwise the files are fetched once into `.cache/test-data`.
 */
const root = path.resolve(import.meta.dirname, '..', '..');
const BESIDE = path.resolve(root, '..', 'shared', 'data');
const FETCHED = path.join(root, '.cache', 'test-data');

/** The largest file of the list is 1.4 MB. A longer answer is not the file. */
const LARGEST = 16 * 1024 * 1024;
const PATIENCE_MS = 60_000;

export interface TestFile {
  /** Place below the data folder, with forward slashes. */
  readonly file: string;
  /** Owner and name on GitHub. */
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  /** Lower-case hex of the whole content. */
  readonly sha256: string;
}

export const TEST_FILES: readonly TestFile[] = listed;

/** Where the real files are, or will be once they are fetched. */
export function testDataFolder(): string {
  return existsSync(BESIDE) ? BESIDE : FETCHED;
}

const placeOf = (folder: string, { file }: TestFile) => path.join(folder, ...file.split('/'));
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The files of the list that `folder` lacks, or holds with other content. */
export function missingTestFiles(
  folder: string,
  files: readonly TestFile[] = TEST_FILES,
): readonly TestFile[] {
  return files.filter((file) => {
    const place = placeOf(folder, file);
    return !existsSync(place) || hashOf(readFileSync(place)) !== file.sha256;
  });
}

async function download(address: string): Promise<Uint8Array> {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > LARGEST) throw new Error(`${address}: more than ${LARGEST} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Fetches one file and places it only when its hash is the one of the list.
 * @throws Error when the server does not answer with that content
 */
export async function fetchTestFile(
  folder: string,
  file: TestFile,
  server = 'https://raw.githubusercontent.com',
): Promise<void> {
  const address = `${server}/${file.repository}/${file.commit}/${file.path}`;
  const bytes = await download(address);
  const found = hashOf(bytes);
  if (found !== file.sha256) throw new Error(`${address}: SHA-256 ${found}, expected ${file.sha256}`);
  const place = placeOf(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  const unfinished = `${place}.partial`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, place);
}

/** Fetches what is missing. Returns a sentence for each file that could not be had; an empty list means complete. */
export async function provideTestData(): Promise<readonly string[]> {
  const folder = testDataFolder();
  const missing = missingTestFiles(folder);
  if (folder === BESIDE) return missing.map(({ file }) => `${path.join(folder, file)}: missing or changed`);
  const problems: string[] = [];
  for (const file of missing) {
    try {
      await fetchTestFile(folder, file);
    } catch (thrown) {
      problems.push(thrown instanceof Error ? `${file.file}: ${thrown.message}` : String(thrown));
    }
  }
  return problems;
}
