import { mkdirSync } from 'node:fs';
import { captureTriage } from '../../src/capture/triage/capture-triage.ts';
import { openFileStore } from '../../src/cli/file-store.ts';
import type { TriageRequest } from '../../src/contract/generated/types.ts';
import type { Machine } from '../../src/machine/port.ts';
import { identifyDrivers } from '../../src/reading/sources/driver-identities.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';

/** A simulated machine with a clock that is set by hand: it counts milliseconds from the start of the scenario. */
export interface MovingWorld {
  readonly machine: Machine;
  set(ms: number): void;
  now(): Date;
}

const START = Date.parse('2026-03-01T12:00:00Z');

export function movingWorld(scenario: string): MovingWorld {
  let ms = 0;
  return {
    machine: createSimulatedMachine(scenario, { clock: () => ms }),
    set: (value) => {
      ms = value;
    },
    now: () => new Date(START + ms),
  };
}

/** Captures what is wanted into a new folder, and gives the folder. */
export async function captureInto(
  { machine, now }: MovingWorld,
  destination: string,
  wanted: Pick<TriageRequest, 'processIds' | 'threads'> = { processIds: [4872] },
): Promise<string> {
  mkdirSync(destination);
  const files = await openFileStore();
  const { signal } = new AbortController();
  const context = { machine, files, now, signal, identifyDrivers, debuggerCommands: () => '' };
  for await (const event of captureTriage({ ...wanted, destination, acl: 'Inherit' }, context)) {
    if (event.kind === 'failure') throw event.failure;
  }
  return destination;
}
