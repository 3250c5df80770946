import path from 'node:path';
import { Failure } from '../../contract/failure.ts';
import type { DumpFolders, FolderAccess, MachineFacts } from '../../machine/port.ts';

/** Roots and folders of a server after its installation, with their access rights. */
const INSTALLED: readonly (readonly [folder: string, access: FolderAccess])[] = [
  ['C:\\', 'Custom'],
  ['C:\\Windows', 'Custom'],
  ['D:\\', 'Custom'],
];

/** Folders that last as long as the machine. */
export function simulatedDumpFolders({ elevated }: MachineFacts): DumpFolders {
  // Names have no case, as in Windows.
  const folders = new Map(INSTALLED.map(([folder, access]) => [folder.toLowerCase(), access]));
  const requireAdministrator = (target: string) => {
    if (elevated) return;
    throw new Failure('NotElevated', `Only an administrator may change ${target}.`, { target });
  };
  const requireFolder = (folder: string) => {
    if (folders.has(folder.toLowerCase())) return;
    throw new Failure('DestinationNotFound', `${folder} does not exist.`, { target: folder });
  };
  return {
    accessTo: (folder) => folders.get(folder.toLowerCase()),
    create(folder, access) {
      requireFolder(path.win32.dirname(folder));
      requireAdministrator(folder);
      folders.set(folder.toLowerCase(), access);
    },
    setAccess(folder, access) {
      requireFolder(folder);
      requireAdministrator(folder);
      folders.set(folder.toLowerCase(), access);
    },
  };
}
