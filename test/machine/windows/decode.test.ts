import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/contract/failure.ts';
import { decodeHandleObjects } from '../../../src/machine/windows/calls/handles.ts';
import { decodeDrivers, fileOfKernelPath } from '../../../src/machine/windows/facts/drivers.ts';
import { decodeProcesses, rawWaitTimes } from '../../../src/machine/windows/processes/enumerate.ts';
import { waitClock } from '../../../src/machine/windows/processes/wait-clock.ts';

/**
 * Answers as Windows lays them out (phnt ntexapi.h), written here by raw offsets, so that a wrong offset in the tables
 * of the product is seen.
 */

const BASE = 0x1f0_0000_0000n;

interface Thread {
  readonly id: number;
  readonly state: number;
  readonly waitReason: number;
  readonly waitTime: number;
}

function threadRecord(processId: number, { id, state, waitReason, waitTime }: Thread): Buffer {
  const record = Buffer.alloc(136);
  record.writeBigUInt64LE(1111n, 0);
  record.writeBigUInt64LE(2222n, 8);
  record.writeBigUInt64LE(133_000_000_000_000_123n, 16);
  record.writeUInt32LE(waitTime, 24);
  record.writeBigUInt64LE(0xfffff802_11112222n, 32);
  record.writeBigUInt64LE(BigInt(processId), 40);
  record.writeBigUInt64LE(BigInt(id), 48);
  record.writeInt32LE(-1, 56);
  record.writeInt32LE(8, 60);
  record.writeUInt32LE(77, 64);
  record.writeUInt32LE(state, 68);
  record.writeUInt32LE(waitReason, 72);
  record.writeBigUInt64LE(0xfffff802_aaaa0000n, 80);
  record.writeBigUInt64LE(0xfffff802_aaa90000n, 88);
  record.writeBigUInt64LE(0x7ff6_0000_1000n, 96);
  record.writeBigUInt64LE(0x7a_0000n, 104);
  return record;
}

function processRecord(
  at: number,
  processId: number,
  name: string,
  threads: readonly Thread[],
  last: boolean,
) {
  const text = Buffer.from(name, 'utf16le');
  const records = threads.map((thread) => threadRecord(processId, thread));
  const size = 256 + 136 * threads.length + text.length;
  const record = Buffer.alloc(256);
  record.writeUInt32LE(last ? 0 : size, 0);
  record.writeUInt32LE(threads.length, 4);
  record.writeBigUInt64LE(133_000_000_000_000_001n, 32);
  record.writeUInt16LE(text.length, 56);
  record.writeUInt16LE(text.length, 58);
  record.writeBigUInt64LE(text.length === 0 ? 0n : BASE + BigInt(at + size - text.length), 64);
  record.writeBigUInt64LE(BigInt(processId), 80);
  record.writeBigUInt64LE(4n, 88);
  record.writeUInt32LE(321, 96);
  record.writeUInt32LE(2, 100);
  record.writeBigUInt64LE(5_000_000n, 144);
  record.writeBigUInt64LE(4_000_000n, 200);
  return Buffer.concat([record, ...records, text]);
}

const WAITING = { id: 8, state: 5, waitReason: 27, waitTime: 64 };
const RUNNING = { id: 12, state: 2, waitReason: 27, waitTime: 0 };

function processAnswer(): { bytes: Buffer; address: bigint } {
  const idle = processRecord(0, 0, '', [{ id: 0, state: 2, waitReason: 0, waitTime: 0 }], false);
  const w3wp = processRecord(idle.length, 4711, 'w3wp — ü.exe', [WAITING, RUNNING], true);
  return { bytes: Buffer.concat([idle, w3wp]), address: BASE };
}

const inTicks = (waitTime: number) => waitTime * 10;
const onlyFailures = (action: () => unknown): void => {
  try {
    action();
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(Failure);
  }
};
/** A valid answer with some of its bytes changed and perhaps its end cut off. */
const mutated = (valid: Buffer) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(valid.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
      fc.nat(valid.length),
    )
    .map(([changes, length]) => {
      const bytes = Buffer.from(valid);
      for (const [at, value] of changes) bytes[at] = value;
      return bytes.subarray(0, length === 0 ? valid.length : length);
    });

describe('the list of processes', () => {
  it('the list of processes is decoded in its order with every field', () => {
    const [idle, w3wp] = decodeProcesses(processAnswer(), inTicks);
    expect(idle).toMatchObject({ processId: 0, name: 'Idle' });
    expect(w3wp).toMatchObject({
      processId: 4711,
      parentProcessId: 4,
      name: 'w3wp — ü.exe',
      sessionId: 2,
      createTime: 133_000_000_000_000_001n,
      handleCount: 321,
      workingSetBytes: 5_000_000,
      privateBytes: 4_000_000,
    });
    expect(w3wp?.threads[0]).toEqual({
      threadId: 8,
      createTime: 133_000_000_000_000_123n,
      state: 5,
      waitReason: 27,
      waitTimeMs: 640,
      priority: -1,
      basePriority: 8,
      contextSwitches: 77,
      kernelTime: 1111n,
      userTime: 2222n,
      startAddress: 0xfffff802_11112222n,
      win32StartAddress: 0x7ff6_0000_1000n,
      tebAddress: 0x7a_0000n,
      stackBase: 0xfffff802_aaaa0000n,
      stackLimit: 0xfffff802_aaa90000n,
    });
  });

  it('the list of processes names no wait reason for a thread that does not wait', () => {
    expect(decodeProcesses(processAnswer(), inTicks)[1]?.threads[1]).not.toHaveProperty('waitReason');
  });

  it('the list of processes gives the raw wait time of one thread, and whether there is any', () => {
    const asked = (processId: number, threadId: number) =>
      rawWaitTimes(processAnswer(), { processId, threadId });
    expect(asked(4711, 8)).toEqual({ own: 64, told: true });
    expect(asked(4711, 12)).toEqual({ own: 0, told: true });
    expect(asked(4711, 99)).toEqual({ own: undefined, told: true });
    const idle = processRecord(0, 0, '', [{ ...RUNNING, id: 0 }], true);
    expect(rawWaitTimes({ bytes: idle, address: BASE }, { processId: 0, threadId: 0 })).toEqual({
      own: 0,
      told: false,
    });
  });

  it('the list of processes never makes an answer that contradicts itself into more than a typed error', () => {
    fc.assert(
      fc.property(mutated(processAnswer().bytes), (bytes) => {
        onlyFailures(() => decodeProcesses({ bytes, address: BASE }, inTicks));
        onlyFailures(() => rawWaitTimes({ bytes, address: BASE }, { processId: 4711, threadId: 8 }));
      }),
      { numRuns: 2000 },
    );
  });
});

function handleAnswer(entries: readonly [object: bigint, processId: number, handle: number][]): Buffer {
  const bytes = Buffer.alloc(16 + 40 * entries.length);
  bytes.writeBigUInt64LE(BigInt(entries.length), 0);
  for (const [index, [object, processId, handle]] of entries.entries()) {
    bytes.writeBigUInt64LE(object, 16 + 40 * index);
    bytes.writeBigUInt64LE(BigInt(processId), 24 + 40 * index);
    bytes.writeBigUInt64LE(BigInt(handle), 32 + 40 * index);
  }
  return bytes;
}

describe('the list of handles', () => {
  const OBJECT = 0xffffa58f_1234_5080n;

  it('the list of handles gives the objects of one process, by handle, and leaves hidden ones out', () => {
    const bytes = handleAnswer([
      [0xffffa58f_0000_0000n, 4, 0x44],
      [OBJECT, 100, 0x44],
      [0n, 100, 0x48],
    ]);
    expect(decodeHandleObjects({ bytes, address: 0n }, 100)).toEqual(new Map([[0x44n, OBJECT]]));
  });

  it('the list of handles never makes a damaged answer into more than a typed error', () => {
    const valid = handleAnswer(Array.from({ length: 5 }, (_, index) => [OBJECT, 100, index * 4]));
    fc.assert(
      fc.property(mutated(valid), (bytes) =>
        onlyFailures(() => decodeHandleObjects({ bytes, address: 0n }, 100)),
      ),
      { numRuns: 1000 },
    );
  });
});

function moduleAnswer(paths: readonly string[]): Buffer {
  const records = paths.map((text, index) => {
    const record = Buffer.alloc(320);
    record.writeUInt16LE(320, 0);
    record.writeBigUInt64LE(0xfffff802_00000000n + BigInt(index) * 0x10000n, 24);
    record.writeUInt32LE(0x9000, 32);
    record.writeUInt16LE(text.lastIndexOf('\\') + 1, 46);
    record.write(text, 48, 'latin1');
    record.writeUInt32LE(0xabcd, 304);
    record.writeUInt32LE(0x5f00_0000, 308);
    return record;
  });
  return Buffer.concat([...records, Buffer.alloc(2)]);
}

describe('the list of drivers', () => {
  const valid = moduleAnswer(['\\SystemRoot\\system32\\ntoskrnl.exe', '\\??\\C:\\tools\\probe.sys']);

  it('the list of drivers is decoded in its order, with the files behind', () => {
    expect(decodeDrivers({ bytes: valid, address: 0n }, 'D:\\Windows')).toEqual([
      {
        name: 'ntoskrnl.exe',
        path: '\\SystemRoot\\system32\\ntoskrnl.exe',
        file: 'D:\\Windows\\system32\\ntoskrnl.exe',
        base: 0xfffff802_00000000n,
        imageSize: 0x9000,
        timeDateStamp: 0x5f00_0000,
        checkSum: 0xabcd,
      },
      expect.objectContaining({ name: 'probe.sys', file: 'C:\\tools\\probe.sys' }),
    ]);
  });

  it.each([
    ['\\Windows\\System32\\drivers\\disk.sys', 'D:\\Windows\\System32\\drivers\\disk.sys'],
    ['\\SYSTEMROOT\\a.sys', 'D:\\Windows\\a.sys'],
    ['\\Device\\HarddiskVolume3\\x.sys', undefined],
    ['', undefined],
  ])('the list of drivers knows the file of %s', (kernelPath, file) => {
    expect(fileOfKernelPath(kernelPath, 'D:\\Windows')).toBe(file);
  });

  it('the list of drivers never makes a damaged answer into more than a typed error', () => {
    fc.assert(
      fc.property(mutated(valid), (bytes) =>
        onlyFailures(() => decodeDrivers({ bytes, address: 0n }, 'C:\\Windows')),
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the wait time', () => {
  const now = { told: true, nowTicks: 1_000_000, tickMs: 15.625 };

  it('the wait time is a duration where the asking thread has none', () => {
    expect(waitClock({ ...now, own: 0 })(64)).toBe(1000);
  });

  it('the wait time is a moment where the asking thread is at the present one', () => {
    expect(waitClock({ ...now, own: 999_990 })(999_936)).toBe(1000);
  });

  it('the wait time survives the wrap of the tick counter', () => {
    expect(waitClock({ ...now, nowTicks: 2 ** 32 + 10, own: 5 })(2 ** 32 - 54)).toBeUndefined();
    expect(waitClock({ ...now, nowTicks: 2 ** 32 + 10_000, own: 9_990 })(2 ** 32 - 64)).toBe(157_250);
  });

  it.each([
    ['no thread has one', { ...now, own: 0, told: false }],
    ['the asking thread is not in the list', { ...now, own: undefined }],
    ['the asking thread fits neither reading', { ...now, own: 5000 }],
    ['the system has just started', { ...now, nowTicks: 100, own: 50 }],
  ])('the wait time is not given when %s', (_, evidence) => {
    expect(waitClock(evidence)(64)).toBeUndefined();
  });
});
