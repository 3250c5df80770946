import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { readLink } from '../../dump/kernel-lists/walk-list.ts';
import { tryReadFields } from '../../dump/memory/memory.ts';
import {
  DISPATCHER_HEADER,
  KWAIT_BLOCK,
  MOST_WAIT_OBJECTS,
  WAIT_BLOCK_STRIDE,
  WAIT_TYPE,
} from '../layouts/dispatcher.ts';
import type { ThreadObject } from '../thread-object.ts';
import type { KernelView } from '../view.ts';

/** A wait block with what its links prove. */
export interface WaitBlock {
  readonly address: VirtualAddress;
  readonly waitType: number;
  readonly object: VirtualAddress;
  readonly next: VirtualAddress;
  readonly previous: VirtualAddress;
  readonly link: LinkTest;
}

/**
 * Whether a block is on a wait list now. BlockState does not show it: blocks of ended waits keep the state and pointers of an
 * active one. In two real dumps this test was right for 11 waiting threads and for a running one with a leftover block.
 */
export type LinkTest =
  /** Both neighbours point back. */
  | 'linked'
  /** One neighbour points back, the other is not in the dump; or neither is. */
  | 'notStored'
  /** A neighbour points elsewhere. */
  | 'contradicted';

/** The wait blocks of a thread, or why there are none. */
export type WaitBlocks =
  | { readonly blocks: readonly WaitBlock[]; readonly shorter?: string }
  | { readonly missing: string };

function testLinks(
  view: KernelView,
  block: VirtualAddress,
  next: VirtualAddress,
  previous: VirtualAddress,
): LinkTest {
  const back = isKernelAddress(next) ? readLink(view.memory, next, 'previous') : 0n;
  const forth = isKernelAddress(previous) ? readLink(view.memory, previous, 'next') : 0n;
  if ((back !== undefined && back !== block) || (forth !== undefined && forth !== block))
    return 'contradicted';
  return back === undefined || forth === undefined ? 'notStored' : 'linked';
}

/** The timer of a thread that sleeps: the block for it names no object and is on the wait list of the timer. */
function timerOf(view: KernelView, thread: VirtualAddress, next: bigint): bigint {
  const offset = view.fields.offset('Timer');
  const timer = offset === undefined ? 0n : addressAt(thread, offset);
  return next === timer + BigInt(DISPATCHER_HEADER.fields.WaitListFlink.offset) ? timer : 0n;
}

/** The block at `address` when it belongs to `thread` and names an object; undefined when the bytes are not stored or differ. */
function readBlock(
  view: KernelView,
  address: VirtualAddress,
  thread: VirtualAddress,
): WaitBlock | 'notStored' | undefined {
  const fields = tryReadFields(view.memory, address, KWAIT_BLOCK);
  if (fields === undefined) return 'notStored';
  const object = virtualAddress(fields.Object || timerOf(view, thread, fields.Flink));
  if (fields.Thread !== thread || !isKernelAddress(object) || fields.WaitType > WAIT_TYPE.Dpc)
    return undefined;
  const next = virtualAddress(fields.Flink);
  const previous = virtualAddress(fields.Blink);
  const link = testLinks(view, address, next, previous);
  return { address, waitType: fields.WaitType, object, next, previous, link };
}

/** KTHREAD.WaitBlockCount, when it is a count that a wait can have. */
function countOf(thread: ThreadObject): number | undefined {
  const count = thread.u8('WaitBlockCount');
  return count !== undefined && count > 0 && count <= MOST_WAIT_OBJECTS ? count : undefined;
}

/** KTHREAD.WaitBlockList, or the blocks inside the thread where that pointer is not stored. */
function firstBlock(view: KernelView, thread: ThreadObject): VirtualAddress | undefined {
  const stored = thread.u64('WaitBlockList');
  if (stored !== undefined) return isKernelAddress(stored) ? virtualAddress(stored) : undefined;
  const own = view.fields.offset('WaitBlock');
  return own === undefined ? undefined : addressAt(thread.address, own);
}

/**
 * The blocks of the wait that a thread is in, each with its link test. At most MOST_WAIT_OBJECTS are read. Where the number of
 * blocks is not stored, blocks count as long as they are linked.
 */
export function readWaitBlocks(view: KernelView, thread: ThreadObject): WaitBlocks {
  const first = firstBlock(view, thread);
  if (first === undefined) return { missing: 'its list of wait blocks is not in the dump' };
  const count = countOf(thread);
  const blocks: WaitBlock[] = [];
  for (let index = 0; index < (count ?? MOST_WAIT_OBJECTS); index++) {
    const block = readBlock(view, addressAt(first, index * WAIT_BLOCK_STRIDE), thread.address);
    if (block === 'notStored' && count !== undefined) {
      const shorter = `${count - blocks.length} of its ${count} wait blocks are not in the dump`;
      return blocks.length === 0 ? { missing: shorter } : { blocks, shorter };
    }
    if (block === 'notStored' || block === undefined) break;
    if (count === undefined && index > 0 && block.link !== 'linked') break;
    blocks.push(block);
    if (count === undefined && block.waitType === WAIT_TYPE.Dequeue) return { blocks };
  }
  if (blocks.length === 0) return { missing: 'its wait blocks are not in the dump' };
  if (count !== undefined && blocks.length < count)
    return { blocks, shorter: `${count - blocks.length} of its ${count} wait blocks belong to no wait` };
  return count === undefined
    ? { blocks, shorter: 'the number of objects that it waits for is not in the dump' }
    : { blocks };
}
