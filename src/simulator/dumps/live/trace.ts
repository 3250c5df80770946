import { Failure } from '../../../contract/failure.ts';
import type { TraceRecord, TraceSession } from '../../../machine/port.ts';
import type { RunningWorld } from '../../world/running-world.ts';
import { LIVE_DUMP_PROVIDER, type SimulatedLiveEvent } from './live-events.ts';

const SYSTEM_PROCESS = 4;

/** Real-time traces of a simulated machine: what is logged goes to every open trace of the provider. */
export interface Traces {
  open(provider: string, onEvent: (event: TraceRecord) => void): TraceSession;
  /** @param begin the world's time at which the events' own times start */
  log(event: SimulatedLiveEvent, begin: bigint): void;
}

export function simulatedTraces(world: RunningWorld): Traces {
  const listeners = new Set<(event: TraceRecord) => void>();
  return {
    open(provider, onEvent) {
      if (!world.facts.elevated) {
        throw new Failure('TraceUnavailable', 'A trace of events needs administrator rights', {
          target: world.name,
        });
      }
      if (provider.toLowerCase() === LIVE_DUMP_PROVIDER) listeners.add(onEvent);
      return {
        startTime: world.now + world.age(),
        async close() {
          listeners.delete(onEvent);
          return { lostEvents: 0 };
        },
      };
    },
    log({ id, version, at, data }, begin) {
      const record = {
        id,
        version,
        time: begin + at,
        processId: SYSTEM_PROCESS,
        threadId: world.processes[1]?.threads[0]?.snapshot.threadId ?? 0,
      };
      for (const listener of listeners) listener({ ...record, data: data.slice() });
    },
  };
}
