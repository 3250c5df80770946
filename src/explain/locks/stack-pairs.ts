import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { derived, guessed } from '../evidence.ts';
import type { Evidence } from '../model.ts';
import type { KernelView } from '../view.ts';
import type { WaiterBlock, WaiterRing } from '../waits/waiter-rings.ts';

/**
 * A resource that is not in the dump can still be named by its waiters: while they wait, their frames hold its address and that of
 * its spin lock, 0x60 further. Seen in one dump (ARM64, build 22000), so one waiter is a guess; two that name the same
 * resource make it derived.
 */

/** Functions with the pair in their frames. */
const ACQUIRES =
  /^(?:ExpWaitForResource|ExpAcquireResource|ExAcquireResource|ExAcquireShared|ExpAcquireShared)/;
/** Bytes of frames that are looked at. */
const LARGEST_FRAMES = 0x400;

/** The part of a thread's stack that belongs to the frames of the acquisition. */
function acquisitionFrames(view: KernelView, thread: VirtualAddress) {
  const frames = view.frames(thread);
  const acquires = frames.map(
    ({ module, symbol, foundBy }) =>
      module === 'nt' && foundBy !== 'scan' && symbol !== undefined && ACQUIRES.test(symbol),
  );
  const from = frames[acquires.indexOf(true)]?.stackPointer;
  const to = frames[acquires.lastIndexOf(true) + 1]?.stackPointer;
  return from !== undefined && to !== undefined && to > from && to - from <= LARGEST_FRAMES
    ? { from, size: Number(to - from) }
    : undefined;
}

/** Where the seen frame kept the address of the spin lock: in the queue handle before the waiter's block. */
const SPIN_LOCK_BEFORE_BLOCK = 0x10;

function wordsIn(view: KernelView, from: VirtualAddress, size: number): bigint[] {
  const { bytes } = view.memory.read(from, size);
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 8) }, (_, index) =>
    data.getBigUint64(index * 8, true),
  );
}

/**
 * Addresses that the stack of a waiter holds together with that of a spin lock inside them: in the frames of the acquisition,
 * or, where no frame has a name, with the spin lock at the place where it was seen.
 */
function pairsOf(view: KernelView, { thread, address }: WaiterBlock): Set<bigint> {
  const range = acquisitionFrames(view, thread);
  const hasNames = view
    .frames(thread)
    .some(({ symbol, foundBy }) => symbol !== undefined && foundBy !== 'scan');
  if (range === undefined && hasNames) return new Set();
  const from = addressAt(address, -SPIN_LOCK_BEFORE_BLOCK);
  const words = range ? wordsIn(view, range.from, range.size) : wordsIn(view, from, LARGEST_FRAMES);
  const distance = BigInt(view.lockLayouts.resource.fields.SpinLock.offset);
  const spinLocks = new Set(range ? words : words.slice(0, 1));
  const { stackLimit = 0n, stackBase = 0n } = view.threads.get(thread) ?? {};
  return new Set(
    words.filter(
      (word) =>
        isKernelAddress(word) &&
        word % 8n === 0n &&
        (word < stackLimit || word >= stackBase) &&
        spinLocks.has(word + distance),
    ),
  );
}

/** The resource of a ring that the stacks of its waiters name. */
export interface NamedResource {
  readonly address: VirtualAddress;
  readonly evidence: Evidence;
}

/** The resource that most waiters of a ring name; undefined where none does, or where two are named as often. */
export function resourceByStacks(view: KernelView, ring: WaiterRing): NamedResource | undefined {
  const counts = new Map<bigint, number>();
  for (const block of ring.blocks)
    for (const address of pairsOf(view, block)) counts.set(address, (counts.get(address) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] === second?.[1]) return undefined;
  const [address, count] = first;
  const evidence =
    count > 1
      ? derived(`words of the stacks of ${count} waiters`)
      : guessed('two words of the stack of one waiter');
  return { address: addressAt(virtualAddress(address), 0), evidence };
}
