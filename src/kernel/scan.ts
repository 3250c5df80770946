import { addressAt, type VirtualAddress } from '../binary/address.ts';
import { dataViewOf } from '../binary/data-view.ts';
import { type Memory, tryRead } from '../dump/memory/memory.ts';
import { type SegmentMap, stretches } from '../dump/memory/segments.ts';
import type { ThreadLayout } from './layouts/thread-layout.ts';
import { isStackShape } from './stack-shape.ts';

/**
 * Searches of the whole memory of a triage dump, which holds few objects but does not list them. They look at every
 * aligned word, so each has a cheap first test on halves of words.
 */

interface Stretch {
  readonly address: VirtualAddress;
  /** Offset of the first 8-aligned address. */
  readonly first: number;
  readonly data: DataView;
}

function* readStretches(memory: Memory, segments: SegmentMap): Generator<Stretch> {
  for (const { address, size } of stretches(segments)) {
    const bytes = tryRead(memory, address, size);
    if (bytes) yield { address, first: Number((8n - (address % 8n)) % 8n), data: dataViewOf(bytes) };
  }
}

/** The upper half of the lowest kernel address. */
const KERNEL_HIGH = 0xffff8000;

/** The addresses at which memory has the shape of a KTHREAD. */
export function scanForThreads(memory: Memory, segments: SegmentMap, layout: ThreadLayout): VirtualAddress[] {
  const { stackLimit, stackBase, initialStack, kernelStack } = layout;
  const reach = Math.max(stackLimit, stackBase, initialStack, kernelStack) + 8;
  const found: VirtualAddress[] = [];
  for (const { address, first, data } of readStretches(memory, segments)) {
    for (let at = first; at + reach <= data.byteLength; at += 8) {
      if (data.getUint32(at + stackLimit + 4, true) < KERNEL_HIGH) continue;
      if ((data.getUint32(at + stackLimit, true) & 0xfff) !== 0) continue;
      if ((data.getUint32(at + stackBase, true) & 0xfff) !== 0) continue;
      const word = (offset: number) => data.getBigUint64(at + offset, true);
      const pointers = {
        stackLimit: word(stackLimit),
        stackBase: word(stackBase),
        initialStack: word(initialStack),
        kernelStack: word(kernelStack),
      };
      if (isStackShape(pointers)) found.push(addressAt(address, at));
    }
  }
  return found;
}

/** The addresses of the words that hold one of `values`. */
export function scanForPointers(
  memory: Memory,
  segments: SegmentMap,
  values: ReadonlySet<bigint>,
): { at: VirtualAddress; value: bigint }[] {
  const highHalves = new Set(Array.from(values, (value) => Number(value >> 32n)));
  const found: { at: VirtualAddress; value: bigint }[] = [];
  for (const { address, first, data } of readStretches(memory, segments)) {
    for (let at = first; at + 8 <= data.byteLength; at += 8) {
      if (!highHalves.has(data.getUint32(at + 4, true))) continue;
      const value = data.getBigUint64(at, true);
      if (values.has(value)) found.push({ at: addressAt(address, at), value });
    }
  }
  return found;
}
