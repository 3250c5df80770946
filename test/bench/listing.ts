import { Writable } from 'node:stream';
import { ndjsonOutput } from '../../src/cli/ndjson-output.ts';
import type { Thread } from '../../src/contract/generated/types.ts';
import { writeRow } from '../../src/contract/output.ts';
import type { Machine } from '../../src/machine/port.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';
import { listThreads } from '../../src/threads/list-threads.ts';
import { THREAD_ROW } from '../../src/threads/thread-record.ts';
import type { Comparison } from './measure.ts';

let crowded: Machine | undefined;

/** Made at its first use: the tables of the other rows need no crowd. */
export function machineOfCrowd(): Machine {
  crowded ??= createSimulatedMachine('crowded');
  return crowded;
}

export function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

export async function listAll(): Promise<void> {
  const output = ndjsonOutput(nowhere());
  for (const item of listThreads(machineOfCrowd(), {}))
    if ('thread' in item) await writeRow(output, THREAD_ROW, item.thread);
  await output.end();
}

let records: readonly Thread[] | undefined;

/**
 * Copies: V8 sees where objects come from that live long, and would put all later records of a listing among the old ones at
 * once, which no run of ktriage ever sees.
 */
function copies(): Thread[] {
  const kept: Thread[] = [];
  for (const item of listThreads(machineOfCrowd(), {}))
    if ('thread' in item) kept.push(JSON.parse(JSON.stringify(THREAD_ROW.record(item.thread))) as Thread);
  return kept;
}

function stringifyAll(): void {
  records ??= copies();
  for (const record of records) JSON.stringify(record);
}

export const listing: Comparison = {
  name: 'listing 100,000 threads',
  ours: { what: 'enumerate, decode and emit', run: listAll },
  peer: { what: 'JSON.stringify of the same records', run: stringifyAll },
  goal: 2,
  rounds: 5,
};
