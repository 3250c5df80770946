import type { VirtualAddress } from '../../binary/address.ts';
import type { ErrorCode } from '../../contract/error-table.ts';
import { asFailure, Failure } from '../../contract/failure.ts';
import type { ThreadReference } from '../../contract/generated/types.ts';
import type { Machine } from '../../machine/port.ts';
import type { Settled } from './attempt.ts';
import { runBatches } from './batch-loop.ts';
import { DEFAULT_THREADS_PER_DUMP, planBatches, threadsPerDump } from './batch-plan.ts';
import { bugCheckParameters } from './bug-check-parameters.ts';
import { resolveTargets, type Target } from './target.ts';

/** A triage dump that no file holds, with the threads that are proved to be in it. */
export interface DumpInMemory {
  readonly bytes: Uint8Array;
  readonly captured: readonly { readonly target: Target; readonly address: VirtualAddress }[];
}

/** A dump, or a thread or a call that came to nothing while the rest goes on. */
export type InMemoryEvent = { readonly dump: DumpInMemory } | { readonly failure: Failure };

const CODES: Readonly<Record<Settled['verdict'], ErrorCode>> = {
  DidNotFit: 'DidNotFit',
  TimedOut: 'CaptureTimedOut',
  Refused: 'CaptureDenied',
  Exited: 'ThreadNotFound',
  Replaced: 'IdentityReplaced',
  NotAttempted: 'ThreadAddressUnavailable',
};

function settledFailure({ target, verdict, reason, ntStatus }: Settled): Failure {
  const name = `thread ${target.thread.threadId} of ${target.process.name}`;
  const status = ntStatus === undefined ? {} : { ntStatus };
  return new Failure(CODES[verdict], `${name}: ${reason}`, { target: name, ...status });
}

/**
 * Captures live threads into dumps that exist in memory alone: for a look at their stacks now. Batches, retries and
 * verification are those of a capture into files.
 * @throws Failure NotElevated, PrivilegeNotHeld, IdentityReplaced, and what ends a capture as a whole
 */
export async function* captureInMemory(
  machine: Machine,
  threads: readonly ThreadReference[],
  signal: AbortSignal,
): AsyncIterable<InMemoryEvent> {
  const { targets, absentees } = resolveTargets(machine, threads, []);
  for (const { verdict, reason, reference } of absentees) {
    const target = `thread ${reference.threadId} of process ${reference.processId}`;
    yield { failure: new Failure(CODES[verdict], reason, { target }) };
  }
  const session = machine.openSession('capture');
  const loop = {
    machine,
    session,
    signal,
    parameters: (_batch: unknown, number: number, addresses: readonly VirtualAddress[]) =>
      bugCheckParameters('Address', 0, number, addresses),
  };
  try {
    const size = threadsPerDump(machine.facts(), DEFAULT_THREADS_PER_DUMP);
    for await (const event of runBatches(loop, planBatches(targets, size))) {
      if (event.kind === 'captured') {
        yield { dump: { bytes: event.bytes, captured: event.result.captured } };
      } else if (event.kind === 'settled') {
        yield { failure: settledFailure(event.settled) };
      }
    }
  } catch (thrown) {
    throw asFailure(thrown);
  } finally {
    session.close();
  }
}
