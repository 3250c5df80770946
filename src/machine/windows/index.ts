import type { Machine } from '../port.ts';
import { loadKoffi } from './calls/load-koffi.ts';
import { decodeSystemInformation, SYSTEM_CLASS } from './calls/system-information.ts';
import { isCaptureMarked } from './capture/capture-mark.ts';
import { openSession } from './capture/session.ts';
import { openTrace } from './capture/trace.ts';
import { captureConditions } from './facts/capture-conditions.ts';
import { decodeDrivers, windowsFolder } from './facts/drivers.ts';
import { eventLog } from './facts/event-log.ts';
import { machineFacts, nativeArchitecture } from './facts/facts.ts';
import { localMachineRegistry } from './facts/registry.ts';
import { snapshotProcesses } from './facts/snapshot.ts';
import { commandLine } from './processes/command-line.ts';
import { serviceProcessId } from './processes/services.ts';
import { toolHelpThreadIds } from './processes/tool-help.ts';
import { openUserProcess } from './processes/user-process.ts';
import { nativeLibrary, requireProtectedFolder } from './rights/folder-trust.ts';
import { withDebugPrivilege } from './rights/privilege.ts';
import { dumpFolders } from './storage/dump-folders.ts';

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
    processes: (withThreads) => withDebugPrivilege(() => snapshotProcesses(withThreads)),
    toolHelpThreadIds,
    drivers: () =>
      withDebugPrivilege(() =>
        decodeSystemInformation(SYSTEM_CLASS.moduleEx, (answer) => decodeDrivers(answer, windowsFolder())),
      ),
    openSession,
    isCapturing: isCaptureMarked,
    nativeLibrary,
    registry: () => localMachineRegistry,
    dumpFolders: () => dumpFolders,
    captureConditions,
    openTrace,
    serviceProcessId,
    commandLine,
    eventLog,
    // The registers of a thread of an ARM64 process have no meaning to this x64 program.
    ...(nativeArchitecture() === 'x64' ? { openUserProcess } : {}),
  };
}
