import type { Finding } from './finding.ts';
import type { Observations } from './observe.ts';
import {
  hypervisorOption,
  memoryPressureOption,
  nonEssentialHypervisorOption,
  threadStacksOption,
  userMemoryOption,
  windowsBuild,
} from './options.ts';
import {
  diskForLiveDump,
  diskForThreadStacks,
  diskForTriageDumps,
  diskForUserMemory,
  memoryForLiveDump,
  memoryForThreadStacks,
  memoryForUserMemory,
  processors,
} from './resources.ts';
import {
  architecture,
  container,
  debugPrivilege,
  elevation,
  eventTrace,
  nativeLibraryCheck,
} from './rights.ts';
import {
  dumpEncryption,
  eventSource,
  guardedHost,
  kernelDebugging,
  liveDumpPolicy,
  liveReports,
  virtualizationBasedSecurity,
} from './settings.ts';

/** Every check by its name, in the order in which a capture would meet them. Names are a contract: add, never rename. */
const CHECKS = {
  Architecture: architecture,
  WindowsBuild: windowsBuild,
  NativeLibrary: nativeLibraryCheck,
  Elevation: elevation,
  DebugPrivilege: debugPrivilege,
  Container: container,
  ProcessorCount: processors,
  KernelDebugging: kernelDebugging,
  VirtualizationBasedSecurity: virtualizationBasedSecurity,
  FullLiveReportsMax: liveReports,
  AllowLiveDumpPolicy: liveDumpPolicy,
  GuardedHost: guardedHost,
  DumpEncryption: dumpEncryption,
  EventTrace: eventTrace,
  EventSource: eventSource,
  DiskForTriageDumps: diskForTriageDumps,
  DiskForThreadStacks: diskForThreadStacks,
  DiskForLiveDump: diskForLiveDump,
  DiskForUserMemory: diskForUserMemory,
  MemoryForThreadStacks: memoryForThreadStacks,
  MemoryForLiveDump: memoryForLiveDump,
  MemoryForUserMemory: memoryForUserMemory,
  OptionThreadStacks: threadStacksOption,
  OptionUserMemory: userMemoryOption,
  OptionHypervisor: hypervisorOption,
  OptionNonEssentialHypervisor: nonEssentialHypervisorOption,
  OptionAbortOnMemoryPressure: memoryPressureOption,
} as const satisfies Record<string, (observed: Observations) => Finding>;

export type CheckName = keyof typeof CHECKS;

export interface NamedFinding extends Finding {
  readonly name: string;
}

/** What prevents or limits a capture, one finding a check. Pure: all observations were made before. */
export function checkReadiness(observed: Observations): NamedFinding[] {
  return Object.entries(CHECKS).map(([name, check]) => ({ name, ...check(observed) }));
}
