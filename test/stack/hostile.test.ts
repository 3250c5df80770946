import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressAt, virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { Failure } from '../../src/contract/failure.ts';
import { MOST_STACK_FRAMES, type StackWalk } from '../../src/stack/frame.ts';
import type { ReadMemory } from '../../src/stack/memory.ts';
import { moduleMap, type StackModule } from '../../src/stack/modules.ts';
import { unwindDataOfImage } from '../../src/stack/unwind-data.ts';
import { walkFrames } from '../../src/stack/walk.ts';
import { pdbReferenceOf } from '../../src/symbols/pe/debug-directory.ts';
import { openExports } from '../../src/symbols/pe/exports.ts';
import { openImage, type PeImage } from '../../src/symbols/pe/image.ts';
import { describeWith } from '../support/equipment.ts';
import { buildSubject } from './oracle/build.ts';

const STACK = virtualAddress(0xffff8000_00100000n);
const BASE = virtualAddress(0xfffff800_00000000n);
const SLOTS = 512;

interface Change {
  readonly at: number;
  readonly value: number;
}

/** Images with a few bytes changed, mostly where structures are: headers, function table, unwind information. */
function changesOf(size: number): fc.Arbitrary<Change[]> {
  const place = fc.oneof(
    fc.nat(0x400),
    fc.nat(size - 1),
    fc.integer({ min: Math.floor(size / 2), max: size - 1 }),
  );
  const value = fc.oneof(fc.nat(255), fc.constantFrom(0, 0xff, 0x7f, 0x80));
  return fc.array(fc.record({ at: place, value }), { minLength: 1, maxLength: 24 });
}

/** Stacks of values that matter to an unwinder: code, stack, small numbers, anything. */
function stackOf(imageSize: number): fc.Arbitrary<bigint[]> {
  const slot = fc.oneof(
    fc.nat(imageSize).map((rva) => addressAt(BASE, rva)),
    fc.nat(SLOTS * 8).map((offset) => addressAt(STACK, offset)),
    fc.constantFrom(0n, 0x10n, 0x18n, 0x33n, 0x2bn, 0x246n),
    fc.bigInt({ min: 0n, max: 0xffffffff_ffffffffn }),
  );
  return fc.array(slot, { minLength: SLOTS, maxLength: SLOTS });
}

describeWith(['clang'], 'hostile input', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-hostile-'));
  const images = new Map<'x64' | 'arm64', Uint8Array>();
  beforeAll(() => {
    for (const machine of ['x64', 'arm64'] as const)
      images.set(machine, readFileSync(buildSubject(folder, ['-O2'], machine)));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const original = (machine: 'x64' | 'arm64') => images.get(machine) ?? new Uint8Array();

  function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
    const copy = Uint8Array.from(bytes);
    for (const { at, value } of changes) copy[at] = value;
    return copy;
  }

  /** Every byte that the walk asks for is counted: bounded work, whatever the input. */
  function walk(machine: 'x64' | 'arm64', image: PeImage | undefined, stack: readonly bigint[], rva: number) {
    let reads = 0;
    const read: ReadMemory = (address, length) => {
      reads++;
      const start = Number(address - STACK);
      if (address < STACK || start % 8 !== 0 || start + length > SLOTS * 8) return undefined;
      const bytes = new Uint8Array(length);
      const view = new DataView(bytes.buffer);
      for (let offset = 0; offset + 8 <= length; offset += 8)
        view.setBigUint64(offset, stack[(start + offset) / 8] ?? 0n, true);
      return bytes;
    };
    const data = image && unwindDataOfImage(image, 'image');
    const module: StackModule = { name: 'hostile', base: BASE, size: 0x10000, unwindData: () => data };
    const general = Array.from({ length: 31 }, (_, index) => addressAt(STACK, index * 64));
    const registers = { machine, pc: addressAt(BASE, rva), sp: STACK, general } as const;
    const result = walkFrames(registers, moduleMap([module]), read);
    return { result, reads };
  }

  function expectBounded({ result, reads }: { result: StackWalk; reads: number }): void {
    expect(result.frames.length).toBeLessThanOrEqual(MOST_STACK_FRAMES);
    // Each gap may scan the stack once, and each hit of a scan may be tried by a few steps.
    expect(reads).toBeLessThan(MOST_STACK_FRAMES * SLOTS * 64);
    const places = result.frames
      .filter(({ foundBy }) => foundBy !== 'scan')
      .map(({ pc, sp }) => `${pc}:${sp}`);
    expect(new Set(places).size).toBe(places.length);
  }

  it.each(['x64', 'arm64'] as const)(
    'a changed %s image is refused or read, and never makes a walk run away',
    (machine) => {
      const bytes = original(machine);
      fc.assert(
        fc.property(
          changesOf(bytes.length),
          stackOf(0x6000),
          fc.integer({ min: 0x1000, max: 0x2000 }),
          fc.option(fc.nat(bytes.length)),
          (changes, stack, rva, end) => {
            const source = bytesSource(changed(bytes, changes).subarray(0, end ?? bytes.length));
            let image: PeImage;
            try {
              image = openImage(source);
            } catch (thrown) {
              expect((thrown as Failure).code).toBe('ImageUnreadable');
              return;
            }
            expectBounded(walk(machine, image, stack, rva));
            pdbReferenceOf(image);
            try {
              let names = 0;
              for (const { name } of openExports(image).symbols()) names += name.length;
              expect(names).toBeLessThan(0x10000 * 0x1000);
            } catch (thrown) {
              expect(thrown).toBeInstanceOf(Failure);
            }
          },
        ),
        { numRuns: 400 },
      );
    },
  );

  it.each(['x64', 'arm64'] as const)('a hostile %s stack ends with a reason and within bounds', (machine) => {
    const image = openImage(bytesSource(original(machine)));
    fc.assert(
      fc.property(
        stackOf(0x6000),
        fc.integer({ min: 0x1000, max: 0x2000 }),
        fc.boolean(),
        (stack, rva, known) => {
          const walked = walk(machine, known ? image : undefined, stack, rva);
          expectBounded(walked);
          expect(walked.result.end).toMatch(/^[a-zA-Z]+$/);
        },
      ),
      { numRuns: 200 },
    );
  });
});
