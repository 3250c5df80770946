import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import type { Dump } from '../../src/dump/dump.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import type { StructureLayouts } from '../../src/kernel/layouts/structure-layouts.ts';
import { readProcessors } from '../../src/kernel/processors.ts';
import { type KernelBuild, X64_19041 } from '../../src/simulator/synth/builds.ts';
import { fullDump } from '../../src/simulator/synth/files/page-files.ts';
import { kernelTypeRecords } from '../../src/simulator/synth/images/kernel-types.ts';
import { typeStream } from '../../src/simulator/synth/images/pdb-types-writer.ts';
import { guardedLayouts, typedLayouts } from '../../src/symbols/types/structure-layouts.ts';
import { openTypeLibrary } from '../../src/symbols/types/type-library.ts';
import { headerFacts } from '../synth/header.ts';
import { kernelImage } from '../synth/kernel-image.ts';
import { MOVED } from '../synth/moved-build.ts';
import { physicalImage } from '../synth/physical-image.ts';
import { captureTriageDump } from '../synth/triage-dumps.ts';

const layoutsOf = (build: KernelBuild): StructureLayouts =>
  typedLayouts(openTypeLibrary(bytesSource(new Uint8Array(typeStream(kernelTypeRecords(build))))));

const kernel = kernelImage(MOVED);
const inside = kernel.processes[1]?.threads ?? [];
const triage = () => openDump(bytesSource(captureTriageDump(kernel, { threads: inside }), 'moved.dmp'));

function pages(of = kernel): Dump {
  const { frames, root } = physicalImage(of, 'x64');
  const header = headerFacts(of, { root });
  return openDump(bytesSource(new Uint8Array(fullDump(frames, header).buffer), 'moved.dmp'));
}

describe('a dump of a build whose fields are where no rule looks', () => {
  it('a dump of a build whose fields are where no rule looks gives threads without what the rules misplace, as long as there are no types', () => {
    const { threads } = readKernelObjects(triage());
    expect(threads).toHaveLength(inside.length);
    for (const { threadId, startAddress } of threads) {
      expect(threadId).toBeUndefined();
      expect(inside.map((truth) => truth.startAddress)).not.toContain(startAddress);
    }
  });

  it('a dump of a build whose fields are where no rule looks gives every field of its threads by the types of the build', () => {
    const { threads, layouts } = readKernelObjects(triage(), { types: layoutsOf(MOVED) });
    for (const truth of inside) {
      const found = threads.find(({ address }) => address === truth.address);
      expect(found).toMatchObject({
        threadId: truth.threadId,
        processId: truth.processId,
        basePriority: truth.basePriority,
        priority: truth.priority,
        startAddress: truth.startAddress,
        win32StartAddress: truth.win32StartAddress,
      });
    }
    expect(layouts?.thread.placed).toMatchObject({
      cid: { structure: '_ETHREAD', member: 'Cid', offset: 0x8e0, source: 'Types' },
      state: { structure: '_KTHREAD', member: 'State', offset: 0x184, source: 'DebuggerData' },
    });
  });

  it('a dump of a build whose fields are where no rule looks gives its processes and their threads by the types of the build', () => {
    const { processes, threads } = readKernelObjects(pages(), { types: layoutsOf(MOVED) });
    const names = kernel.processes.map(({ processId, name }) => `${processId} ${name}`);
    expect(processes.map(({ processId, name }) => `${processId} ${name}`)).toEqual(
      expect.arrayContaining(names),
    );
    for (const truth of kernel.processes.flatMap((each) => each.threads)) {
      const found = threads.find(({ address }) => address === truth.address);
      expect(found?.threadId).toBe(truth.threadId);
      expect(found?.evidence).toContain('ListWalk');
    }
  });

  it('a dump of a build whose fields are where no rule looks keeps to the debugger data where the types contradict it', () => {
    const wrong: KernelBuild = {
      ...MOVED,
      thread: { ...MOVED.thread, state: 0x10, stackBase: 0x18, waitReason: 0x20 },
    };
    const byTypes = readKernelObjects(triage(), { types: layoutsOf(MOVED) }).threads;
    expect(readKernelObjects(triage(), { types: layoutsOf(wrong) }).threads).toEqual(byTypes);
  });

  it('a dump of a build whose fields are where no rule looks goes on by the rules when the types turn out to be damaged', () => {
    const told: string[] = [];
    const damaged: StructureLayouts = guardedLayouts(
      () =>
        typedLayouts(
          openTypeLibrary(
            bytesSource(new Uint8Array(typeStream(kernelTypeRecords(MOVED))).fill(0xff, 56), 'nt.pdb'),
          ),
        ),
      ({ code }) => told.push(code),
    );
    expect(readKernelObjects(triage(), { types: damaged }).threads).toEqual(
      readKernelObjects(triage()).threads,
    );
    expect(told).toEqual(['SymbolsUnreadable']);
  });
});

describe('the processors of a dump whose debugger data lacks their fields', () => {
  const { processor } = X64_19041;
  const build: KernelBuild = {
    ...X64_19041,
    processor: { ...processor, currentThread: 0x48, idleThread: 0x58, number: 0x64, context: 0x70 },
  };
  // SizePrcb and the four OffsetPrcb… fields of KDDEBUGGER_DATA64 that a processor is read by, and KiProcessorBlock (wdbgexts.h).
  const FIELDS = [0x2b0, 0x2b4, 0x2be, 0x338, 0x350];
  const TABLE = [0x218, 0x21a, 0x21c, 0x21e];
  function kernelWithout(fields: readonly number[]) {
    const image = kernelImage(build);
    for (const field of fields) image.image.write(image.debuggerData + BigInt(field), new Uint8Array(2));
    return image;
  }
  const old = kernelWithout(FIELDS);
  const truth = old.processors.map((prcb, number) => ({
    number,
    prcb,
    context: prcb + BigInt(processor.stateContext),
  }));

  it('the processors of such a dump are read by the types of the build', () => {
    const found = readProcessors(pages(old), layoutsOf(build));
    expect(found).toMatchObject(truth);
    expect(found[0]?.currentThread).toBe(old.processes[0]?.threads[0]?.address);
  });

  it('the processors of such a triage dump without their table are found by the size that the types have', () => {
    const untabled = kernelWithout([...FIELDS, ...TABLE]);
    const threads = untabled.processes[1]?.threads ?? [];
    const dump = openDump(bytesSource(captureTriageDump(untabled, { threads }), 'old.dmp'));
    expect(readProcessors(dump, layoutsOf(build))).toMatchObject(truth);
    expect(readProcessors(dump)).toEqual([]);
  });

  it('no processor is read from such a dump without the types', () =>
    expect(readProcessors(pages(old))).toEqual([]));
});
