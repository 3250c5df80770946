import type { KernelBuild } from '../../../src/simulator/synth/builds.ts';
import type { KernelMemory } from '../../../src/simulator/synth/kernel-memory.ts';
import { FILE_EVENT, FILE_LOCK } from '../../../src/simulator/synth/objects/io-objects.ts';
import { type ProcessTruth, REGION } from '../kernel-truth.ts';
import {
  planEvent,
  planFastMutex,
  planLocalEvent,
  planMutant,
  planPushLock,
  planQueue,
  planReply,
} from './planned-objects.ts';
import { planDevice, planFile, planRequest } from './planned-requests.ts';
import { type ResourceStyle, resourceList } from './planned-resources.ts';
import { type PlannedThread, type PlannedThreadFacts, waitKernel } from './wait-kernel.ts';
import type { PlannedLock, PlannedRequest, WaitTruth } from './wait-truth.ts';

/** KWAIT_REASON and KTHREAD_STATE numbers (phnt ntkeapi.h). */
const REASON = {
  Executive: 0,
  DelayExecution: 4,
  Suspended: 5,
  UserRequest: 6,
  WrQueue: 15,
  WrLpcReply: 17,
  WrResource: 27,
  WrPushLock: 28,
  WrFastMutex: 34,
} as const;
const RUNNING = 2;

const CREATE = [0, 'IRP_MJ_CREATE'] as const;
const READ = [3, 'IRP_MJ_READ'] as const;

/** An owner that a driver set with ExSetResourceOwnerPointer. */
const OWNER_POINTER = 0xffffe08a00012340n;
/** A thread that no memory holds. */
const MISSING_THREAD = 0xffffe08affffd080n;

export interface PlannedKernel {
  readonly processes: ProcessTruth[];
  readonly truth: WaitTruth;
}

/**
 * Two services and the System process, with one thread for every way to wait and every kind of lock, a deadlock, a cycle that a
 * timeout ends, and an owner that is not in the memory.
 */
export function planWaits(
  memory: KernelMemory,
  build: KernelBuild,
  style: ResourceStyle,
  globals: { readonly processList: bigint; readonly resources: bigint; readonly pushLock: bigint },
): PlannedKernel {
  const kernel = waitKernel(memory, build);
  const system = kernel.process('System', 4);
  const files = kernel.process('files.exe', 6000);
  const rpc = kernel.process('rpc.exe', 6100);
  const locks: PlannedLock[] = [];
  const requests: PlannedRequest[] = [];
  const resources = resourceList(kernel, style);

  const inFiles = (name: string, facts: PlannedThreadFacts = {}) => kernel.thread(files, name, facts);
  const lockWaiter = (name: string, priority = 8) => inFiles(name, { reason: REASON.WrResource, priority });
  const waitsForEvent = (thread: PlannedThread) =>
    kernel.wait(thread, { kind: 'Unknown', objects: [planEvent(kernel)], mode: 'user' });
  const userThread = (name: string) => inFiles(name, { reason: REASON.UserRequest });

  // Kernel workers: two without work, one that waits for the journal in the middle of its work item.
  const running = kernel.thread(system, 'running', { state: RUNNING });
  kernel.amend(running, { staleObject: planEvent(kernel) });
  const worker = (name: string, reason: number) => kernel.thread(system, name, { reason });
  const busyWorker = worker('busy worker', REASON.WrResource);
  planQueue(kernel, {
    kind: 'work',
    idle: [worker('idle worker 1', REASON.WrQueue), worker('idle worker 2', REASON.WrQueue)],
    busy: [busyWorker],
  });

  const redirector = planDevice(kernel, '\\FileSystem\\mrxsmb', 1);
  const provider = planDevice(kernel, '\\FileSystem\\Mup', 0);
  const pipes = planDevice(kernel, '\\FileSystem\\Npfs', 0);
  const nameless = planDevice(kernel, undefined, 2);

  // One lock with an owner that waits for its own request, which no list holds, and waiters of both kinds.
  const siteOwner = inFiles('site owner');
  const siteWaiters = ['site waiter 1', 'site waiter 2', 'site waiter 3'].map((name) => lockWaiter(name, 9));
  const hasSharedWaiters = style.era !== '1507 to 1607';
  const siteReaders = ['site reader 1', 'site reader 2'].map((name) => lockWaiter(name, 10));
  const site = resources.plan({
    access: 'Exclusive',
    owners: [{ owner: siteOwner, count: 2 }],
    exclusive: hasSharedWaiters ? siteWaiters : [...siteWaiters, ...siteReaders],
    shared: hasSharedWaiters ? siteReaders : [],
  });
  locks.push(site);
  const answered = planLocalEvent(kernel, siteOwner);
  kernel.wait(siteOwner, { kind: 'RequestEvent', objects: [answered] });
  kernel.amend(siteOwner, { criticalRegions: 2 });
  const siteFile = planFile(kernel, {
    device: provider,
    name: '\\fileserver\\wwwroot$\\site\\default.aspx',
    lock: site.address,
  });
  requests.push(
    planRequest(kernel, {
      thread: siteOwner,
      majorFunction: CREATE,
      device: redirector,
      file: siteFile,
      shown: '\\\\fileserver\\wwwroot$\\site\\default.aspx',
      isMarkedPending: true,
      isOffList: true,
      userEvent: answered,
    }),
  );

  // Every form in which redirectors keep names, one for each thread that waits for the lock.
  const folder = planFile(kernel, { device: provider, name: '\\fileserver\\share' });
  const forms: readonly { readonly name: string; readonly shown: string; readonly drive?: string }[] = [
    {
      name: '\\;Z:0000000000027a36\\fileserver\\share\\a.txt',
      shown: '\\\\fileserver\\share\\a.txt',
      drive: 'Z:',
    },
    {
      name: '\\;LanmanRedirector\\;Y:0000000000028ab3\\fileserver\\share\\b.txt',
      shown: '\\\\fileserver\\share\\b.txt',
      drive: 'Y:',
    },
    { name: '\\;LanmanRedirector\\fileserver\\share\\c.txt', shown: '\\\\fileserver\\share\\c.txt' },
    { name: '\\fileserver\\share\\d.txt', shown: '\\\\fileserver\\share\\d.txt' },
    { name: 'sub\\e.txt', shown: '\\\\fileserver\\share\\sub\\e.txt' },
  ];
  for (const [index, thread] of [...siteWaiters, ...siteReaders].entries()) {
    const { name, shown, drive } = forms[index] ?? { name: '', shown: '' };
    const file = planFile(kernel, {
      device: provider,
      name,
      ...(name.startsWith('\\') ? {} : { relatedFile: folder.address }),
    });
    const isFirst = index === 0;
    requests.push(
      planRequest(kernel, {
        thread,
        majorFunction: CREATE,
        device: isFirst ? nameless : redirector,
        file,
        shown,
        ...(drive === undefined ? {} : { drive }),
      }),
    );
  }

  // A deadlock of two locks.
  const [left, right] = [lockWaiter('left'), lockWaiter('right')];
  locks.push(
    resources.plan({ access: 'Exclusive', owners: [{ owner: left, count: 1 }], exclusive: [right] }),
    resources.plan({ access: 'Exclusive', owners: [{ owner: right, count: 1 }], exclusive: [left] }),
  );

  // Owners that are not in the memory, and an owner that is no thread.
  locks.push(
    resources.plan({
      access: 'Exclusive',
      owners: [{ owner: { foreign: MISSING_THREAD, isPointer: false }, count: 1 }],
      exclusive: [lockWaiter('orphan'), busyWorker],
    }),
    resources.plan({
      access: 'Exclusive',
      owners: [{ owner: { foreign: OWNER_POINTER, isPointer: true }, count: 1 }],
      exclusive: [lockWaiter('behind a pointer')],
    }),
  );

  // Three shared owners, of which two are in the table.
  const sharers = ['sharer 1', 'sharer 2', 'sharer 3'].map(userThread);
  for (const sharer of sharers) waitsForEvent(sharer);
  const tableWriter = lockWaiter('table writer', 11);
  locks.push(
    resources.plan({
      access: 'Shared',
      owners: sharers.map((owner, index) => ({ owner, count: index + 1 })),
      exclusive: [tableWriter],
    }),
  );
  requests.push(
    planRequest(kernel, {
      thread: tableWriter,
      majorFunction: READ,
      device: pipes,
      file: planFile(kernel, { device: pipes, name: '\\spoolss' }),
      shown: '\\\\.\\pipe\\spoolss',
    }),
  );

  // A cycle of mutants, which one of the two leaves when its time is over.
  const [patient, hasty] = [userThread('patient'), userThread('hasty')];
  const [first, second] = [planMutant(kernel, patient, ['hasty']), planMutant(kernel, hasty, ['patient'])];
  kernel.wait(patient, { kind: 'Mutant', objects: [second.address], mode: 'user' });
  kernel.wait(hasty, { kind: 'Mutant', objects: [first.address], mode: 'user', ticksLeft: 64 });
  locks.push(first, second);

  // Locks of the kernel itself.
  const mutexOwner = inFiles('mutex owner');
  kernel.wait(mutexOwner, { kind: 'LocalEvent', objects: [planLocalEvent(kernel, mutexOwner)] });
  locks.push(planFastMutex(kernel, mutexOwner, inFiles('mutex waiter', { reason: REASON.WrFastMutex })));
  locks.push(
    planPushLock(kernel, globals.pushLock, [
      inFiles('older pusher', { reason: REASON.WrPushLock }),
      inFiles('newer pusher', { reason: REASON.WrPushLock }),
    ]),
  );

  // The end of a process and of a thread, all of four events, time, suspension.
  kernel.wait(userThread('waits for process'), {
    kind: 'ProcessExit',
    objects: [rpc.address],
    mode: 'user',
  });
  kernel.wait(userThread('waits for thread'), { kind: 'ThreadExit', objects: [left.address], mode: 'user' });
  kernel.wait(userThread('waits for all'), {
    kind: 'Unknown',
    objects: Array.from({ length: 4 }, () => planEvent(kernel)),
    type: 'all',
    mode: 'user',
    blocks: memory.allocate(REGION.pool, 4 * 0x30),
  });
  const sleeper = inFiles('sleeper', { reason: REASON.DelayExecution });
  kernel.wait(sleeper, { kind: 'Timer', objects: [], mode: 'user', ticksLeft: 128 });
  const suspended = inFiles('suspended', { reason: REASON.Suspended });
  const suspendEvent = suspended.address + BigInt(build.thread.suspendEvent);
  kernel.wait(suspended, { kind: 'Suspension', objects: [suspendEvent] });
  kernel.amend(suspended, { suspendCount: 1 });
  kernel.write((waitersOf) => {
    const suspendWaiters = waitersOf(suspendEvent);
    if (suspendWaiters !== undefined) kernel.amend(suspended, { suspendWaiters });
  });

  // A handle that is open for synchronous I/O: one thread has its request on the way, another one waits for the file's lock.
  const log = planFile(kernel, { device: provider, name: '\\fileserver\\logs\\today.log' });
  const reader = inFiles('log reader');
  kernel.wait(reader, { kind: 'FileEvent', objects: [log.address + BigInt(FILE_EVENT)] });
  requests.push(
    planRequest(kernel, {
      thread: reader,
      majorFunction: READ,
      device: redirector,
      file: log,
      shown: '\\\\fileserver\\logs\\today.log',
      isMarkedPending: true,
    }),
  );
  kernel.wait(inFiles('behind the reader'), { kind: 'FileLock', objects: [log.address + BigInt(FILE_LOCK)] });
  locks.push({
    kind: 'FileLock',
    address: log.address,
    owners: [{ owner: 'log reader', access: 'Exclusive' }],
    waiters: [{ thread: 'behind the reader', access: 'Exclusive' }],
  });

  // A completion port, and ALPC with and without a server thread.
  const port = (name: string) => kernel.thread(rpc, name, { reason: REASON.WrQueue });
  const server = kernel.thread(rpc, 'server', { reason: REASON.UserRequest });
  waitsForEvent(server);
  planQueue(kernel, {
    kind: 'completion',
    idle: [port('port worker 1'), port('port worker 2')],
    busy: [server],
  });
  planReply(kernel, inFiles('client', { reason: REASON.WrLpcReply }), rpc, server);
  planReply(kernel, inFiles('unheard client', { reason: REASON.WrLpcReply }), rpc);

  resources.finish(globals.resources);
  return {
    processes: kernel.finish(globals.processList),
    truth: { waits: kernel.waits, locks, requests },
  };
}
