import { mkdtempSync } from 'node:fs';
import path from 'node:path';
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
  DumpMemory:
    'Get-KernelDumpMemory DUMP -Address (@(Get-KernelDumpThread DUMP)[0].Address) -Length 32 | Select-Object -First 1',
  KernelStack: 'Get-KernelStack DUMP | Select-Object -First 1',
  KernelStackFrame: '@(Get-KernelStack DUMP)[0].Frames[0]',
  StackGroup: 'Get-KernelStack DUMP | Group-KernelStack | Select-Object -First 1',
  Symbol: 'Resolve-KernelSymbol DUMP -Address (@(Get-KernelStack DUMP)[0].Frames[0].Address)',
  DebuggerCommand: 'Get-KernelDebuggerCommand DUMP | Select-Object -First 1',
  LiveDump: `New-LiveKernelDump LIVE ${ON} -Confirm:$false`,
  LivePlan: `New-LiveKernelDump LIVE ${ON} -WhatIf`,
  LiveTraceEvent: `New-LiveKernelDump LIVE ${ON} -Trace -Confirm:$false | Select-Object -First 1`,
  ReadinessCheck: `Test-KernelDumpReadiness ${ON} | Select-Object -First 1`,
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
        .replaceAll('DUMP', spelled(path.join(scratch, 'w3wp.dmp')))
        .replaceAll('LIVE', spelled(path.join(folder, 'live.dmp')));
    },
  ]),
);

/** Writes the dump that the scripts read. */
export function captureExample(engine: Engine, module: ModuleUnderTest): Promise<Run> {
  return module.run(
    `$null = Get-KernelThread w3wp ${ON} -WaitReason WrResource | Select-Object -First 3 |
       New-TriageDump ${literal(engine.pathFor(module.scratch))} -Name w3wp`,
  );
}
