import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { Failure } from '../../src/contract/failure.ts';
import type { Segment } from '../../src/dump/memory/segments.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import type { Machine, TriageAnswer } from '../../src/machine/port.ts';
import { selfTest } from '../../src/readiness/self-test/self-test.ts';
import { KERNEL } from '../../src/simulator/kernel/globals.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';

/** The machine, with what its kernel answers changed on the way. */
function spoiled(
  change: (answer: TriageAnswer) => TriageAnswer,
  machine = createSimulatedMachine('w3wp-oplock'),
): Machine {
  return {
    ...machine,
    openSession(purpose) {
      const session = machine.openSession(purpose);
      return {
        ...session,
        captureTriage: async (request) => change(await session.captureTriage(request)),
      };
    },
  };
}

/** The machine of a scenario, with its captures edited. */
function edited(scenario: string, change: (bytes: Buffer, blocks: readonly Segment[]) => void): Machine {
  return spoiled((answer) => {
    const bytes = Buffer.from(answer.bytes);
    const dump = openDump(bytesSource(bytes, 'the capture'));
    if (dump.kind === 'triage') change(bytes, dump.triage.dataBlocks);
    return { ...answer, bytes };
  }, createSimulatedMachine(scenario));
}

function patched(offset: number, value: number): Machine {
  return spoiled((answer) => {
    const bytes = answer.bytes.slice();
    new DataView(bytes.buffer).setUint32(offset, value, true);
    return { ...answer, bytes };
  });
}

const notPassed = async (machine: Machine) =>
  (await selfTest(machine, undefined))
    .filter(({ status }) => status === 'Warn' || status === 'Fail')
    .map(({ name }) => name);

describe('the self-test', () => {
  it('the self-test finds every assumption in what the simulated kernel writes', async () => {
    const found = await selfTest(createSimulatedMachine('w3wp-oplock'), 4872);
    // These threads have neither a request nor an ALPC message.
    expect(found.filter(({ status }) => status !== 'Pass')).toEqual([
      expect.objectContaining({ name: 'CapturedRequestNames', status: 'Unknown' }),
      expect.objectContaining({ name: 'AlpcMessageFlags', status: 'Unknown' }),
    ]);
    expect(found.length).toBeGreaterThan(20);
  });

  it('the self-test names wait reasons and wait blocks that a capture did not keep', async () => {
    const machine = createSimulatedMachine('w3wp-oplock');
    const other: Machine = {
      ...machine,
      processes: () =>
        machine.processes().map((process) => ({
          ...process,
          // The listing has another reason than the copy of the thread object.
          threads: process.threads.map((thread) => ({ ...thread, waitReason: 28 })),
        })),
    };
    const reasons = new Map((await selfTest(other, 4872)).map((finding) => [finding.name, finding]));
    expect(reasons.get('CapturedWaitReason')).toMatchObject({
      status: 'Warn',
      expected: expect.stringContaining('WrPushLock'),
    });
    // Of a thread that does not wait nothing is known.
    const running: Machine = {
      ...machine,
      processes: () =>
        machine.processes().map((process) => ({
          ...process,
          threads: process.threads.map((thread) => ({ ...thread, state: 2 })),
        })),
    };
    const unknown = new Map((await selfTest(running, 4872)).map(({ name, status }) => [name, status]));
    expect([unknown.get('CapturedWaitReason'), unknown.get('CapturedWaitBlocks')]).toEqual([
      'Unknown',
      'Unknown',
    ]);
  });

  it('the self-test names a captured request whose driver has no name in the capture', async () => {
    const namesOf = async (change: (bytes: Buffer, blocks: readonly Segment[]) => void) =>
      (await selfTest(edited('deadlock', change), 5120)).find(({ name }) => name === 'CapturedRequestNames');
    expect(await namesOf(() => undefined)).toMatchObject({
      status: 'Pass',
      observed: '\\FileSystem\\mrxsmb and a file name',
    });
    const lost = await namesOf((bytes, blocks) => {
      const text = bytes.indexOf(Buffer.from('\\FileSystem\\mrxsmb', 'utf16le'));
      const block = blocks.find(({ offset, size }) => text >= offset && text < offset + size);
      const pointer = Buffer.alloc(8);
      pointer.writeBigUInt64LE((block?.address ?? 0n) + BigInt(text - (block?.offset ?? 0)));
      bytes.fill(0, bytes.indexOf(pointer), bytes.indexOf(pointer) + 8);
    });
    expect(lost).toMatchObject({ status: 'Warn', observed: 'no driver and a file name' });
  });

  it('the self-test names flags in the pointer to an ALPC message', async () => {
    const flagsOf = async (flags: number) => {
      const machine = edited('w3wp-oplock', (bytes, blocks) => {
        for (const { offset } of blocks.filter(({ size }) => size === KERNEL.thread.size))
          bytes.writeUInt8(
            bytes.readUInt8(offset + KERNEL.thread.alpcMessage) | flags,
            offset + KERNEL.thread.alpcMessage,
          );
      });
      return (await selfTest(machine, 776)).find(({ name }) => name === 'AlpcMessageFlags');
    };
    expect(await flagsOf(0)).toMatchObject({ status: 'Pass', observed: expect.stringMatching(/^no flags /) });
    expect(await flagsOf(1)).toMatchObject({
      status: 'Warn',
      observed: expect.stringMatching(/^flags 0x1 /),
    });
  });

  it('the self-test measures the context switches that a capture adds, and names more than expected', async () => {
    const machine = createSimulatedMachine('w3wp-oplock');
    const costly: Machine = {
      ...machine,
      processes: () => {
        calls += 1;
        return machine.processes().map((process) => ({
          ...process,
          threads: process.threads.map((thread) => ({
            ...thread,
            contextSwitches: thread.contextSwitches + calls * 5,
            waitTimeMs: 60_000,
          })),
        }));
      },
    };
    let calls = 0;
    const found = new Map((await selfTest(costly, 4872)).map((finding) => [finding.name, finding]));
    expect(found.get('CaptureSwitches')).toMatchObject({
      status: 'Warn',
      expected: 'at most 2',
      observed: '7',
    });
    expect(found.get('CaptureBeginsWait')).toMatchObject({ status: 'Warn', observed: '60000 ms' });
    const usual = new Map((await selfTest(machine, 4872)).map((finding) => [finding.name, finding]));
    expect(usual.get('CaptureSwitches')).toMatchObject({ status: 'Pass', observed: '2' });
  });

  it('the self-test names what a kernel does otherwise', async () => {
    // Field offsets of mindumpdef.h, written out: TRIAGE_DUMP64.SizeOfDump, TriageOptions, and the bug check code.
    expect(await notPassed(patched(0x2004, 12_345))).toContain('SizeOfDump');
    expect(await notPassed(patched(0x2044, 0x100))).toEqual(['TriageOptions']);
    expect(await notPassed(patched(0x38, 0x1234))).toEqual(['BugCheckCode']);
  });

  it('the self-test answers also when the capture cannot be read at all', async () => {
    const found = await selfTest(
      spoiled((answer) => ({ ...answer, bytes: new Uint8Array(16) })),
      undefined,
    );
    const byName = new Map(found.map((finding) => [finding.name, finding.status]));
    expect(byName.get('CallStatus')).toBe('Pass');
    expect(byName.get('Readable')).toBe('Fail');
    expect(byName.get('ThreadBlocks')).toBe('Unknown');
  });

  it('the self-test answers also when the kernel refuses', async () => {
    const refusing = createSimulatedMachine('w3wp-oplock', { captureStatus: 0xc0000022 });
    const [first] = await selfTest(refusing, undefined);
    expect(first).toMatchObject({
      name: 'CallStatus',
      status: 'Fail',
      observed: expect.stringContaining('C0000022'),
    });
  });

  it('the self-test needs an administrator', async () => {
    const attempt = selfTest(createSimulatedMachine('not-elevated'), undefined);
    await expect(attempt).rejects.toBeInstanceOf(Failure);
  });
});
