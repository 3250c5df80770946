import { setTimeout as delay } from 'node:timers/promises';
import type { VirtualAddress } from '../binary/address.ts';
import { Failure } from '../contract/failure.ts';
import { NTSTATUS } from '../contract/ntstatus.ts';
import type {
  MachineSession,
  OpenThread,
  SessionPurpose,
  ThreadDetails,
  ThreadIdentity,
  ThreadRefusal,
  TriageAnswer,
  TriageCall,
} from '../machine/port.ts';
import { threadObjectAddress } from './addresses.ts';
import { beginSimulatedLiveDump, type LiveSurroundings } from './dumps/live/live-capture.ts';
import { writeTriageDump } from './dumps/triage/write-triage-dump.ts';
import type { OddAnswer } from './world/behaviour.ts';
import type { SimulatedProcess, SimulatedThread } from './world/model.ts';
import type { RunningWorld } from './world/running-world.ts';

interface Target {
  readonly process: SimulatedProcess;
  readonly thread: SimulatedThread;
}

const HEADER_BYTES = 0x2000;

/** @throws Failure NotElevated */
export function openSimulatedSession(
  world: RunningWorld,
  purpose: SessionPurpose,
  surroundings: LiveSurroundings,
): MachineSession {
  const { behaviour } = surroundings;
  if (purpose === 'capture' && !world.facts.elevated) {
    throw new Failure('NotElevated', 'A capture needs administrator rights', { target: world.name });
  }
  const open = new Map<OpenThread, Target>();
  /** Ordinals: the threads themselves change with the time. */
  const inRundown = new Set<number>();

  function openThread(identity: ThreadIdentity): OpenThread | ThreadRefusal {
    const found = world.find(identity.processId, identity.threadId);
    if (found === undefined) return { refused: 'exited', ntStatus: NTSTATUS.STATUS_INVALID_CID };
    const { process, thread } = found;
    if (thread.fault === 'exitsBeforeOpen') {
      world.exit(thread);
      return { refused: 'exited', ntStatus: NTSTATUS.STATUS_INVALID_CID };
    }
    // An id that changed hands: what is there now was created after everything that the caller saw.
    const threadTime = thread.snapshot.createTime + (thread.fault === 'replaced' ? world.age() : 0n);
    if (identity.createTime !== undefined && identity.createTime !== threadTime)
      return { refused: 'replaced' };
    const { createTime: processTime } = process.snapshot;
    if (identity.processCreateTime !== undefined && identity.processCreateTime !== processTime)
      return { refused: 'replaced' };
    const guarded = process.isProtected || thread.fault === 'protected';
    if (purpose === 'capture' && guarded)
      return { refused: 'denied', ntStatus: NTSTATUS.STATUS_ACCESS_DENIED };
    const granted = purpose === 'capture' ? 'Full' : 'Query';
    const access = guarded || !world.facts.elevated ? 'Limited' : granted;
    const handle: OpenThread = { identity, access };
    open.set(handle, found);
    return handle;
  }

  function targetsOf(threads: readonly OpenThread[]): Target[] {
    return threads.map((thread) => open.get(thread)).filter((target) => target !== undefined);
  }

  async function captureTriage(request: TriageCall): Promise<TriageAnswer> {
    const { timing = {}, captureStatus } = behaviour;
    const targets = targetsOf(request.threads);
    const fault = callFault();
    behaviour.onTriageCall?.(targets.map(({ thread }) => thread.snapshot.threadId));
    const wedged = targets.filter(({ thread }) => thread.fault === 'wedged').length;
    const duration =
      (timing.perCallMs ?? 0) +
      (timing.perThreadMs ?? 0) * targets.length +
      (timing.perWedgedThreadMs ?? 0) * wedged;
    // A call that takes no time leaves the event loop a turn all the same, as the port promises: a cancel arrives there.
    await delay(duration);
    if (captureStatus !== undefined) return refusal(captureStatus);
    if (typeof fault === 'object') return refusal(fault.ntStatus);
    if (request.threads.length === 0) return refusal(NTSTATUS.STATUS_INVALID_PARAMETER);
    // Handles that are not valid are passed over; only when none is left the call fails.
    if (purpose !== 'capture' || targets.length === 0) return refusal(NTSTATUS.STATUS_ACCESS_DENIED);
    for (const { thread } of targets) {
      if (thread.fault === 'exitsBeforeCapture') world.exit(thread);
      if (thread.fault === 'rundown') inRundown.add(thread.ordinal);
    }
    const bytes = writeTriageDump(world, {
      targets,
      bugCheckCode: request.bugCheckCode,
      bugCheckParameters: request.bugCheckParameters,
      keepsPartialThread: behaviour.keepsPartialThread ?? false,
      storesLocks: behaviour.storesLocks ?? false,
    });
    for (const { thread } of targets) if (thread.fault !== 'wedged') world.disturb(thread);
    if (behaviour.withoutStatusArray === true) eraseStatusMark(bytes);
    return injectFault({ ntStatus: NTSTATUS.STATUS_SUCCESS, returnedLength: bytes.length, bytes }, fault);
  }

  let calls = 0;
  function callFault(): OddAnswer | { readonly ntStatus: number } | undefined {
    calls += 1;
    return behaviour.callFaults?.[calls] ?? behaviour.oddAnswer;
  }

  return {
    open: openThread,
    details: (thread) => detailsOf(open.get(thread)),
    hasTerminated(thread) {
      const target = open.get(thread);
      if (target === undefined) return false;
      const seen = behaviour.hidesRundown !== true && inRundown.has(target.thread.ordinal);
      return seen || world.hasExited(target.thread);
    },
    objectAddresses(threads) {
      const found = new Map<OpenThread, VirtualAddress>();
      for (const handle of threads) {
        const target = open.get(handle);
        if (target === undefined || target.thread.fault === 'addressHidden') continue;
        found.set(handle, threadObjectAddress(target.thread.ordinal));
      }
      return found;
    },
    captureTriage,
    captureLive(request) {
      if (purpose === 'capture') return beginSimulatedLiveDump(world, request, surroundings);
      return {
        finished: Promise.resolve({ ntStatus: NTSTATUS.STATUS_ACCESS_DENIED }),
        cancel: () => undefined,
      };
    },
    release: (thread) => void open.delete(thread),
    close: () => open.clear(),
  };
}

function detailsOf(target: Target | undefined): ThreadDetails {
  if (target === undefined) return {};
  const { activity, description, ordinal } = target.thread;
  return {
    ...(description === undefined ? {} : { description }),
    suspendCount: 0,
    ioPending: activity.pendingFile !== undefined,
    ...(activity.systemCall === undefined
      ? {}
      : { lastSystemCall: { number: activity.systemCall, firstArgument: BigInt(0x200 + ordinal * 4) } }),
  };
}

/** Without its mark, the array of thread statuses is a block like any other. */
function eraseStatusMark(bytes: Uint8Array): void {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('TKSB');
  if (at >= 0) bytes.fill(0, at, at + 4);
}

function refusal(ntStatus: number): TriageAnswer {
  return { ntStatus, returnedLength: 0, bytes: new Uint8Array(0) };
}

function injectFault(answer: TriageAnswer, odd: OddAnswer | undefined): TriageAnswer {
  switch (odd) {
    case undefined:
      return answer;
    case 'zeroLength':
      return { ...answer, returnedLength: 0, bytes: new Uint8Array(0) };
    case 'lengthBeyondBuffer':
      return { ...answer, returnedLength: 0x100000 + 0x1000 };
    case 'shorterThanHeader':
      return { ...answer, returnedLength: HEADER_BYTES / 2, bytes: answer.bytes.slice(0, HEADER_BYTES / 2) };
    case 'markMissing': {
      const bytes = answer.bytes.slice();
      bytes.fill(0, bytes.length - 4);
      return { ...answer, bytes };
    }
  }
}
