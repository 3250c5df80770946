import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { type ByteSource, bytesSource } from '../../src/binary/byte-source.ts';
import { checkTriage } from '../../src/capture/triage/call/verify-triage.ts';
import { Failure } from '../../src/contract/failure.ts';
import { completenessOf } from '../../src/dump/finding.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { type Fixture, fixtureCatalog } from '../synth/catalog.ts';

/**
 * Files that an attacker or a broken disk made: whatever is in them, reading ends soon, reads no more than a small
 * multiple of the file, and gives a result with findings or one typed error.
 */
const catalog = fixtureCatalog().filter(({ refusal }) => refusal === undefined);

/** Counts what a reader takes from a file. */
function metered(source: ByteSource): { source: ByteSource; taken(): number } {
  let taken = 0;
  return {
    taken: () => taken,
    source: {
      ...source,
      read(offset, length) {
        taken += length;
        return source.read(offset, length);
      },
    },
  };
}

/** Everything that a user can ask of a dump. */
function readEverything(bytes: Uint8Array): void {
  const { source, taken } = metered(bytesSource(bytes, 'hostile'));
  const dump = openDump(source);
  dump.drivers();
  dump.unloadedDrivers();
  dump.secondaryData();
  const objects = readKernelObjects(dump);
  for (const { kernelStack } of objects.threads) if (kernelStack) dump.memory.read(kernelStack, 0x1000);
  for (const address of [0n, 0xfffff80460000000n, 0xffffe18b00000ff0n, 0xffffffffffffffffn])
    dump.memory.read(virtualAddress(address), 0x2345);
  expect(['Complete', 'Partial', 'Truncated', 'Damaged']).toContain(completenessOf(dump.findings.list).state);
  for (const { message } of dump.findings.list) expect(message).not.toBe('');
  expect(taken()).toBeLessThan(24 * bytes.length + 0x800000);
}

/** Runs a reader; the only thing it may throw is a Failure with a place. */
function outcome(read: () => void): void {
  try {
    read();
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    expect(thrown.code).not.toBe('Internal');
    expect(thrown.code).not.toBe('LayoutOutOfBounds');
    expect(thrown.facts.target).toBe('hostile');
  }
}

const interesting = fc.oneof(
  fc.constantFrom(0n, 1n, 0xffn, 0x1000n, 0x7fffffffn, 0x80000000n, 0xffffffffn, 0xffff8000_00000000n),
  fc.constantFrom(
    0x7fffffffffffffffn,
    0x8000000000000000n,
    0xffffffffffffffffn,
    1n << 40n,
    1n << 53n,
    1n << 52n,
  ),
  fc.bigInt({ min: 0n, max: 0xffffffffffffffffn }),
);

interface Wound {
  readonly at: number;
  readonly value: bigint;
  readonly width: 1 | 2 | 4 | 8;
}

/** Where a reader looks first: header, blocks and tables; and anywhere else. */
function wounds(size: number): fc.Arbitrary<Wound[]> {
  const place = fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 0x97 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0xf98, max: 0x1058 }) },
    { weight: 4, arbitrary: fc.integer({ min: 0x2000, max: 0x20a0 }) },
    { weight: 4, arbitrary: fc.integer({ min: 0x2000, max: size }) },
  );
  const wound = fc.record({
    at: place,
    value: interesting,
    width: fc.constantFrom<1 | 2 | 4 | 8>(1, 2, 4, 8),
  });
  return fc.array(wound, { minLength: 1, maxLength: 6 });
}

function inflict(bytes: Buffer, wounds: readonly Wound[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const { at, value, width } of wounds) {
    const aligned = at - (at % width);
    if (aligned + width > copy.length) continue;
    for (let byte = 0; byte < width; byte++)
      copy[aligned + byte] = Number((value >> BigInt(byte * 8)) & 0xffn);
  }
  return copy;
}

describe.each(catalog)('$name', (fixture) => {
  it('each fixture survives wrong values', () => {
    const property = fc.property(wounds(fixture.bytes.length), (list) =>
      outcome(() => readEverything(inflict(fixture.bytes, list))),
    );
    fc.assert(property, { numRuns: 40 });
  });

  it('each fixture survives a cut anywhere', () => {
    const property = fc.property(fc.integer({ min: 0, max: fixture.bytes.length }), (length) =>
      outcome(() => readEverything(fixture.bytes.subarray(0, length))),
    );
    fc.assert(property, { numRuns: 15 });
  });
});

const fixtureNamed = (name: string): Fixture => {
  const fixture = catalog.find((each) => each.name === name);
  if (!fixture) throw new Error(`the catalog has no ${name}`);
  return fixture;
};

const withU32 = (bytes: Buffer, offset: number, value: number) => {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(value, offset);
  return copy;
};
const withU64 = (bytes: Buffer, offset: number, value: bigint) => {
  const copy = Buffer.from(bytes);
  copy.writeBigUInt64LE(value, offset);
  return copy;
};

describe('a damaged triage dump', () => {
  const { bytes } = fixtureNamed('triage-capture-x64');
  const size = bytes.length;

  it.each([
    ['is cut in the middle', bytes.subarray(0, size - 1000), 'TRIAGE_DUMP64.SizeOfDump', 0x2004],
    ['has no end mark', withU32(bytes, size - 4, 0), 'TRIAGE_DUMP64.ValidOffset', size - 4],
    ['has its end mark elsewhere', withU32(bytes, 0x2008, size - 8), 'TRIAGE_DUMP64.ValidOffset', 0x2008],
    ['has its blocks outside', withU32(bytes, 0x2078, size + 4), 'TRIAGE_DUMP64.DataBlocksOffset', 0x2078],
    [
      'has more blocks than bytes',
      withU32(bytes, 0x207c, 0xffffffff),
      'TRIAGE_DUMP64.DataBlocksCount',
      0x207c,
    ],
    ['has its drivers outside', withU32(bytes, 0x2030, 0xfffffff0), 'TRIAGE_DUMP64.DriverListOffset', 0x2030],
    [
      'has its debugger data outside',
      withU32(bytes, 0x2070, size),
      'TRIAGE_DUMP64.DebuggerDataOffset',
      0x2070,
    ],
    ['has another size of debugger data', withU32(bytes, 0x2074, 0x340), 'KDDEBUGGER_DATA64.Size', undefined],
  ])('a damaged triage dump: %s', (_, wounded, field, offset) => {
    const { acceptable, findings } = checkTriage(wounded);
    expect(acceptable).toBe(false);
    const finding = findings.find((each) => each.field === field);
    expect(finding, JSON.stringify(findings)).toBeDefined();
    if (offset !== undefined) expect(finding?.offset).toBe(offset);
  });

  it('a damaged triage dump still gives what can be read when its end is missing', () => {
    const cut = bytes.subarray(0, size - 1000);
    const dump = openDump(bytesSource(cut, 'cut'));
    expect(dump.drivers()).toHaveLength(3);
    expect(completenessOf(dump.findings.list).state).toBe('Truncated');
  });

  it('a damaged triage dump is not accepted as a capture when it is no triage dump', () => {
    const verdict = checkTriage(fixtureNamed('bitmap-live-x64').bytes);
    expect(verdict).toMatchObject({ acceptable: false, findings: [{ field: 'DUMP_HEADER64.DumpType' }] });
    expect(checkTriage(new Uint8Array(16)).acceptable).toBe(false);
  });
});

describe('a damaged page dump', () => {
  const { bytes } = fixtureNamed('bitmap-live-x64');

  it.each([
    ['claims a bitmap larger than any machine', withU64(bytes, 0x2030, 1n << 60n), 'BITMAP_DUMP64.Bits'],
    ['claims a bitmap larger than the file', withU64(bytes, 0x2030, 1n << 33n), 'BITMAP_DUMP64.Bits'],
    ['has another count of pages', withU64(bytes, 0x2028, 7n), 'BITMAP_DUMP64.PagesPresent'],
    ['has its first page in its header', withU64(bytes, 0x2020, 0x2000n), 'BITMAP_DUMP64.FirstPage'],
    ['has no bitmap', withU32(bytes, 0x2000, 0), 'BITMAP_DUMP64.Signature'],
    ['has its tables nowhere', withU64(bytes, 0x10, 0x39999000n), 'DUMP_HEADER64.DirectoryTableBase'],
  ])('a damaged page dump: %s', (_, wounded, field) => {
    const dump = openDump(bytesSource(wounded, 'wounded'));
    expect(dump.findings.list.map((finding) => finding.field)).toContain(field);
    expect(completenessOf(dump.findings.list).state).not.toBe('Complete');
  });

  it('a damaged page dump shows how many pages a cut file lacks', () => {
    const dump = openDump(bytesSource(bytes.subarray(0, bytes.length - 3 * 4096 + 1), 'cut'));
    const [reason] = completenessOf(dump.findings.list).reasons;
    expect(reason).toMatch(/ends before the last 3 of its \d+ pages/);
  });
});

describe('a sparse file that claims terabytes', () => {
  /** Zeros of any size that exist nowhere, under the head of a real dump. */
  function sparse(head: Uint8Array, size: number): ByteSource {
    return {
      name: 'hostile',
      size,
      read(offset, length) {
        const bytes = new Uint8Array(length);
        if (offset < head.length) bytes.set(head.subarray(offset, offset + length));
        return bytes;
      },
      close: () => undefined,
    };
  }

  it.each(['bitmap-live-x64', 'range-full-x64', 'full-x64', 'triage-capture-x64', 'summary-x64'])(
    'a sparse file that claims terabytes: %s',
    (name) => {
      const { bytes } = fixtureNamed(name);
      const begun = performance.now();
      outcome(() => {
        const dump = openDump(sparse(withU64(bytes.subarray(0, 0x4000), 0x2028, 1n << 30n), 2 ** 44));
        dump.drivers();
        readKernelObjects(dump);
        dump.secondaryData();
      });
      expect(performance.now() - begun).toBeLessThan(5000);
    },
  );

  it('a bitmap of a terabyte of memory costs its own size', () => {
    const { bytes } = fixtureNamed('bitmap-live-x64');
    const head = withU64(bytes.subarray(0, 0x2038), 0x2030, 2n ** 28n);
    const { source, taken } = metered(sparse(withU64(head, 0x2020, 0x3000000n), 2 ** 44));
    openDump(source);
    expect(taken()).toBeLessThan(2 ** 25 + 0x100000);
  });
});
