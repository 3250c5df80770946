import { performance } from 'node:perf_hooks';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { baseName } from '../../src/dump/modules.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { isRefusal } from '../../src/machine/port.ts';
import { simulatedImages } from '../../src/simulator/simulated-images.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';
import { stackReader } from '../../src/stack/kernel-stacks.ts';
import type { ModuleFileFinder } from '../../src/stack/module-files.ts';
import { openPdb } from '../../src/symbols/pdb/pdb-file.ts';
import { pdbReferenceOf } from '../../src/symbols/pe/debug-directory.ts';
import { openImage } from '../../src/symbols/pe/image.ts';
import { type Figures, median } from './measure.ts';

const THREADS = 16;
const ROUNDS = 20;

/** A triage dump of threads of the busy worker. */
async function capture(): Promise<Uint8Array> {
  const machine = createSimulatedMachine('w3wp-oplock');
  const worker = machine.processes().find(({ name }) => name === 'w3wp.exe');
  const session = machine.openSession('capture');
  const threads = (worker?.threads ?? []).slice(0, THREADS).flatMap(({ threadId, createTime }) => {
    const opened = session.open({ processId: worker?.processId ?? 0, threadId, createTime });
    return isRefusal(opened) ? [] : [opened];
  });
  const bugCheckParameters = [0n, 0n, 0n, 0n] as const;
  const { bytes } = await session.captureTriage({ threads, bugCheckCode: 0x69696969, bugCheckParameters });
  session.close();
  return bytes;
}

function files(): ModuleFileFinder {
  const images = simulatedImages();
  return {
    find(driver) {
      const name = baseName(driver.path);
      const bytes = images.open(name, driver.timeDateStamp, driver.size);
      if (bytes === undefined) return {};
      const image = openImage(bytesSource(bytes, name));
      const reference = pdbReferenceOf(image);
      const pdb = reference && images.pdb(reference.path, reference.guid, reference.age);
      return { image, ...(pdb && { pdb: openPdb(bytesSource(pdb, name)) }) };
    },
  };
}

/** Every thread of a triage dump walked and named, once its images and PDBs are open. */
export const warmStacks: Figures = {
  name: `stacks of ${THREADS} captured threads, symbols warm`,
  async measure() {
    const dump = openDump(bytesSource(await capture(), 'capture'));
    const { threads, processors } = readKernelObjects(dump);
    const reader = stackReader(dump, processors, { finder: files() });
    let frames = 0;
    const times = Array.from({ length: ROUNDS }, () => {
      const begun = performance.now();
      frames = threads.reduce((sum, thread) => sum + reader.read(thread).frames.length, 0);
      return performance.now() - begun;
    });
    return [
      { what: `${frames} frames`, value: median(times), unit: 'ms', goal: 20 },
      { what: 'first time', value: times[0] ?? Number.NaN, unit: 'ms' },
    ];
  },
};
