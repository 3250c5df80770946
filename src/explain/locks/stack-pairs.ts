import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { derived, guessed } from '../evidence.ts';
import { ERESOURCE } from '../layouts/resource.ts';
import type { Evidence } from '../model.ts';
import type { KernelView } from '../view.ts';
import type { WaiterRing } from './waiter-rings.ts';

/**
 * A resource that is not in the dump can still be named by its waiters: while they wait, their frames hold its address and that of
 * its spin lock, 0x60 further. Seen in one dump (ARM64, build 22000), so one waiter is a guess; two that name the same
 * resource make it derived.
 */

/** Functions whose frames hold the pair. */
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

/** Addresses that these frames hold together with the address of a spin lock inside them. */
function pairsOf(view: KernelView, thread: VirtualAddress): Set<bigint> {
  const range = acquisitionFrames(view, thread);
  if (range === undefined) return new Set();
  const { bytes } = view.memory.read(range.from, range.size);
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Set<bigint>();
  for (let at = 0; at + 8 <= bytes.length; at += 8) words.add(data.getBigUint64(at, true));
  const known = view.threads.get(thread);
  const onStack = (word: bigint) =>
    known?.stackLimit !== undefined &&
    known.stackBase !== undefined &&
    word >= known.stackLimit &&
    word < known.stackBase;
  const distance = BigInt(ERESOURCE.fields.SpinLock.offset);
  return new Set(
    [...words].filter(
      (word) => isKernelAddress(word) && word % 8n === 0n && !onStack(word) && words.has(word + distance),
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
  for (const { thread } of ring.blocks)
    for (const address of pairsOf(view, thread)) counts.set(address, (counts.get(address) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] === second?.[1]) return undefined;
  const [address, count] = first;
  const evidence =
    count > 1
      ? derived(`words of the stacks of ${count} waiters`)
      : guessed('two words of the stack of one waiter');
  return { address: addressAt(virtualAddress(address), 0), evidence };
}
