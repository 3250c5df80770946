import type { NamedFrame } from './named-frame.ts';

/**
 * A triage capture reads a thread from inside: the kernel queues an APC to it, and the APC copies the stack that it
 * runs on. So every captured stack starts with the frames of the capture, which show nothing of the thread. The
 * names are those in published stacks of triage dumps (Windows 7 and 8); later ones keep the prefix.
 */
const CAPTURE_ROUTINE = /^DbgkpLkmdSnap/;
/** What calls an APC, and the interrupt or the wait that led there. */
const APC_DELIVERY = new Set(['KiDeliverApc', 'KiApcInterrupt', 'KiCheckForKernelApcDelivery']);
/** The capture's own frames are few: what comes later is the thread's. */
export const DEEPEST_CAPTURE_FRAME = 8;

/** Marks the frames by which a capture ran in the thread; a stack without them comes back unchanged. */
export function markCaptureFrames(frames: readonly NamedFrame[]): readonly NamedFrame[] {
  const top = frames.slice(0, DEEPEST_CAPTURE_FRAME);
  const isNamed = ({ module, symbol }: NamedFrame, test: (name: string) => boolean) =>
    module === 'nt' && symbol !== undefined && test(symbol);
  const captured = top.findLastIndex((frame) => isNamed(frame, (name) => CAPTURE_ROUTINE.test(name)));
  if (captured < 0) return frames;
  let last = captured;
  for (let index = captured + 1; index < top.length; index++) {
    const frame = top[index];
    if (frame === undefined || !isNamed(frame, (name) => APC_DELIVERY.has(name))) break;
    last = index;
  }
  return frames.map((frame, index) => (index <= last ? { ...frame, capture: true } : frame));
}

/** The frames of the thread itself. */
export function withoutCaptureFrames(frames: readonly NamedFrame[]): readonly NamedFrame[] {
  return frames.filter((frame) => !frame.capture);
}
