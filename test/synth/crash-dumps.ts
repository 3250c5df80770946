/**
 * Small memory dumps of crashes, as Windows 8.1 to 11 write them, byte by byte: no table of the reader is used here. The
 * shapes imitate real files whose values are known (a Windows 8.1 server, a Windows 11 desktop).
 */

/** Where a build keeps the fields of its objects: public structure listings of 8.1 (9600) and 11 24H2 (26100). */
export interface CrashBuild {
  readonly build: number;
  readonly debuggerDataSize: number;
  readonly thread: {
    readonly size: number;
    readonly state: number;
    readonly nextProcessor: number;
    readonly process: number;
    readonly waitReason: number;
    readonly cid: number;
    readonly irpList: number;
  };
  readonly process: {
    readonly size: number;
    readonly id: number;
    readonly parent: number;
    readonly peb: number;
    readonly name: number;
  };
  readonly processor: { readonly size: number; readonly context: number };
}

export const BUILD_9600: CrashBuild = {
  build: 9600,
  debuggerDataSize: 0x360,
  thread: {
    size: 0x778,
    state: 0x184,
    nextProcessor: 0x218,
    process: 0x220,
    waitReason: 0x283,
    cid: 0x628,
    irpList: 0x660,
  },
  process: { size: 0x6f8, id: 0x2e0, parent: 0x3e0, peb: 0x3e8, name: 0x438 },
  processor: { size: 0x5d40, context: 0x5b50 },
};

export const BUILD_26100: CrashBuild = {
  build: 26100,
  debuggerDataSize: 0x3a0,
  thread: {
    size: 0x798,
    state: 0x184,
    nextProcessor: 0x218,
    process: 0x220,
    waitReason: 0x283,
    cid: 0x508,
    irpList: 0x540,
  },
  process: { size: 0x840, id: 0x1d0, parent: 0x2d0, peb: 0x2e0, name: 0x338 },
  processor: { size: 0xc0c0, context: 0x8e80 },
};

/** Offsets that both builds share, and that the kernel publishes. */
const INITIAL_STACK = 0x28;
const STACK_LIMIT = 0x30;
const STACK_BASE = 0x38;
const KERNEL_STACK = 0x58;
const APC_PROCESS = 0xb8;
const TEB = 0xf0;
const DIRECTORY_TABLE_BASE = 0x28;

/** Addresses of the machine that crashed. */
export const PLACE = {
  nt: 0xfffff80312400000n,
  thread: 0xffffe00012345080n,
  process: 0xffffe00011112040n,
  idleThread: 0xfffff80312760a00n,
  idleProcess: 0xfffff80312761000n,
  processor: 0xffffd00020200000n,
  threadStackLimit: 0xffffd00020300000n,
  threadStackBase: 0xffffd00020306000n,
  /** A processor's own stack for interrupts and deferred calls. */
  interruptStackBase: 0xffffd00020410000n,
} as const;

export interface CrashDriver {
  readonly path: string;
  readonly base: bigint;
  readonly size: number;
  readonly timeDateStamp: number;
}

export interface CrashBlob {
  readonly tag: string;
  readonly data: Buffer;
}

export interface CrashPlan {
  readonly build: CrashBuild;
  readonly code: number;
  readonly parameters: readonly bigint[];
  readonly attributes: number;
  /** TriageOptions: 0xffffffff of the older writer, 0x41 of the kernel's own. */
  readonly options: number;
  readonly registers: {
    readonly rip: bigint;
    readonly rsp: bigint;
    readonly rbp?: bigint;
    readonly rax?: bigint;
  };
  readonly exception?: {
    readonly code: number;
    readonly address: bigint;
    readonly parameters?: readonly bigint[];
  };
  /** The words of the stack that the crash ran on, from `registers.rsp` or `stackStart` up. */
  readonly stack: readonly bigint[];
  readonly stackStart?: bigint;
  readonly processName?: string;
  readonly processId?: number;
  readonly threadId?: number;
  readonly processor?: number;
  /** The thread is the idle thread of its processor. */
  readonly idle?: boolean;
  /** The value of KTHREAD.KernelStack; a stale one is in no stack of the thread. */
  readonly kernelStack?: bigint;
  readonly drivers: readonly CrashDriver[];
  readonly unloaded?: readonly { readonly name: string; readonly start: bigint; readonly end: bigint }[];
  readonly blobs?: readonly CrashBlob[];
  /** Bytes behind a blob header of zeros; without it the chain ends with the file. */
  readonly junk?: Buffer;
  /** Further pieces of memory. */
  readonly memory?: readonly (readonly [bigint, Buffer])[];
}

const PLAIN_NT = (size = 0x800000): CrashDriver => ({
  path: '\\SystemRoot\\system32\\ntoskrnl.exe',
  base: PLACE.nt,
  size,
  timeDateStamp: 0x5308_9862,
});

export const NT = PLAIN_NT();

function writer(size: number) {
  const bytes = Buffer.alloc(size);
  return {
    bytes,
    u8: (at: number, value: number) => void bytes.writeUInt8(value, at),
    u32: (at: number, value: number) => void bytes.writeUInt32LE(value >>> 0, at),
    u64: (at: number, value: bigint) => void bytes.writeBigUInt64LE(BigInt.asUintN(64, value), at),
  };
}

function headerOf(plan: CrashPlan, fileSize: bigint): Buffer {
  const bytes = Buffer.alloc(0x2000, 'PAGE', 'latin1');
  const u32 = (at: number, value: number) => void bytes.writeUInt32LE(value >>> 0, at);
  const u64 = (at: number, value: bigint) => void bytes.writeBigUInt64LE(BigInt.asUintN(64, value), at);
  bytes.write('PAGEDU64', 0, 'latin1');
  u32(0x08, 15);
  u32(0x0c, plan.build.build);
  u64(0x10, 0x1aa000n);
  u64(0x20, PLACE.nt + 0x2d6890n);
  u64(0x28, PLACE.nt + 0x2bda40n);
  u32(0x30, 0x8664);
  u32(0x34, 4);
  u32(0x38, plan.code);
  plan.parameters.forEach((value, index) => void u64(0x40 + index * 8, value));
  u64(0x80, PLACE.nt + 0x2d5530n);
  bytes.fill(0, 0x348, 0xf98);
  const context = 0x348;
  u32(context + 0x30, 0x10_001f);
  u64(context + 0x78, plan.registers.rax ?? 0n);
  u64(context + 0x98, plan.registers.rsp);
  u64(context + 0xa0, plan.registers.rbp ?? 0n);
  u64(context + 0xf8, plan.registers.rip);
  if (plan.exception) {
    u32(0xf00, plan.exception.code);
    u64(0xf10, plan.exception.address);
    const parameters = plan.exception.parameters ?? [];
    u32(0xf18, parameters.length);
    parameters.forEach((value, index) => void u64(0xf20 + index * 8, value));
  }
  u32(0xf98, 4);
  u64(0xfa0, fileSize);
  u64(0xfa8, 131_700_000_000_000_000n);
  bytes.fill(0, 0xfb0, 0x1030);
  u64(0x1030, 36_000_000_000n);
  u32(0x1038, 0xcff);
  u32(0x103c, 0);
  u32(0x1040, 1);
  u32(0x1044, 0x100);
  u32(0x1048, 0);
  u32(0x104c, 0);
  u32(0x1050, plan.attributes);
  return bytes;
}

function debuggerData(build: CrashBuild): Buffer {
  const data = writer(build.debuggerDataSize);
  const u16 = (at: number, value: number) => void data.bytes.writeUInt16LE(value, at);
  data.bytes.write('KDBG', 0x10, 'latin1');
  data.u32(0x14, build.debuggerDataSize);
  data.u64(0x18, PLACE.nt);
  data.u64(0x48, PLACE.nt + 0x2d6890n);
  data.u64(0x50, PLACE.nt + 0x2bda40n);
  data.u64(0x218, PLACE.nt + 0x310000n);
  const { thread, process, processor } = build;
  const words: [number, number][] = [
    [0x298, thread.nextProcessor],
    [0x29a, TEB],
    [0x29c, KERNEL_STACK],
    [0x29e, INITIAL_STACK],
    [0x2a0, APC_PROCESS],
    [0x2a2, thread.state],
    [0x2a8, process.size],
    [0x2aa, process.peb],
    [0x2ac, process.parent],
    [0x2ae, DIRECTORY_TABLE_BASE],
    [0x2b0, processor.size],
    [0x2b4, 0x8],
    [0x2bc, 0x100],
    [0x2be, 0x24],
    [0x2c0, thread.size],
    [0x338, processor.context],
    [0x350, 0x18],
    [0x35c, thread.waitReason],
  ];
  for (const [at, value] of words) u16(at, value);
  data.u32(0x340, STACK_LIMIT);
  data.u32(0x344, STACK_BASE);
  data.u32(0x348, 0x208);
  data.u32(0x34c, thread.irpList);
  return data.bytes;
}

function threadObject(plan: CrashPlan, address: bigint, owner: bigint): Buffer {
  const { thread } = plan.build;
  const object = writer(thread.size);
  object.u8(0, 6);
  object.u64(INITIAL_STACK, PLACE.threadStackBase - 0x3f0n);
  object.u64(STACK_LIMIT, PLACE.threadStackLimit);
  object.u64(STACK_BASE, PLACE.threadStackBase);
  object.u64(KERNEL_STACK, plan.kernelStack ?? PLACE.threadStackBase - 0x800n);
  object.u64(APC_PROCESS, plan.idle === true ? PLACE.process : owner);
  object.u8(thread.state, 2);
  object.u32(thread.nextProcessor, plan.processor ?? 1);
  object.u64(thread.process, owner);
  object.u64(thread.cid, BigInt(plan.idle === true ? 0 : (plan.processId ?? 1104)));
  object.u64(thread.cid + 8, BigInt(plan.idle === true ? 0 : (plan.threadId ?? 140)));
  object.u64(thread.irpList, address + BigInt(thread.irpList));
  object.u64(thread.irpList + 8, address + BigInt(thread.irpList));
  return object.bytes;
}

function processObject(plan: CrashPlan): Buffer {
  const { process } = plan.build;
  const object = writer(process.size);
  object.u8(0, 3);
  object.u64(DIRECTORY_TABLE_BASE, 0x1aa000n);
  object.u64(process.id, BigInt(plan.processId ?? 1104));
  // Neighbours that the dump does not hold.
  object.u64(process.id + 8, 0xffffe00015550000n + BigInt(process.id + 8));
  object.u64(process.id + 16, 0xffffe00016660000n + BigInt(process.id + 8));
  object.u64(process.parent, 748n);
  object.u64(process.peb, 0x7ff7_0000_1000n);
  object.bytes.write(plan.processName ?? 'svchost.exe', process.name, 'latin1');
  return object.bytes;
}

function processorBlock(plan: CrashPlan, thread: bigint): Buffer {
  const block = writer(plan.build.processor.size);
  block.u64(0x8, thread);
  block.u64(0x18, plan.idle === true ? thread : PLACE.idleThread);
  block.u32(0x24, plan.processor ?? 1);
  // The context that it names is not in the dump.
  block.u64(plan.build.processor.context, PLACE.processor + 0x7000_0000n);
  return block.bytes;
}

function counted(text: string): Buffer {
  const bytes = Buffer.alloc(4 + (text.length + 1) * 2);
  bytes.writeUInt32LE(text.length, 0);
  bytes.write(text, 4, 'utf16le');
  return bytes;
}

function guidBytes(text: string): Buffer {
  const [a = '', b = '', c = '', d = '', e = ''] = text.split('-');
  const turned = [a, b, c].map((part) => Buffer.from(part, 'hex').reverse());
  return Buffer.concat([...turned, Buffer.from(d + e, 'hex')]);
}

function blobChain({ blobs = [], junk, build }: CrashPlan): Buffer {
  if (blobs.length === 0) return Buffer.alloc(0);
  const head = Buffer.alloc(0x10);
  head.write('DumpBlob', 0, 'latin1');
  head.writeUInt32LE(0x10, 8);
  head.writeUInt32LE(build.build, 12);
  const pieces = blobs.map(({ tag, data }) => {
    const header = Buffer.alloc(0x20);
    const padding = (8 - (data.length % 8)) % 8;
    header.writeUInt32LE(0x20, 0);
    guidBytes(tag).copy(header, 4);
    header.writeUInt32LE(data.length, 0x14);
    header.writeUInt32LE(padding, 0x1c);
    return Buffer.concat([header, data, Buffer.alloc(padding)]);
  });
  const end = junk === undefined ? [] : [Buffer.alloc(0x20), junk];
  return Buffer.concat([head, ...pieces, ...end]);
}

/** A small memory dump of a crash. */
export function crashDump(plan: CrashPlan): Buffer {
  const { build, registers, drivers, unloaded = [] } = plan;
  const thread = plan.idle === true ? PLACE.idleThread : PLACE.thread;
  const owner = plan.idle === true ? PLACE.idleProcess : PLACE.process;
  const stackStart = plan.stackStart ?? registers.rsp;
  const stack = Buffer.alloc(plan.stack.length * 8);
  plan.stack.forEach((value, index) => void stack.writeBigUInt64LE(BigInt.asUintN(64, value), index * 8));

  const pieces: Buffer[] = [];
  let length = 0x2080;
  const append = (piece: Buffer): number => {
    const padding = (8 - (length % 8)) % 8;
    pieces.push(Buffer.alloc(padding), piece);
    const offset = length + padding;
    length = offset + piece.length;
    return offset;
  };

  const unloadedTable = Buffer.alloc(8 + unloaded.length * 0x38);
  unloadedTable.writeBigUInt64LE(BigInt(unloaded.length), 0);
  unloaded.forEach(({ name, start, end }, index) => {
    const at = 8 + index * 0x38;
    unloadedTable.writeUInt16LE(Math.min(12, name.length) * 2, at);
    unloadedTable.writeUInt16LE(24, at + 2);
    unloadedTable.write(name.slice(0, 12), at + 0x10, 'utf16le');
    unloadedTable.writeBigUInt64LE(start, at + 0x28);
    unloadedTable.writeBigUInt64LE(end, at + 0x30);
  });
  const unloadedAt = append(unloadedTable);
  const processorAt = append(processorBlock(plan, thread));
  const processAt = append(processObject(plan));
  const threadAt = append(threadObject(plan, thread, owner));
  const stackAt = append(stack);
  const debuggerAt = append(debuggerData(build));
  const names = drivers.map(({ path }) => append(counted(path)));
  const list = Buffer.alloc(drivers.length * 0x90);
  drivers.forEach((driver, index) => {
    const at = index * 0x90;
    list.writeUInt32LE(names[index] ?? 0, at);
    list.writeBigUInt64LE(driver.base, at + 0x38);
    list.writeBigUInt64LE(driver.base + 0x1000n, at + 0x40);
    list.writeUInt32LE(driver.size, at + 0x48);
    list.writeUInt32LE(0x1234 + index, at + 0x80);
    list.writeUInt32LE(driver.timeDateStamp, at + 0x88);
  });
  const listAt = append(list);

  const processorTable = Buffer.alloc(32);
  processorTable.writeBigUInt64LE(PLACE.processor, (plan.processor ?? 1) * 8);
  const memory: (readonly [bigint, Buffer])[] = [
    [PLACE.nt + 0x310000n, processorTable],
    ...(plan.memory ?? []),
  ];
  const blocks = memory.map(([address, bytes]) => ({ address, size: bytes.length, offset: append(bytes) }));
  const table = Buffer.alloc(blocks.length * 16);
  blocks.forEach(({ address, offset, size }, index) => {
    table.writeBigUInt64LE(address, index * 16);
    table.writeUInt32LE(offset, index * 16 + 8);
    table.writeUInt32LE(size, index * 16 + 12);
  });
  const tableAt = append(table);
  const size = append(Buffer.from('TRGD', 'latin1')) + 4;

  const block = writer(0x80);
  const words: [number, number][] = [
    [0x04, size],
    [0x08, size - 4],
    [0x0c, 0x348],
    [0x10, 0xf00],
    [0x18, unloadedAt],
    [0x1c, processorAt],
    [0x20, processAt],
    [0x24, threadAt],
    [0x28, stackAt],
    [0x2c, stack.length],
    [0x30, listAt],
    [0x34, drivers.length],
    [0x44, plan.options],
    [0x70, debuggerAt],
    [0x74, build.debuggerDataSize],
    [0x78, tableAt],
    [0x7c, blocks.length],
  ];
  for (const [at, value] of words) block.u32(at, value);
  block.u64(0x48, stackStart);
  const chain = blobChain(plan);
  const total = BigInt(size + chain.length);
  // The older writer states more than it writes.
  const required = plan.options === 0xffffffff ? total + 0x3000n : total;
  return Buffer.concat([headerOf(plan, required), block.bytes, ...pieces, chain]);
}

/** A KTRAP_FRAME that was pushed onto a stack at `address`: the words from there to the interrupted stack pointer. */
export function trapFrameWords(
  address: bigint,
  {
    rip,
    rsp,
    cs = 0x10n,
    rbp = 0n,
  }: { readonly rip: bigint; readonly rsp?: bigint; readonly cs?: bigint; readonly rbp?: bigint },
): bigint[] {
  const words = Array.from({ length: 0x190 / 8 }, () => 0n);
  words[0x158 / 8] = rbp;
  words[0x168 / 8] = rip;
  words[0x170 / 8] = cs;
  words[0x178 / 8] = 0x10246n;
  words[0x180 / 8] = rsp ?? address + 0x190n;
  words[0x188 / 8] = cs === 0x33n ? 0x2bn : 0x18n;
  return words;
}
