import { captureTriage } from '../../src/capture/triage/capture-triage.ts';
import { ndjsonOutput } from '../../src/cli/ndjson-output.ts';
import { posixFiles } from '../../src/files/posix.ts';
import { listAll, machineOfCrowd, nowhere } from './listing.ts';
import type { Comparison } from './measure.ts';

/** The plan of a capture of every thread of the machine, written as `ktriage triage --plan` does. */
async function planAll(): Promise<void> {
  const machine = machineOfCrowd();
  const output = ndjsonOutput(nowhere());
  const context = {
    machine,
    files: posixFiles,
    signal: new AbortController().signal,
    identifyDrivers: <T>(drivers: T) => drivers,
    debuggerCommands: () => '',
  };
  const processIds = machine.processes().map(({ processId }) => processId);
  let planned = 0;
  for await (const event of captureTriage({ processIds, planOnly: true }, context)) {
    if (event.kind === 'failure') throw event.failure;
    if (event.kind !== 'plan') continue;
    planned += event.plan.threadIds.length;
    await output.record('TriagePlan', event.plan);
  }
  if (planned < 100_000) throw new RangeError(`the plan has ${planned} threads`);
  await output.end();
}

export const plan: Comparison = {
  name: 'plan of a capture of 100,000 threads',
  ours: { what: 'select, open, group and emit', run: planAll },
  peer: { what: 'the listing of the same threads', run: listAll },
  goal: 2,
  rounds: 3,
};
