import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { defaultStoreFolder } from './path-sources.ts';

/** Where downloads of this user go when a symbol path names a server and no folder. */
export function defaultStore(): string {
  return defaultStoreFolder(process.env, process.platform) ?? path.join(homedir(), '.ktriage', 'symbols');
}
