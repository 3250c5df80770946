import { formatAddress } from '../../../binary/address.ts';
import { Failure } from '../../../contract/failure.ts';
import type {
  CapturedThread,
  ThreadAfterCapture,
  ThreadReference,
} from '../../../contract/generated/types.ts';
import { namedState } from '../../../contract/thread-state.ts';
import type { Machine, ProcessSnapshot, ThreadDetails, ThreadSnapshot } from '../../../machine/port.ts';

/** A thread that exists and is to be captured. */
export interface Target {
  readonly processId: number;
  readonly process: ProcessSnapshot;
  readonly thread: ThreadSnapshot;
}

/** A thread that was asked for and is not there. */
export interface Absentee {
  readonly reference: ThreadReference;
  readonly verdict: 'Exited' | 'Replaced';
  readonly reason: string;
}

export interface ResolvedTargets {
  readonly targets: readonly Target[];
  readonly absentees: readonly Absentee[];
  /** ProcessNotFound for each whole process that is not there. */
  readonly missing: readonly Failure[];
}

function identityChanged(given: string | undefined, actual: bigint): boolean {
  return given !== undefined && given !== actual.toString();
}

function absent(reference: ThreadReference, verdict: Absentee['verdict'], reason: string): Absentee {
  return { reference, verdict, reason };
}

/** A process with its threads by id. The table is made when a thread of the process is first looked up. */
interface KnownProcess {
  readonly process: ProcessSnapshot;
  thread(threadId: number): ThreadSnapshot | undefined;
}

function knownProcess(process: ProcessSnapshot): KnownProcess {
  let byId: ReadonlyMap<number, ThreadSnapshot> | undefined;
  return {
    process,
    thread(threadId) {
      byId ??= new Map(process.threads.map((thread) => [thread.threadId, thread]));
      return byId.get(threadId);
    },
  };
}

function resolve(
  reference: ThreadReference,
  processes: ReadonlyMap<number, KnownProcess>,
): Target | Absentee {
  const known = processes.get(reference.processId);
  if (known === undefined) return absent(reference, 'Exited', `Process ${reference.processId} has exited.`);
  const { process } = known;
  if (identityChanged(reference.processCreateTimeRaw, process.createTime)) {
    return absent(reference, 'Replaced', `Process id ${process.processId} now belongs to a later process.`);
  }
  const thread = known.thread(reference.threadId);
  if (thread === undefined) return absent(reference, 'Exited', `Thread ${reference.threadId} has exited.`);
  if (identityChanged(reference.createTimeRaw, thread.createTime)) {
    return absent(reference, 'Replaced', `Thread id ${thread.threadId} now belongs to a later thread.`);
  }
  return { processId: process.processId, process, thread };
}

function refuseForeignComputer(machine: Machine, references: readonly ThreadReference[]): void {
  const { computerName } = machine.facts();
  const foreign = references.find(
    (reference) => reference.computerName !== undefined && reference.computerName !== computerName,
  );
  if (foreign === undefined) return;
  const target = `thread ${foreign.threadId} of ${foreign.computerName}`;
  const message = `The thread was listed on ${foreign.computerName}; this is ${computerName}.`;
  const advice = `Capture where the threads are, for example Invoke-Command -ComputerName ${foreign.computerName} { … }.`;
  throw new Failure('IdentityReplaced', message, { target, advice });
}

/**
 * Looks the references up in one fresh snapshot, in the order given, each thread once. A reused id is not the thread
 * that was meant. The cost is linear in the snapshot and the references; threads are decoded of the processes that are meant alone.
 * @throws Failure IdentityReplaced for a thread of another computer
 */
export function resolveTargets(
  machine: Machine,
  references: readonly ThreadReference[],
  processIds: readonly number[],
): ResolvedTargets {
  refuseForeignComputer(machine, references);
  const meant = new Set([...processIds, ...references.map(({ processId }) => processId)]);
  const snapshot = machine.processes(({ processId }) => meant.has(processId));
  const processes = new Map(snapshot.map((process) => [process.processId, knownProcess(process)]));
  const seen = new Set<ThreadSnapshot>();
  const targets: Target[] = [];
  const add = (target: Target) => {
    if (!seen.has(target.thread)) targets.push(target);
    seen.add(target.thread);
  };
  const absentees: Absentee[] = [];
  const missing: Failure[] = [];
  for (const reference of references) {
    const found = resolve(reference, processes);
    if ('verdict' in found) absentees.push(found);
    else add(found);
  }
  for (const processId of processIds) {
    const process = processes.get(processId)?.process;
    if (process === undefined) {
      const message = `There is no process with id ${processId} on ${machine.name}.`;
      missing.push(new Failure('ProcessNotFound', message, { target: `process ${processId}` }));
      continue;
    }
    for (const thread of process.threads) add({ processId, process, thread });
  }
  return { targets, absentees, missing };
}

/** What a listing shows of a thread's scheduling, by the names of the contract. */
export function schedulingFields(thread: ThreadSnapshot): SchedulingFields {
  return {
    ...namedState(thread),
    ...(thread.waitTimeMs === undefined ? {} : { waitTimeMs: thread.waitTimeMs }),
    contextSwitches: thread.contextSwitches,
  };
}

type SchedulingFields = Pick<ThreadAfterCapture, 'state' | 'waitReason' | 'waitTimeMs' | 'contextSwitches'>;

/** What a handle to the thread shows of its request and its system call. */
export function detailFields({
  ioPending,
  lastSystemCall,
}: ThreadDetails): Pick<ThreadAfterCapture, 'ioPending' | 'lastSystemCall'> {
  return {
    ...(ioPending === undefined ? {} : { ioPending }),
    ...(lastSystemCall === undefined
      ? {}
      : {
          lastSystemCall: {
            number: lastSystemCall.number,
            firstArgument: formatAddress(lastSystemCall.firstArgument),
          },
        }),
  };
}

/** What every verdict record of a target begins with. */
export function targetFields(
  machine: Machine,
  { process, thread }: Target,
): Omit<CapturedThread, 'verdict' | 'attempts'> {
  return {
    machine: machine.name,
    simulated: machine.simulated,
    processId: process.processId,
    processName: process.name,
    threadId: thread.threadId,
    createTimeRaw: thread.createTime.toString(),
    processCreateTimeRaw: process.createTime.toString(),
    ...schedulingFields(thread),
  };
}
