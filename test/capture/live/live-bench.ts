import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { captureLive, type LiveContext, type LiveEvent } from '../../../src/capture/live/capture-live.ts';
import { Failure } from '../../../src/contract/failure.ts';
import type { LiveDump, LiveDumpRequest } from '../../../src/contract/generated/types.ts';
import { posixFiles } from '../../../src/files/posix.ts';
import type { Machine } from '../../../src/machine/port.ts';
import { createSimulatedMachine, type SimulationOptions } from '../../../src/simulator/simulated-machine.ts';

/** A folder of its own for the dumps of a test. */
export function dumpFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-live-'));
  return {
    folder,
    file: (name = 'live.dmp') => path.join(folder, name),
    names: () => readdirSync(folder).sort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Run {
  readonly events: readonly LiveEvent[];
  readonly failure?: Failure;
  readonly dump?: LiveDump;
}

export interface RunOptions extends SimulationOptions {
  readonly scenario?: string;
  readonly context?: Partial<LiveContext>;
  /** Changes the simulated machine before it is used. */
  readonly disguise?: (machine: Machine) => Machine;
}

/** Takes a live dump of the simulated machine and collects everything that was said. */
export async function takeLive(request: LiveDumpRequest, options: RunOptions = {}): Promise<Run> {
  const { scenario = 'idle', context, disguise = (machine) => machine, ...simulation } = options;
  const machine = disguise(createSimulatedMachine(scenario, simulation));
  const events: LiveEvent[] = [];
  const signal = new AbortController().signal;
  try {
    for await (const event of captureLive(request, {
      machine,
      files: posixFiles,
      signal,
      pollMs: 5,
      retryMs: 5,
      ...context,
    })) {
      events.push(event);
    }
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return { events, failure: thrown };
  }
  const dump = events.find((event) => event.kind === 'dump')?.dump;
  return { events, ...(dump === undefined ? {} : { dump }) };
}

/** A machine of which the checks believe that it is real, so that disk and memory count. */
export const asIfReal = (machine: Machine): Machine => ({ ...machine, simulated: false });

export const warningsOf = ({ events }: Run): readonly string[] =>
  events.flatMap((event) => (event.kind === 'warning' ? [event.message] : []));

export const exists = existsSync;
