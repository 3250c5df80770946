import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { stackReader } from '../../src/stack/kernel-stacks.ts';
import { formatFrame } from '../../src/stack/named-frame.ts';
import { crashes } from '../synth/crash-catalog.ts';

/** The stack of the one thread of a crash, as the product prints it. */
function stackOf(bytes: Buffer) {
  const dump = openDump(bytesSource(bytes, 'crash.dmp'));
  const { threads, processors } = readKernelObjects(dump);
  const [thread] = threads;
  if (thread === undefined) throw new Error('the crash has no thread');
  const { start, frames, end } = stackReader(dump, processors).read(thread);
  return { start, frames: frames.map(formatFrame), end };
}

describe('the stack of a crash without the context of its processor', () => {
  it('the stack of a crash without the context of its processor starts from the header on the stack of deferred calls', () => {
    expect(stackOf(crashes.kernelGenerated())).toMatchObject({
      start: 'headerContext',
      frames: ['nt+0x3fd6f0', 'nt+0x411aa9 ?', 'nt+0x40d5e3 ?', 'atikmdag+0x2783e ?', 'nt+0x24a3d0 ?'],
    });
  });

  it('the stack of a crash without the context of its processor starts from the header for the idle thread of a processor', () => {
    expect(stackOf(crashes.idle())).toMatchObject({
      start: 'headerContext',
      frames: ['nt+0x14dba0', 'atikmdag+0x2783e ?'],
    });
  });

  it('the stack of a crash without the context of its processor ends in user mode where a system call came from', () => {
    expect(stackOf(crashes.systemService())).toEqual({
      start: 'headerContext',
      frames: ['nt+0x3fd6f0', 'nt+0x411aa9 ?', 'nt+0x411951 (TrapFrame @ ffffd000`20305c80) ?'],
      end: 'userMode',
    });
  });
});

describe('a jump through a wild pointer', () => {
  it.each([
    ['a value that is no address', 0x4141414141414140n, '0x4141414141414140'],
    ['kernel memory outside of every image', 0xffffe00099990000n, '0xffffe00099990000'],
    ['user memory', 0x7ff612340000n, '0x00007ff612340000'],
    ['zero', 0n, '0x0000000000000000'],
  ])(
    'a jump through a wild pointer to %s keeps its frame, and the caller behind it',
    (_what, target, text) => {
      const { frames, end } = stackOf(crashes.wildJump(target));
      expect(frames).toEqual([
        'nt+0x14dba0',
        'nt+0x1d2345 (TrapFrame @ ffffd000`20305080) ?',
        text,
        'win32k+0x57780 ?',
        'nt+0x15a5b3 ?',
      ]);
      expect(end).toBe('outsideModules');
    },
  );
});
