import { performance } from 'node:perf_hooks';
import { Failure } from '../contract/failure.ts';
import type { CaptureConditions, Machine, NativeLibrary } from '../machine/port.ts';
import { simulatedTraces } from './dumps/live/trace.ts';
import { loadedDrivers } from './images/loaded-drivers.ts';
import { behaviourOf, buildWorld, isMoving, type ScenarioChanges } from './population/scenarios.ts';
import { openSimulatedSession } from './session.ts';
import { openSimulatedProcess } from './user-process.ts';
import type { KernelBehaviour } from './world/behaviour.ts';
import { simulatedDumpFolders } from './world/dump-folders.ts';
import { simulatedRegistry } from './world/registry.ts';
import { startWorld } from './world/running-world.ts';

export interface SimulationOptions extends ScenarioChanges, KernelBehaviour {
  /** The Tool Help library answers in another order than the kernel's list. */
  readonly toolHelpDiffers?: boolean;
  readonly traceUnavailable?: boolean;
  /** Settings that differ from those of a server on which everything is allowed. */
  readonly conditions?: Partial<CaptureConditions>;
  /** As if it were reached through native code. */
  readonly nativeLibrary?: NativeLibrary;
  /**
   * Whole milliseconds since the machine was made, never less than before. Absent: the real time for a scenario in which something
   * happens, and no time for another one.
   */
  readonly clock?: () => number;
}

/** The real time since now. */
function realClock(): () => number {
  const start = performance.now();
  return () => Math.floor(performance.now() - start);
}

const GIBIBYTE = 2 ** 30;
/** A server on which everything is allowed. */
const CALM: CaptureConditions = {
  kernelDebugging: false,
  inContainer: false,
  virtualizationBasedSecurity: false,
  totalMemoryBytes: 16 * GIBIBYTE,
  availableMemoryBytes: 9 * GIBIBYTE,
};

/**
 * A machine made of data that behaves as Windows does at the port: the same limits, refusals and file formats.
 * Two machines of one scenario give the same answers to the same calls at the same time, to the last byte.
 * @throws Failure UnknownMachine
 */
export function createSimulatedMachine(scenario: string, options: SimulationOptions = {}): Machine {
  const clock = options.clock ?? (isMoving(scenario) ? realClock() : undefined);
  const world = startWorld(buildWorld(scenario, options), clock);
  const conditions: CaptureConditions = { ...CALM, ...options.conditions };
  const { nativeLibrary } = options;
  const traces = simulatedTraces(world);
  const registry = simulatedRegistry(world.facts);
  const dumpFolders = simulatedDumpFolders(world.facts);
  const behaviour: KernelBehaviour = { ...behaviourOf(scenario), ...options };
  return {
    name: world.name,
    simulated: true,
    facts: () => world.facts,
    processes: (withThreads) => world.snapshots(withThreads),
    toolHelpThreadIds(processId) {
      const process = world.snapshots().find((candidate) => candidate.processId === processId);
      if (process === undefined) {
        throw new Failure('ProcessNotFound', `No process has the id ${processId}`, {
          target: `process ${processId}`,
        });
      }
      const ids = process.threads.map((thread) => thread.threadId);
      return options.toolHelpDiffers === true ? ids.reverse() : ids;
    },
    drivers: loadedDrivers,
    registry: () => registry,
    dumpFolders: () => dumpFolders,
    openSession: (purpose) => openSimulatedSession(world, purpose, { conditions, traces, behaviour }),
    captureConditions: () => conditions,
    openTrace(provider, onEvent) {
      if (options.traceUnavailable !== true) return traces.open(provider, onEvent);
      throw new Failure('TraceUnavailable', 'The caller may not trace', { target: world.name });
    },
    ...(nativeLibrary === undefined ? {} : { nativeLibrary: () => nativeLibrary }),
    openUserProcess: (process) => openSimulatedProcess(world, process),
  };
}
