import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Failure } from '../../src/contract/failure.ts';
import type {
  WatchEvent,
  WatchEventKind,
  WatchRequest,
  WatchSample,
} from '../../src/contract/generated/types.ts';
import type { Output } from '../../src/contract/output.ts';
import type { FileStore } from '../../src/files/port.ts';
import { posixFiles } from '../../src/files/posix.ts';
import type { Machine } from '../../src/machine/port.ts';
import { createSimulatedMachine, type SimulationOptions } from '../../src/simulator/simulated-machine.ts';
import type { WatchContext } from '../../src/watch/effects.ts';
import { runWatch } from '../../src/watch/run-watch.ts';

/** A watch over a simulated machine, both on one clock in the hand of the test: a day takes seconds. */

const START = Date.UTC(2024, 4, 14, 15, 26, 35);

export interface VirtualWatch {
  readonly events: readonly WatchEvent[];
  /** Milliseconds from the start at which each event came, by its kind. */
  timesOf(kind: WatchEventKind): number[];
  kinds(): WatchEventKind[];
}

export interface VirtualOptions {
  readonly scenario: string;
  readonly untilMs: number;
  readonly files?: FileStore;
  readonly simulation?: SimulationOptions;
  /** Called before each wait, with the time; may move the clock of the day. */
  readonly onWait?: (time: VirtualTime) => void;
  /** Answers samples, a line each. */
  readonly answer?: (sample: WatchSample) => string;
  readonly wrap?: (machine: Machine) => Machine;
}

export interface VirtualTime {
  ms: number;
  /** The clock of the day differs from the steady one by so much. */
  shiftMs: number;
}

/** Runs a watch until the time, and returns its output. */
export async function watchVirtually(request: WatchRequest, options: VirtualOptions): Promise<VirtualWatch> {
  const time: VirtualTime = { ms: 0, shiftMs: 0 };
  const machine = createSimulatedMachine(options.scenario, {
    ...options.simulation,
    clock: () => Math.floor(time.ms),
  });
  const controller = new AbortController();
  const events: WatchEvent[] = [];
  const times: number[] = [];
  const failures: Failure[] = [];
  const answers: string[] = [];
  const output: Output = {
    record(type, value) {
      if (type === 'WatchEvent') {
        events.push(value as WatchEvent);
        times.push(time.ms);
      }
      if (type === 'WatchSample') answers.push(options.answer?.(value as WatchSample) ?? '');
      return Promise.resolve();
    },
    progress: () => undefined,
    warning: () => undefined,
    error: (failure) => void failures.push(failure),
    incomplete: () => undefined,
    answer: () => undefined,
    end: () => Promise.resolve(0),
  };
  let waits = 0;
  const context: WatchContext = {
    machine: options.wrap?.(machine) ?? machine,
    files: options.files ?? posixFiles,
    output,
    signal: controller.signal,
    readInput: () => ({ next: () => Promise.resolve(answers.shift()) }),
    clock: {
      steadyMs: () => time.ms,
      wallMs: () => START + time.ms + time.shiftMs,
      async wait(milliseconds) {
        time.ms += milliseconds;
        options.onWait?.(time);
        if (time.ms >= options.untilMs) controller.abort();
        waits += 1;
        // A turn of the event loop now and then, as a real wait gives.
        if (waits % 100 === 0) await nextTurn();
      },
    },
  };
  await runWatch(request, context);
  if (failures[0] !== undefined) throw failures[0];
  return {
    events,
    timesOf: (kind) => times.filter((_, index) => events[index]?.event === kind),
    kinds: () => events.map(({ event }) => event),
  };
}
