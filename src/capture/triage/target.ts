import { Failure } from '../../contract/failure.ts';
import type { CapturedThread, ThreadReference } from '../../contract/generated/types.ts';
import { STATE_WAITING, threadStateName, waitReasonName } from '../../kernel/thread-state.ts';
import type { Machine, ProcessSnapshot, ThreadSnapshot } from '../../machine/port.ts';

/** A thread that exists and is to be captured. */
export interface Target {
  readonly processId: number;
  readonly process: ProcessSnapshot;
  readonly thread: ThreadSnapshot;
}

/** What became of a thread; see docs/triage.md. */
export type Verdict =
  | 'Captured'
  | 'DidNotFit'
  | 'TimedOut'
  | 'Refused'
  | 'Exited'
  | 'Replaced'
  | 'NotAttempted';

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

function resolve(
  reference: ThreadReference,
  processes: ReadonlyMap<number, ProcessSnapshot>,
): Target | Absentee {
  const process = processes.get(reference.processId);
  if (process === undefined) return absent(reference, 'Exited', `Process ${reference.processId} has exited.`);
  if (identityChanged(reference.processCreateTimeRaw, process.createTime)) {
    return absent(reference, 'Replaced', `Process id ${process.processId} now belongs to a later process.`);
  }
  const thread = process.threads.find(({ threadId }) => threadId === reference.threadId);
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
 * that was meant.
 * @throws Failure IdentityReplaced for a thread of another computer
 */
export function resolveTargets(
  machine: Machine,
  references: readonly ThreadReference[],
  processIds: readonly number[],
): ResolvedTargets {
  refuseForeignComputer(machine, references);
  const processes = new Map(machine.processes().map((process) => [process.processId, process]));
  const missing: Failure[] = [];
  const whole = processIds.flatMap((processId) => {
    const process = processes.get(processId);
    if (process !== undefined) return process.threads.map(({ threadId }) => ({ processId, threadId }));
    const message = `There is no process with id ${processId} on ${machine.name}.`;
    missing.push(new Failure('ProcessNotFound', message, { target: `process ${processId}` }));
    return [];
  });
  const targets = new Map<string, Target>();
  const absentees: Absentee[] = [];
  for (const reference of [...references, ...whole]) {
    const found = resolve(reference, processes);
    if ('verdict' in found) absentees.push(found);
    else targets.set(`${found.processId}/${found.thread.threadId}`, found);
  }
  return { targets: [...targets.values()], absentees, missing };
}

/** What every verdict record of a target begins with. */
export function targetFields(
  machine: Machine,
  { process, thread }: Target,
): Omit<CapturedThread, 'verdict' | 'attempts'> {
  const waiting = thread.state === STATE_WAITING && thread.waitReason !== undefined;
  return {
    machine: machine.name,
    simulated: machine.simulated,
    processId: process.processId,
    processName: process.name,
    threadId: thread.threadId,
    createTimeRaw: thread.createTime.toString(),
    processCreateTimeRaw: process.createTime.toString(),
    ...(thread.state === undefined ? {} : { state: threadStateName(thread.state) }),
    ...(waiting ? { waitReason: waitReasonName(thread.waitReason) } : {}),
  };
}
