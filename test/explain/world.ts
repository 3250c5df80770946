import { virtualAddress } from '../../src/binary/address.ts';
import { threadStateName, waitReasonName } from '../../src/contract/thread-state.ts';
import { parseDebuggerData } from '../../src/dump/debugger-data.ts';
import type { Memory } from '../../src/dump/memory/memory.ts';
import type { LoadedDriver } from '../../src/dump/modules.ts';
import { imageMap } from '../../src/explain/images.ts';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import { threadFields } from '../../src/explain/layouts/thread-fields.ts';
import type { DumpOrigin, KernelFacts } from '../../src/explain/model.ts';
import type { KernelView, ViewThread } from '../../src/explain/view.ts';
import type { StructureLayouts } from '../../src/kernel/layouts/structure-layouts.ts';
import type { SearchSpace } from '../../src/kernel/scan.ts';
import type { NamedFrame } from '../../src/stack/named-frame.ts';

/**
 * Kernel memory written word by word. Every offset is a number of its own, from public structure listings of x64 build 19041 (or
 * the build that a test names): the writer shares no table with the reader, so that a wrong offset on either side shows.
 */

export const NT = 0xfffff80400000000n;
export const DRIVER = 0xfffff80500000000n;
const IMAGE_SIZE = 0x1000000;

/** Wait reasons by number: KWAIT_REASON of the public headers. */
export const REASON = {
  DelayExecution: 4,
  Suspended: 5,
  UserRequest: 6,
  WrQueue: 15,
  WrLpcReply: 17,
  WrKeyedEvent: 21,
  WrResource: 27,
  WrPushLock: 28,
  WrFastMutex: 34,
  WrAlertByThreadId: 37,
  Executive: 0,
} as const;

export interface ThreadOptions {
  readonly reason?: number;
  readonly state?: number;
  readonly priority?: number;
  readonly threadId?: number;
  readonly processId?: number;
}

export interface ViewChoice {
  readonly origin?: DumpOrigin;
  readonly build?: number;
  readonly frames?: ReadonlyMap<bigint, readonly NamedFrame[]>;
  readonly types?: StructureLayouts;
}

/** A thread on a stack of its own. */
export interface WorldThread {
  readonly address: bigint;
  readonly stackLimit: bigint;
  readonly stackBase: bigint;
  readonly kernelStack: bigint;
}

const WAITING = 5;
const OBJECTS = 0xffffa00000000000n;
const STACKS = 0xffff900000000000n;

export class World {
  /** By 8-aligned address. */
  readonly words = new Map<bigint, Uint8Array>();
  private readonly threads: (WorldThread & ThreadOptions)[] = [];
  private nextObject = OBJECTS;
  private nextStack = STACKS;
  private resourceList: bigint | undefined;

  /** Zeroed memory for an object. */
  allocate(size: number): bigint {
    const address = this.nextObject;
    this.nextObject += BigInt(Math.ceil(size / 0x100) * 0x100 + 0x100);
    this.zero(address, size);
    return address;
  }

  zero(address: bigint, size: number): void {
    for (let at = 0n; at < BigInt(size); at += 8n) this.u64(address + at, 0n);
  }

  private byte(address: bigint, value: number): void {
    const word = address & ~7n;
    const bytes = this.words.get(word) ?? new Uint8Array(8);
    bytes[Number(address - word)] = value;
    this.words.set(word, bytes);
  }

  put(address: bigint, value: bigint, size: number): void {
    for (let index = 0; index < size; index++)
      this.byte(address + BigInt(index), Number((value >> BigInt(index * 8)) & 0xffn));
  }

  u8(address: bigint, value: number): void {
    this.put(address, BigInt(value), 1);
  }

  u16(address: bigint, value: number): void {
    this.put(address, BigInt(value), 2);
  }

  u32(address: bigint, value: number): void {
    this.put(address, BigInt.asUintN(32, BigInt(value)), 4);
  }

  u64(address: bigint, value: bigint): void {
    this.put(address, value, 8);
  }

  text(address: bigint, value: string): void {
    for (const [index, unit] of [...value].entries())
      this.u16(address + BigInt(index * 2), unit.charCodeAt(0));
  }

  /** UNICODE_STRING: length, maximum, buffer at 8. */
  unicodeString(address: bigint, value: string): bigint {
    const buffer = this.allocate(Math.max(8, value.length * 2));
    this.u16(address, value.length * 2);
    this.u16(address + 2n, value.length * 2);
    this.u64(address + 8n, buffer);
    this.text(buffer, value);
    return buffer;
  }

  selfLink(address: bigint): void {
    this.u64(address, address);
    this.u64(address + 8n, address);
  }

  /** Links list entries into a ring, in order. */
  ring(entries: readonly bigint[]): void {
    for (const [index, entry] of entries.entries()) {
      const next = entries[(index + 1) % entries.length] ?? entry;
      this.u64(entry, next);
      this.u64(next + 8n, entry);
    }
  }

  /** ETHREAD of 19041 with a stack of 0x6000 bytes. */
  thread(options: ThreadOptions = {}): WorldThread {
    const address = this.allocate(0x898);
    const stackLimit = this.nextStack;
    this.nextStack += 0x10000n;
    const stackBase = stackLimit + 0x6000n;
    const kernelStack = stackBase - 0xa00n;
    this.zero(kernelStack, 0xa00);
    this.u8(address, 6);
    this.u64(address + 0x28n, stackBase - 0x10n);
    this.u64(address + 0x30n, stackLimit);
    this.u64(address + 0x38n, stackBase);
    this.u64(address + 0x58n, kernelStack);
    // ApcState.Process and Priority.
    this.u8(address + 0xc3n, options.priority ?? 8);
    // Timer: type 8, and the wait block that belongs to it.
    this.u8(address + 0x100n, 8);
    this.ring([address + 0x108n, address + 0x1d0n]);
    this.u8(address + 0x184n, options.state ?? WAITING);
    this.u8(address + 0x283n, options.reason ?? REASON.Executive);
    // Cid.
    this.u64(address + 0x478n, BigInt(options.processId ?? 0));
    this.u64(address + 0x480n, BigInt(options.threadId ?? 0));
    for (const list of [0x308n, 0x4b0n]) this.selfLink(address + list);
    const thread = { address, stackLimit, stackBase, kernelStack };
    this.threads.push({ ...thread, ...options });
    return thread;
  }

  /** DISPATCHER_HEADER with an empty wait list; size in 32-bit words. */
  object(address: bigint, type: number, words: number, signal = 0): void {
    this.u8(address, type);
    this.u8(address + 2n, words);
    this.u32(address + 4n, signal);
    this.selfLink(address + 8n);
  }

  event(address: bigint): bigint {
    this.object(address, 1, 6);
    return address;
  }

  /** KWAIT_BLOCKs of a wait, linked into the wait lists of the objects. */
  wait(thread: WorldThread, objects: readonly bigint[], waitType: 'all' | 'any' | 'dequeue' = 'any'): void {
    const inside = objects.length <= 3;
    const first = inside ? thread.address + 0x140n : this.allocate(objects.length * 0x30);
    this.u64(thread.address + 0xd0n, first);
    this.u8(thread.address + 0x24bn, objects.length);
    for (const [index, object] of objects.entries()) {
      const block = first + BigInt(index * 0x30);
      const head = object + 8n;
      const last = this.qword(head + 8n);
      this.u64(block, head);
      this.u64(block + 8n, last);
      this.u64(head + 8n, block);
      this.u64(last, block);
      this.u8(block + 0x10n, { all: 0, any: 1, dequeue: 3 }[waitType]);
      this.u8(block + 0x11n, 4);
      this.u16(block + 0x12n, waitType === 'dequeue' ? 0x80 : index);
      this.u64(block + 0x18n, thread.address);
      this.u64(block + 0x20n, object);
    }
  }

  qword(address: bigint): bigint {
    const bytes = this.words.get(address);
    return bytes === undefined ? 0n : new DataView(bytes.buffer).getBigUint64(0, true);
  }

  /** ERESOURCE, 0x68 bytes. Counts of owners are shifted by the caller: how far depends on the build. */
  resource(
    address: bigint,
    fields: {
      readonly owner?: bigint;
      readonly ownerCount?: number;
      readonly exclusive?: boolean;
      readonly active?: number;
      readonly table?: bigint;
      readonly sharedWaiters?: bigint;
      readonly exclusiveWaiters?: bigint;
      readonly sharedCount?: number;
      readonly exclusiveCount?: number;
      readonly contention?: number;
      readonly waiterPriority?: number;
    },
  ): bigint {
    this.zero(address, 0x68);
    this.selfLink(address);
    this.u64(address + 0x10n, fields.table ?? 0n);
    this.u16(address + 0x18n, fields.active ?? 1);
    this.u8(address + 0x1an, fields.exclusive === true ? 0x86 : 0x06);
    this.u8(address + 0x1bn, fields.waiterPriority ?? 0);
    this.u64(address + 0x20n, fields.sharedWaiters ?? 0n);
    this.u64(address + 0x28n, fields.exclusiveWaiters ?? 0n);
    this.u64(address + 0x30n, fields.owner ?? 0n);
    this.u32(address + 0x38n, fields.ownerCount ?? 8);
    this.u32(address + 0x40n, fields.active ?? 1);
    this.u32(address + 0x44n, fields.contention ?? 0);
    this.u32(address + 0x48n, fields.sharedCount ?? 0);
    this.u32(address + 0x4cn, fields.exclusiveCount ?? 0);
    return address;
  }

  /** OWNER_ENTRY table: entry 0 holds the size of the table at +8. */
  ownerTable(owners: readonly (readonly [owner: bigint, count: number])[]): bigint {
    const table = this.allocate((owners.length + 1) * 16);
    this.u32(table + 8n, owners.length + 1);
    for (const [index, [owner, count]] of owners.entries()) {
      const entry = table + BigInt((index + 1) * 16);
      this.u64(entry, owner);
      this.u32(entry + 8n, count);
    }
    return table;
  }

  /** The block of a resource waiter since 1703, on the thread's stack; its event begins at +0x18. */
  waiterBlock(thread: WorldThread): bigint {
    const block = thread.stackBase - 0x600n;
    this.selfLink(block);
    this.u64(block + 0x10n, thread.address);
    this.event(block + 0x18n);
    return block;
  }

  /** Waiters of one resource since 1703, each waiting for the event of its own block. */
  resourceWaiters(threads: readonly WorldThread[]): bigint[] {
    const blocks = threads.map((thread) => {
      const block = this.waiterBlock(thread);
      this.wait(thread, [block + 0x18n]);
      return block;
    });
    this.ring(blocks);
    return blocks;
  }

  /** Puts resources on the list of all resources, which debugger data points to. */
  listResources(resources: readonly bigint[]): void {
    this.resourceList = this.allocate(16);
    this.ring([this.resourceList, ...resources]);
  }

  /** KDDEBUGGER_DATA64 of 19041, as far as it tells of threads, processes and resources. */
  debuggerDataBytes(): Uint8Array {
    const bytes = new Uint8Array(0x380);
    const data = new DataView(bytes.buffer);
    data.setUint32(0x10, 0x4742444b, true);
    data.setUint32(0x14, bytes.length, true);
    data.setBigUint64(0x60, this.resourceList ?? 0n, true);
    const offsets: Record<number, number> = {
      664: 0x218, // OffsetKThreadNextProcessor
      666: 0xf0, // OffsetKThreadTeb
      668: 0x58, // OffsetKThreadKernelStack
      670: 0x28, // OffsetKThreadInitialStack
      672: 0xb8, // OffsetKThreadApcProcess
      674: 0x184, // OffsetKThreadState
      680: 0xa40, // SizeEProcess
      682: 0x550, // OffsetEprocessPeb
      684: 0x540, // OffsetEprocessParentCID
      686: 0x28, // OffsetEprocessDirectoryTableBase
      704: 0x898, // SizeEThread
      860: 0x283, // OffsetKThreadWaitReason
    };
    for (const [at, value] of Object.entries(offsets)) data.setUint16(Number(at), value, true);
    data.setUint32(0x340, 0x30, true);
    data.setUint32(0x344, 0x38, true);
    data.setUint32(0x34c, 0x4b0, true);
    return bytes;
  }

  memory(): Memory {
    const { words } = this;
    return {
      read(address, length) {
        const bytes = new Uint8Array(length);
        let filled = 0;
        while (filled < length) {
          const at = address + BigInt(filled);
          const word = words.get(at & ~7n);
          if (word === undefined) break;
          const skip = Number(at & 7n);
          const count = Math.min(8 - skip, length - filled);
          bytes.set(word.subarray(skip, skip + count), filled);
          filled += count;
        }
        if (filled === length) return { bytes };
        const missing = virtualAddress(address + BigInt(filled));
        return { bytes: bytes.subarray(0, filled), gap: { address: missing, reason: 'NotInDump' } };
      },
    };
  }

  private space(): SearchSpace {
    const sorted = [...this.words.keys()].sort((a, b) => (a < b ? -1 : 1));
    const stretches: { address: bigint; words: Uint8Array[] }[] = [];
    for (const address of sorted) {
      const last = stretches.at(-1);
      const word = this.words.get(address) ?? new Uint8Array(8);
      if (last && last.address + BigInt(last.words.length * 8) === address) last.words.push(word);
      else stretches.push({ address, words: [word] });
    }
    return stretches.map(({ address, words }) => ({
      address: virtualAddress(address),
      halves: new Uint32Array(new Uint8Array(words.flatMap((word) => [...word])).buffer),
    }));
  }

  view({ origin = 'BugCheckTriage', build = 19041, frames, types }: ViewChoice = {}): KernelView {
    const debuggerData = parseDebuggerData(this.debuggerDataBytes());
    const inputs = { debuggerData, types };
    const threads = this.threads.map(
      ({ address, stackLimit, stackBase, kernelStack, ...given }): ViewThread => {
        const state = this.words.has((address + 0x184n) & ~7n) ? (given.state ?? WAITING) : undefined;
        const reason = this.words.has((address + 0x283n) & ~7n) ? (given.reason ?? 0) : undefined;
        return {
          address: virtualAddress(address),
          stackLimit: virtualAddress(stackLimit),
          stackBase: virtualAddress(stackBase),
          kernelStack: virtualAddress(kernelStack),
          ...(given.threadId !== undefined && { threadId: given.threadId }),
          ...(given.processId !== undefined && { processId: given.processId }),
          ...(given.priority !== undefined && { priority: given.priority }),
          ...(state !== undefined && { state: threadStateName(state) }),
          ...(state === WAITING && reason !== undefined && { waitReason: waitReasonName(reason) }),
          irps: [],
          evidence: ['Shape'],
          confidence: 'Certain',
        };
      },
    );
    const driver = (path: string, base: bigint): LoadedDriver => ({
      path,
      base: virtualAddress(base),
      entryPoint: virtualAddress(base),
      size: IMAGE_SIZE,
      checkSum: 0,
      timeDateStamp: 0,
    });
    return {
      memory: this.memory(),
      origin,
      debuggerData,
      inputs,
      fields: threadFields(inputs),
      threads: new Map(threads.map((thread) => [thread.address, thread])),
      processes: new Map(),
      images: imageMap([
        driver('\\SystemRoot\\system32\\ntoskrnl.exe', NT),
        driver('\\SystemRoot\\x.sys', DRIVER),
      ]),
      clock: undefined,
      interruptTime: 1_000_000n,
      build,
      space: origin === 'Pages' ? undefined : this.space(),
      frames: (address) => frames?.get(address) ?? [],
    };
  }

  facts(choice?: ViewChoice): KernelFacts {
    return kernelFacts(this.view(choice));
  }
}

/** A frame with an exact name. */
export function frame(symbol: string, stackPointer: bigint, registers?: Record<string, bigint>): NamedFrame {
  return {
    address: virtualAddress(NT),
    stackPointer: virtualAddress(stackPointer),
    foundBy: 'unwindData',
    module: 'nt',
    symbol,
    text: `nt!${symbol}+0x10`,
    capture: false,
    ...(registers && {
      registers: Object.fromEntries(
        Object.entries(registers).map(([name, value]) => [name, virtualAddress(value)]),
      ),
    }),
  };
}
