import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ThreadRefusal } from '../../../src/machine/port.ts';
import { describeWith } from '../../support/equipment.ts';
import { runDriver } from '../../support/windows-node.ts';
import { ensureWine } from '../../support/wine.ts';
import { type RunningCrowd, startCrowd } from './crowd.ts';

const driver = (name: string) => path.join(import.meta.dirname, 'drivers', `${name}.ts`);
const hex = (decimal: string | undefined) =>
  decimal === undefined ? undefined : `0x${BigInt(decimal).toString(16).padStart(16, '0')}`;
const MEMBERS = 7;

interface SeenThread {
  readonly threadId: number;
  readonly createTime: string;
  readonly state: number;
  readonly waitReason?: number;
  readonly win32StartAddress?: string;
  readonly tebAddress?: string;
  readonly stackBase?: string;
}

interface Seen {
  readonly facts: Record<string, unknown>;
  readonly self: number;
  readonly ids: readonly number[];
  readonly names: readonly string[];
  readonly found?: { readonly name: string; readonly threads: readonly SeenThread[] };
  readonly toolHelp: readonly number[];
  readonly toolHelpOfNobody: { readonly failed: string };
  readonly drivers: readonly { name: string; path: string; file?: string; imageSize: number }[];
}

interface SessionSeen {
  readonly details: readonly { description?: string; suspendCount?: number; ioPending?: boolean }[];
  readonly refusals: Readonly<Record<string, ThreadRefusal | boolean>>;
  readonly answer: { readonly ntStatus: number; readonly returnedLength: number; readonly bytes: number };
  readonly addresses: number;
  readonly handlesGained: number;
}

describeWith(['wine', 'mingw'], 'the Windows machine under Wine', () => {
  let crowd: RunningCrowd;
  beforeAll(async () => {
    await ensureWine();
    crowd = await startCrowd(MEMBERS);
  });
  afterAll(() => crowd.end());

  it('the Windows machine under Wine lists the threads that a process reports', async () => {
    const seen = await runDriver<Seen>(driver('enumerate'), [String(crowd.processId)]);
    const threads = seen.found?.threads ?? [];
    expect(seen.found?.name).toBe('crowd.exe');
    expect(threads).toHaveLength(MEMBERS + 1);
    expect(threads[0]?.threadId).toBe(crowd.parentThreadId);
    const members = threads.slice(1).map((thread) => ({
      threadId: thread.threadId,
      teb: hex(thread.tebAddress),
      createTime: thread.createTime,
    }));
    expect(members).toEqual(crowd.members);
    expect(new Set(threads.slice(1).map((thread) => hex(thread.win32StartAddress)))).toEqual(
      new Set([crowd.startAddress]),
    );
    // Wine gives neither kernel stacks nor a state: what is not known is absent, and a reason belongs to a wait.
    expect(threads.every((thread) => thread.stackBase === undefined)).toBe(true);
    expect(threads.every((thread) => (thread.state === 5) === (thread.waitReason !== undefined))).toBe(true);
  });

  it('the Windows machine under Wine sees itself, the order of Tool Help, the drivers and the system', async () => {
    const seen = await runDriver<Seen>(driver('enumerate'), [String(crowd.processId)]);
    expect(seen.ids).toContain(seen.self);
    expect(seen.names).toContain('services.exe');
    expect(seen.toolHelp).toEqual(seen.found?.threads.map((thread) => thread.threadId));
    expect(seen.toolHelpOfNobody.failed).toBe('ProcessNotFound');
    expect(seen.facts).toMatchObject({ architecture: 'x64', elevated: true, windowsBuild: 18362 });
    expect(seen.drivers[0]).toMatchObject({
      name: 'ntoskrnl.exe',
      path: '\\SystemRoot\\system32\\ntoskrnl.exe',
      file: 'C:\\windows\\system32\\ntoskrnl.exe',
    });
  });

  it('the Windows machine under Wine opens, describes, refuses and captures threads, and keeps no handle', async () => {
    const threadIds = crowd.members.map(({ threadId }) => String(threadId));
    const seen = await runDriver<SessionSeen>(driver('session'), [String(crowd.processId), ...threadIds]);
    expect(seen.details).toEqual(
      crowd.members.map(({ threadId }, index) => ({
        access: 'Query',
        description: `member — ${threadId}`,
        suspendCount: index === 0 ? 1 : 0,
        ioPending: false,
      })),
    );
    expect(seen.refusals).toMatchObject({
      nobody: { refused: 'exited' },
      foreign: { refused: 'replaced' },
      replaced: { refused: 'replaced' },
      replacedProcess: { refused: 'replaced' },
      same: false,
    });
    // Wine has no such kernel, and gives no object address: both are reported, not made up.
    expect(seen.answer).toEqual({ ntStatus: 0xc0000002, returnedLength: 0, bytes: 0 });
    expect(seen.addresses).toBe(0);
    expect(seen.handlesGained).toBe(0);
  });

  it.each(['enabled', 'disabled'])(
    'the Windows machine under Wine gives SeDebugPrivilege back as it found it: %s',
    async (start) => {
      const asFound = start === 'enabled';
      expect(await runDriver(driver('privilege'), [start])).toEqual({
        before: asFound,
        afterEnumeration: asFound,
        inFirst: true,
        inSecond: true,
        after: asFound,
      });
    },
  );

  it('the Windows machine under Wine reports a token that does not hold the privilege', async () => {
    expect(await runDriver(driver('privilege'), ['removed'])).toMatchObject({
      before: false,
      afterEnumeration: false,
      first: { failed: 'PrivilegeNotHeld' },
    });
  });

  it('the Windows machine under Wine takes a thread that has ended for what it is, although its object lives on', async () => {
    const short = await startCrowd(1);
    await short.disperse();
    const ended = short.members.map(({ threadId }) => String(threadId));
    const seen = await runDriver<{ refusals: unknown }>(driver('open'), [String(short.processId), ...ended]);
    await short.end();
    expect(seen).toEqual([{ refused: 'exited' }]);
  });
});
