import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { foreignPackage } from '../foreign-package.ts';
import { blobVersion, type ExecutableTarget, nodeHash } from './targets.ts';
import { withVersionResource } from './version-resource.ts';

/**
 * Puts the Node of a target where pkg looks for one it has downloaded and unpacked, so that it downloads nothing. The
 * archive itself is never opened then; its name only has to be there. Returns the file.
 */
export async function provideNode(target: ExecutableTarget, home: string): Promise<string> {
  const folder = path.join(home, '.pkg-cache', 'sea');
  const name = `node-v${blobVersion()}-${target.platform}-${target.arch}`;
  const file =
    target.platform === 'win' ? path.join(folder, `${name}.exe`) : path.join(folder, name, 'bin', 'node');
  const sentinel = `${file}.ok`;
  const made = nodeHash(target);
  if (existsSync(sentinel) && readFileSync(sentinel, 'utf8') === made) return file;
  mkdirSync(path.dirname(file), { recursive: true });
  const archive = path.join(folder, `${name}.${target.archive}`);
  for (const empty of [archive, `${archive}.ok`]) writeFileSync(empty, '');
  const source = path.join(await foreignPackage(target.node), target.nodeFile);
  if (target.platform === 'win') {
    writeFileSync(file, withVersionResource(readFileSync(source)));
  } else {
    copyFileSync(source, file);
  }
  // pkg asks only whether it is there.
  writeFileSync(sentinel, made);
  return file;
}
