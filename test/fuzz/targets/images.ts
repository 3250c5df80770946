import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addressAt, virtualAddress } from '../../../src/binary/address.ts';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { orUndefined } from '../../../src/contract/failure.ts';
import { loadedImage } from '../../../src/simulator/images/loaded-images.ts';
import { MODULES } from '../../../src/simulator/images/modules.ts';
import { codeMapOf } from '../../../src/stack/code-map.ts';
import { moduleMap, type StackModule } from '../../../src/stack/modules.ts';
import { registersAt } from '../../../src/stack/registers.ts';
import { unwindDataOfImage } from '../../../src/stack/unwind-data.ts';
import { walkFrames } from '../../../src/stack/walk.ts';
import { moduleSymbols } from '../../../src/symbols/module-symbols.ts';
import { pdbReferenceOf } from '../../../src/symbols/pe/debug-directory.ts';
import { openExports } from '../../../src/symbols/pe/exports.ts';
import { fileVersion } from '../../../src/symbols/pe/file-version.ts';
import { openImage, openMappedImage } from '../../../src/symbols/pe/image.ts';
import { testDataFolder } from '../../support/test-data.ts';
import type { Place } from '../edits.ts';
import { hostileImage } from '../hostile/images.ts';
import type { Random } from '../random.ts';
import { type Target, wordPlaces } from '../target.ts';

const BASE = virtualAddress(0xfffff804_70000000n);
const STACK = virtualAddress(0xfffff905_20000000n);
const STACK_BYTES = 0x2000;

/** A stack that is full of return addresses into the image. */
function stackOf(size: number, random: Random): Uint8Array {
  const bytes = new Uint8Array(STACK_BYTES);
  const data = new DataView(bytes.buffer);
  for (let at = 0; at < STACK_BYTES; at += 8) {
    const isStack = random.oneIn(4);
    const value = isStack
      ? STACK + BigInt(random.below(STACK_BYTES) & ~7)
      : BASE + BigInt(random.below(size));
    data.setBigUint64(at, value, true);
  }
  return bytes;
}

function walk(
  machine: 'x64' | 'arm64',
  image: ReturnType<typeof openImage>,
  size: number,
  random: Random,
): string[] {
  const data = unwindDataOfImage(image, 'image');
  const module: StackModule = { name: 'fuzzed', base: BASE, size, unwindData: () => data };
  const stack = stackOf(size, random);
  const start = registersAt(
    machine,
    addressAt(BASE, random.below(size)),
    addressAt(STACK, random.below(64) * 8),
  );
  const { frames, end } = walkFrames(start, moduleMap([module]), (address, length) => {
    const offset = Number(address - STACK);
    return offset >= 0 && offset + length <= STACK_BYTES
      ? stack.subarray(offset, offset + length)
      : undefined;
  });
  const code = codeMapOf(data, undefined);
  const part = orUndefined(() => code?.at(random.below(size)));
  return [end, part?.kind ?? 'none', ...frames.slice(0, 8).map(({ foundBy }) => foundBy)];
}

function readImage(machine: 'x64' | 'arm64', bytes: Uint8Array, random: Random): string[] {
  const image = openImage(bytesSource(bytes, 'fuzzed.sys'));
  const size = Math.min(image.sizeOfImage || 1, 0x100_0000);
  const told: string[] = [];
  const ask = (question: () => unknown) =>
    orUndefined(question, (failure) => told.push(failure.message.replace(/\d+/g, '#').slice(0, 80)));
  ask(() => pdbReferenceOf(image));
  ask(() => fileVersion(image));
  ask(() => {
    const names = moduleSymbols({ exports: openExports(image) });
    for (let question = 0; question < 8; question++) names.nameOf(random.below(size), 'return');
    names.find('Ke*', 10);
  });
  ask(() =>
    openMappedImage('fuzzed.sys', (rva, length) =>
      rva + length <= bytes.length ? bytes.subarray(rva, rva + length) : undefined,
    ),
  );
  return [...told, ...walk(machine, image, size, random)];
}

/** Headers and section table, and the heads of pages behind them: tables begin there. */
function imagePlaces(bytes: Uint8Array): Place[] {
  const heads = Array.from({ length: 64 }, (_, index) =>
    wordPlaces(0x400 + index * 0x1000, 0x420 + index * 0x1000),
  );
  return [...wordPlaces(0x3c, 0x300), ...heads.flat()].filter(({ at }) => at + 4 <= bytes.length);
}

const REAL_IMAGE = path.join(testDataFolder(), 'symbols', 'amdppm.sys', 'c9c030003b000', 'amdppm.sys');

export const peTarget: Target = {
  name: 'pe',
  bases() {
    const simulated = MODULES.slice(0, 4).map((module) => ({
      name: module.file,
      bytes: Uint8Array.from(loadedImage(module).file).subarray(0, 0x40000),
    }));
    const real = existsSync(REAL_IMAGE) ? [{ name: 'amdppm.sys', bytes: readFileSync(REAL_IMAGE) }] : [];
    return [...simulated, ...real].map(({ name, bytes }) => ({ name, bytes, places: imagePlaces(bytes) }));
  },
  run: (bytes, random) => readImage('x64', bytes, random),
};

/** An image with functions of each form of ARM64 unwind data, laid out as in a file. */
function arm64Image(): Uint8Array {
  const bytes = 0x8000;
  const image = hostileImage({
    machine: 0xaa64,
    bytes,
    sections: [
      { rva: 0x1000, size: 0x2000, executable: true },
      { rva: 0x3000, size: 0x5000, executable: false },
    ],
    directories: { 3: { rva: 0x3000, size: 8 * 8 } },
  });
  // The file is the image: every section is at its RVA.
  image.u32(0x80 + 24 + 240 + 20, 0x1000).u32(0x80 + 24 + 240 + 40 + 20, 0x3000);
  for (let index = 0; index < 8; index++) {
    const isPacked = index % 3 === 2;
    const at = 0x4000 + index * 0x100;
    image
      .u32(0x3000 + index * 8, 0x1000 + index * 0x100)
      .u32(0x3004 + index * 8, isPacked ? 1 | (0x20 << 2) | (index << 16) | (3 << 21) | (2 << 23) : at);
    if (isPacked) continue;
    const codes = [
      0xe1, 0xd1, 0x02, 0xc8, 0x42, 0x87, 0xe4, 0xe3, 0x04, 0x81, 0xe6, 0xe5, 0xfc, 0xe4, 0xe4, 0xe4,
    ];
    image
      .u32(at, 0x40 | (2 << 22) | (4 << 27))
      .u32(at + 4, 0x20)
      .u32(at + 8, 0x30 | (7 << 22));
    for (const [offset, code] of codes.entries()) image.u8(at + 12 + offset, code);
  }
  return image.bytes;
}

/** A function of ARM64 and pieces that were split off it: each branches into its middle, into the next piece, or goes on to that. */
function arm64Fragments(): Uint8Array {
  const image = hostileImage({
    machine: 0xaa64,
    bytes: 0x6000,
    sections: [
      { rva: 0x1000, size: 0x2000, executable: true },
      { rva: 0x3000, size: 0x3000, executable: false },
    ],
    directories: { 3: { rva: 0x3000, size: 8 * 8 } },
  });
  image.u32(0x80 + 24 + 240 + 20, 0x1000).u32(0x80 + 24 + 240 + 40 + 20, 0x3000);
  for (let index = 0; index < 8; index++) {
    const begin = 0x1000 + index * 0x400;
    const at = 0x4000 + index * 0x100;
    image.u32(0x3000 + index * 8, begin).u32(0x3004 + index * 8, at);
    image.u32(at, 0x100 | (1 << 21) | (1 << 27));
    const codes = index === 0 ? [0x81, 0xe4, 0xe4, 0xe4] : [0xe5, 0x81, 0xe4, 0xe4];
    for (const [offset, code] of codes.entries()) image.u8(at + 4 + offset, code);
    for (let offset = 0; offset < 0x400; offset += 4) image.u32(begin + offset, 0xd503_201f);
    const target = index % 3 === 1 ? 0x1100 - begin : index % 3 === 2 ? 0x500 : undefined;
    if (target !== undefined) image.u32(begin + 0x40, 0x1400_0000 | ((target >> 2) & 0x03ff_ffff));
  }
  return image.bytes;
}

export const arm64Target: Target = {
  name: 'arm64',
  bases: () => [
    {
      name: 'fragments',
      bytes: arm64Fragments(),
      places: [...wordPlaces(0x3000, 0x3040), ...wordPlaces(0x4000, 0x4720), ...wordPlaces(0x1000, 0x3000)],
    },
    {
      name: 'functions',
      bytes: arm64Image(),
      places: [...wordPlaces(0x3000, 0x3040), ...wordPlaces(0x4000, 0x4720, 1)],
    },
  ],
  run: (bytes, random) => readImage('arm64', bytes, random),
};
