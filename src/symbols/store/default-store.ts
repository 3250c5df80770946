import path from 'node:path';
import process from 'node:process';
import { defaultStoreFolder } from './path-sources.ts';

/** Loaded for an account without the variables of its folders alone. */
const homeFolder = () => process.getBuiltinModule('node:os').homedir();

/** Where downloads of this user go when a symbol path names a server and no folder. */
export function defaultStore(): string {
  return defaultStoreFolder(process.env, process.platform) ?? path.join(homeFolder(), '.ktriage', 'symbols');
}
