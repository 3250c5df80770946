import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { markCaptureFrames } from '../../src/stack/capture-frames.ts';
import { type GroupBy, stackGrouper } from '../../src/stack/group.ts';
import { formatFrame, type NamedFrame } from '../../src/stack/named-frame.ts';

/** `nt!KeWait+0x3`, with ` ?` for a guess, as a frame. Addresses follow from the text. */
function frame(line: string): NamedFrame {
  const [, module, symbol, offset, guess] = /^(\w+)!?(\w+)?\+0x([0-9a-f]+)( \?)?$/.exec(line) ?? [];
  if (module === undefined || offset === undefined) throw new Error(line);
  const place =
    [...line].reduce((sum, letter) => sum * 31n + BigInt(letter.charCodeAt(0)), 7n) % 0x1000_0000n;
  return {
    address: virtualAddress(0xfffff800_00000000n + place),
    stackPointer: virtualAddress(0n),
    foundBy: guess ? 'scan' : 'unwindData',
    module,
    ...(symbol && { symbol }),
    offset: Number.parseInt(offset, 16),
    text: line.replace(' ?', ''),
    capture: false,
  };
}

const stack = (...lines: string[]) => ({ frames: markCaptureFrames(lines.map(frame)), end: 'userMode' });

const CAPTURE = [
  'nt!DbgkpLkmdSnapThreadInContext+0x79',
  'nt!DbgkpLkmdSnapThreadApc+0x3b',
  'nt!KiDeliverApc+0x1e3',
];
const WAIT = ['nt!KiCommitThreadWait+0x3dd', 'nt!KeWaitForSingleObject+0x19f', 'nt!ExpWaitForResource+0xae'];
const FCB = ['rdbss!_RxAcquireFcb+0x254', 'rdbss!RxFindOrCreateFcb+0x3d8'];

function groupSizes(by: GroupBy, stacks: readonly ReturnType<typeof stack>[]): number[] {
  const grouper = stackGrouper<number>(by);
  stacks.forEach((each, index) => {
    grouper.add(each, index);
  });
  return grouper.groups().map(({ members }) => members.length);
}

describe('the frames of the capture', () => {
  it('the frames of the capture are those from the top to the delivery of the APC', () => {
    const { frames } = stack(...CAPTURE, ...WAIT);
    expect(frames.map(({ capture }) => capture)).toEqual([true, true, true, false, false, false]);
  });

  it('the frames of the capture include the interrupt by which the APC came to a thread that ran', () => {
    const { frames } = stack(...CAPTURE, 'nt!KiApcInterrupt+0x10', ...WAIT);
    expect(frames.findIndex(({ capture }) => !capture)).toBe(4);
  });

  it('the frames of the capture are none where no capture ran: an APC of the thread itself stays', () => {
    const lines = ['nt!IopCompleteRequest+0x20', 'nt!KiDeliverApc+0x1e3', ...WAIT];
    expect(stack(...lines).frames.some(({ capture }) => capture)).toBe(false);
    expect(stack('other!DbgkpLkmdSnapThreadApc+0x3b', ...WAIT).frames.some(({ capture }) => capture)).toBe(
      false,
    );
  });
});

describe('groups of stacks', () => {
  const waiting = stack(...CAPTURE, ...WAIT, ...FCB);
  const holding = stack(...WAIT, 'mrxsmb!SmbCeWait+0x70');

  it('groups of stacks come largest first, each with its members and a stack without the capture', () => {
    const grouper = stackGrouper<string>({ kind: 'symbol' });
    grouper.add(holding, 'holder');
    for (const name of ['a', 'b', 'c']) grouper.add(waiting, name);
    const [first, second] = grouper.groups();
    expect(first?.members).toEqual(['a', 'b', 'c']);
    expect(first?.frames.map(formatFrame)).toEqual([...WAIT, ...FCB]);
    expect(second?.members).toEqual(['holder']);
  });

  it('groups of stacks do not depend on whether the capture left its frames', () => {
    expect(groupSizes({ kind: 'symbol' }, [waiting, stack(...WAIT, ...FCB)])).toEqual([2]);
  });

  it('groups of stacks by symbol ignore offsets, by address do not', () => {
    const elsewhere = stack(...WAIT, 'rdbss!_RxAcquireFcb+0x300', 'rdbss!RxFindOrCreateFcb+0x3d8');
    expect(groupSizes({ kind: 'symbol' }, [waiting, elsewhere])).toEqual([2]);
    expect(groupSizes({ kind: 'address' }, [waiting, elsewhere, waiting])).toEqual([2, 1]);
  });

  it('groups of stacks by the top frames and by modules are coarser', () => {
    expect(groupSizes({ kind: 'top', frames: 3 }, [waiting, holding])).toEqual([2]);
    expect(groupSizes({ kind: 'top', frames: 4 }, [waiting, holding])).toEqual([1, 1]);
    const sameModules = stack('nt!Other+0x1', 'rdbss!Other+0x2');
    expect(groupSizes({ kind: 'module' }, [waiting, holding, sameModules])).toEqual([2, 1]);
  });

  it('groups of stacks are not split by guesses, unless a stack has nothing else', () => {
    const noisy = stack(...WAIT, 'nt!Leftover+0x1 ?', ...FCB);
    expect(groupSizes({ kind: 'symbol' }, [waiting, noisy])).toEqual([2]);
    const guessed = (...names: string[]) => stack(...names.map((name) => `nt!${name}+0x1 ?`));
    expect(groupSizes({ kind: 'symbol' }, [guessed('A', 'B'), guessed('A', 'C')])).toEqual([1, 1]);
  });

  it('groups of stacks keep threads without a stack apart by the reason', () => {
    const without = (end: string) => ({ frames: [], end });
    const stacks = [without('stackNotInDump'), without('runningWithoutContext'), without('stackNotInDump')];
    expect(groupSizes({ kind: 'symbol' }, stacks)).toEqual([2, 1]);
  });
});
