import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openPdbFile } from '../../../src/symbols/pdb/pdb-file.ts';
import { typedLayouts } from '../../../src/symbols/types/structure-layouts.ts';
import { openTypeLibrary, type TypeLibrary } from '../../../src/symbols/types/type-library.ts';
import type { NamedType } from '../../../src/symbols/types/type-records.ts';
import { typeText } from '../../../src/symbols/types/type-text.ts';
import { describeWith, sharedData } from '../../support/equipment.ts';
import {
  enumeratorsOf,
  isDefinition,
  membersOf,
  type OracleRecord,
  sizeOf,
  textByLlvm,
  typesByLlvm,
} from './llvm-types.ts';

type Oracle = ReadonlyMap<number, OracleRecord>;

const definitionsOf = (oracle: Oracle) => [...oracle.values()].filter(isDefinition);

/** The sizes, and the name, offset and type of every member, equal what llvm-pdbutil prints for the same record. */
function expectSameStructures(library: TypeLibrary, oracle: Oracle): void {
  for (const record of definitionsOf(oracle)) {
    const shape = library.shape(record.index) as NamedType;
    expect([shape.kind, shape.name]).toEqual([
      record.leaf === 'LF_UNION' ? 'union' : 'structure',
      record.name,
    ]);
    expect(shape.size, record.name).toBe(sizeOf(record));
    const { items, complete } = library.members(shape);
    expect(complete, record.name).toBe(true);
    expect(
      items.map(({ name, offset, type }) => ({ name, offset, type, text: typeText(library, type) })),
      record.name,
    ).toEqual(
      membersOf(oracle, record).map((member) => ({ ...member, text: textByLlvm(oracle, member.type) })),
    );
  }
}

/** Every name that one definition alone has is found, and `offsetOf` gives the offset of each member that is no bit field. */
function expectSameLayouts(library: TypeLibrary, oracle: Oracle): void {
  const layouts = typedLayouts(library);
  const definitions = definitionsOf(oracle);
  for (const record of definitions) {
    const { name } = record;
    const isUnique = definitions.filter((other) => other.name === name).length === 1;
    if (!isUnique || /<(?:anonymous|unnamed)-tag>/.test(name)) continue;
    expect(layouts.sizeOf(name), name).toBe(sizeOf(record));
    for (const member of membersOf(oracle, record)) {
      if (member.name === '') continue;
      const isBitField = oracle.get(member.type)?.leaf === 'LF_BITFIELD';
      expect(layouts.offsetOf(name, member.name), `${name}.${member.name}`).toBe(
        isBitField ? undefined : member.offset,
      );
    }
  }
}

describeWith(['shared-data', 'llvm'], 'the types of a Windows driver', () => {
  const file = path.join(
    sharedData,
    'symbols',
    'amdppm.pdb',
    '1C19FDDB27BB3399D9B45973EFEAFCF31',
    'amdppm.pdb',
  );
  const pdb = openPdbFile(file);
  afterAll(() => pdb.close());
  const library = openTypeLibrary(pdb.typeStream());
  const oracle = typesByLlvm(file);

  it('the types of a Windows driver have the sizes, members, offsets and types that llvm-pdbutil prints', () => {
    expect(new Set(definitionsOf(oracle).map(({ name }) => name)).size).toBeGreaterThanOrEqual(348);
    expectSameStructures(library, oracle);
  });

  it('the types of a Windows driver are found by name', () => expectSameLayouts(library, oracle));

  it('the types of a Windows driver have the enumerators that llvm-pdbutil prints', () => {
    const enums = [...oracle.values()].filter(
      ({ leaf, body }) => leaf === 'LF_ENUM' && !body.includes('forward'),
    );
    expect(enums.length).toBeGreaterThan(100);
    for (const record of enums) {
      const { items } = library.enumerators(library.shape(record.index) as NamedType);
      expect(items.map(({ name, value }) => ({ name, value: String(value) }))).toEqual(
        enumeratorsOf(oracle, record),
      );
    }
  });

  it('the types of a Windows driver lead through nested and unnamed unions: Tail.Overlay.Thread of an IRP is at 0x98', () => {
    const layouts = typedLayouts(library);
    expect(layouts.offsetOf('_IRP', 'Tail.Overlay.Thread')).toBe(0x98);
    expect(layouts.offsetOf('_IRP', 'Tail.Overlay.CurrentStackLocation')).toBe(0xb8);
    expect(layouts.offsetOf('_IRP', 'Tail.Overlay.Nothing')).toBeUndefined();
    expect(layouts.offsetOf('_IRP', 'Type.Nothing')).toBeUndefined();
    expect(layouts.offsetOf('_NOTHING', 'Type')).toBeUndefined();
  });

  it('the types of a Windows driver leave a name without a definition unresolved', () => {
    expect(library.find('_TP_POOL')).toBeUndefined();
    const forward = [...oracle.values()].find(({ name }) => name === '_TP_POOL') as OracleRecord;
    expect(library.shape(forward.index)).toMatchObject({ name: '_TP_POOL', isForward: true });
    expect(library.sizeOf(forward.index)).toBeUndefined();
  });
});

const SOURCE = `
typedef unsigned long long u64;
typedef unsigned char u8;
namespace N {
  struct Inner { int a; struct Deep { u8 x; u64 y; } deep; enum Color { Red = -1, Green = 70000, Blue } color; };
}
struct Bits { unsigned a:3; unsigned b:7; u64 c:40; u64 d:24; unsigned char e:1, f:7; signed int g:5; };
union Uni { int i; float f; double d; struct { short lo, hi; } parts; u8 raw[16]; };
struct Anon { int head; union { struct { int low; int high; }; u64 both; }; struct { char inner[3]; } named; };
struct Base1 { int b1; virtual void f(); };
struct Base2 { long b2; };
struct Derived : Base1, Base2 {
  int own; static int shared; void method(int); void method(char); virtual void fresh(); ~Derived();
  friend struct Bits; typedef int alias;
};
struct VBase { int v; };
struct VDerived : virtual VBase { int w; };
template<class T> struct List { T *next; T items[2][3]; const volatile T value; void (*callback)(T *); T &reference; };
struct Opaque;
struct Uses { Opaque *o; Anon **pp; bool yes; wchar_t w; char16_t c16; double d; float f; };
enum Big : u64 { Huge = 0xffffffffffffffffull, Small = 1 };
struct Empty {};
struct Wide { ${Array.from({ length: 3000 }, (_, index) => `int member_with_a_rather_long_name_${index};`).join(' ')} };
Bits bits; Uni uni; Anon anon; Derived *derived; VDerived *vd; Uses uses; Big big; N::Inner inner; Empty empty; Wide wide;
List<N::Inner> *list;
extern "C" int entry() { return list->items[0] != 0 || derived->own || vd->w; }
`;

describeWith(['clang', 'llvm'], 'the types that clang and lld wrote', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-types-'));
  const place = (name: string) => path.join(folder, name);
  writeFileSync(place('types.cpp'), SOURCE);
  const target = ['--target=x86_64-pc-windows-msvc', '-g', '-gcodeview', '-fno-rtti', '-fstandalone-debug'];
  execFileSync('clang', [...target, '-c', place('types.cpp'), '-o', place('types.obj')]);
  const link = ['/debug', '/nodefaultlib', '/entry:entry', '/subsystem:console', '/opt:noref', '/force'];
  execFileSync('lld-link', [...link, place('types.obj'), `/out:${place('types.exe')}`], { stdio: 'pipe' });
  const pdb = openPdbFile(place('types.pdb'));
  afterAll(() => {
    pdb.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const library = openTypeLibrary(pdb.typeStream());
  const oracle = typesByLlvm(place('types.pdb'));

  it('the types that clang and lld wrote have the sizes, members, offsets and types that llvm-pdbutil prints', () => {
    expect(definitionsOf(oracle).map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'Bits',
        'Uni',
        'Anon',
        'Derived',
        'VDerived',
        'List<N::Inner>',
        'Uses',
        'Empty',
        'Wide',
      ]),
    );
    expectSameStructures(library, oracle);
  });

  it('the types that clang and lld wrote are found by name', () => expectSameLayouts(library, oracle));

  it('the types that clang and lld wrote keep all members of a list that takes several records', () => {
    expect([...oracle.values()].some(({ body }) => body.includes('LF_INDEX'))).toBe(true);
    expect(typedLayouts(library).offsetOf('Wide', 'member_with_a_rather_long_name_2999')).toBe(2999 * 4);
  });

  it('the types that clang and lld wrote lead into nested structures and base classes', () => {
    const layouts = typedLayouts(library);
    expect(layouts.offsetOf('N::Inner', 'deep.y')).toBe(16);
    expect(layouts.offsetOf('Anon', 'high')).toBe(12);
    expect(layouts.offsetOf('Derived', 'b1')).toBe(8);
    expect(layouts.offsetOf('Derived', 'b2')).toBe(16);
    expect(layouts.offsetOf('Derived', 'shared')).toBeUndefined();
  });

  it('the types that clang and lld wrote have enumerators of every width and sign', () => {
    // clang writes negative enumerators as the unsigned number of the same bits.
    const values = (name: string, cut = (value: bigint) => value) =>
      library
        .enumerators(library.find(name) as NamedType)
        .items.map(({ name: each, value }) => `${each} ${cut(value)}`);
    expect(values('N::Inner::Color', (value) => BigInt.asIntN(32, value))).toEqual([
      'Red -1',
      'Green 70000',
      'Blue 70001',
    ]);
    expect(values('Big')).toEqual(['Huge 18446744073709551615', 'Small 1']);
  });
});
