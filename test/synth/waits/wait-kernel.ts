import type { KernelBuild } from '../../../src/simulator/synth/builds.ts';
import type { KernelMemory } from '../../../src/simulator/synth/kernel-memory.ts';
import type { ListEnds } from '../../../src/simulator/synth/objects/dispatcher.ts';
import { writeProcess } from '../../../src/simulator/synth/objects/process-object.ts';
import {
  type ThreadFacts,
  threadListEntries,
  writeThread,
} from '../../../src/simulator/synth/objects/thread-object.ts';
import { waitBlockAddress } from '../../../src/simulator/synth/objects/wait-blocks.ts';
import { type ProcessTruth, REGION, type ThreadTruth, TICK_UNITS, TICKS } from '../kernel-truth.ts';
import type { PlannedWait } from './wait-truth.ts';

/**
 * A kernel whose threads wait. A plan declares threads, objects and waits in any order, and addresses are known at once;
 * `finish` writes threads and objects, when all waiters of each object are known.
 */
export interface WaitKernel {
  readonly memory: KernelMemory;
  readonly build: KernelBuild;
  process(name: string, processId: number): PlannedProcess;
  thread(process: PlannedProcess, name: string, facts?: PlannedThreadFacts): PlannedThread;
  wait(thread: PlannedThread, wait: WaitDeclaration): void;
  /** Writes an object at the end, when its waiters are known. */
  write(object: (waiters: (address: bigint) => ListEnds | undefined) => void): void;
  /** More facts of a thread, known when other objects are declared. */
  amend(thread: PlannedThread, facts: Partial<ThreadFacts>): void;
  /** A request on the list of its thread, by IRP.ThreadListEntry. */
  list(thread: PlannedThread, entry: bigint): void;
  readonly waits: ReadonlyMap<string, PlannedWait>;
  finish(processList: bigint): ProcessTruth[];
}

export interface PlannedProcess {
  readonly address: bigint;
  readonly name: string;
  readonly processId: number;
}

export interface PlannedThreadFacts {
  /** KWAIT_REASON, Executive when absent. */
  readonly reason?: number;
  /** KTHREAD_STATE, waiting when absent. */
  readonly state?: number;
  readonly priority?: number;
}

export interface PlannedThread {
  readonly name: string;
  readonly address: bigint;
  readonly process: PlannedProcess;
  readonly threadId: number;
  readonly priority: number;
  readonly stackLimit: bigint;
  readonly stackBase: bigint;
  readonly kernelStack: bigint;
  /** Room for a local variable on its stack. */
  local(bytes: number): bigint;
  /** Leaves addresses on its stack, as calls leave their arguments. */
  mention(...addresses: readonly bigint[]): void;
}

export interface WaitDeclaration {
  readonly kind: string;
  readonly objects: readonly bigint[];
  readonly type?: 'any' | 'all' | 'dequeue';
  readonly mode?: 'kernel' | 'user';
  /** Clock ticks until the wait times out. */
  readonly ticksLeft?: number;
  readonly isIdle?: boolean;
  /** Where the thread's blocks are, for more objects than it has blocks. */
  readonly blocks?: bigint;
}

const WAITING = 5;
const STACK_BYTES = 0x3000;
const X64 = 0x8664;
/** Distance from a stack's base to its control structure. */
const CONTROL_DISTANCE = { x64: 0x370n, arm64: 0x250n };
const USED_BYTES = 0x400n;
/** Above the switch frame. */
const FIRST_LOCAL = 0x40n;
const BLOCK_BYTES = 0x30n;
const USER_START = 0x7ff6_1234_5678n;

interface Declared {
  readonly thread: PlannedThread;
  readonly given: PlannedThreadFacts;
  facts: Partial<ThreadFacts>;
  wait?: WaitDeclaration;
  readonly irps: bigint[];
}

export function waitKernel(memory: KernelMemory, build: KernelBuild): WaitKernel {
  const processes: PlannedProcess[] = [];
  const threads = new Map<PlannedThread, Declared>();
  const lists = new Map<bigint, bigint[]>();
  const objects: Parameters<WaitKernel['write']>[0][] = [];
  const waits = new Map<string, PlannedWait>();
  let nextThreadId = 0x1000;

  const declared = (thread: PlannedThread): Declared => {
    const known = threads.get(thread);
    if (known === undefined) throw new RangeError(`${thread.name} is not of this kernel`);
    return known;
  };

  const waitersOf = (object: bigint): ListEnds | undefined => {
    const list = lists.get(object);
    const [first, last] = [list?.[0], list?.at(-1)];
    return first === undefined || last === undefined ? undefined : { first, last };
  };

  function newThread(process: PlannedProcess, name: string, given: PlannedThreadFacts): PlannedThread {
    const { address } = memory.placeIn(REGION.pool, `thread ${name}`, build.thread.size, 0x40);
    const stackLimit = memory.allocate(REGION.stacks, STACK_BYTES, 0x4000);
    const stackBase = stackLimit + BigInt(STACK_BYTES);
    const initialStack = stackBase - CONTROL_DISTANCE[build.machine === X64 ? 'x64' : 'arm64'];
    const kernelStack = initialStack - USED_BYTES;
    let nextLocal = kernelStack + FIRST_LOCAL;
    memory.at(initialStack).u64(0, stackBase).u64(8, stackLimit);
    nextThreadId += 4;
    const local = (bytes: number) => {
      const place = nextLocal;
      nextLocal += BigInt(Math.ceil(bytes / 8) * 8);
      if (nextLocal > initialStack) throw new RangeError(`${name} has too many local variables`);
      return place;
    };
    return {
      name,
      address,
      process,
      threadId: nextThreadId,
      priority: given.priority ?? 8,
      stackLimit,
      stackBase,
      kernelStack,
      local,
      mention(...addresses) {
        for (const each of addresses) memory.at(local(8)).u64(0, each);
      },
    };
  }

  const headOf = (object: bigint) => object + 8n;

  function blocksOf({ thread, wait }: Declared): readonly bigint[] {
    return (wait?.objects ?? []).map((_, index) =>
      wait?.blocks === undefined
        ? waitBlockAddress(build, thread.address, index)
        : wait.blocks + BigInt(index) * BLOCK_BYTES,
    );
  }

  function waitFacts(each: Declared): Partial<ThreadFacts> {
    const { wait } = each;
    if (wait === undefined) return {};
    const blocks = blocksOf(each);
    return {
      wait: {
        type: wait.type ?? 'any',
        mode: wait.mode ?? 'kernel',
        objects: wait.objects.map((object, index) => {
          const list = lists.get(object) ?? [];
          const place = list.indexOf(blocks[index] ?? 0n);
          return {
            object,
            next: list[place + 1] ?? headOf(object),
            previous: list[place - 1] ?? headOf(object),
          };
        }),
        ...(wait.ticksLeft === undefined
          ? {}
          : { dueTime: BigInt(TICKS + wait.ticksLeft) * BigInt(TICK_UNITS) }),
        ...(wait.blocks === undefined ? {} : { blocks: memory.at(wait.blocks) }),
      },
    };
  }

  function writeDeclared(each: Declared): ThreadTruth {
    const { thread, given, facts, irps } = each;
    const { process } = thread;
    const isSystem = process.processId === 4;
    const startAddress = REGION.nt + 0x1870n;
    const win32StartAddress = isSystem ? startAddress : USER_START;
    const state = given.state ?? WAITING;
    const listHead = thread.address + BigInt(build.thread.irpList);
    const [first, last] = [irps[0], irps.at(-1)];
    memory.link(listHead, irps);
    const basePriority = 8;
    writeThread(memory.at(thread.address), build, {
      threadId: thread.threadId,
      processId: process.processId,
      process: process.address,
      stackBase: thread.stackBase,
      stackLimit: thread.stackLimit,
      initialStack: thread.kernelStack + USED_BYTES,
      kernelStack: thread.kernelStack,
      state,
      waitReason: given.reason ?? 0,
      waitTime: TICKS - 640,
      priority: thread.priority,
      basePriority,
      startAddress,
      win32StartAddress,
      ...(isSystem ? {} : { teb: 0x5f_1000n }),
      ...(first === undefined || last === undefined ? {} : { irps: { first, last } }),
      ...(waitersOf(thread.address) && { waiters: waitersOf(thread.address) }),
      ...facts,
      ...waitFacts(each),
    } as ThreadFacts);
    return {
      address: thread.address,
      processId: process.processId,
      threadId: thread.threadId,
      process: process.address,
      state: state === WAITING ? 'Wait' : 'Running',
      priority: thread.priority,
      basePriority,
      startAddress,
      win32StartAddress,
      stackBase: thread.stackBase,
      stackLimit: thread.stackLimit,
      kernelStack: thread.kernelStack,
      irps: [],
    };
  }

  function finish(processList: bigint): ProcessTruth[] {
    for (const write of objects) write(waitersOf);
    const truth = processes.map((process): ProcessTruth => {
      const own = [...threads.values()].filter(({ thread }) => thread.process === process);
      const inside = own.map(writeDeclared);
      const { address, name, processId } = process;
      writeProcess(memory.at(address), build, {
        processId,
        parentProcessId: 4,
        name,
        threadCount: own.length,
        ...(processId === 4 ? {} : { peb: 0x5f_0000n }),
      });
      memory.link(address + 8n, lists.get(address) ?? []);
      const entries = inside.map((thread) => threadListEntries(build, thread.address));
      memory.link(
        address + BigInt(build.process.threadListHead),
        entries.map(({ kernel }) => kernel),
      );
      memory.link(
        address + BigInt(build.process.executiveListHead),
        entries.map(({ executive }) => executive),
      );
      return { address, processId, parentProcessId: 4, name, threads: inside };
    });
    memory.link(
      processList,
      processes.map(({ address }) => address + BigInt(build.process.links)),
    );
    return truth;
  }

  return {
    memory,
    build,
    waits,
    process(name, processId) {
      const { address } = memory.placeIn(REGION.pool, `process ${name}`, build.process.size, 0x40);
      const process = { address, name, processId };
      processes.push(process);
      return process;
    },
    thread(process, name, given = {}) {
      const thread = newThread(process, name, given);
      threads.set(thread, { thread, given, facts: {}, irps: [] });
      return thread;
    },
    wait(thread, wait) {
      const each = declared(thread);
      each.wait = wait;
      for (const [index, block] of blocksOf(each).entries()) {
        const object = wait.objects[index] ?? 0n;
        const list = lists.get(object);
        if (list === undefined) lists.set(object, [block]);
        else list.push(block);
      }
      waits.set(thread.name, {
        waitType: wait.type === 'all' ? 'All' : 'Any',
        objects: (wait.objects.length === 0
          ? [thread.address + BigInt(build.thread.timer)]
          : wait.objects
        ).map((address) => ({ address, kind: wait.kind })),
        isIdle: wait.isIdle ?? false,
        hasTimeout: wait.ticksLeft !== undefined,
      });
    },
    write: (object) => void objects.push(object),
    amend(thread, facts) {
      const each = declared(thread);
      each.facts = { ...each.facts, ...facts };
    },
    list: (thread, entry) => void declared(thread).irps.push(entry),
    finish,
  };
}
