import { LIVE_DUMP_PROVIDER } from '../capture/live/events/event-table.ts';
import { asFailure, type Failure } from '../contract/failure.ts';
import type { CaptureConditions, Machine, MachineFacts, NativeLibrary } from '../machine/port.ts';
import { EVENT_SOURCE } from './dsc/settings.ts';

/** Everything that the checks look at, gathered before the first of them: they themselves touch nothing. */
export interface Observations {
  readonly facts: MachineFacts;
  readonly conditions: CaptureConditions;
  /** Why a session for captures cannot be had; absent when it can. */
  readonly captureRefusal?: Failure;
  /** Why the events of live dumps cannot be watched; absent when they can. */
  readonly traceRefusal?: Failure;
  readonly nativeLibrary?: NativeLibrary;
  /** Why the permissions of the native library are not known. */
  readonly nativeLibraryRefusal?: Failure;
  /** Whether the source of a watch in the event log has its texts; absent where there is no registry. */
  readonly eventSource?: boolean;
  /** The folder that dumps are meant for, and what its volume has left. */
  readonly destination: string;
  readonly freeBytes?: number;
}

/** Runs something that may be refused; the refusal is the answer. */
async function refusalOf(attempt: () => Promise<void> | void): Promise<Failure | undefined> {
  try {
    await attempt();
    return undefined;
  } catch (thrown) {
    return asFailure(thrown);
  }
}

function nativeLibraryOf(machine: Machine): Pick<Observations, 'nativeLibrary' | 'nativeLibraryRefusal'> {
  try {
    const nativeLibrary = machine.nativeLibrary?.();
    return nativeLibrary === undefined ? {} : { nativeLibrary };
  } catch (thrown) {
    return { nativeLibraryRefusal: asFailure(thrown) };
  }
}

function eventSourceOf(machine: Machine): Pick<Observations, 'eventSource'> {
  const registry = machine.registry?.();
  return registry === undefined
    ? {}
    : { eventSource: registry.read(EVENT_SOURCE, 'EventMessageFile') !== undefined };
}

/**
 * Looks at a machine as a capture would. Opens a session and a trace for a moment, and captures nothing.
 * @throws Failure when the machine does not even give its version
 */
export async function observe(
  machine: Machine,
  destination: string,
  freeBytes: number | undefined,
): Promise<Observations> {
  const captureRefusal = await refusalOf(() => machine.openSession('capture').close());
  const traceRefusal = await refusalOf(async () => {
    await machine.openTrace(LIVE_DUMP_PROVIDER, () => undefined).close();
  });
  return {
    facts: machine.facts(),
    conditions: machine.captureConditions(),
    destination,
    ...eventSourceOf(machine),
    ...nativeLibraryOf(machine),
    ...(captureRefusal === undefined ? {} : { captureRefusal }),
    ...(traceRefusal === undefined ? {} : { traceRefusal }),
    ...(freeBytes === undefined ? {} : { freeBytes }),
  };
}
