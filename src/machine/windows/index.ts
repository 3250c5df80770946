import type { Machine } from '../port.ts';
import { captureConditions } from './capture-conditions.ts';
import { decodeDrivers, windowsFolder } from './drivers.ts';
import { dumpFolders } from './dump-folders.ts';
import { machineFacts, nativeArchitecture } from './facts.ts';
import { nativeLibrary, requireProtectedFolder } from './folder-trust.ts';
import { loadKoffi } from './load-koffi.ts';
import { withDebugPrivilege } from './privilege.ts';
import { localMachineRegistry } from './registry.ts';
import { openSession } from './session.ts';
import { snapshotProcesses } from './snapshot.ts';
import { decodeSystemInformation, SYSTEM_CLASS } from './system-information.ts';
import { toolHelpThreadIds } from './tool-help.ts';
import { openTrace } from './trace.ts';
import { openUserProcess } from './user-process.ts';

/**
 * The running Windows.
 * @throws Failure NotWindows, UnsafeNativeLibrary
 */
export function createWindowsMachine(): Machine {
  loadKoffi();
  requireProtectedFolder();
  return {
    name: 'local',
    simulated: false,
    facts: machineFacts,
    // Since Windows 11 24H2 kernel addresses are shown only to holders of SeDebugPrivilege.
    processes: () => withDebugPrivilege(snapshotProcesses),
    toolHelpThreadIds,
    drivers: () =>
      withDebugPrivilege(() =>
        decodeSystemInformation(SYSTEM_CLASS.moduleEx, (answer) => decodeDrivers(answer, windowsFolder())),
      ),
    openSession,
    nativeLibrary,
    registry: () => localMachineRegistry,
    dumpFolders: () => dumpFolders,
    captureConditions,
    openTrace,
    // The registers of a thread of an ARM64 process have no meaning to this x64 program.
    ...(nativeArchitecture() === 'x64' ? { openUserProcess } : {}),
  };
}
