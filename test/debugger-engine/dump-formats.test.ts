import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/equipment.ts';
import { type Fixture, fixtureCatalog } from '../synth/catalog.ts';
import { crashes } from '../synth/crash-catalog.ts';
import { type Disagreement, expectAgreement, NO_IMAGE_HEADER } from './disagreements.ts';
import { askEngine, ensureEngine } from './engine.ts';
import { bugCheckParametersIn, compareDump, type Sample } from './facts.ts';

/**
 * One dump of every type that ktriage reads, read by Microsoft's engine too. It judges reader and fixtures at once: a fixture
 * that no debugger would open proves nothing about the reader.
 */

const NO_STAMP_IN_LIST: Disagreement = {
  facts: /^module 0xfffff80470100000: time stamp: ktriage 0xfb8a5b1f, engine 0x0$/,
  because: 'the list entry of rdbss has no time stamp; ktriage then gives that of the image in memory',
};
const PAGE_DUMP = [NO_IMAGE_HEADER, NO_STAMP_IN_LIST];

/** What is listed for one dump instead of the disagreements of every dump with pages. */
const SPECIAL: Readonly<Record<string, readonly Disagreement[]>> = {
  'bitmap-kernel-encoded-x64': [
    ...PAGE_DUMP,
    {
      facts: /^unloaded module .*engine undefined$/,
      because: 'the engine decodes debugger data with symbols of the kernel alone, and this kernel has none',
    },
  ],
  'bitmap-live-x64-5-levels': [
    {
      facts: /^(?:module|unloaded module|virtual memory) .*engine (?:undefined)?$/,
      because:
        'the engine takes four levels of page tables here: how it recognises five is not documented and not in the fixture',
    },
  ],
};

/** The engine opens no header without contents; ktriage shows what is in it. */
const HEADER_ALONE = 'header-x64';
/** Those that ktriage refuses for a reason of its own; the others are no dumps of a 64-bit kernel to any reader. */
const NOT_OPENED = [HEADER_ALONE, 'refused-encrypted', 'refused-unfinished'];

const hex = (value: bigint) => `0x${value.toString(16).padStart(16, '0')}`;

function samplesOf({ physical }: Fixture): Sample[] {
  if (physical === undefined) return [];
  const virtual = physical.virtualTruth
    // The engine answers for an address that is not canonical as for its low 48 bits.
    .filter(({ gap }) => gap?.reason !== 'NotCanonical')
    .map(({ address, bytes }) => ({ address: hex(address), length: bytes?.length ?? 16 }));
  // Each stored page, and the page behind it, which may be missing.
  const frames = new Set([...physical.frames.keys()].flatMap((frame) => [frame, frame + 1]));
  const pages = [...frames].map((frame) => ({
    address: hex(BigInt(frame) * 0x1000n),
    length: 32,
    physical: true,
  }));
  return [...virtual, ...pages];
}

const catalog = fixtureCatalog();
const readable = catalog.filter(({ name, refusal }) => refusal === undefined && name !== HEADER_ALONE);

describeWith(
  ['wine', 'mingw', 'debugger-engine'],
  "Microsoft's debugger engine on every format of dumps",
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'engine-formats-'));
    const placed = ({ name, bytes }: Fixture) => {
      const file = path.join(folder, `${name}.dmp`);
      writeFileSync(file, bytes);
      return file;
    };
    beforeAll(ensureEngine);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.each(readable)(
      "Microsoft's debugger engine on every format of dumps agrees with ktriage on $name: $what",
      async (fixture) => {
        const { ours, theirs } = await compareDump(placed(fixture), samplesOf(fixture));
        expectAgreement(ours, theirs, SPECIAL[fixture.name] ?? (fixture.physical ? PAGE_DUMP : []));
        // What the writer was asked for, and not only what both read.
        const asked = fixture.name.startsWith('triage-capture')
          ? (fixture.kernel?.processes[1]?.threads ?? []).map(({ address }) => hex(address))
          : [1n, 2n, 3n, 4n].map(hex);
        expect(bugCheckParametersIn(theirs)).toEqual(asked);
        // Every page, or every data block, and not the header alone.
        expect(ours.size).toBeGreaterThan(70);
      },
    );

    it.each(Object.entries(crashes))(
      "Microsoft's debugger engine on every format of dumps agrees with ktriage on the crash %s",
      async (name, make) => {
        const file = path.join(folder, `${name}.dmp`);
        writeFileSync(file, make());
        const { ours, theirs } = await compareDump(file);
        expectAgreement(ours, theirs);
        expect(ours.size).toBeGreaterThan(60);
      },
    );

    it.each(catalog.filter(({ name }) => NOT_OPENED.includes(name)))(
      "Microsoft's debugger engine on every format of dumps refuses $name: $what",
      async (fixture) => {
        const { opening } = await askEngine(placed(fixture), []);
        expect(opening.status & 0x80000000).not.toBe(0);
      },
    );
  },
);
