import { Buffer } from 'node:buffer';
import { virtualAddress } from '../../src/binary/address.ts';
import { threadStateName, waitReasonName } from '../../src/contract/thread-state.ts';
import { parseDebuggerData } from '../../src/dump/debugger-data.ts';
import { collectFindings } from '../../src/dump/finding.ts';
import type { Memory } from '../../src/dump/memory/memory.ts';
import type { LoadedDriver } from '../../src/dump/modules.ts';
import { workLimit } from '../../src/dump/work.ts';
import { imageMap } from '../../src/explain/images.ts';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import { lockLayouts } from '../../src/explain/layouts/lock-layouts.ts';
import { threadFields } from '../../src/explain/layouts/thread-fields.ts';
import type { DumpOrigin, KernelFacts } from '../../src/explain/model.ts';
import type { KernelView, ViewThread } from '../../src/explain/view.ts';
import { ioLayouts } from '../../src/kernel/layouts/io-layouts.ts';
import type { StructureLayouts } from '../../src/kernel/layouts/structure-layouts.ts';
import type { SearchSpace } from '../../src/kernel/scan.ts';
import { WAIT_BLOCK_BYTES, X64_19041 } from '../../src/simulator/synth/builds.ts';
import { writeDebuggerData } from '../../src/simulator/synth/objects/debugger-data.ts';
import { WAIT_LIST_HEAD, writeDispatcher, writeEvent } from '../../src/simulator/synth/objects/dispatcher.ts';
import {
  ownerTableBytes,
  RESOURCE_BYTES,
  WAITER_EVENT,
  writeOwnerTable,
  writeResource,
  writeResourceWaiter,
} from '../../src/simulator/synth/objects/resource.ts';
import { writeThread } from '../../src/simulator/synth/objects/thread-object.ts';
import { waitBlockAddress, writeWait } from '../../src/simulator/synth/objects/wait-blocks.ts';
import { type Pointer, rawRecord, type Structure } from '../../src/simulator/synth/raw-record.ts';
import type { NamedFrame } from '../../src/stack/named-frame.ts';

/**
 * Kernel memory of x64 build 19041, kept word by word, so that a test can take away any of it. Its structures are written by
 * the writers of synthetic files, which share no table with the reader.
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

const BUILD = X64_19041;
/** How far counts of owners are shifted depends on the build that a test plays. */
const SHIFTED_BY_CALLER = 0;

function addressIn(value: Pointer | number): bigint {
  if (typeof value === 'object') throw new RangeError(`a world has no label ${value.label}`);
  return BigInt.asUintN(64, BigInt(value));
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

  /** Writes fields of a structure at an address. */
  at(address: bigint): Structure {
    const place = (offset: number) => address + BigInt(offset);
    const bytes = (offset: number, content: Iterable<number>) => {
      let at = place(offset);
      for (const byte of content) this.u8(at++, byte);
    };
    const structure: Structure = {
      address,
      u8: (offset, value) => wrote(this.u8(place(offset), value & 0xff)),
      u16: (offset, value) => wrote(this.u16(place(offset), value & 0xffff)),
      u32: (offset, value) => wrote(this.u32(place(offset), value)),
      u64: (offset, value) => wrote(this.u64(place(offset), addressIn(value))),
      copy: (offset, content) => wrote(bytes(offset, content)),
      latin1: (offset, text) => wrote(bytes(offset, Buffer.from(text, 'latin1'))),
      utf16: (offset, text) => wrote(bytes(offset, Buffer.from(text, 'utf16le'))),
      links: (offset, forward, backward) => structure.u64(offset, forward).u64(offset + 8, backward),
    };
    const wrote = (_done: unknown): Structure => structure;
    return structure;
  }

  /** ETHREAD with a stack of 0x6000 bytes. */
  thread(options: ThreadOptions = {}): WorldThread {
    const address = this.allocate(BUILD.thread.size);
    const stackLimit = this.nextStack;
    this.nextStack += 0x10000n;
    const stackBase = stackLimit + 0x6000n;
    const kernelStack = stackBase - 0xa00n;
    this.zero(kernelStack, 0xa00);
    writeThread(this.at(address), BUILD, {
      threadId: options.threadId ?? 0,
      processId: options.processId ?? 0,
      process: 0n,
      stackBase,
      stackLimit,
      initialStack: stackBase - 0x10n,
      kernelStack,
      state: options.state ?? WAITING,
      waitReason: options.reason ?? REASON.Executive,
      waitTime: 0,
      priority: options.priority ?? 8,
      basePriority: 8,
      startAddress: 0n,
      win32StartAddress: 0n,
    });
    const thread = { address, stackLimit, stackBase, kernelStack };
    this.threads.push({ ...thread, ...options });
    return thread;
  }

  /** A dispatcher object with an empty wait list; size in 32-bit words. */
  object(address: bigint, type: number, words: number, signal = 0): void {
    writeDispatcher(this.at(address), { type, bytes: words * 4, signalState: signal });
  }

  event(address: bigint): bigint {
    writeEvent(this.at(address));
    return address;
  }

  /** KWAIT_BLOCKs of a wait, linked into the wait lists of the objects. */
  wait(thread: WorldThread, objects: readonly bigint[], waitType: 'all' | 'any' | 'dequeue' = 'any'): void {
    const blocks = objects.length <= 3 ? undefined : this.allocate(objects.length * WAIT_BLOCK_BYTES);
    const awaited = objects.map((object, index) => {
      const block =
        blocks === undefined
          ? waitBlockAddress(BUILD, thread.address, index)
          : blocks + BigInt(index * WAIT_BLOCK_BYTES);
      const head = object + BigInt(WAIT_LIST_HEAD);
      const last = this.qword(head + 8n);
      this.u64(head + 8n, block);
      this.u64(last, block);
      return { object, next: head, previous: last };
    });
    writeWait(this.at(thread.address), BUILD, {
      type: waitType,
      mode: 'kernel',
      objects: awaited,
      ...(blocks === undefined ? {} : { blocks: this.at(blocks) }),
    });
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
    this.zero(address, RESOURCE_BYTES);
    const active = fields.active ?? 1;
    writeResource(this.at(address), {
      next: address,
      previous: address,
      access: fields.exclusive === true ? 'exclusive' : 'shared',
      owners: [{ owner: fields.owner ?? 0n, count: fields.ownerCount ?? 8 }],
      countShift: SHIFTED_BY_CALLER,
      sharedWaiters: fields.sharedWaiters ?? 0n,
      exclusiveWaiters: fields.exclusiveWaiters ?? 0n,
      sharedCount: fields.sharedCount ?? 0,
      exclusiveCount: fields.exclusiveCount ?? 0,
      contention: fields.contention ?? 0,
      waiterPriority: fields.waiterPriority ?? 0,
    });
    this.u64(address + 0x10n, fields.table ?? 0n);
    this.u16(address + 0x18n, active);
    this.u32(address + 0x40n, active);
    return address;
  }

  /** A table of owners whose counts are shifted by the caller. */
  ownerTable(owners: readonly (readonly [owner: bigint, count: number])[]): bigint {
    const table = this.allocate(ownerTableBytes(owners.length + 1));
    const entries = owners.map(([owner, count]) => ({ owner, count }));
    writeOwnerTable(this.at(table), entries, SHIFTED_BY_CALLER);
    return table;
  }

  /** The block of a resource waiter since 1703, on the thread's stack. */
  waiterBlock(thread: WorldThread): bigint {
    const block = thread.stackBase - 0x600n;
    writeResourceWaiter(this.at(block), { next: block, previous: block, thread: thread.address });
    return block;
  }

  /** Waiters of one resource since 1703, each waiting for the event of its own block. */
  resourceWaiters(threads: readonly WorldThread[]): bigint[] {
    const blocks = threads.map((thread) => {
      const block = this.waiterBlock(thread);
      this.wait(thread, [block + BigInt(WAITER_EVENT)]);
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

  /** KDDEBUGGER_DATA64, as far as it tells of threads, processes and resources. */
  debuggerDataBytes(): Uint8Array {
    const record = rawRecord(BUILD.debuggerDataSize);
    const globals = {
      kernelBase: NT,
      moduleList: 0n,
      processList: 0n,
      processorBlock: 0n,
      unloadedDrivers: 0n,
      resourceList: this.resourceList ?? 0n,
    };
    writeDebuggerData(record, BUILD, globals, { address: 0n });
    return record.bytes;
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
        const reason = this.words.get((address + 0x283n) & ~7n)?.[3];
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
      io: ioLayouts(inputs.types),
      lockLayouts: lockLayouts(inputs.types),
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
      work: workLimit(0, collectFindings()),
      identityOf: () => undefined,
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
