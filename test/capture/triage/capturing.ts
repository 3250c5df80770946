import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type CaptureEvent, captureTriage } from '../../../src/capture/triage/capture-triage.ts';
import type { Failure } from '../../../src/contract/failure.ts';
import type { CapturedThread, TriageRequest } from '../../../src/contract/generated/types.ts';
import type { FileStore } from '../../../src/files/port.ts';
import { posixFiles } from '../../../src/files/posix.ts';
import type { Machine } from '../../../src/machine/port.ts';
import { createSimulatedMachine, type SimulationOptions } from '../../../src/simulator/simulated-machine.ts';

/** The worker process of the simulated machine `w3wp-oplock`, with 300 threads. */
export const W3WP = 4872;

/** A capture as a whole. */
export interface Run {
  readonly events: readonly CaptureEvent[];
  readonly threads: readonly CapturedThread[];
  readonly failures: readonly Failure[];
  readonly verdicts: Readonly<Record<string, number>>;
}

export interface Setting {
  readonly now?: () => Date;
  readonly machine?: Machine;
  readonly files?: FileStore;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: CaptureEvent) => void;
  readonly onSlowCall?: (reason: string) => void;
}

/** The machine with faults. */
export const faulty = (options: SimulationOptions) => createSimulatedMachine('w3wp-oplock', options);

/** The first threads of the worker. */
export const someThreads = (count: number) => {
  const process = createSimulatedMachine('w3wp-oplock')
    .processes()
    .find(({ processId }) => processId === W3WP);
  return (process?.threads ?? []).slice(0, count).map(({ threadId }) => ({ processId: W3WP, threadId }));
};

/** A folder of its own for each test of a file, and captures into it. */
export interface CaptureFolder {
  readonly folder: string;
  capture(request: TriageRequest, setting?: Setting): Promise<Run>;
  filesHere(): string[];
  dumpsHere(): string[];
}

export function captureFolder(): CaptureFolder {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ktriage-capture-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const filesHere = () => readdirSync(folder).sort();
  return {
    get folder() {
      return folder;
    },
    filesHere,
    dumpsHere: () => filesHere().filter((name) => name.endsWith('.dmp')),
    async capture(request, setting = {}) {
      const events: CaptureEvent[] = [];
      const stream = captureTriage(
        { destination: folder, ...request },
        {
          machine: setting.machine ?? createSimulatedMachine('w3wp-oplock'),
          files: setting.files ?? posixFiles,
          signal: setting.signal ?? new AbortController().signal,
          identifyDrivers: (drivers) => drivers,
          ...(setting.now === undefined ? {} : { now: setting.now }),
          ...(setting.onSlowCall === undefined ? {} : { onSlowCall: setting.onSlowCall }),
          debuggerCommands: (file) => `commands for ${path.basename(file)}`,
        },
      );
      for await (const event of stream) {
        setting.onEvent?.(event);
        events.push(event);
      }
      const threads = events.flatMap((event) => (event.kind === 'thread' ? [event.thread] : []));
      const verdicts: Record<string, number> = {};
      for (const { verdict } of threads) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
      const failures = events.flatMap((event) => (event.kind === 'failure' ? [event.failure] : []));
      return { events, threads, failures, verdicts };
    },
  };
}
