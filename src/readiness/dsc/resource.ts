import type { DumpReadiness } from '../../contract/generated/types.ts';
import type { DumpFolders, Registry } from '../../machine/port.ts';
import { applyFolderChange, type FolderChange, folderChange, folderState } from './dump-folder.ts';
import { SETTINGS, type Setting } from './settings.ts';

/** The operations of the DSC resource. An instance names what it cares about; the rest is left alone. */

/** What the resource reads and writes of a machine. */
export interface ManagedMachine {
  readonly registry: Registry;
  readonly folders: DumpFolders;
}

/** What is between a machine and an instance. */
interface Differences {
  readonly folder: FolderChange | undefined;
  readonly settings: readonly Setting[];
}

function current(registry: Registry, { key, value, decode }: Setting) {
  const data = registry.read(key, value);
  return data === undefined ? undefined : decode(data);
}

/** Everything that is set on this machine, and the folder that an instance names. */
export function getState({ registry, folders }: ManagedMachine, wanted: DumpReadiness): DumpReadiness {
  const known = SETTINGS.map((setting) => [setting.property, current(registry, setting)] as const);
  return {
    ...Object.fromEntries(known.filter(([, value]) => value !== undefined)),
    ...folderState(folders, wanted),
  };
}

/** Where the machine differs from an instance; paths are compared as Windows does, without case. */
function differences({ registry, folders }: ManagedMachine, wanted: DumpReadiness): Differences {
  const same = (a: unknown, b: unknown) =>
    typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;
  const settings = SETTINGS.filter(({ property }) => wanted[property] !== undefined).filter(
    (setting) => !same(current(registry, setting), wanted[setting.property]),
  );
  return { settings, folder: folderChange(folders, wanted) };
}

export function testState(machine: ManagedMachine, wanted: DumpReadiness): DumpReadiness {
  const { settings, folder } = differences(machine, wanted);
  const _inDesiredState = settings.length === 0 && folder === undefined;
  return { ...getState(machine, wanted), _inDesiredState };
}

const restart = ({ settings }: Differences) =>
  settings.some(({ needsRestart }) => needsRestart) ? { _rebootRequested: true } : {};

/** What `setState` would leave behind. Changes nothing. */
export function whatIf(machine: ManagedMachine, wanted: DumpReadiness): DumpReadiness {
  const changes = differences(machine, wanted);
  const { settings, folder } = changes;
  return {
    ...getState(machine, wanted),
    ...Object.fromEntries(settings.map(({ property }) => [property, wanted[property]])),
    ...(folder === undefined ? {} : { dumpFolder: folder.folder, dumpFolderAcl: folder.access }),
    ...restart(changes),
  };
}

/**
 * Changes what differs and nothing else, so that a second call changes nothing. The folder comes first: settings that lead
 * dumps to it are not written when it cannot be had.
 * @throws Failure NotElevated, WriteFailed, DestinationNotFound, DestinationNotAFolder
 */
export function setState(machine: ManagedMachine, wanted: DumpReadiness): DumpReadiness {
  const changes = differences(machine, wanted);
  if (changes.folder !== undefined) applyFolderChange(machine.folders, changes.folder);
  for (const { property, key, value, kind, encode } of changes.settings) {
    const data = wanted[property];
    if (data !== undefined) machine.registry.write(key, value, kind, encode(data));
  }
  return { ...getState(machine, wanted), ...restart(changes) };
}
