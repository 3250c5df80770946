import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import { captureThreads, RawDump } from './capture.ts';

const SIX = [4, 5, 6, 7, 8, 9];

/** The rules of a triage dump file, checked by raw offsets from end to end. */
describe('a triage dump of the simulated machine', async () => {
  const { answer, addresses, threadIds } = await captureThreads('w3wp-oplock', SIX);
  const dump = new RawDump(answer.bytes);

  it('a triage dump of the simulated machine has the header of a triage dump and is marked as simulated', () => {
    expect(dump.text(0, 8)).toBe('PAGEDU64');
    expect(dump.u32(0x0c)).toBe(19041);
    expect(dump.u32(0x30)).toBe(0x8664);
    expect(dump.u32(0x34)).toBe(8);
    expect(dump.u32(0x38)).toBe(0x69696969);
    expect([0x40, 0x48, 0x50, 0x58].map(dump.u64)).toEqual([0x11n, 0x22n, 0x33n, 0xffff800000000044n]);
    expect(dump.u32(0xf98)).toBe(4);
    expect(dump.text(0xfb0, 22)).toBe('simulated:w3wp-oplock\0');
    expect(dump.u32(0x1050) & 0x10).toBe(0x10);
  });

  it('a triage dump of the simulated machine has the length that four of its fields hold, and ends with the mark', () => {
    const { length } = answer.bytes;
    expect(answer).toMatchObject({ ntStatus: 0, returnedLength: length });
    expect(dump.u64(0xfa0)).toBe(BigInt(length));
    expect(dump.u32(0x2004)).toBe(length);
    expect(dump.u32(0x2008)).toBe(length - 4);
    expect(dump.text(length - 4, 4)).toBe('TRGD');
    expect(dump.u32(0x2078) + dump.u32(0x207c) * 16).toBe(length - 4);
  });

  it('a triage dump of the simulated machine lists blocks newest first that do not overlap, 8-aligned, before the array', () => {
    const blocks = dump.blocks();
    const offsets = blocks.map(({ offset }) => offset);
    expect(offsets).toEqual(offsets.toSorted((a, b) => b - a));
    expect(offsets.every((offset) => offset % 8 === 0)).toBe(true);
    for (const [index, { offset, size }] of blocks.entries()) {
      expect(offset + size).toBeLessThanOrEqual(blocks[index - 1]?.offset ?? dump.u32(0x2078));
    }
    const ordered = blocks.toSorted((a, b) => (a.address < b.address ? -1 : 1));
    for (const [index, { address, size }] of ordered.entries()) {
      const next = ordered[index + 1]?.address ?? 2n ** 64n;
      expect(address + BigInt(size) <= next).toBe(true);
    }
  });

  it('a triage dump of the simulated machine stores every processor before the first thread', () => {
    const pointers = [...dump.blocks()].find(({ size }) => size === 64)?.offset ?? 0;
    const firstThread = dump.block(addresses[0] ?? 0n)?.offset ?? 0;
    for (let processor = 0; processor < 8; processor++) {
      const block = dump.block(dump.u64(pointers + processor * 8));
      expect(block?.size).toBe(0xaf00);
      expect(block?.offset).toBeLessThan(firstThread);
      const current = dump.u64((block?.offset ?? 0) + 8);
      expect(current).toBe(processor === 0 ? addresses[0] : 0n);
    }
  });

  it('a triage dump of the simulated machine holds every thread whole: object with its id, and every byte of its stack', () => {
    for (const [index, address] of addresses.entries()) {
      const object = dump.block(address);
      expect(object?.size).toBe(0x898);
      const at = object?.offset ?? 0;
      expect(dump.bytes[at]).toBe(6);
      expect(dump.u64(at + 0x478)).toBe(4872n);
      expect(dump.u64(at + 0x480)).toBe(BigInt(threadIds[index] ?? 0));
      const [limit, base] = [dump.u64(at + 0x30), dump.u64(at + 0x38)];
      expect(dump.block(limit)?.size).toBe(Number(base - limit));
      const [kernelStack, initialStack] = [dump.u64(at + 0x58), dump.u64(at + 0x28)];
      expect(limit < kernelStack && kernelStack < initialStack && initialStack < base).toBe(true);
    }
  });

  it('a triage dump of the simulated machine makes the first thread current and lets the others look switched out', () => {
    const [first, second] = addresses.map((address) => dump.block(address)?.offset ?? 0);
    expect(dump.u32(0x2024)).toBe(first);
    expect(dump.bytes[(first ?? 0) + 0x184]).toBe(2);
    expect(dump.bytes[(second ?? 0) + 0x184]).toBe(0xff);
    const [rsp, rip] = [dump.u64(0x348 + 0x98), dump.u64(0x348 + 0xf8)];
    expect(dump.u64((first ?? 0) + 0x58)).toBe(rsp - 0x40n);
    const kernelStack = dump.u64((second ?? 0) + 0x58);
    const stack = dump.block(dump.u64((second ?? 0) + 0x30));
    const frame = (stack?.offset ?? 0) + Number(kernelStack - (stack?.address ?? 0n));
    // All threads are stopped at the same instruction: where the APC takes their picture.
    expect(dump.u64(frame + 0x38)).toBe(rip);
  });

  it('a triage dump of the simulated machine puts the process and the debugger data where the header and the block point', () => {
    const process = dump.u32(0x2020);
    expect(dump.bytes[process]).toBe(3);
    expect(dump.u64(process + 0x440)).toBe(4872n);
    expect(dump.text(process + 0x5a8, 9)).toBe('w3wp.exe\0');
    const data = dump.u32(0x2070);
    expect(dump.text(data + 0x10, 4)).toBe('KDBG');
    expect(dump.u32(data + 0x14)).toBe(dump.u32(0x2074));
    expect(dump.u16(data + 0x2c0)).toBe(0x898);
    expect(dump.u16(data + 0x2b0)).toBe(0xaf00);
  });

  it('a triage dump of the simulated machine names the drivers, the kernel first', () => {
    const [list, count] = [dump.u32(0x2030), dump.u32(0x2034)];
    expect(count).toBeGreaterThan(60);
    const name = dump.u32(list);
    const text = Array.from({ length: dump.u32(name) }, (_, index) =>
      String.fromCharCode(dump.u16(name + 4 + index * 2)),
    ).join('');
    expect(text).toBe('\\SystemRoot\\system32\\ntoskrnl.exe');
    expect(dump.u64(list + 8 + 0x30)).toBe(dump.u64(dump.u32(0x2070) + 0x18));
  });

  it('a triage dump of the simulated machine is the same in every run', async () => {
    const again = await captureThreads('w3wp-oplock', SIX);
    expect(Buffer.from(again.answer.bytes).equals(Buffer.from(answer.bytes))).toBe(true);
  });
});

/** The words in front of the status mark. */
function statuses(dump: RawDump, count: number): number[] | undefined {
  const block = dump
    .blocks()
    .find(({ offset, size }) => size === count * 4 + 4 && dump.text(offset + size - 4, 4) === 'TKSB');
  return block && Array.from({ length: count }, (_, index) => dump.u32(block.offset + index * 4));
}

describe('the limits of the simulated kernel', () => {
  it('the simulated kernel drops the threads that no longer fit, and still reports success', async () => {
    const places = Array.from({ length: 40 }, (_, index) => index);
    const { answer, addresses } = await captureThreads('w3wp-oplock', places);
    expect(answer.ntStatus).toBe(0);
    expect(answer.bytes.length).toBeLessThanOrEqual(0x100000);
    const dump = new RawDump(answer.bytes);
    const present = addresses.map((address) => dump.block(address) !== undefined);
    const fitted = present.indexOf(false);
    expect(fitted).toBeGreaterThan(15);
    expect(fitted).toBeLessThan(36);
    expect(present.slice(fitted)).not.toContain(true);
    expect(dump.u32(0x2044)).toBe(0x100);
    const told = statuses(dump, 40);
    expect(told?.slice(0, fitted).every((status) => status === 0)).toBe(true);
    expect(told?.[fitted]).toBe(0xc000009a);
    expect(told?.[fitted + 1]).toBe(0xc0000001);
  });

  it('the simulated kernel may leave the thread that no longer fits without its stack', async () => {
    const places = Array.from({ length: 40 }, (_, index) => index);
    const { answer, addresses } = await captureThreads('w3wp-oplock', places, { keepsPartialThread: true });
    const dump = new RawDump(answer.bytes);
    const inside = addresses.map((address) => dump.block(address)).filter((block) => block !== undefined);
    const last = inside.at(-1)?.offset ?? 0;
    expect(dump.block(dump.u64(last + 0x30))).toBeUndefined();
    expect(dump.bytes[last]).toBe(6);
  });

  it('the simulated kernel has no room for any thread on a machine with many processors', async () => {
    const { answer, addresses } = await captureThreads('many-processors', [0]);
    expect(answer.ntStatus).toBe(0);
    expect(new RawDump(answer.bytes).block(addresses[0] ?? 0n)).toBeUndefined();
    expect(new RawDump(answer.bytes).u32(0x2024)).toBe(0);
  });

  it('the simulated kernel leaves out threads that are wedged or died meanwhile', async () => {
    const { answer, addresses } = await captureThreads('w3wp-faults', [9, 10, 30, 31]);
    const dump = new RawDump(answer.bytes);
    expect(addresses.map((address) => dump.block(address) !== undefined)).toEqual([false, true, false, true]);
    expect(statuses(dump, 4)).toEqual([0x102, 0, 0xc000004b, 0]);
    // The first that could be captured is the current one.
    expect(dump.u32(0x2024)).toBe(dump.block(addresses[1] ?? 0n)?.offset);
  });

  it.each([
    ['zeroLength', 0, 0],
    ['lengthBeyondBuffer', 0x101000, undefined],
    ['shorterThanHeader', 0x1000, 0x1000],
  ] as const)(
    'the simulated kernel answers oddly when asked to: %s',
    async (oddAnswer, returnedLength, length) => {
      const { answer } = await captureThreads('w3wp-oplock', [0], { oddAnswer });
      expect(answer.returnedLength).toBe(returnedLength);
      if (length !== undefined) expect(answer.bytes.length).toBe(length);
    },
  );

  it('the simulated kernel ends with the status that the test sets', async () => {
    const { answer } = await captureThreads('w3wp-oplock', [0], { captureStatus: 0xc0000354 });
    expect(answer).toEqual({ ntStatus: 0xc0000354, returnedLength: 0, bytes: new Uint8Array(0) });
  });

  it('the simulated kernel takes the time that the test sets', async () => {
    const started = performance.now();
    await captureThreads('w3wp-faults', [9, 10], { timing: { perWedgedThreadMs: 60 } });
    expect(performance.now() - started).toBeGreaterThan(55);
  });
});

describe('the pending requests of a capture', () => {
  it('the pending requests of a capture name the file that the worker waits for, and the driver that has the request', async () => {
    const places = [4, 5, 6, 7, 8, 9, 10, 11];
    const worker = buildWorld('w3wp-oplock').processes.find(({ snapshot }) => snapshot.name === 'w3wp.exe');
    const waiting = places.filter((place) => worker?.threads[place]?.activity.pendingFile !== undefined);
    const { answer, addresses } = await captureThreads('w3wp-oplock', places);
    const { threads } = readKernelObjects(openDump(bytesSource(answer.bytes)));
    const requests = threads.filter(({ address }) => addresses.includes(address)).flatMap(({ irps }) => irps);
    expect(requests).toHaveLength(waiting.length);
    expect(requests.find(({ majorFunction }) => majorFunction === 'IRP_MJ_CREATE')).toMatchObject({
      fileName: '\\fileserver\\wwwroot$\\site\\default.aspx',
      driverName: '\\FileSystem\\mrxsmb',
      cancelled: false,
    });
  });
});
