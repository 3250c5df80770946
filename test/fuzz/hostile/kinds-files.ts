import { Buffer } from 'node:buffer';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { atOnce } from '../../../src/binary/steps.ts';
import { withFilesOfPatterns } from '../../../src/cli/path-patterns.ts';
import { parseRequestLine } from '../../../src/cli/request.ts';
import { dumpVerb } from '../../../src/cli/verbs/dump.ts';
import type { ExportRecord } from '../../../src/contract/generated/types.ts';
import { readSmbios } from '../../../src/dump/blobs/smbios.ts';
import { manifestFinder } from '../../../src/manifest/manifest-finder.ts';
import { recordedThreads } from '../../../src/reading/comparing/recorded-threads.ts';
import { recordOver } from '../../../src/simulator/synth/raw-record.ts';
import { expandCabinet } from '../../../src/symbols/cabinet/cabinet.ts';
import { openMsfz } from '../../../src/symbols/pdb/msfz.ts';
import { writeCabinet } from '../../symbols/cabinet/cabinet-writer.ts';
import type { HostileKind } from './kind.ts';

const MIB = 1024 * 1024;

/**
 * A compressed PDB of two streams, each in a chunk of `size` zeros (microsoft/pdb-rs, docs/pdb/msfz.md).
 * @param filler bytes that make the file large enough for what its chunks claim
 */
function twoChunks(size: number, filler: number): Buffer {
  const chunk = zlib.zstdCompressSync(Buffer.alloc(size));
  const header = recordOver(new Uint8Array(80)).latin1(0, 'Microsoft MSFZ Container\r\n\x1aALD\0\0');
  const chunks = recordOver(new Uint8Array(40));
  const directory = recordOver(new Uint8Array(36)).u32(0, 0xffff_ffff);
  const at = 80 + filler;
  for (const index of [0, 1]) {
    chunks
      .u64(index * 20, at + index * chunk.length)
      .u32(index * 20 + 8, 1)
      .u32(index * 20 + 12, chunk.length)
      .u32(index * 20 + 16, size);
    directory.u32(4 + index * 16, size).u64(8 + index * 16, (1n << 63n) | (BigInt(index) << 32n));
  }
  const end = at + 2 * chunk.length;
  header
    .u64(40, end)
    .u64(48, end + 36)
    .u32(56, 3)
    .u32(64, 36)
    .u32(68, 36)
    .u32(72, 2)
    .u32(76, 40);
  return Buffer.concat([
    header.bytes,
    Buffer.alloc(filler, 'x'),
    chunk,
    chunk,
    directory.bytes,
    chunks.bytes,
  ]);
}

/** Files that are no dumps: what lies beside a dump, in a store of symbols, or in a folder that a pattern leads through. */
export const FILE_KINDS: readonly HostileKind[] = [
  {
    name: 'chunks-in-turn',
    reports: /again and again/,
    what: 'two streams of a compressed PDB, in chunks that are huge unpacked, read in turn',
    small: 1,
    build(folder, n) {
      const bytes = twoChunks(2.5 * (n + 1) * MIB, n * 0x2_0000);
      writeFileSync(path.join(folder, 'hostile.pdb'), bytes);
      return () => {
        const file = openMsfz(bytesSource(bytes, 'hostile.pdb'));
        const two = [file.stream(1), file.stream(2)];
        for (let index = 0; index < 200; index++) two[index % 2]?.read(index, 4);
      };
    },
  },
  {
    name: 'cabinet-bomb',
    reports: /claims to hold/,
    what: 'a cabinet of zeros, which grow by the thousand',
    small: 2,
    build(folder, n) {
      const bytes = writeCabinet('hostile.pdb', Buffer.alloc(n * 4.5 * MIB), {
        compression: 1,
        checksums: false,
      });
      writeFileSync(path.join(folder, 'hostile.pd_'), bytes);
      return () => atOnce(expandCabinet(bytesSource(new Uint8Array(bytes), 'hostile.pd_')));
    },
  },
  {
    name: 'firmware-texts',
    what: 'firmware tables that are one structure of texts without end',
    small: 0x4_0000,
    build(folder, n) {
      const bytes = Buffer.alloc(n, 'x\0');
      for (let at = 0; at < 72; at++) bytes[at] = 4;
      writeFileSync(path.join(folder, 'firmware'), bytes);
      return () => readSmbios(bytes);
    },
  },
  {
    name: 'patterns',
    what: 'a pattern of many stars, and names that nearly fit it',
    small: 3,
    build(folder, n) {
      for (let index = 0; index < n; index++)
        writeFileSync(path.join(folder, `${'a'.repeat(200)}${index}`), '');
      return () => withFilesOfPatterns(dumpVerb, { paths: [path.join(folder, `${'a*'.repeat(20)}b`)] });
    },
  },
  {
    name: 'folder-links',
    reports: /leads through more than/,
    what: 'a pattern through folders that link back to themselves',
    small: 4,
    build(folder, n) {
      mkdirSync(path.join(folder, 'loop'));
      for (let index = 0; index < n; index++) symlinkSync('.', path.join(folder, 'loop', `link${index}`));
      return () =>
        withFilesOfPatterns(dumpVerb, {
          paths: [path.join(folder, 'loop', ...Array.from({ length: 6 }, () => '*'), 'x.dmp')],
        });
    },
  },
  {
    name: 'empty-objects',
    what: 'a manifest that names the dump and is empty objects otherwise',
    small: 1,
    build(folder, n) {
      const objects = '{},'.repeat(n * 700_000);
      writeFileSync(path.join(folder, 'a.ktriage.json'), `{"fileName":"a.dmp","dumps":[${objects}{}]}`);
      return () => manifestFinder().of(path.join(folder, 'a.dmp'));
    },
  },
  {
    name: 'naming-manifests',
    what: 'manifests without end that all mention one dump, and none is of it',
    small: 500,
    build(folder, n) {
      for (let index = 0; index < n; index++)
        writeFileSync(path.join(folder, `${index}.ktriage.json`), '{"fileName":"a.dmp"}');
      return () => manifestFinder().of(path.join(folder, 'a.dmp'));
    },
  },
  {
    name: 'named-dumps',
    what: 'a manifest that mentions more dumps than a set has',
    small: 100_000,
    build(folder, n) {
      const names = Array.from({ length: n }, (_, index) => `"fileName":"${index}.dmp"`).join();
      writeFileSync(path.join(folder, 's.ktriage.json'), names);
      return () => manifestFinder().of(path.join(folder, 'a.dmp'));
    },
  },
  {
    name: 'deep-records',
    reports: /is no KernelStack/,
    what: 'a record of an export, of objects within objects',
    small: 20_000,
    build(folder, n) {
      const line = `{"records":[{"type":"KernelStack","value":${'{"a":'.repeat(n)}1${'}'.repeat(n)}}]}`;
      writeFileSync(path.join(folder, 'request'), line);
      return () => recordedThreads(parseRequestLine(line)['records'] as ExportRecord[], 0);
    },
  },
  {
    name: 'request-lists',
    reports: /made of more lists and objects/,
    what: 'a request of empty lists',
    small: 500_000,
    build(folder, n) {
      const line = `{"paths":[${'[],'.repeat(n)}[]]}`;
      writeFileSync(path.join(folder, 'request'), line);
      return () => parseRequestLine(line);
    },
  },
  {
    name: 'empty-lines',
    what: 'a journal that names the dump and is empty lines otherwise',
    small: 1,
    build(folder, n) {
      writeFileSync(
        path.join(folder, 'a.ktriage.journal'),
        `{"fileName":"a.dmp"}\n${'\n'.repeat(n * 2 * MIB)}`,
      );
      return () => manifestFinder().of(path.join(folder, 'a.dmp'));
    },
  },
];
