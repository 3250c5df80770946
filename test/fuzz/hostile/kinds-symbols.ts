import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { writePdb } from '../../../src/simulator/synth/images/pdb-writer.ts';
import { openPdb } from '../../../src/symbols/pdb/pdb-file.ts';
import { expand } from '../../../src/symbols/types/expand.ts';
import { memberPlace } from '../../../src/symbols/types/member-path.ts';
import { openTypeLibrary } from '../../../src/symbols/types/type-library.ts';
import type { HostileKind } from './kind.ts';
import { twoModulesPdb } from './pdb.ts';
import { baseClass, enumerator, member, typeRecords } from './type-records.ts';

const DEEPEST = 16;

/** Expands the type `_OUTER` of a type stream, and looks for a member that it does not have. */
function typesFile(folder: string, bytes: Buffer): () => unknown {
  writeFileSync(path.join(folder, 'hostile.tpi'), bytes);
  return () => {
    const library = openTypeLibrary(bytesSource(bytes, 'hostile types'));
    const type = library.find('_OUTER');
    if (type === undefined) throw new RangeError('the type is not there');
    expand(library, type, { depth: DEEPEST });
    memberPlace(library, type, 'Nowhere');
  };
}

const GUID = '81BC5C377C525081645F9958F209C527';
const SECTION = { name: '.text', rva: 0x1000, size: 0x100_0000 };

export const SYMBOL_KINDS: readonly HostileKind[] = [
  {
    name: 'base-classes',
    what: 'classes without members that have many base classes, which have many base classes',
    small: 2,
    build(folder, n) {
      const types = typeRecords();
      const first = types.next;
      // Each level is a list and a structure, and refers to the level after it.
      for (let level = 0; level < DEEPEST + 4; level++) {
        const fields = types.fields(Array.from({ length: n }, () => baseClass(first + level * 2 + 3)));
        types.structure(level === 0 ? '_OUTER' : `_BASE${level}`, fields);
      }
      return typesFile(folder, types.bytes());
    },
  },
  {
    name: 'field-lists',
    what: 'a structure with many members of two types, whose lists are long and give no member',
    small: 700,
    build(folder, n) {
      const types = typeRecords();
      const long = ['_A', '_B'].map((name) =>
        types.structure(name, types.fields(Array.from({ length: n * 4 }, () => enumerator('e')))),
      );
      const members = Array.from({ length: n }, (_, index) => member(long[index % 2] ?? 0, 'm'));
      types.structure('_OUTER', types.fields(members));
      return typesFile(folder, types.bytes());
    },
  },
  {
    name: 'forward-references',
    what: 'members of types that are only announced, by a name that large records share',
    small: 16,
    build(folder, n) {
      const types = typeRecords();
      const list = types.fields([enumerator('e')]);
      for (let index = 0; index < n; index++) types.structure('_FAT', list, 0xf000);
      const forward = Array.from({ length: n * 60 }, () => types.structure('_FAT', 0));
      types.structure('_OUTER', types.fields(forward.map((type) => member(type, 'm'))));
      return typesFile(folder, types.bytes());
    },
  },
  {
    name: 'type-names',
    what: 'names of types that share one place of a table by their hash, announced and defined',
    small: 2048,
    build(folder, n) {
      const types = typeRecords();
      const names = collidingNames(n);
      const list = types.fields([enumerator('e')]);
      const forward = names.map((name) => types.structure(name, 0));
      for (const name of names) types.structure(name, list);
      types.structure('_OUTER', types.fields(forward.map((type) => member(type, 'm'))));
      return typesFile(folder, types.bytes());
    },
  },
  {
    name: 'data-names',
    what: 'names of data alone before every address of code',
    small: 1000,
    build(folder, n) {
      const publics = Array.from({ length: n }, (_, index) => ({
        name: `Data${index}`,
        rva: 0x1000 + index * 8,
        isFunction: false,
      }));
      const bytes = writePdb({ guid: GUID, age: 1, sections: [SECTION], publics });
      writeFileSync(path.join(folder, 'hostile.pdb'), bytes);
      return () => {
        const pdb = openPdb(bytesSource(bytes, 'hostile.pdb'));
        for (let index = 0; index < n; index++) pdb.nearest(0x1000 + n * 8 + index, { codeOnly: true });
      };
    },
  },
  {
    name: 'functions-in-turn',
    what: 'addresses in two object files in turn, which together have more functions than are kept',
    small: 30_000,
    build(folder, n) {
      const bytes = twoModulesPdb(n);
      writeFileSync(path.join(folder, 'hostile.pdb'), bytes);
      return () => {
        const pdb = openPdb(bytesSource(bytes, 'hostile.pdb'));
        for (let index = 0; index < 100; index++) pdb.nearest(0x1000 + (index % 2) * 0x80_0000 + index * 16);
      };
    },
  },
  {
    name: 'pdb-sections',
    reports: /sections/,
    what: 'a PDB with as many sections as the format can count, looked through for each address',
    small: 4000,
    build(folder, n) {
      const sections = Array.from({ length: n }, (_, index) => ({
        name: '.s',
        rva: 0x1000 + index * 0x10,
        size: 0x10,
      }));
      const bytes = writePdb({ guid: GUID, age: 1, sections, publics: [{ name: 'Name', rva: 0x1000 }] });
      writeFileSync(path.join(folder, 'hostile.pdb'), bytes);
      return () => {
        const pdb = openPdb(bytesSource(bytes, 'hostile.pdb'));
        for (let index = 0; index < n; index++) pdb.nearest(0x1000 + n * 0x10 - 1 - (index % 16));
      };
    },
  },
];

/** Names of which the 32-bit FNV-1a hashes are multiples of 2,048: tables of so many places, or of a multiple, hold them in few. */
function collidingNames(count: number): string[] {
  const bits = 11;
  const mask = (1 << bits) - 1;
  const hash = (text: string) => {
    let value = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x0100_0193);
    return value >>> 0;
  };
  const names: string[] = [];
  for (let index = 0; names.length < count; index++) {
    const name = `_T${index.toString(36)}`;
    if ((hash(name) & mask) === 0) names.push(name);
  }
  return names;
}
