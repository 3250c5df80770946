import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  DEFAULT_THREADS_PER_DUMP,
  planBatches,
  threadsPerDump,
} from '../../src/capture/triage/batches/batch-plan.ts';
import { captureTriage } from '../../src/capture/triage/capture-triage.ts';
import { posixFiles } from '../../src/files/posix.ts';
import { isRefusal, type Machine, type OpenThread } from '../../src/machine/port.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';
import type { Comparison } from './measure.ts';

const WORKER = 4872;

/**
 * How long the simulated kernel takes for a call. Times of the real one are not published; these are of the order of
 * a copy of 1 MiB with an APC into each of 14 threads on a busy server.
 */
const TIMING = { perCallMs: 50, perThreadMs: 5 };

function workerThreads(machine: Machine) {
  const worker = machine.processes().find(({ processId }) => processId === WORKER);
  return (worker?.threads ?? []).map(({ threadId }) => ({ processId: WORKER, threadId }));
}

/** Captures the worker's 300 threads into a temporary folder, `repeat` times over. */
export async function capture(machine: Machine, repeat = 1): Promise<void> {
  const destination = mkdtempSync(path.join(tmpdir(), 'ktriage-bench-'));
  const context = {
    machine,
    files: posixFiles,
    signal: new AbortController().signal,
    identifyDrivers: <T>(drivers: T) => drivers,
    debuggerCommands: () => '',
  };
  try {
    for (let round = 0; round < repeat; round += 1) {
      const request = { destination, processIds: [WORKER], name: 'w3wp_{batch}', force: true };
      for await (const event of captureTriage(request, context))
        if (event.kind === 'failure') throw event.failure;
    }
  } finally {
    rmSync(destination, { recursive: true });
  }
}

/** The same calls with nothing around them but what is done with an answer. */
async function callsAlone(
  machine: Machine,
  take: (bytes: Uint8Array) => void = () => undefined,
): Promise<void> {
  const size = threadsPerDump(machine.facts(), DEFAULT_THREADS_PER_DUMP);
  const session = machine.openSession('capture');
  try {
    for (const { threads } of planBatches(workerThreads(machine), size)) {
      const answers = threads.map((thread) => session.open(thread));
      const open = answers.filter((answer): answer is OpenThread => !isRefusal(answer));
      const bugCheckParameters = [0n, 0n, 0n, 0n] as const;
      const { bytes } = await session.captureTriage({ threads: open, bugCheckCode: 0, bugCheckParameters });
      take(bytes);
      for (const thread of open) session.release(thread);
    }
  } finally {
    session.close();
  }
}

/** What the threads of a dump add to a journal. */
const JOURNAL_LINE = Buffer.alloc(10_000, 0x20);

/** The calls, with each dump and a line of a journal made durable: this disk allows no faster capture that loses nothing. */
async function callsAndDisk(machine: Machine): Promise<void> {
  const destination = mkdtempSync(path.join(tmpdir(), 'ktriage-bench-'));
  const [journal, folder] = [openSync(path.join(destination, 'journal'), 'w'), openSync(destination, 'r')];
  let count = 0;
  try {
    await callsAlone(machine, (bytes) => {
      const dump = openSync(path.join(destination, `${count}.dmp`), 'w');
      writeSync(dump, bytes);
      fsyncSync(dump);
      closeSync(dump);
      fsyncSync(folder);
      writeSync(journal, JOURNAL_LINE);
      fsyncSync(journal);
      count += 1;
    });
  } finally {
    for (const descriptor of [journal, folder]) closeSync(descriptor);
    rmSync(destination, { recursive: true });
  }
}

const machine = createSimulatedMachine('w3wp-oplock', { timing: TIMING });

export const captureOverhead: Comparison = {
  name: 'capture of 300 threads',
  ours: { what: 'plan, capture, verify, write, manifest', run: () => capture(machine) },
  peer: { what: 'the same kernel calls alone', run: () => callsAlone(machine) },
  floor: { what: 'the calls, and their dumps made durable', run: () => callsAndDisk(machine) },
  goal: 1.05,
  rounds: 3,
};
