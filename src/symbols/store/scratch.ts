import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { requireOwnSystem } from './folders.ts';

const SCRATCH = '.ktriage-download-';
/** No download takes that long: what is older was left by a process that was ended. */
const ABANDONED_MS = 24 * 3600 * 1000;

function sweep(root: string): void {
  for (const name of readdirSync(root)) {
    if (!name.startsWith(SCRATCH)) continue;
    const folder = path.join(root, name);
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
    if (changed !== undefined && Date.now() - changed > ABANDONED_MS) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** A folder for unfinished downloads in the first store that can be written, so that the last step is a rename. */
export function scratchIn(
  stores: readonly string[],
): { readonly root: string; readonly scratch: string } | { readonly reason: string } {
  let reason = 'no folder before the server';
  for (const root of stores) {
    try {
      requireOwnSystem(root);
      mkdirSync(root, { recursive: true });
      sweep(root);
      return { root, scratch: mkdtempSync(path.join(root, SCRATCH)) };
    } catch (thrown) {
      reason = thrown instanceof Error ? thrown.message : String(thrown);
    }
  }
  return { reason };
}
