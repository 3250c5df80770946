import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KernelStack, KernelWait, StackGroup, Thread } from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';

/** The two stacks of the article, from the first frame below the capture's own to user mode. */
const WAITER = [
  'nt!KiCommitThreadWait+0x3dd',
  'nt!KeWaitForSingleObject+0x19f',
  'nt!ExpWaitForResource+0xae',
  'nt!ExAcquireResourceExclusiveLite+0x14f',
  'rdbss!_RxAcquireFcb+0x254',
];
const HOLDER = [
  'nt!KiCommitThreadWait+0x3dd',
  'nt!KeWaitForMultipleObjects+0x272',
  'nt!FsRtlCancellableWaitForMultipleObjects+0xac',
  'mrxsmb!SmbCeWaitForCompletionAndFinalizeExchangeEx+0x70',
];

let folder = '';
let dumps: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-stacks-'));
  await runCli(['triage', '--pid', '4872', '--destination', folder, '--machine', 'simulated:w3wp-oplock']);
  dumps = readdirSync(folder)
    .filter((name) => name.endsWith('.dmp'))
    .sort()
    .map((name) => path.join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('ktriage stacks', () => {
  it("ktriage stacks shows the article's answer in the first screen", async () => {
    const result = await runCli(['stacks', ...dumps, '--group-by', 'Symbol']);
    expect(result.exitCode).toBe(0);
    expect(contractViolations(result.messages)).toEqual([]);
    const groups = result.records<StackGroup>('StackGroup');
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(300);
    expect(groups.map(({ count }) => count)).toEqual(groups.map(({ count }) => count).sort((a, b) => b - a));
    expect(groups[0]?.count).toBeGreaterThan(200);
    expect(groups[0]?.stack.slice(0, WAITER.length)).toEqual(WAITER);
    const holder = groups.filter(({ stack }) => stack.includes(HOLDER[3] ?? ''));
    expect(holder).toHaveLength(1);
    expect(holder[0]?.count).toBe(1);
    expect(holder[0]?.stack.slice(0, HOLDER.length)).toEqual(HOLDER);
  });

  it('stacks --group-by shows in one line what the threads of a group wait for, its holder, and since when', async () => {
    const groups = (await runCli(['stacks', ...dumps, '--group-by', 'Symbol'])).records<StackGroup>(
      'StackGroup',
    );
    const waits = (await runCli(['waits', ...dumps])).records<KernelWait>('KernelWait');
    const members = new Set(groups[0]?.threads.map(({ objectAddress }) => objectAddress));
    const told = waits.filter(({ objectAddress }) => members.has(objectAddress));
    expect(told).toHaveLength(members.size);
    expect(groups[0]?.waitingFor).toEqual([...new Set(told.map(({ waitingFor }) => waitingFor))]);
    expect(groups[0]?.longestWaitMs).toBe(Math.max(...told.map(({ waitTimeMs = 0 }) => waitTimeMs)));
    expect(groups[0]?.overview).toMatch(
      /^227 threads: rdbss!_RxAcquireFcb\+0x254, waiting for resource .*, longest 0:08:04$/,
    );
    const held = groups.find(({ heldBy = [] }) => heldBy.includes('\\FileSystem\\Ntfs'));
    expect(held?.overview).toContain(', held by \\FileSystem\\Ntfs');
    expect(held?.heldByEvidence).toBe('Memory');
  });

  it('ktriage stacks gives each stack of a triage dump what its thread waits for', async () => {
    const stacks = (await runCli(['stacks', dumps[0] ?? ''])).records<KernelStack>('KernelStack');
    const waits = (await runCli(['waits', '--include-idle', dumps[0] ?? ''])).records<KernelWait>(
      'KernelWait',
    );
    const byThread = new Map(waits.map((wait) => [wait.objectAddress, wait]));
    expect(stacks.filter(({ waitingFor }) => waitingFor !== undefined).length).toBe(waits.length);
    for (const { objectAddress, waitingFor, heldBy, waitTimeMs, waitEvidence } of stacks) {
      const wait = byThread.get(objectAddress);
      expect({ waitingFor, heldBy, waitTimeMs, waitEvidence }).toEqual({
        waitingFor: wait?.waitingFor,
        heldBy: wait?.heldBy,
        waitTimeMs: wait?.waitTimeMs,
        waitEvidence: wait?.evidence,
      });
    }
  });

  it('ktriage stacks counts the frames that it shows, not those of the capture above them', async () => {
    const { records } = await runCli(['stacks', dumps[0] ?? '', '--max-frames', '3']);
    const whole = (await runCli(['stacks', dumps[0] ?? ''])).records<KernelStack>('KernelStack');
    const cut = records<KernelStack>('KernelStack');
    expect(cut.map(({ stack }) => stack)).toEqual(whole.map(({ stack }) => stack.slice(0, 3)));
    expect(cut.some(({ stack }) => stack.join() === WAITER.slice(0, 3).join())).toBe(true);
    expect(new Set(cut.map(({ end }) => end))).toEqual(new Set(['FrameLimit']));
    const args = ['stacks', dumps[0] ?? '', '--include-capture-frames', '--max-frames'];
    const [included] = (await runCli([...args, '3'])).records<KernelStack>('KernelStack');
    expect(included?.frames.map(({ isCapture }) => isCapture)).toEqual([true, true, true]);
    // As many as there are is no limit that was reached.
    const [first] = whole;
    const exact = await runCli(['stacks', dumps[0] ?? '', '--max-frames', String(first?.stack.length)]);
    const same = exact.records<KernelStack>('KernelStack').find(({ key }) => key === first?.key);
    expect(same).toMatchObject({ stack: first?.stack, end: first?.end });
  });

  it('ktriage stacks gives frames as objects, and the states that the capture hides from the manifest', async () => {
    const result = await runCli(['stacks', dumps[0] ?? '']);
    expect(contractViolations(result.messages)).toEqual([]);
    const stacks = result.records<KernelStack>('KernelStack');
    expect(stacks).toHaveLength(14);
    const waiting = stacks.find(({ stack }) => stack[4] === WAITER[4]);
    expect(waiting).toMatchObject({
      state: 'Wait',
      waitReason: 'WrResource',
      end: 'UserMode',
      simulated: true,
    });
    expect(waiting?.frames[4]).toMatchObject({
      module: 'rdbss',
      symbol: '_RxAcquireFcb',
      offset: 0x254,
      foundBy: 'UnwindData',
      nameFrom: 'Pdb',
    });
    expect(waiting?.stack.at(-1)).toMatch(
      /^nt!KiSystemServiceCopyEnd\+0x13 \(TrapFrame @ [0-9a-f]{8}`[0-9a-f]{8}\)$/,
    );
  });

  it('ktriage stacks keeps the frames of the capture when asked, and selects threads', async () => {
    const all = (await runCli(['stacks', dumps[0] ?? ''])).records<KernelStack>('KernelStack');
    const [first] = all;
    const args = ['stacks', dumps[0] ?? '', '--tid', String(first?.threadId), '--include-capture-frames'];
    const one = (await runCli(args)).records<KernelStack>('KernelStack');
    expect(one).toHaveLength(1);
    const captured = one[0]?.frames.filter(({ isCapture }) => isCapture) ?? [];
    expect(captured.map(({ text }) => text)).toEqual([
      'nt!DbgkpLkmdSnapThreadInContext+0x79',
      'nt!DbgkpLkmdSnapThreadApc+0x3b',
      'nt!KiDeliverApc+0x1e3',
    ]);
    expect(one[0]?.stack.slice(3)).toEqual(first?.stack);
  });

  it('ktriage stacks groups in other ways', async () => {
    const counts = async (...args: string[]) =>
      (await runCli(['stacks', ...dumps, ...args]))
        .records<StackGroup>('StackGroup')
        .map(({ count }) => count);
    const symbol = await counts('--group-by', 'Symbol');
    const top = await counts('--group-by', 'Top', '--top-frames', '1');
    const module = await counts('--group-by', 'Module');
    expect(top.length).toBeLessThan(symbol.length);
    expect(module.length).toBeLessThan(symbol.length);
    for (const each of [symbol, top, module]) expect(each.reduce((sum, count) => sum + count, 0)).toBe(300);
  });
});

describeWith(['shared-data'], 'ktriage stacks on a real dump', () => {
  const dump = path.join(sharedData, 'triage_x64.dmp');

  it('`ktriage stacks --no-scan` gives no guessed frames', async () => {
    const guessed = async (...options: string[]) => {
      const { records } = await runCli(['stacks', dump, ...options]);
      const frames = records<KernelStack>('KernelStack').flatMap((stack) => stack.frames);
      return frames.filter(({ foundBy }) => foundBy === 'Scan').length;
    };
    expect(await guessed()).toBeGreaterThan(0);
    expect(await guessed('--no-scan')).toBe(0);
  });

  it('ktriage stacks on a real dump names the frames whose driver is in the symbol store, and warns once of each that is not', async () => {
    const symbolPath = `srv*${path.join(sharedData, 'symbols')}`;
    const result = await runCli(['stacks', dump, '--tid', '264', '--symbol-path', symbolPath]);
    const [stack] = result.records<KernelStack>('KernelStack');
    const named = stack?.frames.filter(({ module }) => module === 'amdppm') ?? [];
    expect(named.slice(0, 6).map(({ symbol, offset }) => [symbol, offset])).toEqual([
      ['WriteIoMemRawEx', 112],
      ['WriteGenAddrEx', 107],
      ['WriteGenAddrMaybeHiddenEx', 24],
      ['InitAcpiCpc', 791],
      ['ProcLibDeviceStart', 2182],
      ['EvtDevicePrepareHardware', 210],
    ]);
    const warnings = result.messages.filter((message) => message.kind === 'warning');
    const ntWarnings = warnings.filter(({ target }) => target?.endsWith('ntoskrnl.exe'));
    expect(ntWarnings).toHaveLength(1);
    expect(ntWarnings[0]?.message).toContain(path.join(sharedData, 'symbols'));
  });

  it('ktriage stacks on a real dump refuses a symbol path that cannot be understood', async () => {
    const result = await runCli(['stacks', dump, '--symbol-path', 'http://a b']);
    expect(result.messages[0]).toMatchObject({ kind: 'error', code: 'SymbolPathInvalid' });
  });
});

describe('ktriage stacks of live threads', () => {
  const OPLOCK = ['--machine', 'simulated:w3wp-oplock'];

  it('ktriage stacks of live threads walks them through dumps that no file holds, with the states they had', async () => {
    const listed = (await runCli(['threads', 'w3wp', '--wait-reason', 'WrQueue', ...OPLOCK])).records<Thread>(
      'Thread',
    );
    const request = {
      machine: 'simulated:w3wp-oplock',
      threads: listed.map(({ processId, threadId, createTimeRaw }) => ({
        processId,
        threadId,
        createTimeRaw,
      })),
    };
    const result = await runCli(['stacks', '-'], JSON.stringify(request));
    expect(result.exitCode).toBe(0);
    expect(contractViolations(result.messages)).toEqual([]);
    const stacks = result.records<KernelStack>('KernelStack');
    expect(stacks.map(({ objectAddress }) => objectAddress)).toEqual(
      listed.map(({ objectAddress }) => objectAddress),
    );
    for (const stack of stacks) {
      expect(stack).toMatchObject({ state: 'Wait', waitReason: 'WrQueue', simulated: true });
      expect(stack.path).toBeUndefined();
      expect(stack.stack[1]).toBe('nt!KeRemoveQueueEx+0x26b');
    }
  });

  it('ktriage stacks of live threads reports each thread that cannot be captured and shows the others', async () => {
    const machine = ['--machine', 'simulated:w3wp-faults'];
    const listed = (await runCli(['threads', 'w3wp', ...machine])).records<Thread>('Thread').slice(0, 20);
    const chosen = listed.map(({ processId, threadId }) => `${processId}:${threadId}`).join(',');
    const result = await runCli(['stacks', '--thread', chosen, ...machine]);
    expect(result.exitCode).toBe(4);
    const errors = result.messages.filter((message) => message.kind === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['CaptureTimedOut', 'ThreadNotFound']);
    expect(result.records('KernelStack')).toHaveLength(18);
  });

  it('ktriage stacks of live threads needs dumps or threads', async () => {
    const result = await runCli(['stacks', '-'], '{}');
    expect(result.messages[0]).toMatchObject({ kind: 'error', code: 'InvalidRequest' });
  });
});
