import process from 'node:process';
import { isRefusal } from '../../../../src/machine/port.ts';
import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';

/** exit-suspended.ts PROCESS-ID THREAD-ID: ends in the moment in which the thread is suspended, as a second Ctrl+C does. */
const [processId = 0, threadId = 0] = process.argv.slice(2).map(Number);
const target = createWindowsMachine().openUserProcess?.({ processId });
if (target === undefined || isRefusal(target)) throw new Error('the process cannot be opened');
void target.copyStack(threadId);
console.log('{}');
process.exit(0);
