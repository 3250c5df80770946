import process from 'node:process';
import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';
import { print } from './print.ts';

/** open.ts PROCESS-ID THREAD-ID…: what opening each thread gives. */
const [processId = 0, ...threadIds] = process.argv.slice(2).map(Number);
const session = createWindowsMachine().openSession('query');
print(threadIds.map((threadId) => session.open({ processId, threadId })));
session.close();
