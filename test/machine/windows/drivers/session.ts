import process from 'node:process';
import type { MachineSession, ThreadIdentity } from '../../../../src/machine/port.ts';
import { isRefusal } from '../../../../src/machine/port.ts';
import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';
import { print } from './print.ts';
import { handleCount } from './token-state.ts';

/** session.ts PROCESS-ID THREAD-ID…: threads opened, described, captured; and what is left behind. */
const [processId = 0, ...threadIds] = process.argv.slice(2).map(Number);

const machine = createWindowsMachine();
const snapshot = machine.processes().find((each) => each.processId === processId);
const identities: ThreadIdentity[] = threadIds.map((threadId) => ({ processId, threadId }));
const [first] = identities;
if (first === undefined || snapshot === undefined) throw new Error('no thread to look at');
const createTime = snapshot.threads.find((each) => each.threadId === first.threadId)?.createTime ?? 0n;

function opened(session: MachineSession) {
  return identities.flatMap((identity) => {
    const thread = session.open(identity);
    return isRefusal(thread) ? [] : [thread];
  });
}

const query = machine.openSession('query');
const details = opened(query).map((thread) => ({ access: thread.access, ...query.details(thread) }));
const refusals = {
  nobody: query.open({ processId, threadId: 0x7ffffffc }),
  foreign: query.open({ processId: process.pid, threadId: first.threadId }),
  replaced: query.open({ ...first, createTime: createTime + 1n }),
  replacedProcess: query.open({ ...first, processCreateTime: snapshot.createTime + 1n }),
  same: isRefusal(query.open({ ...first, createTime, processCreateTime: snapshot.createTime })),
};
query.close();
query.close();

const capture = machine.openSession('capture');
const threads = opened(capture);
const answer = await capture.captureTriage({
  threads,
  bugCheckCode: 0x161,
  bugCheckParameters: [1n, 2n, 3n, 4n],
});
const addresses = capture.objectAddresses(threads);
capture.close();

const before = handleCount();
for (let round = 0; round < 50; round += 1) {
  const session = machine.openSession('capture');
  const some = opened(session);
  if (round % 2 === 0) for (const thread of some) session.release(thread);
  session.close();
  machine.processes();
}
print({
  details,
  refusals,
  answer: { ntStatus: answer.ntStatus, returnedLength: answer.returnedLength, bytes: answer.bytes.length },
  addresses: addresses.size,
  handlesGained: handleCount() - before,
});
