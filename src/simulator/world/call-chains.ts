import { type Activity, WAITING } from './activity.ts';

/** Whole stacks: what a thread is doing, and what is at both ends of it. */

/** The frames by which command 29 itself runs in the thread that it captures: an APC. */
const CAPTURE_FRAMES = [
  'nt!DbgkpLkmdSnapThreadInContext+0x79',
  'nt!DbgkpLkmdSnapThreadApc+0x3b',
  'nt!KiDeliverApc+0x1e3',
] as const;

/** How a running processor is held while the machine is quiesced for a live dump. */
const FROZEN_FRAMES = ['nt!KiFreezeTargetExecution+0x1a9', 'nt!KiIpiInterrupt+0x2e2'] as const;

/** The kernel stack that a triage dump shows of a thread, innermost frame first. */
export function capturedFrames(activity: Activity): readonly string[] {
  const entry = activity.state === WAITING ? 'nt!KiCommitThreadWait+0x3dd' : 'nt!KiApcInterrupt+0xd4';
  return [...CAPTURE_FRAMES, entry, ...activity.kernelFrames];
}

/** The kernel stack of a thread that no capture disturbs, as a live dump shows it. */
export function undisturbedFrames(activity: Activity): readonly string[] {
  if (activity.state !== WAITING) return [...FROZEN_FRAMES, ...activity.kernelFrames];
  return [
    'nt!KiSwapContext+0x76',
    'nt!KiSwapThread+0x500',
    'nt!KiCommitThreadWait+0x14f',
    ...activity.kernelFrames,
  ];
}

const USER_THREAD_START = ['KERNEL32!BaseThreadInitThunk+0x14', 'ntdll!RtlUserThreadStart+0x21'] as const;

/** The user-mode stack of a thread, innermost frame first; empty for a thread that has none. */
export function userFrames(activity: Activity): readonly string[] {
  return activity.userFrames.length === 0 ? [] : [...activity.userFrames, ...USER_THREAD_START];
}
