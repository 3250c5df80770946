/**
 * The text of a scenario for the kernel stand-in (its language: `standin/scenario.c`). Only what a test cares about
 * is said; the stand-in fills in the rest.
 */

export type ThreadFault =
  | 'gone'
  | 'exits'
  | 'replaced'
  | 'protected'
  | 'wedged'
  | 'rundown'
  | 'hidden'
  | 'mistold';
export type ProcessFault = 'gone' | 'replaced' | 'protected';

export interface ScenarioThread {
  readonly id: number;
  readonly object?: bigint;
  readonly created?: bigint;
  /** KTHREAD_STATE; 5 (waiting) when not given. */
  readonly state?: number;
  /** KWAIT_REASON. */
  readonly reason?: number;
  readonly stack?: string;
  /** Number of the lock that it waits for, and of the one that it owns, from 1. */
  readonly 'waits-for'?: number;
  readonly owns?: number;
  /** The file on a server whose open has not come back, as the redirector names it. */
  readonly request?: string;
  /** Bytes that the thread takes in a dump beside its object and its stack. */
  readonly cost?: number;
  readonly fault?: ThreadFault;
  readonly name?: string;
  readonly suspended?: number;
  readonly io?: number;
  readonly syscall?: number;
  /** The thread is switched to all the time, except from the one to the other: milliseconds after the first listing. */
  readonly 'hangs-from'?: number;
  readonly 'hangs-until'?: number;
  /** The kernel's own WaitTime field. */
  readonly 'wait-time'?: number;
}

export interface ScenarioProcess {
  readonly id: number;
  readonly name: string;
  readonly created?: bigint;
  readonly parent?: number;
  readonly session?: number;
  readonly fault?: ProcessFault;
  readonly threads: readonly ScenarioThread[];
}

/**
 * What a capture call answers instead of its work: `status=0xc0000017`, `nothing`, `length=0x200000`, `no-mark`, `garbage`, `drops-all`; for
 * live dumps also `partial` and `late=0xc000007f`.
 */
export interface CallFault {
  /** From 1; `*` for every call. */
  readonly call: number | '*';
  readonly answer: string;
}

export interface Scenario {
  /** Single settings by their word in the language: `processors`, `wedge-ms`, `privilege`, … */
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly processes: readonly ScenarioProcess[];
  readonly calls?: readonly CallFault[];
  /** Frames innermost first, as `driver+0xoffset`. */
  readonly stacks?: Readonly<Record<string, readonly string[]>>;
}

/** Names, bases and sizes after the modules of the article; the numbers are made up. */
const DRIVERS = [
  'driver nt 0xfffff80477000000 0x1046000 0x5f3c2a11 0xa5b1c3 \\SystemRoot\\system32\\ntoskrnl.exe',
  'driver hal 0xfffff80476e00000 0xa6000 0x5f3c2a12 0xb1c2 \\SystemRoot\\system32\\hal.dll',
  'driver fltmgr 0xfffff8047a200000 0x72000 0x5f3c2a13 0x7b1c2 \\SystemRoot\\System32\\drivers\\FLTMGR.SYS',
  'driver mup 0xfffff8047a400000 0x26000 0x5f3c2a14 0x2b1c2 \\SystemRoot\\System32\\Drivers\\mup.sys',
  'driver rdbss 0xfffff8047a500000 0x7e000 0x5f3c2a15 0x8b1c2 \\SystemRoot\\system32\\DRIVERS\\rdbss.sys',
  'driver mrxsmb 0xfffff8047a600000 0x92000 0x5f3c2a16 0x9b1c2 \\SystemRoot\\system32\\DRIVERS\\mrxsmb.sys',
];

/** Top frames that a triage capture adds to every stack, by the article. */
export const CAPTURE_FRAMES = ['nt+0x3f0079', 'nt+0x3f003b', 'nt+0x2001e3', 'nt+0x2113dd'];

export const STACKS = {
  /** One thread waits for the server … */
  owner: ['nt+0x212272', 'mrxsmb+0x21070', 'mrxsmb+0x3205d', 'rdbss+0x144de', 'mup+0x3169', 'nt+0x6014e2'],
  /** … and the others for its lock. */
  waiter: ['nt+0x21119f', 'nt+0x2350ae', 'rdbss+0x12254', 'rdbss+0x143d8', 'mup+0x3169', 'nt+0x6014e2'],
} as const;

const assign = (pairs: Readonly<Record<string, unknown>>) =>
  Object.entries(pairs)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}=${typeof value === 'bigint' ? `0x${value.toString(16)}` : value}`)
    .join('');

export function scenarioText({ settings, processes, calls, stacks }: Scenario): string {
  const lines = [
    ...Object.entries(settings ?? {}).map(([word, value]) => `${word} ${value}`),
    ...DRIVERS,
    `capture-frames ${CAPTURE_FRAMES.join(' ')}`,
    ...Object.entries(stacks ?? STACKS).map(([name, frames]) => `stack ${name} ${frames.join(' ')}`),
    ...processes.flatMap(({ id, name, threads, ...rest }) => [
      `process ${id} ${name}${assign(rest)}`,
      ...threads.map(({ id: threadId, ...facts }) => `thread ${threadId}${assign(facts)}`),
    ]),
    ...(calls ?? []).map(({ call, answer }) => `call ${call} ${answer}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Ids far above those that Wine gives. */
export const WORKER_ID = 0x10_0000;
const FIRST_THREAD_ID = 0x20_0000;

/** As the redirector names a file of a share. */
export const SHARED_FILE = '\\fileserver\\wwwroot$\\site\\default.aspx';

/** The article's IIS worker: the first thread holds the lock, every tenth runs, the others wait for the lock. */
export function worker(
  count: number,
  faults: Readonly<Record<number, ThreadFault>> = {},
  cost = 6000,
): ScenarioProcess {
  const threads = Array.from({ length: count }, (_, index): ScenarioThread => {
    const fault = faults[index];
    const waits = index % 10 !== 9;
    return {
      id: workerThreadId(index),
      state: waits ? 5 : 1,
      reason: index === 0 ? 0 : 27,
      stack: index === 0 ? 'owner' : 'waiter',
      ...(index === 0 ? { owns: 1, request: SHARED_FILE } : waits ? { 'waits-for': 1 } : {}),
      cost,
      ...(fault === undefined ? {} : { fault }),
    };
  });
  return { id: WORKER_ID, name: 'w3wp.exe', created: 133_601_739_950_000_000n, parent: 4, threads };
}

export const workerThreadId = (index: number) => FIRST_THREAD_ID + 4 * index;

/** Where the stand-in puts the ETHREAD of the n-th thread of a scenario. */
export const threadObject = (ordinal: number) => 0xffffa38f_40000080n + BigInt(ordinal) * 0xc80n;
