import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { waitReasonName } from '../../src/contract/thread-state.ts';
import { tryRead } from '../../src/dump/memory/memory.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { processObjectAddress, threadObjectAddress } from '../../src/simulator/addresses.ts';
import { writeLiveDump } from '../../src/simulator/dumps/live/write-live-dump.ts';
import { codePlace } from '../../src/simulator/images/code-place.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import { startWorld } from '../../src/simulator/world/running-world.ts';

const order = { bugCheckCode: 0x161, bugCheckParameters: [1n, 2n, 3n, 4n] } as const;
const world = startWorld(buildWorld('w3wp-oplock'));
const file = writeLiveDump(world, order);
const data = new DataView(file.buffer, file.byteOffset, file.byteLength);
const u32 = (at: number) => data.getUint32(at, true);
const u64 = (at: number) => data.getBigUint64(at, true);
const text = (at: number, length: number) => String.fromCharCode(...file.subarray(at, at + length));

/** The file position of a page frame: its rank in the bitmap. */
function positions(): Map<number, number> {
  const found = new Map<number, number>();
  let next = Number(u64(0x2020));
  for (let frame = 0; frame < Number(u64(0x2030)); frame++) {
    if (((file[0x2038 + (frame >> 3)] ?? 0) & (1 << (frame & 7))) === 0) continue;
    found.set(frame, next);
    next += 0x1000;
  }
  return found;
}

const frames = positions();

/** File position of a virtual address by a page walk of its own; undefined where an entry is not valid. */
function translate(address: bigint, root = u64(0x10)): number | undefined {
  let table = root;
  for (const shift of [39n, 30n, 21n, 12n]) {
    const position = frames.get(Number(table >> 12n));
    if (position === undefined) return undefined;
    const entry = u64(position + Number((address >> shift) & 0x1ffn) * 8);
    if ((entry & 1n) === 0n) return undefined;
    table = entry & 0x000ffffffffff000n;
    if (shift === 21n && (entry & 0x80n) !== 0n) {
      table += address & 0x1ff000n;
      break;
    }
  }
  const page = frames.get(Number(table >> 12n));
  return page === undefined ? undefined : page + Number(address & 0xfffn);
}

describe('a live dump of the simulated machine, by raw offsets', () => {
  it('a live dump of the simulated machine has the header and the block of a bitmap dump', () => {
    expect(text(0, 8)).toBe('PAGEDU64');
    expect(u32(0xf98)).toBe(6);
    expect(u64(0xfa0)).toBe(BigInt(file.length));
    expect(u32(0x38)).toBe(0x161);
    expect(text(0x2000, 8)).toBe('SDMPDUMP');
    expect(text(0xfb0, 22)).toBe('simulated:w3wp-oplock\0');
  });

  it('a live dump of the simulated machine has as many pages as its bitmap has bits, up to its end', () => {
    expect(frames.size).toBe(Number(u64(0x2028)));
    expect(Number(u64(0x2020)) + frames.size * 0x1000).toBe(file.length);
  });

  it('a live dump of the simulated machine maps the debugger data, the processes and a large page for the kernel', () => {
    const debuggerData = translate(u64(0x80)) ?? 0;
    expect(text(debuggerData + 0x10, 4)).toBe('KDBG');
    expect(text(translate(u64(debuggerData + 0x18)) ?? 0, 2)).toBe('MZ');
    const names: string[] = [];
    const head = u64(0x28);
    for (let entry = u64(translate(head) ?? 0); entry !== head; entry = u64(translate(entry) ?? 0)) {
      const process = translate(entry - 0x448n) ?? 0;
      expect(file[process]).toBe(3);
      names.push(text(process + 0x5a8, 15).replace(/\0.*$/, ''));
    }
    const expected = world.processes.slice(1).map(({ snapshot }) => snapshot.name.slice(0, 14));
    expect(names).toEqual(expected);
  });

  it('a live dump of the simulated machine gives every process the same kernel half', () => {
    for (const { ordinal } of world.processes) {
      const root = u64((translate(processObjectAddress(ordinal)) ?? 0) + 0x28);
      expect(translate(u64(0x80), root)).toBe(translate(u64(0x80)));
    }
  });
});

describe('a live dump of the simulated machine, by the product', () => {
  const dump = openDump(bytesSource(file, 'live'));
  const objects = readKernelObjects(dump);

  it('a live dump of the simulated machine is read without a finding', () => {
    expect(dump.findings.list).toEqual([]);
    expect(dump.drivers()).toHaveLength(76);
  });

  it('a live dump of the simulated machine shows every thread with its process, state and wait reason', () => {
    const found = new Map<bigint, (typeof objects.threads)[number]>(
      objects.threads.map((thread) => [thread.address, thread]),
    );
    const everyThread = world.processes.flatMap(({ snapshot, threads }) =>
      threads.map((thread) => ({ thread, processId: snapshot.processId })),
    );
    expect(objects.threads).toHaveLength(everyThread.length);
    for (const { thread, processId } of everyThread.filter(({ processId: id }) => id !== 0)) {
      const { threadId, state, waitReason, stackBase } = thread.snapshot;
      expect(found.get(threadObjectAddress(thread.ordinal))).toMatchObject({
        threadId,
        processId,
        stackBase,
        state: state === 5 ? 'Wait' : 'Running',
        ...(state === 5 ? { waitReason: waitReasonName(waitReason ?? -1) } : {}),
      });
    }
  });

  it('a live dump of the simulated machine starts the stack of a waiting thread where the scheduler left it', () => {
    const [waiting] = world.processes.flatMap(({ threads }) =>
      threads.filter(({ activity }) => activity.name === 'oplockHolder'),
    );
    const thread = objects.threads.find(
      ({ address }) => waiting !== undefined && address === threadObjectAddress(waiting.ordinal),
    );
    const frame = tryRead(dump.memory, virtualAddress((thread?.kernelStack ?? 0n) + 0x38n), 8);
    const returnAddress = new DataView(frame?.buffer ?? new ArrayBuffer(8), frame?.byteOffset ?? 0);
    expect(returnAddress.getBigUint64(0, true)).toBe(codePlace('nt!KiSwapContext+0x76').address);
  });

  it('a live dump of the simulated machine distinguishes a page that was trimmed from one that never was', () => {
    const [trimmed] = world.processes.flatMap(({ threads }) =>
      threads.filter(({ activity, ordinal }) => activity.name === 'idleWorker' && ordinal % 2 === 1),
    );
    const limit = trimmed?.snapshot.stackLimit ?? virtualAddress(0n);
    expect(translate(limit)).toBeUndefined();
    expect(tryRead(dump.memory, limit, 16)).toHaveLength(16);
    expect(tryRead(dump.memory, virtualAddress(limit - 0x1000n), 16)).toBeUndefined();
  });
});
