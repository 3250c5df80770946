import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../../src/binary/address.ts';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { tryReadU64 } from '../../../src/dump/memory/memory.ts';
import { openDump } from '../../../src/dump/open-dump.ts';
import { X64_19041 } from '../../../src/simulator/synth/builds.ts';
import { rangeDump } from '../../../src/simulator/synth/files/page-files.ts';
import { headerFacts } from '../../synth/header.ts';
import { kernelImage } from '../../synth/kernel-image.ts';
import { physicalImage } from '../../synth/physical-image.ts';

/** Places in a dump of type 8, 9 or 10, as kdmp-parser reads it: the block is at 0x2000, pairs of 16 bytes follow. */
const METADATA_SIZE = 0x2010;
const FIRST_PAGE = 0x2018;
const RANGE_COUNT = 0x2020;
const TOTAL_PAGES = 0x2028;
const TABLE = 0x2030;
const PAIR = 16;

const kernel = kernelImage(X64_19041);
const { frames, root } = physicalImage(kernel, 'x64');
const plain = Buffer.from(rangeDump(frames, headerFacts(kernel, { root }), 8));
const ranges = plain.readUInt32LE(RANGE_COUNT);
const pages = plain.readBigUInt64LE(TOTAL_PAGES);

/** The dump with pairs behind its table that look like ranges, and with what its header states of the table. */
function dumpWith(stated: {
  readonly bytes: number;
  readonly count: number;
  readonly pages: bigint;
}): Buffer {
  const firstPage = Number(plain.readBigUInt64LE(FIRST_PAGE));
  const phantoms = Buffer.alloc(2 * PAIR);
  for (let at = 0; at < phantoms.length; at += 8) phantoms.writeBigUInt64LE(0x7000n + BigInt(at), at);
  const end = TABLE + ranges * PAIR;
  const file = Buffer.concat([plain.subarray(0, end), phantoms, plain.subarray(firstPage)]);
  file.writeBigUInt64LE(BigInt(stated.bytes), METADATA_SIZE);
  file.writeBigUInt64LE(BigInt(end + phantoms.length), FIRST_PAGE);
  file.writeUInt32LE(stated.count, RANGE_COUNT);
  file.writeBigUInt64LE(stated.pages, TOTAL_PAGES);
  return file;
}

function read(file: Buffer) {
  const dump = openDump(bytesSource(file, 'ranges.dmp'));
  const address = kernel.processes[1]?.threads[0]?.address ?? 0n;
  return {
    problems: dump.findings.list.map(({ effect, message }) => `${effect}: ${message}`),
    thread: tryReadU64(dump.memory, virtualAddress(address + 8n)),
  };
}

describe('a table of ranges with other pairs behind it', () => {
  const truth = read(plain);

  it('a table of ranges without anything behind it is read whole', () => {
    expect(truth).toEqual({ problems: [], thread: expect.any(BigInt) });
  });

  it('a table of ranges ends where its bytes in the header end', () =>
    expect(read(dumpWith({ bytes: ranges * PAIR, count: 0, pages: 0n }))).toEqual(truth));

  it('a table of ranges ends with the pages that its header counts', () =>
    expect(read(dumpWith({ bytes: 0, count: 0, pages }))).toEqual(truth));

  it('a table of ranges that has fewer pages than its header counts is damaged', () =>
    expect(read(dumpWith({ bytes: ranges * PAIR, count: ranges, pages: pages + 1n })).problems).toContain(
      `damaged: the ranges have ${pages} pages, their header states ${pages + 1n}`,
    ));

  it('pairs behind a table of ranges are taken for pages where nothing in the header ends it', () =>
    expect(read(dumpWith({ bytes: 0, count: 0, pages: 0n })).problems).not.toEqual(truth.problems));
});
