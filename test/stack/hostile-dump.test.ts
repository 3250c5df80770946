import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { Failure } from '../../src/contract/failure.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { simulatedImages } from '../../src/simulator/simulated-images.ts';
import { MOST_STACK_FRAMES } from '../../src/stack/frame.ts';
import { stackReader } from '../../src/stack/kernel-stacks.ts';
import type { ModuleFileFinder } from '../../src/stack/module-files.ts';
import { openPdb } from '../../src/symbols/pdb/pdb-file.ts';
import { pdbReferenceOf } from '../../src/symbols/pe/debug-directory.ts';
import { openImage } from '../../src/symbols/pe/image.ts';
import { captureThreads } from '../simulator/capture.ts';

const images = simulatedImages();

interface Change {
  readonly at: number;
  readonly value: number;
}

const changes = (size: number, most: number) =>
  fc.array(fc.record({ at: fc.nat(size - 1), value: fc.nat(255) }), {
    minLength: Math.floor(most / 8),
    maxLength: most,
  });

function changed(bytes: Uint8Array, list: readonly Change[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const { at, value } of list) if (at < copy.length) copy[at] = value;
  return copy;
}

/** Every driver has the same damage in its image and its PDB. */
function damagedFiles(damage: readonly Change[]): ModuleFileFinder {
  return {
    find(driver) {
      const name = driver.path.slice(driver.path.lastIndexOf('\\') + 1);
      const bytes = images.open(name, driver.timeDateStamp, driver.size);
      if (bytes === undefined) return {};
      const reference = pdbReferenceOf(openImage(bytesSource(bytes)));
      const pdb = reference && images.pdb(reference.path, reference.guid, reference.age);
      const attempt = <T>(open: () => T): T | undefined => {
        try {
          return open();
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Failure);
          return undefined;
        }
      };
      const image = attempt(() => openImage(bytesSource(changed(bytes, damage), name)));
      const opened = pdb && attempt(() => openPdb(bytesSource(changed(pdb, damage), `${name} PDB`)));
      return { ...(image && { image }), ...(opened && { pdb: opened }) };
    },
  };
}

describe('stacks of damaged dumps, with damaged images and PDBs', () => {
  let capture: Uint8Array;
  beforeAll(async () => {
    capture = (await captureThreads('w3wp-oplock', [0, 1, 2, 3])).answer.bytes;
  });

  it('stacks of damaged dumps, with damaged images and PDBs, come out bounded, or the file is refused with a reason', () => {
    const header = fc.array(fc.record({ at: fc.nat(0x2080), value: fc.nat(255) }), { maxLength: 3 });
    fc.assert(
      fc.property(header, changes(capture.length, 6000), changes(0x8000, 400), (front, inside, files) => {
        const bytes = changed(changed(capture, inside), front);
        try {
          const dump = openDump(bytesSource(bytes, 'damaged'));
          const { threads, processors } = readKernelObjects(dump);
          const reader = stackReader(dump, processors, { finder: damagedFiles(files) });
          for (const thread of threads.slice(0, 8)) {
            const { frames, end } = reader.read(thread);
            expect(frames.length).toBeLessThanOrEqual(MOST_STACK_FRAMES);
            expect(end).toMatch(/^\w+$/);
          }
        } catch (thrown) {
          if (!(thrown instanceof Failure)) throw thrown;
          expect(thrown.code).not.toBe('Internal');
        }
      }),
      { numRuns: 80 },
    );
  });
});
