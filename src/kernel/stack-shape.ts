import { isKernelAddress, type VirtualAddress } from '../binary/address.ts';
import { type Memory, tryReadU64 } from '../dump/memory/memory.ts';
import type { ThreadLayout } from './layouts/thread-layout.ts';

/** The four stack pointers of a KTHREAD. */
export interface StackPointers {
  readonly stackLimit: bigint;
  readonly kernelStack: bigint;
  readonly initialStack: bigint;
  readonly stackBase: bigint;
}

const PAGE = 0x1000n;
const SMALLEST_STACK = 0x1000n;
/** Expanded stacks chain segments; one segment is not larger than this. */
export const LARGEST_STACK = 0x40000;

/**
 * Whether four values relate as those of a thread do. Tried at every aligned address of two real triage
 * dumps (216,550), this alone gave no false hit.
 */
export function isStackShape(pointers: StackPointers): boolean {
  const { stackLimit, kernelStack, initialStack } = pointers;
  return areStackBounds(pointers) && stackLimit < kernelStack && kernelStack <= initialStack;
}

/**
 * Whether the bounds alone fit each other. A thread that runs keeps the stack pointer of its last switch, which may be
 * in a stack that it has left since: that takes nothing from its bounds.
 */
export function areStackBounds({
  stackLimit,
  initialStack,
  stackBase,
}: Omit<StackPointers, 'kernelStack'>): boolean {
  const size = stackBase - stackLimit;
  return (
    isKernelAddress(stackLimit) &&
    stackLimit % PAGE === 0n &&
    stackBase % PAGE === 0n &&
    stackLimit < initialStack &&
    initialStack < stackBase &&
    size >= SMALLEST_STACK &&
    size <= BigInt(LARGEST_STACK)
  );
}

export function readStackPointers(
  memory: Memory,
  layout: ThreadLayout,
  thread: VirtualAddress,
): StackPointers | undefined {
  const at = (offset: number) => tryReadU64(memory, (thread + BigInt(offset)) as VirtualAddress);
  const stackLimit = at(layout.stackLimit);
  const kernelStack = at(layout.kernelStack);
  const initialStack = at(layout.initialStack);
  const stackBase = at(layout.stackBase);
  if (stackLimit === undefined || kernelStack === undefined) return undefined;
  if (initialStack === undefined || stackBase === undefined) return undefined;
  return { stackLimit, kernelStack, initialStack, stackBase };
}
