import { isKernelAddress, type VirtualAddress } from '../../binary/address.ts';
import { UNITS_PER_PART } from '../../dump/work.ts';
import type { NamedFrame } from '../../stack/named-frame.ts';
import { derived, fromMemory } from '../evidence.ts';
import type { Mention } from '../model.ts';
import { objectWords } from '../stack-words.ts';
import type { KernelView, ViewThread } from '../view.ts';
import type { Classify } from './classify.ts';

/** Mentions of one thread; a stack may repeat a pointer in every slot. */
const MOST_MENTIONS = 0x1000;

/**
 * The frame that a place of the stack belongs to: what a function keeps is above its stack pointer and below that of its
 * caller. Undefined below the innermost frame, and above the outermost.
 */
function frameAt(frames: readonly NamedFrame[], place: bigint): number | undefined {
  let low = 0;
  let high = frames.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((frames[middle]?.stackPointer ?? 0n) <= place) low = middle + 1;
    else high = middle;
  }
  return low === 0 || low === frames.length ? undefined : low - 1;
}

/**
 * The typed objects that the frames of a thread name: in words of its stack and in registers that the walk recovered. A word may
 * be left over from an earlier call, so a mention shows where to look and claims nothing else.
 */
export function mentionsOf(view: KernelView, thread: ViewThread, classify: Classify): readonly Mention[] {
  const frames = view.frames(thread.address);
  const mentions: Mention[] = [];
  for (const { at, value } of objectWords(view, thread)) {
    if (mentions.length >= MOST_MENTIONS) return mentions;
    const type = classify(value);
    if (type === undefined) continue;
    if (!view.work.spend(UNITS_PER_PART)) return mentions;
    const frame = frameAt(frames, at);
    mentions.push({
      address: value,
      type,
      place: { stack: at },
      ...(frame !== undefined && { frame }),
      evidence: fromMemory('word of the stack'),
    });
  }
  for (const [frame, { registers = {} }] of frames.entries())
    for (const [register, value] of Object.entries<VirtualAddress>(registers)) {
      if (mentions.length >= MOST_MENTIONS) return mentions;
      const type = isKernelAddress(value) ? classify(value) : undefined;
      if (type === undefined) continue;
      const evidence = derived('register that the unwind data recovered');
      mentions.push({ address: value, type, place: { register }, frame, evidence });
    }
  return mentions;
}
