import path from 'node:path';
import process from 'node:process';
import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';
import { outcome, print } from './print.ts';

/**
 * dump-folders.ts FOLDER: folders for dumps on a real (Wine's) file system, in a folder that holds `file`, `real` and `link`, which
 * leads to `real`. What Wine keeps of their permissions is little.
 */
const home = process.argv[2] ?? '';
const at = (...names: string[]) => path.join(home, ...names);
const folders = createWindowsMachine().dumpFolders?.();
if (folders === undefined) throw new Error('the machine has no folders');

const ask = (folder: string) => outcome(() => folders.accessTo(folder) ?? 'nothing');
const attempt = (action: () => void) =>
  outcome(() => {
    action();
    return 'done';
  });

print({
  missing: ask(at('missing')),
  file: ask(at('file')),
  link: ask(at('link')),
  throughLink: ask(at('link', 'inside')),
  createThroughLink: attempt(() => folders.create(at('link', 'made'), 'Restricted')),
  create: attempt(() => folders.create(at('with space — ü'), 'Restricted')),
  again: attempt(() => folders.create(at('with space — ü'), 'Restricted')),
  inherit: attempt(() => folders.create(at('inherit'), 'Inherit')),
  inherits: ask(at('inherit')),
  set: attempt(() => folders.setAccess(at('inherit'), 'Restricted')),
  setBack: attempt(() => folders.setAccess(at('inherit'), 'Inherit')),
  setMissing: attempt(() => folders.setAccess(at('missing'), 'Restricted')),
  createDeep: attempt(() => folders.create(at('missing', 'below'), 'Restricted')),
  createInFile: attempt(() => folders.create(at('file', 'below'), 'Restricted')),
  otherCase: ask(at('INHERIT')),
});
