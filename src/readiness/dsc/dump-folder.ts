import { Failure } from '../../contract/failure.ts';
import type { DumpReadiness } from '../../contract/generated/types.ts';
import type { FileProtection } from '../../files/port.ts';
import type { DumpFolders } from '../../machine/port.ts';

/** The part of an instance that is about the folder for dumps. */
export type FolderState = Pick<DumpReadiness, 'dumpFolder' | 'dumpFolderAcl'>;

/** What would be done to bring about the state of an instance. */
export interface FolderChange {
  readonly folder: string;
  readonly isMissing: boolean;
  readonly access: FileProtection;
}

/** The folder that an instance names, as it is; empty for one that does not exist. */
export function folderState(folders: DumpFolders, { dumpFolder }: FolderState): FolderState {
  if (dumpFolder === undefined) return {};
  const access = folders.accessTo(dumpFolder);
  return access === undefined ? {} : { dumpFolder, dumpFolderAcl: access };
}

/**
 * Undefined where all is as wanted.
 * @throws Failure InvalidRequest when `Custom` is wanted and would have to be made
 */
export function folderChange(
  folders: DumpFolders,
  { dumpFolder, dumpFolderAcl }: FolderState,
): FolderChange | undefined {
  if (dumpFolder === undefined) return undefined;
  const access = folders.accessTo(dumpFolder);
  const isMissing = access === undefined;
  if (!isMissing && (dumpFolderAcl === undefined || dumpFolderAcl === access)) return undefined;
  if (dumpFolderAcl === 'Custom') {
    throw new Failure(
      'InvalidRequest',
      'dumpFolderAcl: Custom describes an existing folder, and cannot be set.',
      {
        target: dumpFolder,
        advice: 'Use Restricted or Inherit, or leave dumpFolderAcl out.',
      },
    );
  }
  // Dumps hold kernel memory, so a folder is Restricted by default.
  return { folder: dumpFolder, isMissing, access: dumpFolderAcl ?? 'Restricted' };
}

/** @throws Failure as the machine's folders do */
export function applyFolderChange(folders: DumpFolders, { folder, isMissing, access }: FolderChange): void {
  if (isMissing) folders.create(folder, access);
  else folders.setAccess(folder, access);
}
