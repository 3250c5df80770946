import { describe, expect, it } from 'vitest';
import { physicalAddress, virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { Failure } from '../../src/contract/failure.ts';
import type { Dump } from '../../src/dump/dump.ts';
import { completenessOf } from '../../src/dump/finding.ts';
import { baseName } from '../../src/dump/modules.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { type Fixture, fixtureCatalog } from '../synth/catalog.ts';

/** The writer of these files shares nothing with the reader's tables; its plan of a file is the truth here. */
const catalog = fixtureCatalog();
const open = ({ bytes, name }: Fixture): Dump => openDump(bytesSource(bytes, name));
const readable = catalog.filter(({ refusal }) => refusal === undefined);
const withPages = readable.filter(({ physical }) => physical !== undefined);

const FORMATS: Record<string, string> = {
  1: 'Full',
  2: 'Summary',
  3: 'HeaderOnly',
  4: 'Triage',
  5: 'BitmapFull',
  6: 'BitmapKernel',
  8: 'RangeKernel',
  9: 'RangeActive',
  10: 'RangeFull',
};

describe.each(readable)('$name', (fixture) => {
  it('each fixture opens with the format of its header, and whole unless the kernel marked it otherwise', () => {
    const dump = open(fixture);
    dump.drivers();
    dump.unloadedDrivers();
    dump.debuggerData();
    dump.secondaryData();
    expect(dump.format).toBe(FORMATS[fixture.bytes.readUInt32LE(0xf98)]);
    expect(dump.header.get('MinorVersion')).toBe(fixture.kernel?.profile.build);
    const full = fixture.name.startsWith('triage-capture-full');
    const reasons = full ? ['the kernel noted that not everything fitted into the dump'] : [];
    const state = full ? 'Partial' : 'Complete';
    expect(completenessOf(dump.findings.list)).toEqual({ state, reasons });
  });
});

describe.each(readable.filter(({ name }) => !name.startsWith('header')))('$name: modules', (fixture) => {
  it('each fixture lists the drivers with what identifies them', () => {
    const expected = fixture.kernel?.drivers.map(({ pdb, ...driver }) => driver);
    expect(open(fixture).drivers()).toEqual(expected);
  });

  it('each fixture lists the unloaded drivers', () => {
    // Triage dumps cut names to twelve letters.
    const cut = (name: string) => (fixture.physical ? name : name.slice(0, 12));
    const expected = fixture.kernel?.unloadedDrivers.map((driver) => ({ ...driver, name: cut(driver.name) }));
    expect(open(fixture).unloadedDrivers()).toEqual(expected);
  });

  it('each fixture has debugger data', () => {
    expect(open(fixture).debuggerData()?.get('SizeEThread')).toBe(fixture.kernel?.profile.thread.size);
  });
});

describe.each(withPages)('$name: memory', (fixture) => {
  const dump = open(fixture);
  if (dump.kind !== 'pages') throw new Error(`${fixture.name} opened as ${dump.kind}`);
  const { physical } = dump.pages;

  it('each fixture gives every page at its physical address', () => {
    for (const [frame, page] of fixture.physical?.frames ?? [])
      expect(Buffer.compare(physical.readPage(frame) ?? Buffer.alloc(0), page), `frame ${frame}`).toBe(0);
  });

  it('each fixture has no page that the writer did not store', () => {
    const stored = fixture.physical?.frames ?? new Map();
    const frames = Array.from({ length: physical.map.frames + 64 }, (_, frame) => frame);
    const invented = frames.filter((frame) => physical.readPage(frame) && !stored.has(frame));
    // A complete dump stores whole runs, and pages without content are zeros there.
    for (const frame of invented) expect(physical.readPage(frame)?.every((byte) => byte === 0)).toBe(true);
    if (fixture.name !== 'full-x64') expect(invented).toEqual([]);
  });

  it('each fixture reads across physical pages up to the first that is missing', () => {
    const frames = [...(fixture.physical?.frames.keys() ?? [])].sort((a, b) => a - b);
    const last = frames.at(-1) ?? 0;
    const { bytes, missing } = physical.read(physicalAddress(last * 4096 + 4000), 1000);
    expect(bytes).toHaveLength(96);
    expect(missing).toBe((last + 1) * 4096);
  });

  it.each(fixture.physical?.virtualTruth ?? [])(
    'reading across the pages of a fixture: $what',
    ({ address, bytes, gap }) => {
      const read = dump.memory.read(virtualAddress(address), bytes?.length ?? 16);
      if (bytes) expect(read).toEqual({ bytes: expect.anything() });
      if (bytes) expect(Buffer.from(read.bytes).toString('hex')).toBe(bytes.toString('hex'));
      else expect(read).toEqual({ bytes: expect.anything(), gap: { address, ...gap } });
    },
  );

  it('each fixture reads the memory of the image through the tables', () => {
    for (const [address, page] of fixture.kernel?.image.pages ?? []) {
      const { bytes } = dump.memory.read(virtualAddress(address), page.length);
      expect(Buffer.compare(bytes, page), `page 0x${address.toString(16)}`).toBe(0);
    }
  });
});

describe('the reader about how a page dump was made', () => {
  it('the reader of a page dump decodes debugger data that the kernel kept encoded', () => {
    const fixture = catalog.find(({ name }) => name === 'bitmap-kernel-encoded-x64');
    const dump = fixture && open(fixture);
    expect(dump?.debuggerData()?.size).toBe(0x380);
    expect(dump?.findings.list).toMatchObject([
      { effect: 'note', message: expect.stringContaining('decoded') },
    ]);
  });

  it('the reader of a page dump finds out the paging mode', () => {
    const modes = withPages.map((fixture) => {
      const dump = open(fixture);
      return dump.kind === 'pages' ? `${fixture.name}: ${dump.pages.mode.name}` : fixture.name;
    });
    expect(modes).toContain('bitmap-live-x64-5-levels: x64 with 5 levels');
    expect(modes).toContain('bitmap-live-arm64: ARM64');
    expect(modes).toContain('bitmap-live-x64: x64');
  });
});

describe('a triage dump of a bug check', () => {
  const fixture = catalog.find(({ name }) => name === 'triage-bugcheck-x64');
  if (!fixture) throw new Error('the catalog has no such dump');

  it('a triage dump of a bug check has the objects of the header at the addresses that follow from them', () => {
    const dump = open(fixture);
    const [process] = fixture.kernel?.processes ?? [];
    expect(dump.kind === 'triage' && dump.triage.objects).toMatchObject({
      thread: { address: process?.threads[0]?.address },
      process: { address: process?.address },
      prcb: { address: fixture.kernel?.processors[0] },
      stack: { address: process?.threads[0]?.kernelStack },
    });
  });

  it('a triage dump of a bug check stitches an object that is cut over blocks', () => {
    const thread = fixture.kernel?.processes[1]?.threads[0];
    const size = fixture.kernel?.profile.thread.size ?? 0;
    const { bytes } = open(fixture).memory.read(virtualAddress(thread?.address ?? 0n), size);
    expect(Buffer.compare(bytes, fixture.kernel?.image.read(thread?.address ?? 0n, size) ?? bytes)).toBe(0);
    expect(bytes).toHaveLength(size);
  });

  it('a triage dump of a bug check lists the secondary data', () => {
    const dump = open(fixture);
    const blobs = dump.secondaryData();
    expect(blobs.map(({ tag }) => tag)).toEqual([
      '11111111-1111-1111-1111-111111111111',
      '22222222-2222-2222-2222-222222222222',
    ]);
    const texts = blobs.map(({ offset, size }) => Buffer.from(dump.source.read(offset, size)).toString());
    expect(texts).toEqual(['first blob', 'the second blob']);
  });

  it('a triage dump of a bug check names drivers by path', () => {
    expect(
      open(fixture)
        .drivers()
        .map(({ path }) => baseName(path)),
    ).toEqual(['ntoskrnl.exe', 'mrxsmb.sys', 'rdbss.sys']);
  });
});

describe('files that are refused', () => {
  it.each(catalog.filter(({ refusal }) => refusal))('the file $name is refused: $what', (fixture) => {
    const failure = (() => {
      try {
        return open(fixture);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: fixture.refusal });
    expect((failure as Failure).message).toContain(fixture.name);
  });
});
