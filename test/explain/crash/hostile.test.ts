import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { Failure } from '../../../src/contract/failure.ts';
import { openDump } from '../../../src/dump/open-dump.ts';
import { dumpRecord } from '../../../src/reading/records/dump-record.ts';
import { openedDumpFile } from '../../../src/reading/sources/opened-dump.ts';
import { crashes, POWER_PLAN } from '../../synth/crash-catalog.ts';
import { crashDump } from '../../synth/crash-dumps.ts';

/** Files of crashes that a broken disk or an attacker changed: reading ends soon, with a record or one typed error. */
const files = [...Object.values(crashes).map((make) => make()), crashDump(POWER_PLAN)];

function read(bytes: Uint8Array): void {
  try {
    const dump = openDump(bytesSource(bytes, 'hostile'));
    const record = dumpRecord(
      openedDumpFile(dump, 'hostile', () => undefined),
      {},
    );
    expect(record.crash?.stack?.length ?? 0).toBeLessThanOrEqual(256);
    // What a program reads is one line of JSON: no value may be one that JSON does not have.
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    expect(['DumpTruncated', 'NotADump', 'DumpNotSupported']).toContain(thrown.code);
  }
}

const anyFile = fc.integer({ min: 0, max: files.length - 1 });

describe('a crash in a file that was changed', () => {
  it('a crash in a file that was changed gives a record or a typed error wherever the file is cut', () => {
    fc.assert(
      fc.property(anyFile, fc.double({ min: 0, max: 1, noNaN: true }), (index, part) => {
        const file = files[index] ?? Buffer.alloc(0);
        read(file.subarray(0, Math.floor(file.length * part)));
      }),
      { numRuns: 60 },
    );
  });

  it('a crash in a file that was changed gives a record or a typed error whatever is in the header, the block and the blobs', () => {
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(anyFile, fc.array(change, { minLength: 1, maxLength: 40 }), (index, changes) => {
        const file = Buffer.from(files[index] ?? Buffer.alloc(0));
        for (const [part, value] of changes) file[Math.floor(part * (file.length - 1))] = value;
        read(file);
      }),
      { numRuns: 60 },
    );
  });

  it('a crash in a file that was changed gives a record or a typed error whatever the parameters, registers and objects are', () => {
    const word = fc.oneof(
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      fc.constantFrom(0n, 2n ** 64n - 1n, 0xffffd00020305000n),
    );
    // Header fields: code and parameters, the list of drivers, rsp, rbp and rip of the context, the exception record.
    const place = fc.constantFrom(
      0x38,
      0x40,
      0x48,
      0x50,
      0x58,
      0x80,
      0x88,
      0x90,
      0x3e0,
      0x3e8,
      0x440,
      0xf00,
      0xf10,
      0xf18,
      0xfa0,
    );
    fc.assert(
      fc.property(
        anyFile,
        fc.array(fc.tuple(place, word), { minLength: 1, maxLength: 6 }),
        (index, changes) => {
          const file = Buffer.from(files[index] ?? Buffer.alloc(0));
          for (const [at, value] of changes) file.writeBigUInt64LE(value, at);
          read(file);
        },
      ),
      { numRuns: 120 },
    );
  });
});
