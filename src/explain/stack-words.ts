import { addressAt, type VirtualAddress, virtualAddress } from '../binary/address.ts';
import type { SearchSpace } from '../kernel/scan.ts';
import { LARGEST_STACK } from '../kernel/stack-shape.ts';
import type { KernelView, ViewThread } from './view.ts';

const PAGE = 0x1000;

/** What a look at one word costs, in units of `Work`, and one that can be an address. */
const UNITS_PER_STACK_WORD = 1;
const UNITS_PER_ADDRESS = 8;

/** The upper half of the lowest kernel address. */
const KERNEL_HIGH = 0xffff8000;

/** A word of a stack that can be the address of a kernel object. */
export interface StackWord {
  readonly at: VirtualAddress;
  readonly value: VirtualAddress;
}

/** Stored memory as halves of aligned words. */
interface Piece {
  readonly address: VirtualAddress;
  readonly halves: Uint32Array;
}

/** The index of the first stretch that ends after `address`. */
function stretchAt(space: SearchSpace, address: bigint): number {
  let low = 0;
  let high = space.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const stretch = space[middle];
    const end = stretch ? stretch.address + BigInt(stretch.halves.length * 4) : 0n;
    if (end <= address) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What the dump holds of an aligned range: parts of it in a triage dump, whole pages else. */
function* storedPieces(view: KernelView, from: VirtualAddress, end: VirtualAddress): Generator<Piece> {
  const { space, memory } = view;
  if (space !== undefined) {
    for (let index = stretchAt(space, from); index < space.length; index++) {
      const stretch = space[index];
      if (stretch === undefined || stretch.address >= end) return;
      const skip = from > stretch.address ? Number(from - stretch.address) / 4 : 0;
      const most = Number(end - stretch.address) / 4;
      const address = addressAt(stretch.address, skip * 4);
      yield { address, halves: stretch.halves.subarray(skip, most) };
    }
    return;
  }
  for (let at = from; at < end; ) {
    const pageEnd = virtualAddress((at & ~BigInt(PAGE - 1)) + BigInt(PAGE));
    const next = pageEnd < end ? pageEnd : end;
    const { bytes } = memory.read(at, Number(next - at));
    const whole = bytes.length - (bytes.length % 8);
    // A copy, because views of 32-bit numbers must be aligned.
    yield { address: at, halves: new Uint32Array(new Uint8Array(bytes.subarray(0, whole)).buffer) };
    at = next;
  }
}

/**
 * Visits the aligned kernel addresses in the used part of a thread's stack that are not on the stack itself, each with its place:
 * bytes from the address of the stored piece.
 */
function eachStackWord(
  view: KernelView,
  thread: ViewThread,
  visit: (value: VirtualAddress, piece: VirtualAddress, offset: number) => void,
): void {
  const { stackLimit, stackBase, kernelStack } = thread;
  if (stackLimit === undefined || stackBase === undefined) return;
  const isRunning = thread.state === 'Running';
  const used =
    kernelStack !== undefined && !isRunning && kernelStack >= stackLimit ? kernelStack : stackLimit;
  const from = virtualAddress(used & ~7n);
  const end = stackBase - from > BigInt(LARGEST_STACK) ? addressAt(from, LARGEST_STACK) : stackBase;
  for (const { address, halves } of storedPieces(view, from, end)) {
    // Stacks can be one page that repeats, or overlap each other.
    if (!view.work.spend(UNITS_PER_STACK_WORD * (halves.length / 2))) return;
    for (let index = 0; index + 2 <= halves.length; index += 2) {
      const high = halves[index + 1] ?? 0;
      const low = halves[index] ?? 0;
      if (high < KERNEL_HIGH || low % 16 !== 0) continue;
      view.work.spend(UNITS_PER_ADDRESS);
      const value = (BigInt(high) << 32n) | BigInt(low);
      if (value >= stackLimit && value < stackBase) continue;
      visit(virtualAddress(value), address, index * 4);
    }
  }
}

/**
 * The words of the used part of a thread's stack that can point to kernel objects: aligned, and neither into the stack itself
 * nor into a loaded image. At most LARGEST_STACK bytes are looked at; what the dump does not hold is passed over.
 */
export function objectWords(view: KernelView, thread: ViewThread): readonly StackWord[] {
  const words: StackWord[] = [];
  eachStackWord(view, thread, (value, piece, offset) => {
    if (view.images.find(value) === undefined) words.push({ at: addressAt(piece, offset), value });
  });
  return words;
}

/** The different addresses among `objectWords`, in the order of the stack. */
export function stackWords(view: KernelView, thread: ViewThread): ReadonlySet<VirtualAddress> {
  const words = new Set<VirtualAddress>();
  const images = new Set<VirtualAddress>();
  eachStackWord(view, thread, (value) => {
    // A stack repeats an address in many frames.
    if (words.has(value) || images.has(value)) return;
    if (view.images.find(value) === undefined) words.add(value);
    else images.add(value);
  });
  return words;
}
