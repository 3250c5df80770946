import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import type { LoadedDriver } from '../../src/dump/modules.ts';
import { kernelImages } from '../../src/simulator/images/kernel-images.ts';
import { driverFile, symbolFiles } from '../../src/stack/symbol-files.ts';
import { openImage } from '../../src/symbols/pe/image.ts';
import { searchPaths } from '../../src/symbols/store/path-sources.ts';
import { symbolLibrary } from '../../src/symbols/symbol-library.ts';

const [image] = kernelImages();
if (image === undefined) throw new Error('the simulated kernel has no images');
const driver: LoadedDriver = {
  path: image.module.path,
  base: image.base,
  entryPoint: virtualAddress(0n),
  size: image.imageSize,
  checkSum: image.checkSum,
  timeDateStamp: image.timeDateStamp,
};
const store = path.join(tmpdir(), 'ktriage-no-such-store');
const libraryOver = (builtIn?: (name: string) => Uint8Array | undefined) =>
  symbolLibrary({
    paths: searchPaths({ symbolPath: `srv*${store}`, imagePath: '' }, {}, ''),
    environment: {},
    ...(builtIn && { builtIn: ({ name }) => builtIn(name) }),
  });

describe('what is missing for a driver', () => {
  it('what is missing for a driver is reported for drivers that were asked for, with the folder that was looked in', () => {
    const files = symbolFiles({ library: libraryOver() });
    expect(files.noticeOf(driver)).toBeUndefined();
    expect(files.find(driver, undefined)).toMatchObject({ missing: expect.anything() });
    expect(files.noticeOf(driver)?.message).toContain(path.join(store, image.module.file));
  });

  it('what is missing for a driver is only the PDB where a manifest names it and the dump holds the image', async () => {
    const recordedPdb = () => ({ path: image.module.pdbName, guid: image.guid, age: image.age });
    const bare = symbolFiles({ library: libraryOver(), recordedPdb });
    await bare.fetch?.(driver, undefined);
    expect(bare.noticeOf(driver)?.message).toContain(path.join(store, image.module.pdbName));
    const library = libraryOver((name) => (name === image.module.pdbName ? image.pdb() : undefined));
    const files = symbolFiles({ library, recordedPdb });
    expect(files.find(driver, undefined).pdb?.identity).toEqual({ guid: image.guid, age: image.age });
    expect(files.noticeOf(driver)).toBeUndefined();
  });
});

describe('a manifest that names another PDB than the image in the dump', () => {
  it('a manifest that names another PDB than the image in the dump is reported once, with both, and the dump is believed', () => {
    const told: string[] = [];
    const files = symbolFiles({
      library: libraryOver((name) => (name === image.module.pdbName ? image.pdb() : undefined)),
      recordedPdb: () => ({ path: 'other.pdb', guid: '00000000000000000000000000000001', age: 7 }),
      onContradiction: (_, message) => told.push(message),
    });
    const inMemory = openImage(bytesSource(image.file, 'memory'));
    for (let times = 0; times < 2; times++) {
      expect(files.find(driver, inMemory).pdb?.identity).toEqual({ guid: image.guid, age: image.age });
    }
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('00000000000000000000000000000001 age 7');
    expect(told[0]).toContain(`${image.guid} age ${image.age}`);
  });
});

describe('the file of a driver on the machine that loaded it', () => {
  it.each([
    ['\\SystemRoot\\system32\\ntoskrnl.exe', 'D:\\Windows\\system32\\ntoskrnl.exe'],
    ['\\??\\C:\\tools\\x.sys', 'C:\\tools\\x.sys'],
    ['\\??\\UNC\\host\\share\\x.sys', undefined],
    ['\\\\host\\share\\x.sys', undefined],
    ['\\Device\\HarddiskVolume3\\x.sys', undefined],
    ['x.sys', undefined],
  ])('the file of a driver on the machine that loaded it: %s is %s', (recorded, file) =>
    expect(driverFile(recorded, 'D:\\Windows')).toBe(file),
  );
});
