import type { VirtualAddress } from '../../binary/address.ts';
import { withoutCaptureFrames } from '../../stack/capture-frames.ts';
import type { KernelView } from '../view.ts';

/** Functions of the wait itself, and what delivers the APC of a capture. */
const WAIT_FUNCTION = /^(?:Ki|KeWait|KeDelay|KeRemove|KeDeliver)/;

/** The first exact frame below the wait itself: the function that waits. Undefined where no frame is exact. */
export function waitingFunctionOf(view: KernelView, thread: VirtualAddress): string | undefined {
  for (const { module, symbol, foundBy, text } of withoutCaptureFrames(view.frames(thread))) {
    if (foundBy === 'scan' || symbol === undefined) return undefined;
    if (module === 'nt' && WAIT_FUNCTION.test(symbol)) continue;
    return text;
  }
  return undefined;
}
