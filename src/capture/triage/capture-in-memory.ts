import type { VirtualAddress } from '../../binary/address.ts';
import { asFailure, Failure } from '../../contract/failure.ts';
import type { ThreadReference } from '../../contract/generated/types.ts';
import { VERDICT_CODES, verdictCode } from '../../contract/verdict.ts';
import type { Machine } from '../../machine/port.ts';
import { runBatches } from './batches/batch-loop.ts';
import { DEFAULT_THREADS_PER_DUMP, planBatches } from './batches/batch-plan.ts';
import { bugCheckParameters } from './call/bug-check-parameters.ts';
import type { Settled } from './threads/settled.ts';
import { resolveTargets, type Target } from './threads/target.ts';

/** A triage dump that no file holds, with the threads that are proved to be in it. */
export interface DumpInMemory {
  readonly bytes: Uint8Array;
  readonly captured: readonly { readonly target: Target; readonly address: VirtualAddress }[];
}

/** A dump, or a thread or a call that came to nothing while the rest goes on. */
export type InMemoryEvent = { readonly dump: DumpInMemory } | { readonly failure: Failure };

/** The error of a thread by its verdict; undefined where what was in the way is reported by itself. */
function settledFailure({ target, verdict, reason, ntStatus }: Settled): Failure | undefined {
  const code = verdictCode(verdict);
  if (code === undefined) return undefined;
  const name = `thread ${target.thread.threadId} of ${target.process.name}`;
  return new Failure(code, `${name}: ${reason}`, {
    target: name,
    ...(ntStatus === undefined ? {} : { ntStatus }),
  });
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
    yield { failure: new Failure(VERDICT_CODES[verdict], reason, { target }) };
  }
  const session = machine.openSession('capture');
  const loop = {
    machine,
    mostThreads: DEFAULT_THREADS_PER_DUMP,
    session,
    signal,
    parameters: (_process: number, number: number, addresses: readonly VirtualAddress[]) =>
      bugCheckParameters('Address', 0, number, addresses),
  };
  try {
    for await (const event of runBatches(loop, planBatches(targets, targets.length))) {
      if (event.kind === 'captured') {
        yield { dump: { bytes: event.bytes, captured: event.captured } };
      } else if (event.kind === 'failure') {
        yield { failure: event.failure };
      } else if (event.kind === 'settled') {
        const failure = settledFailure(event.settled);
        if (failure !== undefined) yield { failure };
      }
    }
  } catch (thrown) {
    throw asFailure(thrown);
  } finally {
    session.close();
  }
}
