import { Buffer } from 'node:buffer';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { withFilesOfPatterns } from '../../../src/cli/path-patterns.ts';
import { dumpVerb } from '../../../src/cli/verbs/dump.ts';
import { readSmbios } from '../../../src/dump/blobs/smbios.ts';
import { manifestFinder } from '../../../src/manifest/manifest-finder.ts';
import { expandCabinet } from '../../../src/symbols/cabinet/cabinet.ts';
import { openMsfz } from '../../../src/symbols/pdb/msfz.ts';
import { writeCabinet } from '../../symbols/cabinet/cabinet-writer.ts';
import { writeMsfz } from '../../symbols/pdb/msfz-writer.ts';
import type { HostileKind } from './kind.ts';

const MIB = 1024 * 1024;

/** Files that are no dumps: what lies beside a dump, in a store of symbols, or in a folder that a pattern leads through. */
export const FILE_KINDS: readonly HostileKind[] = [
  {
    name: 'chunks-in-turn',
    reports: /again and again/,
    what: 'two streams of a compressed PDB, in chunks that are huge unpacked, read in turn',
    small: 1,
    build(folder, n) {
      // Random bytes make the file large enough for what its chunks claim.
      const filler = Buffer.alloc(n * 0x4_0000);
      for (let at = 0; at < filler.length; at++) filler[at] = (Math.imul(at, 2654435761) >>> 13) & 0xff;
      const size = 7 * (n + 1) * MIB;
      const streams = [filler, Buffer.alloc(size), Buffer.alloc(size)];
      const bytes = writeMsfz(streams, { chunkBytes: size, plain: new Set([0]) });
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
    small: 12,
    build(folder, n) {
      const bytes = writeCabinet('hostile.pdb', Buffer.alloc(n * 4 * MIB), {
        compression: 1,
        checksums: false,
      });
      writeFileSync(path.join(folder, 'hostile.pd_'), bytes);
      return () => expandCabinet(bytesSource(new Uint8Array(bytes), 'hostile.pd_'));
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
    small: 25,
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
