import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type ByteSource, openFileSource } from '../../../src/binary/byte-source.ts';
import { pdbStoreKey } from '../../../src/symbols/identity.ts';
import { pdbReferenceOf } from '../../../src/symbols/pe/debug-directory.ts';
import { fileVersion } from '../../../src/symbols/pe/file-version.ts';
import { openImage, openMappedImage, type PeImage } from '../../../src/symbols/pe/image.ts';
import { describeWith, sharedData } from '../../support/equipment.ts';

const DRIVER = path.join(sharedData, 'symbols', 'amdppm.sys', 'c9c030003b000', 'amdppm.sys');

describeWith(['shared-data', 'llvm'], 'the image of a real driver', () => {
  let image: PeImage;
  let llvm: string;
  beforeAll(() => {
    image = openImage(openFileSource(DRIVER));
    llvm = spawnSync('llvm-readobj', ['--file-headers', '--sections', '--coff-debug-directory', DRIVER], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    }).stdout;
  });
  const number = (field: string, text = llvm) =>
    Number(new RegExp(`\\b${field}: .*?(0x[0-9A-F]+|\\d+)\\)?$`, 'm').exec(text)?.[1]);

  it('the image of a real driver has the identity by which symbol stores file it', () => {
    expect(image.timeDateStamp.toString(16) + image.sizeOfImage.toString(16)).toBe('c9c030003b000');
  });

  it('the version of a real driver is that of its fixed file information', () => {
    // Microsoft Windows 10 2004, as the properties of the file show it.
    expect(fileVersion(image)).toBe('10.0.19041.1110');
  });

  it('the image of a real driver has the headers that llvm-readobj prints', () => {
    expect(image.machine).toBe('x64');
    expect(image.sizeOfImage).toBe(number('SizeOfImage'));
    expect(image.entryPoint).toBe(number('AddressOfEntryPoint'));
    expect(image.preferredBase).toBe(BigInt(number('ImageBase')));
    expect(image.directory('exception')).toEqual({
      rva: number('ExceptionTableRVA'),
      size: number('ExceptionTableSize'),
    });
    expect(image.directory('export')).toBeUndefined();
  });

  it('the image of a real driver has the sections that llvm-readobj prints', () => {
    const printed = [...llvm.matchAll(/Section \{\n[\s\S]*?\n {2}\}/g)].map(([text]) => ({
      name: /Name: (\S+)/.exec(text)?.[1],
      rva: number('VirtualAddress', text),
      virtualSize: number('VirtualSize', text),
      fileOffset: number('PointerToRawData', text),
      fileSize: number('RawDataSize', text),
      executable: text.includes('IMAGE_SCN_MEM_EXECUTE'),
    }));
    expect(printed.length).toBeGreaterThan(5);
    expect(image.sections).toEqual(printed);
  });

  it('the image of a real driver names its PDB', () => {
    const reference = pdbReferenceOf(image);
    expect(reference?.path).toBe('amdppm.pdb');
    // The folder of the PDB in the store is its GUID and age.
    expect(reference && pdbStoreKey(reference)).toBe('1C19FDDB27BB3399D9B45973EFEAFCF31');
  });

  it('the image of a real driver is read in a few small pieces', () => {
    const file = openFileSource(DRIVER);
    const reads: number[] = [];
    const counting: ByteSource = {
      ...file,
      read: (offset, length) => {
        reads.push(length);
        return file.read(offset, length);
      },
    };
    pdbReferenceOf(openImage(counting));
    expect(reads.length).toBeLessThan(12);
    expect(reads.reduce((sum, length) => sum + length, 0)).toBeLessThan(0x1000);
  });

  it('the image of a real driver is the same image when it is in memory at its RVAs', () => {
    const memory = new Uint8Array(image.sizeOfImage);
    memory.set(image.readFile?.(0, 0x400) ?? []);
    for (const section of image.sections) {
      const size = Math.min(section.fileSize, section.virtualSize);
      memory.set(image.readFile?.(section.fileOffset, size) ?? [], section.rva);
    }
    const mapped = openMappedImage('amdppm', (rva, length) =>
      rva + length <= memory.length ? memory.subarray(rva, rva + length) : undefined,
    );
    expect(mapped.sections).toEqual(image.sections);
    expect(pdbReferenceOf(mapped)).toEqual(pdbReferenceOf(image));
    const table = image.directory('exception') ?? { rva: 0, size: 0 };
    expect(mapped.read(table.rva, table.size)).toEqual(image.read(table.rva, table.size));
  });
});
