import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../../src/binary/address.ts';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { openDump } from '../../../src/dump/open-dump.ts';
import { isMapped } from '../../../src/dump/virtual/translate.ts';
import { crashView, readCrash } from '../../../src/explain/crash/crash.ts';
import { readKernelObjects } from '../../../src/kernel/kernel-objects.ts';
import { fixtureCatalog } from '../../synth/catalog.ts';

/** Offsets of x64 (winnt.h) and of build 19041, by number. */
const HEADER_CONTEXT = 0x348;
const RSP = 0x98;
const RIP = 0xf8;
const PROCESSOR_CONTEXT = 0x1f0;

const fixture = fixtureCatalog().find(({ name }) => name === 'bitmap-kernel-x64');
const kernel = fixture?.kernel;
if (fixture === undefined || kernel === undefined) throw new Error('the fixture of a kernel dump is missing');

/** The fixture with registers in its header and, at the same stack pointer, in the context of a processor. */
function crashed(processor: number | undefined, sp: bigint): ReturnType<typeof readCrash> {
  const bytes = Buffer.from(fixture?.bytes ?? Buffer.alloc(0));
  const pc = (kernel?.drivers[0]?.base ?? 0n) + 0x1234n;
  bytes.writeBigUInt64LE(sp, HEADER_CONTEXT + RSP);
  bytes.writeBigUInt64LE(pc, HEADER_CONTEXT + RIP);
  const plain = openDump(bytesSource(bytes, 'crash.dmp'));
  const block = processor === undefined ? undefined : kernel?.processors[processor];
  if (plain.kind !== 'pages') throw new Error('the fixture has no pages');
  if (block !== undefined) {
    const at = plain.pages.memory.translate(virtualAddress(block + BigInt(PROCESSOR_CONTEXT + RSP)));
    if (!isMapped(at)) throw new Error('the processor block is not mapped');
    const page = plain.pages.physical.map.offsetOf(Math.floor(at.physical / 0x1000)) ?? 0;
    bytes.writeBigUInt64LE(sp, page + (at.physical % 0x1000));
  }
  const dump = openDump(bytesSource(bytes, 'crash.dmp'));
  return readCrash(crashView(dump, readKernelObjects(dump)));
}

const running = kernel.processes[0]?.threads[0];

describe('the crash in a kernel dump', () => {
  it('the crash in a kernel dump is of the thread on whose stack the registers of the header are', () => {
    const crash = crashed(undefined, (running?.stackBase ?? 0n) - 0x200n);
    expect(crash).toMatchObject({ thread: { threadId: running?.threadId }, processor: 0 });
    expect(crash?.stack?.frames[0]?.text).toBe('nt+0x1234');
  });

  it('the crash in a kernel dump is of the thread of the processor that saved those registers on a stack of its own', () => {
    const crash = crashed(0, kernel.debuggerData);
    expect(crash).toMatchObject({ thread: { threadId: running?.threadId }, processor: 0 });
    expect(crash?.stack?.source).toBe('HeaderContext');
  });

  it('the crash in a kernel dump is of no known thread where nothing has those registers', () => {
    expect(crashed(undefined, kernel.debuggerData)).not.toHaveProperty('thread');
  });
});
