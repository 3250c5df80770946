import { readFileSync } from 'node:fs';
import path from 'node:path';
import { foreignPackage, lockedPackage } from '../foreign-package.ts';
import { SHIPPED } from './shipped.ts';

const RULE = '-'.repeat(80);

/**
 * The licences of what is shipped inside our files, word for word: each asks that its text goes with every copy.
 */
export async function thirdPartyNotices(): Promise<string> {
  const parts = ['KernelTriage contains the following software under its own licences.\n'];
  for (const { name, licences } of SHIPPED) {
    for (const { from, file } of licences) {
      const text = readFileSync(path.join(await foreignPackage(from), file), 'utf8').replaceAll('\r\n', '\n');
      const title = `${name} (${from} ${lockedPackage(from).version}, ${file})`;
      parts.push(`${RULE}\n${title}\n${RULE}\n\n${text.trimEnd()}\n`);
    }
  }
  return parts.join('\n');
}
