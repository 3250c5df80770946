import { Failure } from '../../contract/failure.ts';
import { validateThreadsRequest } from '../../contract/generated/validators/request-threads.js';
import { writeRow } from '../../contract/output.ts';
import { userStacksOf } from '../../threads/add-user-stacks.ts';
import { listThreads } from '../../threads/list-threads.ts';
import { THREAD_ROW } from '../../threads/thread-record.ts';
import { verb } from '../verb.ts';

/** So many threads are listed before the event loop gets a turn, in which a cancel can arrive. */
const THREADS_PER_TURN = 1000;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const threadsVerb = verb({
  name: 'threads',
  summary: 'List threads of live processes with state, wait reason and kernel object address.',
  examples: [
    { command: 'ktriage threads w3wp --state Wait', does: 'the waiting threads of every w3wp process' },
    {
      command: 'ktriage threads --pid 4711 --format ndjson',
      does: 'all threads of one process, for a program to read',
    },
    {
      command: 'ktriage threads w3wp --machine simulated:w3wp-oplock',
      does: 'try it on the simulated machine, on any system',
    },
  ],
  validate: validateThreadsRequest,
  async run(request, { machine, output, signal, readPrivateFile }) {
    const target = await machine(request.machine);
    const stacks =
      request.includeUserStack === true
        ? userStacksOf(target, request, { output, signal, ...(readPrivateFile && { readPrivateFile }) })
        : undefined;
    let listed = 0;
    try {
      for (const item of listThreads(target, request)) {
        if ('failure' in item) {
          output.error(item.failure);
          continue;
        }
        if ('warning' in item) {
          output.warning(item.warning, item.target);
          continue;
        }
        if (stacks === undefined) {
          const slow = writeRow(output, THREAD_ROW, item.thread);
          if (slow !== undefined) await slow;
        } else {
          const record = THREAD_ROW.record(item.thread);
          await stacks.add(record);
          await output.record('Thread', record);
        }
        listed += 1;
        if (listed % THREADS_PER_TURN === 0) await nextTurn();
        if (signal.aborted) throw new Failure('Cancelled', `The list was cancelled after ${listed} threads.`);
      }
    } finally {
      stacks?.close();
    }
  },
});
