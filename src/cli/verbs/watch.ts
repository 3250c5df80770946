import { validateWatchRequest } from '../../contract/generated/validators/request-watch.js';
import { systemClock } from '../../watch/effects.ts';
import { runWatch } from '../../watch/run-watch.ts';
import { openFileStore } from '../file-store.ts';
import { verb } from '../verb.ts';

export const watchVerb = verb({
  name: 'watch',
  summary:
    'Watch processes, and report and capture when their threads are stuck. Runs until it is cancelled.',
  examples: [
    {
      command: 'ktriage watch w3wp --when Stuck --for 60 --capture --destination D:\\dumps',
      does: 'capture every IIS worker process in which threads are stuck for a minute',
    },
    {
      command: 'ktriage watch --when Count --count 5000 --event-log',
      does: 'an event in the log of Windows for each process with 5,000 threads',
    },
    {
      command: 'ktriage watch w3wp --for 5 --once --machine simulated:hang-passes',
      does: 'try it on the simulated machine, on any system',
    },
  ],
  validate: validateWatchRequest,
  async run(request, { machine, output, signal, readInput }) {
    await runWatch(request, {
      machine: await machine(request.machine),
      files: await openFileStore(),
      clock: systemClock,
      output,
      signal,
      readInput,
    });
  },
});
