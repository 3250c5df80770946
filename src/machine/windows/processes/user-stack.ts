import { setTimeout as delay } from 'node:timers/promises';
import { type VirtualAddress, virtualAddress } from '../../../binary/address.ts';
import { view } from '../../../binary/layout.ts';
import { isNtSuccess, NTSTATUS } from '../../../contract/ntstatus.ts';
import type { ThreadIdentity, UserStack, UserStackRefusal } from '../../port.ts';
import { allocate } from '../calls/foreign.ts';
import { CONTEXT, NT_TIB } from '../calls/layouts.ts';
import { ntdll } from '../calls/ntdll.ts';
import {
  openThreadHandle,
  THREAD_GET_CONTEXT,
  THREAD_QUERY_LIMITED_INFORMATION,
  THREAD_SUSPEND_RESUME,
} from '../calls/open-object.ts';
import { u64Cell, write } from '../calls/request.ts';
import { threadTeb } from './details.ts';
import { objection } from './identity.ts';
import { suspend } from './suspension.ts';

const ACCESS = THREAD_SUSPEND_RESUME | THREAD_GET_CONTEXT | THREAD_QUERY_LIMITED_INFORMATION;
/** CONTEXT_AMD64 with control and integer registers (winnt.h). */
const CONTEXT_FLAGS = 0x00100003;
/** More of a stack than this is not copied: what selects threads is near its top. */
const LARGEST_COPY = 0x40000;
/** A thread that runs or waits lets itself be interrupted within microseconds; one that is wedged in the kernel never. */
const PATIENCE_MS = 1000;

/**
 * Calls that are still waiting for a wedged thread each hold one of libuv's four threads; a capture needs one too. With so many
 * of them no further thread is suspended.
 */
const MOST_PENDING = 2;
let pending = 0;

/** In the numbering of unwind codes (x64 ABI conventions). */
const GENERAL = [
  'Rax',
  'Rcx',
  'Rdx',
  'Rbx',
  'Rsp',
  'Rbp',
  'Rsi',
  'Rdi',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
] as const;

/** The end of the stack by the thread's own TEB. */
function stackBase(target: bigint, thread: bigint): VirtualAddress | undefined {
  const teb = threadTeb(thread);
  if (teb === undefined || teb === 0n) return undefined;
  const tib = new Uint8Array(NT_TIB.size);
  const status = ntdll().NtReadVirtualMemory(target, teb, tib, BigInt(tib.length), u64Cell());
  return isNtSuccess(status) ? virtualAddress(view(NT_TIB, tib).get('StackBase')) : undefined;
}

/** A stack is mapped without gaps from its pointer up; what cannot be read is cut off. */
function readUpTo(target: bigint, address: VirtualAddress, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const read = u64Cell();
  // STATUS_PARTIAL_COPY is an error that has copied something.
  ntdll().NtReadVirtualMemory(target, address, bytes, BigInt(length), read);
  return bytes.subarray(0, Number(read[0] ?? 0n));
}

/** Room for the registers. The kernel requires it at a multiple of 16, which an allocator need not give. */
interface ContextRoom {
  readonly address: bigint;
  readonly bytes: Uint8Array;
  free(): void;
}

function contextRoom(): ContextRoom {
  const { address, bytes, free } = allocate(CONTEXT.size + 16);
  const skip = Number(-address & 15n);
  const room = bytes.subarray(skip, skip + CONTEXT.size);
  write(CONTEXT, room, { ContextFlags: CONTEXT_FLAGS });
  return { address: address + BigInt(skip), bytes: room, free };
}

function stackOf(target: bigint, context: Uint8Array, base: VirtualAddress | undefined): UserStack {
  const registers = view(CONTEXT, context);
  const sp = virtualAddress(registers.get('Rsp'));
  const wanted = base === undefined || base <= sp ? 0n : base - sp;
  return {
    pc: virtualAddress(registers.get('Rip')),
    sp,
    general: GENERAL.map((name) => virtualAddress(registers.get(name))),
    bytes: readUpTo(target, sp, Number(wanted < LARGEST_COPY ? wanted : LARGEST_COPY)),
  };
}

/**
 * The part between suspending and resuming: two calls, and nothing that could wait for the suspended thread. The first
 * runs on another thread, because the kernel makes it wait for as long as the suspended one does not react.
 */
async function copyRegistersAndStack(
  target: bigint,
  thread: bigint,
  base: VirtualAddress | undefined,
): Promise<UserStack | UserStackRefusal> {
  if (pending >= MOST_PENDING) return { refused: 'wedged' };
  const context = contextRoom();
  const suspended = suspend(thread);
  if ('refusedWith' in suspended) {
    context.free();
    return { refused: 'exited', ntStatus: suspended.refusedWith };
  }
  const patience = new AbortController();
  pending += 1;
  const asked = ntdll().NtGetContextThread.inBackground(thread, context.address);
  try {
    const waited = delay(PATIENCE_MS, 'wedged' as const, { signal: patience.signal });
    const status = await Promise.race([asked, waited]);
    if (status === 'wedged') return { refused: 'wedged' };
    return isNtSuccess(status)
      ? stackOf(target, context.bytes, base)
      : { refused: 'denied', ntStatus: status };
  } finally {
    suspended.resume();
    patience.abort();
    // The kernel writes there as soon as the thread reacts, perhaps never: only then the memory is free.
    void asked.finally(() => {
      pending -= 1;
      context.free();
    });
  }
}

/** Copies the stack of a thread of the process behind `target`. */
export async function copyUserStack(
  target: bigint,
  identity: ThreadIdentity,
): Promise<UserStack | UserStackRefusal> {
  const { status, handle } = openThreadHandle(identity.processId, identity.threadId, ACCESS);
  if (!isNtSuccess(status)) {
    const refused = status === NTSTATUS.STATUS_ACCESS_DENIED ? 'denied' : 'exited';
    return { refused, ntStatus: status };
  }
  try {
    return (
      objection(identity, handle) ?? (await copyRegistersAndStack(target, handle, stackBase(target, handle)))
    );
  } finally {
    ntdll().NtClose(handle);
  }
}
