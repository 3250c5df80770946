import process from 'node:process';
import { formatAddress } from '../../../../src/binary/address.ts';
import { isRefusal } from '../../../../src/machine/port.ts';
import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';
import { userStackWalker } from '../../../../src/threads/user-stack.ts';
import { print } from './print.ts';
import { handleCount } from './token-state.ts';

/** user-stack.ts PROCESS-ID THREAD-ID: its stack, its images, and what is refused. */
const [processId = 0, threadId = 0] = process.argv.slice(2).map(Number);
const machine = createWindowsMachine();
const createTime = machine.processes().find((each) => each.processId === processId)?.createTime ?? 0n;
const open = (identity: { processId: number; createTime?: bigint }) => {
  const answer = machine.openUserProcess?.(identity);
  if (answer === undefined) throw new Error('this machine has no user processes');
  return answer;
};
const refusal = (answer: object) => ('refused' in answer ? answer.refused : 'opened');

const target = open({ processId, createTime });
if (isRefusal(target)) throw new Error(`refused: ${target.refused}`);
const walker = userStackWalker(target);
const stack = await target.copyStack(threadId);
if (isRefusal(stack)) throw new Error(`refused: ${stack.refused}`);

const before = handleCount();
for (let round = 0; round < 20; round += 1) await target.copyStack(threadId);
const handlesGained = handleCount() - before;

const result = {
  addresses: walker.addresses(stack).map(formatAddress),
  frames: await walker.frames(stack),
  bytes: stack.bytes.length,
  modules: target.modules.map(({ name }) => name),
  nothingAtZero:
    target.read(stack.pc, 16) !== undefined && target.read(0x10n as typeof stack.pc, 8) === undefined,
  refusals: {
    thread: refusal(await target.copyStack(0x7ffffffc)),
    replacedThread: refusal(await target.copyStack(threadId, 1n)),
    self: refusal(open({ processId: process.pid })),
    nobody: refusal(open({ processId: 0x7ffffffc })),
    replaced: refusal(open({ processId, createTime: createTime + 1n })),
  },
  handlesGained,
};
target.close();
target.close();
print(result);
