import { describe, expect, it } from 'vitest';
import { isRefusal, type UserProcess } from '../../src/machine/port.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';
import type { Activity } from '../../src/simulator/world/activity.ts';
import { userFrames } from '../../src/simulator/world/call-chains.ts';
import { userStackWalker } from '../../src/threads/user-stack.ts';
import { captureThreads, RawDump } from './capture.ts';

/** As the article prints it, without its empty parentheses. */
const ARTICLE = `
ntdll!NtQueryFullAttributesFile+0x12
KERNELBASE!GetFileAttributesExW+0x93
cachfile!CACHED_FILE_INFO::CheckIfFileHasChanged+0xf9
iiscore!W3_SERVER::GetFileInfo+0x1c3
defdoc!W3_DEFAULT_DOC_HANDLER::DoWork+0x511
defdoc!RequestDoWork+0x17f
defdoc!CIISHttpModule::OnExecuteRequestHandler+0x19
iiscore!NOTIFICATION_CONTEXT::RequestDoWork+0x128
iiscore!NOTIFICATION_CONTEXT::CallModulesInternal+0x305
iiscore!NOTIFICATION_CONTEXT::CallModules+0x28
iiscore!W3_CONTEXT::DoStateRequestExecuteHandler+0x36
iiscore!W3_CONTEXT::DoWork+0xd7
iiscore!W3_MAIN_CONTEXT::StartNotificationLoop+0x49
iiscore!W3_CONTEXT::ExecuteRequest+0x20c
isapi!ISAPI_REQUEST::ExecuteUrl+0x3e6
isapi!SSFExecuteUrl+0x7f4
isapi!ServerSupportFunction+0x59b
webengine4!EcbExecuteUrlUnicode+0x12e
`;

const WORKER = 4872;
const threads =
  buildWorld('w3wp-oplock').processes.find(({ snapshot }) => snapshot.processId === WORKER)?.threads ?? [];

function open(scenario = 'w3wp-oplock', processId = WORKER): UserProcess {
  const process = createSimulatedMachine(scenario).openUserProcess?.({ processId });
  if (process === undefined || isRefusal(process)) throw new Error('refused');
  return process;
}

async function listing(process: UserProcess, threadId: number): Promise<readonly string[]> {
  const stack = await process.copyStack(threadId);
  if (isRefusal(stack)) throw new Error(stack.refused);
  return userStackWalker(process).frames(stack);
}

describe('the user-mode side of the worker', () => {
  it("the user-mode side of the worker shows the article's user-mode stack, frame for frame", async () => {
    const waiter = threads.find(({ activity }) => activity.name === 'fcbWaiter');
    const frames = await listing(open(), waiter?.snapshot.threadId ?? 0);
    expect(`\n${frames.join('\n')}\n`.startsWith(ARTICLE)).toBe(true);
    expect(frames).toHaveLength(20);
  });

  it.each([...new Map(threads.map((thread) => [thread.activity.name, thread]))])(
    'the user-mode side of the worker shows the stack of a thread that is %s',
    async (_name, thread) => {
      const activity: Activity = thread.activity;
      expect(await listing(open(), thread.snapshot.threadId)).toEqual(userFrames(activity));
    },
  );

  it('the user-mode side of the worker is what the trap frame in the kernel stack goes back to', async () => {
    const place = threads.findIndex(({ activity }) => activity.name === 'fcbWaiter');
    const { answer, addresses, threadIds } = await captureThreads('w3wp-oplock', [place]);
    const dump = new RawDump(answer.bytes);
    const object = dump.block(addresses[0] ?? 0n)?.offset ?? 0;
    const limit = dump.u64(object + 0x30);
    const trapFrame = (dump.block(limit)?.offset ?? 0) + Number(dump.u64(object + 0x90) - limit);
    const stack = await open().copyStack(threadIds[0] ?? 0);
    if (isRefusal(stack)) throw new Error(stack.refused);
    expect([dump.u64(trapFrame + 0x168), dump.u64(trapFrame + 0x180)]).toEqual([stack.pc, stack.sp]);
    expect(dump.u64(trapFrame + 0x170)).toBe(0x33n);
  });

  it('the user-mode side of the worker is refused as the kernel refuses it', async () => {
    const faults = open('w3wp-faults');
    const at = (place: number) => faults.copyStack(threads[place]?.snapshot.threadId ?? 0);
    expect(await at(9)).toEqual({ refused: 'wedged' });
    expect(await at(17)).toMatchObject({ refused: 'exited' });
    expect(await at(44)).toMatchObject({ refused: 'replaced' });
    expect(await faults.copyStack(2)).toMatchObject({ refused: 'exited' });
    const machine = createSimulatedMachine('w3wp-oplock');
    expect(machine.openUserProcess?.({ processId: 4 })).toMatchObject({ refused: 'denied' });
    expect(machine.openUserProcess?.({ processId: 2 })).toMatchObject({ refused: 'exited' });
    expect(machine.openUserProcess?.({ processId: WORKER, createTime: 1n })).toEqual({ refused: 'replaced' });
  });
});
