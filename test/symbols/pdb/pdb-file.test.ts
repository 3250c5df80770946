import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type ByteSource, bytesSource, openFileSource } from '../../../src/binary/byte-source.ts';
import { openPdb, openPdbFile, type Pdb } from '../../../src/symbols/pdb/pdb-file.ts';
import { undecorate } from '../../../src/symbols/undecorate/undecorate.ts';
import { describeWith, sharedData } from '../../support/equipment.ts';
import { nameByLlvm } from '../undecorate/llvm-undname.ts';
import { type LinkedImage, linkImage } from './lld-images.ts';
import { type OraclePdb, placedPublics, proceduresByLlvm, readWithLlvm } from './llvm-pdbutil.ts';

/** A function that no public symbol names. */
interface HiddenFunction {
  readonly name: string;
  readonly rva: number;
  readonly size: number;
}

/** The functions of full debug information that are not public, by llvm-pdbutil. */
function hiddenFunctions(file: string, { publics, sections }: OraclePdb): HiddenFunction[] {
  return proceduresByLlvm(file)
    .filter(
      ({ segment, offset }) => !publics.some((each) => each.segment === segment && each.offset === offset),
    )
    .map(({ name, segment, offset, size }) => ({
      name,
      rva: (sections[segment - 1]?.rva ?? 0) + offset,
      size,
    }));
}

function expectSameSymbols(pdb: Pdb, oracle: OraclePdb, hidden: readonly HiddenFunction[] = []): void {
  const expected = [...placedPublics(oracle), ...hidden];
  expect(expected.length).toBeGreaterThan(100);
  const spell = (symbol: { name: string; rva: number }) => `${symbol.rva.toString(16)} ${symbol.name}`;
  expect([...pdb.symbols()].map(spell).sort()).toEqual(expected.map(spell).sort());
  for (const symbol of expected) {
    expect(pdb.named(symbol.name).map(({ rva }) => rva)).toContain(symbol.rva);
  }
}

/** For addresses all over the image: the nearest symbol at or below in the same section, worked out the slow way. */
function expectNearest(pdb: Pdb, oracle: OraclePdb, hidden: readonly HiddenFunction[] = []): void {
  const symbols = placedPublics(oracle);
  for (const [index, section] of oracle.sections.entries()) {
    const inside = symbols.filter((_, at) => {
      const place = oracle.publics.filter(({ segment }) => oracle.sections[segment - 1] !== undefined)[at];
      return place?.segment === index + 1;
    });
    for (let rva = section.rva; rva < section.rva + section.size; rva += 37) {
      const best = Math.max(...inside.filter((symbol) => symbol.rva <= rva).map((symbol) => symbol.rva));
      const found = pdb.nearest(rva);
      const covering = hidden.find(({ rva: start, size }) => rva >= start && rva < start + size);
      if (covering !== undefined) {
        expect(found).toMatchObject({ name: covering.name, rva: covering.rva });
        continue;
      }
      expect(found?.rva ?? Number.NEGATIVE_INFINITY).toBe(best);
      if (found) expect(symbols.some(({ name, rva: at }) => name === found.name && at === best)).toBe(true);
    }
  }
}

describeWith(['shared-data', 'llvm'], 'the public PDB of a Windows driver', () => {
  const file = path.join(
    sharedData,
    'symbols',
    'amdppm.pdb',
    '1C19FDDB27BB3399D9B45973EFEAFCF31',
    'amdppm.pdb',
  );
  const oracle = readWithLlvm(file);
  // Microsoft leaves a few in the PDBs of its symbol server.
  const hidden = hiddenFunctions(file, oracle);
  const pdb = openPdbFile(file);
  afterAll(() => pdb.close());

  it('the public PDB of a Windows driver is identified by its GUID and the age of the DBI stream, not of the info stream', () => {
    expect(pdb.identity).toEqual({ guid: oracle.guid, age: 1 });
    expect(pdb.identity.guid).toBe('1C19FDDB27BB3399D9B45973EFEAFCF3');
  });

  it('the public PDB of a Windows driver has the symbols that llvm-pdbutil lists', () =>
    expectSameSymbols(pdb, oracle, hidden));

  it('the public PDB of a Windows driver finds the nearest symbol of any address', () =>
    expectNearest(pdb, oracle, hidden));

  it('the public PDB of a Windows driver has C++ names that reduce to the output of llvm-undname', () => {
    const decorated = oracle.publics.filter(({ name }) => /^\?(?!\?_C@)/.test(name));
    expect(decorated.length).toBeGreaterThan(5);
    for (const { name } of decorated) expect(undecorate(name)).toBe(nameByLlvm(name));
  });

  it.each([
    [0x334c, 'WriteIoMemRawEx', 112],
    [0x313f, 'WriteGenAddrEx', 107],
    [0x3234, 'WriteGenAddrMaybeHiddenEx', 24],
    [0x20e8f, 'InitAcpiCpc', 791],
    [0x283f6, 'ProcLibDeviceStart', 2182],
    [0x1f852, 'EvtDevicePrepareHardware', 210],
  ])(
    'the public PDB of a Windows driver names RVA %i as another reader named the frames of a real dump',
    (rva, name, offset) => {
      const symbol = pdb.nearest(rva - 1);
      expect(symbol?.name).toBe(name);
      expect(rva - (symbol?.rva ?? 0)).toBe(offset);
    },
  );

  it('the public PDB of a Windows driver holds the .pdata and .xdata of the image, byte for byte', () => {
    const image = readFileSync(path.join(sharedData, 'symbols', 'amdppm.sys', 'c9c030003b000', 'amdppm.sys'));
    const copies = pdb.unwindCopies();
    // .pdata is section 4 (RVA 0x19000, raw 0x12400); .xdata is inside .rdata (RVA 0xF000, raw 0xE400).
    const pdataAt = 0x12400;
    const xdataAt = (copies?.xdata.rva ?? 0) - 0xf000 + 0xe400;
    expect(copies?.pdata.rva).toBe(0x19000);
    expect(Buffer.from(copies?.pdata.bytes ?? []).equals(image.subarray(pdataAt, pdataAt + 519 * 12))).toBe(
      true,
    );
    const xdata = Buffer.from(copies?.xdata.bytes ?? []);
    expect(xdata.length).toBe(0x19b0);
    expect(xdata.equals(image.subarray(xdataAt, xdataAt + xdata.length))).toBe(true);
  });

  it('the public PDB of a Windows driver costs little for one name: a small part of the file is read', () => {
    const whole = openFileSource(file);
    let touched = 0;
    const counting: ByteSource = {
      ...whole,
      read: (offset, length) => {
        touched += length;
        return whole.read(offset, length);
      },
    };
    expect(openPdb(counting).nearest(0x334b)?.name).toBe('WriteIoMemRawEx');
    whole.close();
    expect(touched).toBeLessThan(whole.size / 10);
  });
});

/** Bytes that are read of an open PDB to look for a name. */
function bytesToLookFor(name: string, bytes: Buffer): number {
  const source = bytesSource(bytes, 'sample.pdb');
  let read = 0;
  const counting = {
    ...source,
    read(offset: number, length: number) {
      read += length;
      return source.read(offset, length);
    },
  };
  const pdb = openPdb(counting);
  const before = read;
  expect(pdb.named(name)).toEqual([]);
  return read - before;
}

describeWith(['clang', 'llvm'], 'a PDB that lld-link wrote', () => {
  const images: Array<LinkedImage & { remove(): void }> = [];
  afterAll(() => {
    for (const image of images) image.remove();
  });

  it.each([[[]], [['/pdbpagesize:8192']], [['/opt:icf']]])(
    'a PDB that lld-link wrote with %s has the symbols of llvm-pdbutil',
    (options) => {
      const image = linkImage(options);
      images.push(image);
      const oracle = readWithLlvm(image.pdbPath);
      const pdb = openPdb(bytesSource(image.pdb, 'sample.pdb'));
      expect(pdb.identity.guid).toBe(oracle.guid);
      expectSameSymbols(pdb, oracle);
      expectNearest(pdb, oracle);
      expect(pdb.unwindCopies()).toBeUndefined();
    },
  );

  it('a PDB that lld-link wrote with full debug information names every function, also those that are not public', () => {
    const image = linkImage([], ['-g']);
    images.push(image);
    const pdb = openPdb(bytesSource(image.pdb, 'sample.pdb'));
    const oracle = readWithLlvm(image.pdbPath);
    const { sections } = oracle;
    expect(bytesToLookFor('no_such_function', image.pdb)).toBeLessThan(image.pdb.length / 10);
    const procedures = proceduresByLlvm(image.pdbPath);
    const hidden = hiddenFunctions(image.pdbPath, oracle);
    expect(hidden.map(({ name }) => name).sort()).toEqual([
      "`anonymous namespace'::hidden_two",
      'hidden_one',
    ]);
    for (const { name, rva, size } of hidden) {
      for (const inside of [rva, rva + 1, rva + size - 1])
        expect(pdb.nearest(inside)).toMatchObject({ name, rva });
      expect(pdb.nearest(rva + size)?.name).not.toBe(name);
      expect(pdb.named(name)).toEqual([{ name, rva, isCode: true, isPrivate: true }]);
    }
    const hiddenOnes = [...pdb.symbols('HIDDEN_ONE')].filter(({ isPrivate }) => isPrivate);
    expect(hiddenOnes.map(({ name }) => name)).toEqual(['hidden_one']);
    // Publics keep their decorated names; each function is listed once.
    expect([...pdb.symbols()]).toHaveLength(placedPublics(oracle).length + hidden.length);
    for (const { segment, offset } of procedures) {
      expect(pdb.nearest((sections[segment - 1]?.rva ?? 0) + offset)?.rva).toBe(
        (sections[segment - 1]?.rva ?? 0) + offset,
      );
    }
  });
});
