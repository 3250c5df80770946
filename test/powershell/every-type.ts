import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serverStory } from '../explain/scenes.ts';
import { worldDump } from '../explain/world-dump.ts';
import { fixtureCatalog } from '../synth/catalog.ts';
import type { ModuleUnderTest } from './built-module.ts';
import { type Engine, literal, type Run } from './engines.ts';

/** A script for each type of the module that gives an object of it. */

export const ON = '-Machine simulated:windows-11';

const SCRIPTS: Readonly<Record<string, string>> = {
  Thread: `Get-KernelThread w3wp ${ON} | Select-Object -First 1`,
  TriagePlan: `Get-KernelThread w3wp ${ON} | New-TriageDump FOLDER -WhatIf | Select-Object -First 1`,
  TriageDump: `Get-KernelThread w3wp ${ON} | Select-Object -First 2 | New-TriageDump FOLDER`,
  CapturedThread: `(Get-KernelThread w3wp ${ON} | Select-Object -First 1 | New-TriageDump FOLDER).Threads`,
  Dump: 'Get-KernelDump DUMP',
  DumpThread: 'Get-KernelDumpThread DUMP | Select-Object -First 1',
  DumpProcess: 'Get-KernelDumpProcess DUMP',
  DumpDriver: '(Get-KernelDump DUMP).Drivers[0]',
  UnloadedDriver: '(Get-KernelDump FIXTURE).UnloadedDrivers[0]',
  RawHeaderField: '(Get-KernelDump DUMP -Raw).RawHeader[0]',
  DumpMemory:
    'Get-KernelDumpMemory DUMP -Address (@(Get-KernelDumpThread DUMP)[0].Address) -Length 16384 | Select-Object -First 1',
  KernelStack: 'Get-KernelStack DUMP | Select-Object -First 1',
  KernelStackFrame: '@(Get-KernelStack DUMP)[0].Frames[0]',
  StackMention: '@(Get-KernelStack DUMP -IncludeMention | Where-Object Mentions)[0].Mentions[0]',
  KernelWait: 'Get-KernelWait LOCKED | Select-Object -First 1',
  KernelWaitObject: '@(Get-KernelWait LOCKED | Where-Object Objects)[0].Objects[0]',
  KernelLock: 'Get-KernelLock LOCKED | Select-Object -First 1',
  KernelLockOwner: '@(Get-KernelLock LOCKED | Where-Object Owners)[0].Owners[0]',
  KernelLockWaiter: '@(Get-KernelLock LOCKED -Contended)[0].Waiters[0]',
  PendingIo: 'Get-KernelPendingIo LOCKED | Select-Object -First 1',
  PendingIoLocation: '@(Get-KernelPendingIo LOCKED)[0].Locations[0]',
  KernelType:
    'Get-KernelType nt!_ETHREAD, nt!_K* -Path DUMP -Depth 2 -Address (@(Get-KernelDumpThread DUMP)[0].Address) | Select-Object -First 1',
  KernelTypeMember: '(Get-KernelType nt!_ETHREAD -Path DUMP).Members[0]',
  StackGroup: 'Get-KernelStack DUMP | Group-KernelStack | Select-Object -First 1',
  Symbol: 'Resolve-KernelSymbol DUMP -Address (@(Get-KernelStack DUMP)[0].Frames[0].Address)',
  DebuggerCommand: 'Get-KernelDebuggerCommand DUMP | Select-Object -First 1',
  LiveDump: `New-LiveKernelDump LIVE ${ON} -Confirm:$false`,
  LiveCheck: `(New-LiveKernelDump LIVE ${ON} -Confirm:$false).Checks[0]`,
  LivePhaseDuration: `(New-LiveKernelDump LIVE ${ON} -Confirm:$false).Phases[0]`,
  LivePlan: `New-LiveKernelDump LIVE ${ON} -WhatIf`,
  LiveTraceEvent: `New-LiveKernelDump LIVE ${ON} -Trace -Confirm:$false | Select-Object -First 1`,
  ReadinessCheck: `Test-KernelDumpReadiness ${ON} | Select-Object -First 1`,
  SelfTestResult: `Test-KernelDumpReadiness -SelfTest ${ON} | Where-Object PSTypeNames -contains KernelTriage.SelfTestResult | Select-Object -First 1`,
};

type Maker = (engine: Engine, module: ModuleUnderTest) => string;

/** Type name without `KernelTriage.`, and the script. Needs the dump of `captureExample`. */
export const EACH_TYPE: Readonly<Record<string, Maker>> = Object.fromEntries(
  Object.entries(SCRIPTS).map(([type, script]) => [
    type,
    (engine, { scratch }) => {
      const spelled = (file: string) => literal(engine.pathFor(file));
      const folder = mkdtempSync(path.join(scratch, 'dumps-'));
      return script
        .replaceAll('FOLDER', spelled(folder))
        .replaceAll('FIXTURE', spelled(path.join(scratch, 'unloaded.dmp')))
        .replaceAll('LOCKED', spelled(path.join(scratch, 'locked.dmp')))
        .replaceAll('DUMP', spelled(path.join(scratch, 'w3wp.dmp')))
        .replaceAll('LIVE', spelled(path.join(folder, 'live.dmp')));
    },
  ]),
);

/**
 * Writes the dumps that the scripts read: one of the simulated machine, one that lists drivers that were unloaded, and one in which
 * threads wait for a lock.
 */
export function captureExample(engine: Engine, module: ModuleUnderTest): Promise<Run> {
  const fixture = fixtureCatalog().find(({ name }) => name === 'triage-capture-full-x64');
  if (fixture === undefined) throw new Error('the fixture with unloaded drivers is missing');
  writeFileSync(path.join(module.scratch, 'unloaded.dmp'), fixture.bytes);
  writeFileSync(path.join(module.scratch, 'locked.dmp'), worldDump(serverStory()));
  return module.run(
    `$null = Get-KernelThread w3wp ${ON} -WaitReason WrResource | Select-Object -First 3 |
       New-TriageDump ${literal(engine.pathFor(module.scratch))} -Name w3wp`,
  );
}
