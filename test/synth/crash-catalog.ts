import {
  BUILD_9600,
  BUILD_26100,
  type CrashDriver,
  type CrashPlan,
  crashDump,
  NT,
  PLACE,
  trapFrameWords,
} from './crash-dumps.ts';

/** Crashes as they happen in the field, each with the stack that a reader must find. */

export const THIRD_PARTY: CrashDriver = {
  path: '\\SystemRoot\\System32\\drivers\\atikmdag.sys',
  base: 0xfffff80014a00000n,
  size: 0x1e00000,
  timeDateStamp: 0x5a0b_1c2d,
};
export const WIN32K: CrashDriver = {
  path: '\\SystemRoot\\System32\\win32k.sys',
  base: 0xfffff96000000000n,
  size: 0x400000,
  timeDateStamp: 0x5a0b_1c2e,
};
/** Stamps of reproducible builds are hashes. */
export const REPRODUCIBLE: CrashDriver = {
  path: '\\SystemRoot\\System32\\drivers\\tcpip.sys',
  base: 0xfffff80014600000n,
  size: 0x300000,
  timeDateStamp: 0xf3b1_77aa,
};
const DRIVERS = [NT, THIRD_PARTY, WIN32K, REPRODUCIBLE];

const KERNEL_GENERATED = 0x21808;
/** What an old file left on the disk: it starts like a blob header of an impossible size. */
const OLD_CONTENT = Buffer.from('6f6c6420636f6e74656e74206f6620746865206469736b'.repeat(40), 'hex');

const REGISTRY_TAG = '6C7AC389-4313-47DC-9F34-A8800A0FB56C';
const SMBIOS_TAG = 'BC5C008F-1E3A-44D7-988D-86F6884C6758';
const EVENT_LOG_TAG = '2B88B710-1C93-4F7C-B06C-655ECC50DECC';

/** A value of the registry as mssmbios stores it: sizes in bytes, texts in UTF-16 with their end. */
function registryValue(name: string, type: number, data: Buffer): Buffer {
  const text = Buffer.from(`${name}\0`, 'utf16le');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  const rest = Buffer.alloc(8);
  rest.writeUInt32LE(type, 0);
  rest.writeUInt32LE(data.length, 4);
  return Buffer.concat([size, text, rest, data]);
}

const dword = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

function smbiosStructure(type: number, fields: readonly number[], ...texts: string[]): Buffer {
  const head = Buffer.from([type, 4 + fields.length, type, 0, ...fields]);
  const strings = texts.length === 0 ? '\0\0' : `${texts.join('\0')}\0\0`;
  return Buffer.concat([head, Buffer.from(strings, 'latin1')]);
}

/** The serial numbers and names that must not leave the machine. */
export const SECRETS = ['SN-BOARD-4711', 'SN-SYSTEM-0815', 'S-1-5-21-1004336348'] as const;

/** The machine in the secondary data of a dump. */
export const MACHINE_BLOBS = [
  {
    tag: REGISTRY_TAG,
    data: Buffer.concat([
      registryValue('~MHz', 4, dword(3593)),
      registryValue(
        'ProcessorNameString',
        1,
        Buffer.from('AMD Ryzen 7 3700X 8-Core Processor   \0', 'utf16le'),
      ),
      registryValue('VendorIdentifier', 1, Buffer.from('AuthenticAMD\0', 'utf16le')),
    ]),
  },
  {
    tag: SMBIOS_TAG,
    data: (() => {
      const table = Buffer.concat([
        // BIOS: vendor 1, version 2, segment, release date 3.
        smbiosStructure(0, [1, 2, 0, 0xe0, 3, 0], 'American Megatrends Inc.', 'F50', '11/27/2019'),
        // System: manufacturer 1, product 2, version 0, serial 3.
        smbiosStructure(1, [1, 2, 0, 3], 'Gigabyte Technology Co., Ltd.', 'X570 AORUS ELITE', SECRETS[1]),
        // Board: manufacturer 1, product 2, version 3, serial 4.
        smbiosStructure(
          2,
          [1, 2, 3, 4],
          'Gigabyte Technology Co., Ltd.',
          'X570 AORUS ELITE',
          'x.x',
          SECRETS[0],
        ),
        // Two memory modules: 16384 MB, and the same by the extended size; and an empty slot.
        smbiosStructure(17, [...Array.from({ length: 8 }, () => 0), 0x00, 0x40]),
        smbiosStructure(17, [
          ...Array.from({ length: 8 }, () => 0),
          0xff,
          0x7f,
          ...Array.from({ length: 14 }, () => 0),
          0x00,
          0x40,
          0x00,
          0x00,
        ]),
        smbiosStructure(17, [...Array.from({ length: 8 }, () => 0), 0x00, 0x00]),
        smbiosStructure(127, []),
      ]);
      const head = Buffer.from([0, 3, 2, 0, 0, 0, 0, 0]);
      head.writeUInt32LE(table.length, 4);
      return Buffer.concat([head, table]);
    })(),
  },
  { tag: EVENT_LOG_TAG, data: Buffer.from(`EventLog of ${SECRETS[2]}`, 'utf16le') },
];

/** Calls on an interrupt stack: return addresses at 16-byte boundaries less 8, as calls leave them. */
function callStack(start: bigint, length: number, calls: ReadonlyArray<readonly [number, bigint]>): bigint[] {
  const words = Array.from({ length: length / 8 }, () => 0n);
  for (const [offset, address] of calls) {
    if ((start + BigInt(offset) + 8n) % 16n !== 0n) throw new RangeError(`no call returns at ${offset}`);
    words[offset / 8] = address;
  }
  return words;
}

const INTERRUPT_STACK = PLACE.interruptStackBase - 0x400n - 8n;

/** A crash in a deferred call on the processor's own stack, written by the kernel of Windows 11, with old content behind it. */
export const KERNEL_GENERATED_PLAN: CrashPlan = {
  build: BUILD_26100,
  code: 0xd1,
  parameters: [0x28n, 2n, 0n, THIRD_PARTY.base + 0x2783en],
  attributes: KERNEL_GENERATED,
  options: 0x41,
  registers: { rip: PLACE.nt + 0x3fd6f0n, rsp: INTERRUPT_STACK },
  stack: callStack(INTERRUPT_STACK, 0x400, [
    [0x0, PLACE.nt + 0x411aa9n],
    [0x40, PLACE.nt + 0x40d5e3n],
    [0x80, THIRD_PARTY.base + 0x2783en],
    [0xc0, PLACE.nt + 0x24a3d0n],
  ]),
  processName: 'notmyfault64.e',
  processId: 3244,
  threadId: 4536,
  processor: 0,
  drivers: DRIVERS,
  unloaded: [{ name: 'dump_storahci.sys', start: 0xfffff80017000000n, end: 0xfffff8001701f000n }],
  blobs: MACHINE_BLOBS,
  junk: OLD_CONTENT,
};

/** The idle thread of processor 1 in a deferred call of a display driver, which made its code up (Windows 8.1). */
export const IDLE_PLAN: CrashPlan = {
  ...KERNEL_GENERATED_PLAN,
  build: BUILD_9600,
  code: 0xa0000001,
  parameters: [5n, 0n, 0n, 0n],
  attributes: 0,
  options: 0xffffffff,
  registers: { rip: PLACE.nt + 0x14dba0n, rsp: INTERRUPT_STACK },
  stack: callStack(INTERRUPT_STACK, 0x400, [[0x0, THIRD_PARTY.base + 0x2783en]]),
  processName: 'System',
  processId: 4,
  processor: 1,
  idle: true,
  blobs: MACHINE_BLOBS.slice(0, 1),
};

const WILD_STACK = PLACE.threadStackBase - 0x1000n;
const WILD_FRAME = WILD_STACK + 0x80n;

/** A jump through a wild pointer on the thread's own stack: the trap frame is the one telling frame (Windows 8.1). */
export function wildJumpPlan(target: bigint): CrashPlan {
  return {
    build: BUILD_9600,
    code: 0x50,
    parameters: [target, 8n, target, 2n],
    attributes: 0,
    options: 0xffffffff,
    registers: { rip: PLACE.nt + 0x14dba0n, rsp: WILD_STACK },
    stack: [
      ...callStack(WILD_STACK, 0x80, [[0x8, PLACE.nt + 0x1d2345n]]),
      // The call left a stack pointer of 8 beyond a boundary, and the processor pushed from that boundary on.
      ...trapFrameWords(WILD_FRAME, { rip: target, rsp: WILD_FRAME + 0x198n }),
      0n,
      WIN32K.base + 0x57780n,
      ...callStack(WILD_FRAME + 0x1a0n, 0x200, [[0x18, PLACE.nt + 0x15a5b3n]]),
    ],
    kernelStack: 0xffffd00029999000n,
    drivers: DRIVERS,
  };
}

/** A system call that returned at a raised IRQL: the thread's stack leads to user mode. */
export const SYSTEM_SERVICE_PLAN: CrashPlan = {
  ...KERNEL_GENERATED_PLAN,
  code: 0x4a,
  parameters: [0x7ffe7350d0c4n, 2n, 0n, 0xffffa704eeb6bec0n],
  registers: { rip: PLACE.nt + 0x3fd6f0n, rsp: PLACE.threadStackBase - 0x400n - 8n },
  stack: [
    ...callStack(PLACE.threadStackBase - 0x400n - 8n, 0x88, [
      [0x0, PLACE.nt + 0x411aa9n],
      [0x40, PLACE.nt + 0x411951n],
    ]),
    ...trapFrameWords(PLACE.threadStackBase - 0x380n, { rip: 0x7ffe7350d0c4n, rsp: 0x31aff8n, cs: 0x33n }),
    ...Array.from({ length: 0x1f0 / 8 }, () => 0n),
  ],
};

const POWER_DEVICE = 0xffffe00055550000n;
const POWER_DRIVER = 0xffffe00055560000n;
const POWER_NAME = 0xffffe00055570000n;

/** A device that holds a power request: device object, driver object and its name are in the file. */
export const POWER_PLAN: CrashPlan = {
  ...IDLE_PLAN,
  code: 0x9f,
  parameters: [3n, POWER_DEVICE, PLACE.nt + 0x300000n, 0xffffe00055580000n],
  stack: callStack(INTERRUPT_STACK, 0x400, [[0x0, PLACE.nt + 0x24a3d0n]]),
  memory: (() => {
    const name = '\\Driver\\atikmdag';
    const device = Buffer.alloc(0x150);
    device.writeUInt16LE(3, 0);
    device.writeUInt16LE(0x150, 2);
    device.writeBigUInt64LE(POWER_DRIVER, 8);
    const driver = Buffer.alloc(0x150);
    driver.writeUInt16LE(4, 0);
    driver.writeUInt16LE(0x150, 2);
    driver.writeBigUInt64LE(THIRD_PARTY.base, 0x18);
    driver.writeUInt16LE(name.length * 2, 0x38);
    driver.writeUInt16LE(name.length * 2 + 2, 0x3a);
    driver.writeBigUInt64LE(POWER_NAME, 0x40);
    return [
      [POWER_DEVICE, device],
      [POWER_DRIVER, driver],
      [POWER_NAME, Buffer.from(`${name}\0`, 'utf16le')],
    ] as const;
  })(),
};

export const crashes = {
  kernelGenerated: () => crashDump(KERNEL_GENERATED_PLAN),
  idle: () => crashDump(IDLE_PLAN),
  wildJump: (target = 0x4141414141414140n) => crashDump(wildJumpPlan(target)),
  systemService: () => crashDump(SYSTEM_SERVICE_PLAN),
};
