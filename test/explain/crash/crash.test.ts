import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource, openFileSource } from '../../../src/binary/byte-source.ts';
import { openDump } from '../../../src/dump/open-dump.ts';
import { crashView, readCrash } from '../../../src/explain/crash/crash.ts';
import type { Crash } from '../../../src/explain/crash/crash-model.ts';
import { isMicrosoftName } from '../../../src/explain/crash/microsoft-drivers.ts';
import { readKernelObjects } from '../../../src/kernel/kernel-objects.ts';
import { formatFrame } from '../../../src/stack/named-frame.ts';
import { testDataFolder } from '../../support/test-data.ts';
import {
  crashes,
  IDLE_PLAN,
  KERNEL_GENERATED_PLAN,
  POWER_PLAN,
  SYSTEM_SERVICE_PLAN,
  THIRD_PARTY,
} from '../../synth/crash-catalog.ts';
import { crashDump } from '../../synth/crash-dumps.ts';

function crashOf(bytes: Buffer): Crash {
  const dump = openDump(bytesSource(bytes, 'crash.dmp'));
  const crash = readCrash(crashView(dump, readKernelObjects(dump)));
  if (crash === undefined) throw new Error('the dump is of no crash');
  return crash;
}

const textsOf = ({ parameters }: Crash) => parameters.map(({ kind, text }) => [kind, text]);

describe('the parameters of a bug check', () => {
  it('the parameters of a bug check are put into words: what was touched, at which IRQL, how and by which instruction', () => {
    expect(textsOf(crashOf(crashes.kernelGenerated()))).toEqual([
      ['Address', 'a null pointer plus 0x28'],
      ['Irql', 'DISPATCH_LEVEL'],
      ['Access', 'read'],
      ['Code', 'atikmdag+0x2783e'],
    ]);
  });

  it('the parameters of a bug check name the process or thread that they are the object of', () => {
    const plan = { ...SYSTEM_SERVICE_PLAN, code: 0xef, parameters: [0xffffe00011112040n, 0n, 0n, 0n] };
    expect(textsOf(crashOf(crashDump(plan)))[0]).toEqual(['Process', 'notmyfault64.e (3244)']);
    const other = { ...plan, parameters: [0xffffe00077777040n, 0n, 0n, 0n] };
    expect(textsOf(crashOf(crashDump(other)))[0]).toEqual(['Process', 'not in this dump']);
  });

  it('the parameters of a bug check follow the first where it selects the failure', () => {
    const crash = crashOf(crashDump(POWER_PLAN));
    expect(crash.parameters.map(({ kind }) => kind)).toEqual(['Subtype', 'Device', 'Object', 'Irp']);
    expect(textsOf(crash)[1]).toEqual(['Device', 'device of \\Driver\\atikmdag']);
  });

  it('the parameters of a bug check of the minidump form of a code are those of the code', () => {
    const plan = { ...KERNEL_GENERATED_PLAN, code: 0x100000d1 };
    expect(textsOf(crashOf(crashDump(plan)))).toEqual(textsOf(crashOf(crashes.kernelGenerated())));
  });

  it('the parameters of a bug check of a code that a driver defines are left alone', () => {
    const { summary, parameters } = crashOf(crashDump(IDLE_PLAN));
    expect(summary).toMatch(/driver defines this code/);
    expect(parameters).toEqual([]);
  });
});

describe('the stack of a crash', () => {
  it('the stack of a crash starts at the frame that the trap interrupted, with the registers of the trap', () => {
    const { stack, registers } = crashOf(crashes.wildJump());
    expect(stack?.source).toBe('TrapFrame');
    expect(stack?.frames.map(formatFrame)).toEqual([
      '0x4141414141414140',
      'win32k+0x57780 ?',
      'nt+0x15a5b3 ?',
    ]);
    expect(registers?.pc).toBe(0x4141414141414140n);
    expect(registers?.sp).toBe(stack?.frames[0]?.stackPointer);
  });

  it('the stack of a crash is whole where nothing faulted', () => {
    const { stack } = crashOf(crashes.systemService());
    expect(stack?.source).toBe('HeaderContext');
    expect(stack?.frames.map(formatFrame)).toEqual([
      'nt+0x3fd6f0',
      'nt+0x411aa9 ?',
      'nt+0x411951 (TrapFrame @ ffffd000`20305c80) ?',
    ]);
  });

  it('the stack of a crash names its processor and its thread', () => {
    expect(crashOf(crashes.idle())).toMatchObject({ processor: 1, thread: { processId: 0, threadId: 0 } });
    expect(crashOf(crashes.kernelGenerated())).toMatchObject({
      processor: 0,
      thread: { processId: 3244, threadId: 4536 },
    });
  });
});

describe('the suspect of a crash', () => {
  it('the suspect of a crash is the driver of the instruction that failed, which follows from a parameter', () => {
    expect(crashOf(crashes.kernelGenerated()).suspect).toMatchObject({
      file: 'atikmdag.sys',
      path: THIRD_PARTY.path,
      evidence: { class: 'Derived' },
    });
  });

  it('the suspect of a crash is the first driver on the stack that is not of Microsoft, a guess where frames are guessed', () => {
    expect(crashOf(crashes.idle()).suspect).toMatchObject({
      file: 'atikmdag.sys',
      place: 'atikmdag+0x2783e',
      evidence: { class: 'Guess' },
    });
  });

  it('the suspect of a crash is the driver of the device that holds a power request', () => {
    expect(crashOf(crashDump(POWER_PLAN)).suspect).toMatchObject({
      file: 'atikmdag.sys',
      evidence: { class: 'Derived' },
    });
  });

  it('the suspect of a crash is a driver that was unloaded when its code was run', () => {
    const parameters = [0x28n, 2n, 8n, 0xfffff80017001234n];
    expect(crashOf(crashDump({ ...KERNEL_GENERATED_PLAN, parameters })).suspect).toMatchObject({
      file: 'dump_storahc',
      reason: expect.stringContaining('unloaded'),
    });
  });

  it('the suspect of a crash is absent where only images of Microsoft took part, and where hardware or a person is the cause', () => {
    expect(crashOf(crashes.wildJump()).suspect).toBeUndefined();
    for (const code of [0x124, 0xe2])
      expect(crashOf(crashDump({ ...IDLE_PLAN, code })).suspect).toBeUndefined();
  });
});

describe('names of drivers', () => {
  it.each([
    '\\SystemRoot\\system32\\ntoskrnl.exe',
    'C:\\Windows\\System32\\drivers\\TCPIP.SYS',
    'dump_storahci.sys',
    'MpKsl0a1b2c3d.sys',
  ])('names of drivers show that %s is of Microsoft', (name) => expect(isMicrosoftName(name)).toBe(true));
  it.each([
    'nvlddmkm.sys',
    '\\SystemRoot\\System32\\drivers\\atikmdag.sys',
    'dump_iaStorAC.sys',
    'VBoxDrv.sys',
    'npcap.sys',
    '',
  ])('names of drivers do not show that %s is of Microsoft', (name) =>
    expect(isMicrosoftName(name)).toBe(false),
  );
});

const real = path.join(testDataFolder(), 'triage_x64.dmp');

describe.runIf(existsSync(real))('the crash of a real dump', () => {
  const source = openFileSource(real);
  const dump = openDump(source);
  const crash = readCrash(crashView(dump, readKernelObjects(dump)));

  it('the crash of a real dump is an access violation in amdppm, with its registers, in thread 264 on processor 0', () => {
    expect(crash).toMatchObject({
      processor: 0,
      thread: { processId: 4, threadId: 264 },
      exception: { code: 0xc0000005, address: 0xfffff8048b58334cn, place: 'amdppm+0x334c' },
      stack: { source: 'HeaderFault' },
    });
    // The first frame and stack pointer that another reader prints.
    expect(crash?.stack?.frames[0]).toMatchObject({
      address: 0xfffff8048b58334cn,
      stackPointer: 0xffff850429892120n,
    });
  });

  it('the crash of a real dump has no suspect: every driver on its stack is of Microsoft', () => {
    expect(crash?.suspect).toBeUndefined();
  });
});
