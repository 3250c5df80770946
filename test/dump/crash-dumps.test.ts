import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { dumpAttributes } from '../../src/dump/dump-header.ts';
import { completenessOf } from '../../src/dump/finding.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { originOf } from '../../src/dump/origin.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { dumpRecord } from '../../src/reading/records/dump-record.ts';
import { incompleteness } from '../../src/reading/sources/incompleteness.ts';
import { openedDumpFile } from '../../src/reading/sources/opened-dump.ts';
import { crashes, KERNEL_GENERATED_PLAN } from '../synth/crash-catalog.ts';
import { BUILD_9600, BUILD_26100, crashDump, PLACE } from '../synth/crash-dumps.ts';

/** A dump after everything of it was read, because reading adds to the findings. */
function opened(bytes: Buffer) {
  const dump = openDump(bytesSource(bytes, 'crash.dmp'));
  const record = dumpRecord(
    openedDumpFile(dump, 'crash.dmp', () => undefined),
    {},
  );
  return { dump, record, state: completenessOf(dump.findings.list).state };
}

describe('a triage dump that the kernel generated', () => {
  it('a triage dump that the kernel generated is whole: a blob header of zeros ends its chain, and old content of the disk follows', () => {
    const { dump, state, record } = opened(crashes.kernelGenerated());
    expect(state).toBe('Complete');
    expect(incompleteness(dump, 'crash.dmp')).toBeUndefined();
    expect(dump.secondaryData().map(({ tag, size }) => [tag, size])).toEqual(
      KERNEL_GENERATED_PLAN.blobs?.map(({ tag, data }) => [tag, data.length]),
    );
    expect(record).toMatchObject({ complete: true, windowsBuild: 26100 });
  });

  it('a triage dump that the kernel generated comes from a bug check, with and without secondary data', () => {
    const { blobs, junk, ...bare } = KERNEL_GENERATED_PLAN;
    for (const bytes of [crashes.kernelGenerated(), crashDump(bare)]) {
      const { dump, state } = opened(bytes);
      expect(originOf(dump)).toMatchObject({ kind: 'BugCheck' });
      expect(state).toBe('Complete');
    }
  });

  it('a triage dump that the kernel generated names every attribute bit that Windows 11 sets', () => {
    expect(dumpAttributes(opened(crashes.kernelGenerated()).dump.header)).toEqual([
      'KernelGeneratedTriageDump',
      'VirtualizationBasedSecurity',
      'DiagDataWrittenToHeader',
      'UnknownOfWindows11',
    ]);
  });

  it('a triage dump that the kernel generated is truncated where the file ends before the zeros, inside a blob and between two', () => {
    const whole = crashes.kernelGenerated();
    const [, , last] = opened(whole).dump.secondaryData();
    for (const end of [(last?.offset ?? 0) + 5, (last?.offset ?? 0) - 0x20])
      expect(opened(whole.subarray(0, end)).state).toBe('Truncated');
  });

  it('a truncated crash dump gets no advice to capture it again', () => {
    const { dump } = opened(crashes.kernelGenerated().subarray(0, 0x9000));
    expect(incompleteness(dump, 'crash.dmp')?.advice).toMatch(/machine that crashed/);
  });

  it('a triage dump that the kernel generated stays partial when the writer ran out of room', () => {
    const attributes = KERNEL_GENERATED_PLAN.attributes | 0x4;
    expect(opened(crashDump({ ...KERNEL_GENERATED_PLAN, attributes })).state).toBe('Partial');
  });

  it('a triage dump of the older writer is truncated when it ends inside a blob', () => {
    const plan = { ...KERNEL_GENERATED_PLAN, attributes: 0, options: 0xffffffff };
    const { junk, ...older } = plan;
    expect(opened(crashDump(older)).state).toBe('Complete');
    expect(opened(crashDump(older).subarray(0, -8)).state).toBe('Truncated');
  });
});

describe('the process of a crash', () => {
  it.each(['svchost.exe', 'lsass.exe', 'System', 'a.exe', 'abcdefghijklmn', 'WmiPrvSE.exe'])(
    'the process of a crash of Windows 8.1 is named %s in full',
    (processName) => {
      for (const build of [BUILD_9600, BUILD_26100]) {
        const { record } = opened(crashDump({ ...KERNEL_GENERATED_PLAN, build, processName }));
        expect(record.processes).toMatchObject([{ name: processName, processId: 3244 }]);
      }
    },
  );

  it('the process of a crash is Idle with the ids zero for the idle thread of a processor', () => {
    const { record } = opened(crashes.idle());
    expect(record.threads).toMatchObject([
      {
        processId: 0,
        threadId: 0,
        processName: 'Idle',
        processor: 1,
        evidence: expect.arrayContaining(['ProcessorIdle']),
      },
    ]);
    expect(record.processes).toMatchObject([{ name: 'System', processId: 4, threadCount: 0 }]);
  });

  it('the process of a crash is not called a thread in the words for captures', () => {
    const { objects } = (() => {
      const { dump } = opened(crashes.kernelGenerated());
      return { objects: readKernelObjects(dump) };
    })();
    const [thread] = objects.threads;
    const parameters = [thread?.address ?? 0n, 0n, 0n, 0n];
    expect(
      opened(crashDump({ ...KERNEL_GENERATED_PLAN, parameters })).record.bugCheckMeaning,
    ).toBeUndefined();
  });
});

describe('a thread whose saved stack pointer is stale', () => {
  it('a thread whose saved stack pointer is stale keeps the bounds of its stack', () => {
    const { record } = opened(crashes.wildJump());
    const [thread] = record.threads;
    expect(thread).toMatchObject({
      stackLimit: `0x${PLACE.threadStackLimit.toString(16)}`,
      stackBase: `0x${PLACE.threadStackBase.toString(16)}`,
    });
    expect(thread).not.toHaveProperty('kernelStack');
  });
});
