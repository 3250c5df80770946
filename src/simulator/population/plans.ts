import { virtualAddress } from '../../binary/address.ts';
import { seededRandom, shuffled } from '../seeded-random.ts';
import type { ActivityName } from '../world/activities.ts';
import type { ProcessPlan, ThreadPlan } from './population.ts';

/** Which processes and threads the scenarios hold. */

/** One plan for all of them: there may be 100,000. */
const threads = (activity: ActivityName, count: number): ThreadPlan[] =>
  Array<ThreadPlan>(count).fill({ activity });

/** Where the article's two kernel stacks end: its trap frames are 0x3e0 below, and 0x1e0 below an expanded one. */
const ARTICLE_WAITER_STACK = virtualAddress(0xfffff880_1adba000n);
const ARTICLE_HOLDER_STACK = virtualAddress(0xfffff880_0c81c000n);
const ARTICLE_EXPANDED_STACK = virtualAddress(0xfffff880_12d70000n);

/** The processes that every Windows server has. System and the protected ones cannot be captured. */
export function serverProcesses(
  logicalProcessors: number,
  kernelWorkers: readonly ThreadPlan[] = threads('systemWorker', 96),
): ProcessPlan[] {
  const services = (name: string, processId: number, count: number): ProcessPlan => ({
    name,
    processId,
    parentProcessId: 756,
    sessionId: 0,
    threads: [
      { activity: 'waitSingle', description: `${name} control` },
      ...threads('idleWorker', count - 3),
      { activity: 'alpcClient' },
      { activity: 'alertByThreadId' },
    ],
  });
  const guarded = (name: string, processId: number, parentProcessId: number, count: number): ProcessPlan => ({
    name,
    processId,
    parentProcessId,
    sessionId: 0,
    isProtected: true,
    threads: [...threads('alpcClient', 2), ...threads('idleWorker', count - 2)],
  });
  return [
    {
      name: 'Idle',
      processId: 0,
      parentProcessId: 0,
      sessionId: 0,
      isProtected: true,
      threads: threads('idleProcessor', logicalProcessors),
    },
    {
      name: 'System',
      processId: 4,
      parentProcessId: 0,
      sessionId: 0,
      isProtected: true,
      threads: kernelWorkers,
    },
    guarded('smss.exe', 388, 4, 2),
    guarded('csrss.exe', 512, 500, 11),
    guarded('wininit.exe', 604, 500, 3),
    guarded('services.exe', 756, 604, 8),
    { ...guarded('lsass.exe', 776, 604, 10), isProtected: false },
    services('svchost.exe', 912, 14),
    services('svchost.exe', 1016, 19),
    services('svchost.exe', 1184, 9),
    services('inetinfo.exe', 2404, 12),
    {
      name: 'powershell.exe',
      processId: 5812,
      parentProcessId: 4988,
      sessionId: 2,
      threads: [
        { activity: 'waitSingle' },
        { activity: 'alpcClient' },
        ...threads('idleWorker', 6),
        { activity: 'waitMultiple', description: '.NET Finalizer' },
      ],
    },
  ];
}

const WORKER_PROCESS_ID = 4872;

/** The article's IIS worker: 300 threads, of which one holds what most of the others wait for. */
export function oplockWorker(): ProcessPlan {
  const mixed = shuffled(
    [
      {
        activity: 'oplockHolder',
        stackBase: ARTICLE_EXPANDED_STACK,
        olderStackBase: ARTICLE_HOLDER_STACK,
      } satisfies ThreadPlan,
      { activity: 'fcbWaiter', stackBase: ARTICLE_WAITER_STACK } satisfies ThreadPlan,
      ...threads('fcbWaiter', 226),
      ...threads('idleWorker', 34),
      ...threads('completionPort', 8),
      ...threads('alertByThreadId', 7),
      ...threads('alpcClient', 5),
      ...threads('readingFile', 3),
      ...threads('sleeping', 3),
      ...threads('waitMultiple', 6),
      ...threads('running', 2),
    ],
    seededRandom(0x0b10c),
  );
  return {
    name: 'w3wp.exe',
    processId: WORKER_PROCESS_ID,
    parentProcessId: 1184,
    sessionId: 0,
    threads: [
      { activity: 'waitSingle', description: 'w3wp main' },
      { activity: 'waitMultiple', description: '.NET Debugger' },
      { activity: 'waitMultiple', description: '.NET Finalizer' },
      { activity: 'sleeping', description: '.NET Tiered Compilation Worker' },
      ...mixed,
    ],
  };
}

/** A service with two movers: each holds one lock and waits for the other's; readers wait behind one of them. */
export function deadlockedService(): ProcessPlan {
  return {
    name: 'filesync.exe',
    processId: 5120,
    parentProcessId: 756,
    sessionId: 0,
    threads: [
      { activity: 'waitSingle', description: 'filesync main' },
      { activity: 'moverToArchive', description: 'mover 1' },
      ...threads('idleWorker', 4),
      { activity: 'moverToInbox', description: 'mover 2' },
      ...threads('inboxReader', 5),
      ...threads('sleeping', 1),
    ],
  };
}

/** Workers of the kernel: those of one queue idle, those of the other all in work items that wait for one lock. */
export function usedUpWorkers(): ThreadPlan[] {
  return [...threads('systemWorker', 80), ...threads('blockedWorker', 16)];
}

/** The print spooler: one thread holds the lock that the workers wait for, and waits for a worker. */
export function spooler(): ProcessPlan {
  return {
    name: 'spoolsv.exe',
    processId: 2216,
    parentProcessId: 756,
    sessionId: 0,
    threads: [
      { activity: 'waitSingle', description: 'spooler control' },
      ...threads('idleWorker', 5),
      { activity: 'waitsForWorker' },
      ...threads('alpcClient', 2),
    ],
  };
}

/** A backup that was told to end, and the tool that waits for it. */
export function endlessBackup(): ProcessPlan[] {
  const common = { parentProcessId: 756, sessionId: 0 };
  return [
    {
      ...common,
      name: 'backupsvc.exe',
      processId: 6204,
      threads: [{ activity: 'endedReader' }, { activity: 'closesBehindReader' }],
    },
    {
      ...common,
      name: 'taskkill.exe',
      processId: 6412,
      threads: [{ activity: 'waitsForProcess' }],
    },
  ];
}

/** Processes of 500 idle threads each, `total` threads in all. */
export function crowd(total: number): ProcessPlan[] {
  const perProcess = 500;
  return Array.from({ length: Math.ceil(total / perProcess) }, (_, index) => ({
    name: `app${index + 1}.exe`,
    processId: (0x400000 + index * 4) >>> 0,
    parentProcessId: 756,
    sessionId: 0,
    threads: threads('idleWorker', Math.min(perProcess, total - index * perProcess)),
  }));
}
