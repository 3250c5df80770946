import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { exportSection } from '../../src/simulator/synth/images/image-tables.ts';
import { words } from '../../src/simulator/synth/images/msf-writer.ts';
import { writePdb } from '../../src/simulator/synth/images/pdb-writer.ts';
import { writePe } from '../../src/simulator/synth/images/pe-writer.ts';
import { codeMapOf } from '../../src/stack/code-map.ts';
import { stackKey } from '../../src/stack/group.ts';
import { nameFrame } from '../../src/stack/named-frame.ts';
import { unwindDataOfCopies, unwindDataOfImage } from '../../src/stack/unwind-data.ts';
import { type ModuleSymbols, moduleSymbols } from '../../src/symbols/module-symbols.ts';
import { openPdb } from '../../src/symbols/pdb/pdb-file.ts';
import { openExports } from '../../src/symbols/pe/exports.ts';
import { openImage } from '../../src/symbols/pe/image.ts';
import { formatResolved, symbolResolver } from '../../src/symbols/resolver.ts';

const TEXT = 0x1000;
const DATA = 0x4000;
const XDATA = 0x5000;
const PDATA = 0x6000;
const EXPORTS = 0x7000;

/** A function in three parts with other functions between them, one without a name, strings, a table, and a leaf. */
const CODE = {
  early: [0x1020, 0x1040],
  work: [0x1040, 0x1080],
  other: [0x1080, 0x10c0],
  nameless: [0x10d0, 0x1100],
  stranger: [0x1140, 0x1180],
  cold: [0x1200, 0x1240],
  colder: [0x1240, 0x1260],
  shared: [0x1280, 0x12a0],
} as const;
type Part = keyof typeof CODE;
/** What the unwind data of a part leads to. */
const CHAINED: Partial<Record<Part, Part>> = { early: 'work', cold: 'work', colder: 'cold' };
const parts = Object.keys(CODE) as Part[];

const PUBLICS = [
  { name: '??_C@_05Greeting@', rva: 0x1000, isFunction: false },
  { name: 'Work', rva: 0x1040 },
  { name: 'WorkLabel', rva: 0x1060 },
  { name: 'InnerTable', rva: 0x1070, isFunction: false },
  { name: 'Other', rva: 0x1080 },
  { name: 'aString', rva: 0x10c0, isFunction: false },
  { name: 'Leaf', rva: 0x1100 },
  { name: 'Stranger', rva: 0x1140 },
  { name: 'KiInside', rva: 0x1160, isFunction: false },
  { name: 'KiTable', rva: 0x1190, isFunction: false },
  { name: 'AaAlias', rva: 0x1280 },
  { name: 'NtShared', rva: 0x1280 },
  { name: 'ZwShared', rva: 0x1280 },
  { name: 'Table', rva: 0x12c0, isFunction: false },
  { name: 'Variable', rva: DATA + 0x10, isFunction: false },
];

/** UNWIND_INFO of version 1 without codes; a chained one has flag 4 and an entry behind it. */
function unwindTables() {
  const xdata = Buffer.alloc(parts.length * 16);
  const infoOf = (part: Part) => XDATA + parts.indexOf(part) * 16;
  const entryOf = (part: Part) => words(CODE[part][0], CODE[part][1], infoOf(part));
  for (const [index, part] of parts.entries()) {
    const chained = CHAINED[part];
    xdata[index * 16] = chained === undefined ? 0x01 : 0x21;
    if (chained !== undefined) entryOf(chained).copy(xdata, index * 16 + 4);
  }
  return { xdata, pdata: Buffer.concat(parts.map(entryOf)) };
}

const { xdata, pdata } = unwindTables();
const CODE_SECTION = 0x6000_0020;
const DATA_SECTION = 0xc000_0040;
const exported = exportSection(
  'parts.sys',
  ['Work', 'Leaf', 'Stranger', 'NtShared', 'ZwShared', 'Variable'].map((name) => ({
    name,
    rva: PUBLICS.find((each) => each.name === name)?.rva ?? 0,
  })),
  EXPORTS,
);
const image = openImage(
  bytesSource(
    Buffer.from(
      writePe({
        timeDateStamp: 1,
        imageBase: 0x1_4000_0000n,
        entryPoint: 0,
        sections: [
          { name: '.text', rva: TEXT, bytes: Buffer.alloc(0x400, 0xcc), characteristics: CODE_SECTION },
          { name: '.data', rva: DATA, bytes: Buffer.alloc(0x40), characteristics: DATA_SECTION },
          { name: '.xdata', rva: XDATA, bytes: xdata, characteristics: DATA_SECTION },
          { name: '.pdata', rva: PDATA, bytes: pdata, characteristics: DATA_SECTION },
          { name: '.edata', rva: EXPORTS, bytes: exported, characteristics: DATA_SECTION },
        ],
        directories: {
          0: { rva: EXPORTS, size: exported.length },
          3: { rva: PDATA, size: pdata.length },
        },
      }),
    ),
    'parts.sys',
  ),
);
const pdb = openPdb(
  bytesSource(
    writePdb({
      guid: 'ABCDEF0123456789ABCDEF0123456789',
      age: 1,
      sections: [
        { name: '.text', rva: TEXT, size: 0x400 },
        { name: '.data', rva: DATA, size: 0x40, characteristics: DATA_SECTION },
      ],
      publics: PUBLICS,
      unwind: { pdata: { rva: PDATA, bytes: pdata }, xdata: { rva: XDATA, bytes: xdata } },
    }),
    'parts.pdb',
  ),
);
const exports = openExports(image);
const byImage = codeMapOf(unwindDataOfImage(image, 'image'), pdb);
const copies = pdb.unwindCopies();
const byCopies = copies && codeMapOf(unwindDataOfCopies('x64', copies), pdb);
if (byImage === undefined || byCopies === undefined) throw new Error('there is no function table');

const BASE = 0xfffff800_10000000n;
const resolverOf = (symbols: ModuleSymbols) =>
  symbolResolver([{ name: 'parts', base: BASE, size: 0x8000, symbols: () => symbols }]);
function nameOf(symbols: ModuleSymbols, rva: number, use: 'instruction' | 'return' | 'address'): string {
  const resolved = resolverOf(symbols).resolve(BASE + BigInt(rva), use);
  return resolved === undefined ? '' : formatResolved(resolved);
}

describe.each([
  ['the image', moduleSymbols({ pdb, exports, code: byImage })],
  ['the copies in the PDB', moduleSymbols({ pdb, exports, code: byCopies })],
])('by the function table of %s', (_, symbols) => {
  it.each([
    ['the first part', 0x1044, 'parts!Work+0x4'],
    ['a label of code inside', 0x1064, 'parts!WorkLabel+0x4'],
    ['code behind a table inside', 0x1074, 'parts!WorkLabel+0x14'],
    ['a part behind other functions', 0x1210, 'parts!Work+0x1d0'],
    ['a part that is chained twice', 0x1250, 'parts!Work+0x210'],
    ['a part before its function, with a string before it', 0x1030, 'parts!Work-0x10'],
    ['a function between the parts', 0x1090, 'parts!Other+0x10'],
    ['a function without a name behind a string', 0x10e0, 'parts+0x10e0'],
    ['a leaf function', 0x1108, 'parts!Leaf+0x8'],
    ['assembler code behind a label of the kernel', 0x1168, 'parts!KiInside+0x8'],
    ['padding behind a table of the kernel', 0x1198, 'parts+0x1198'],
    ['padding behind a function', 0x1184, 'parts+0x1184'],
    ['code behind a table', 0x12c8, 'parts+0x12c8'],
    ['data', DATA + 0x18, 'parts!Variable+0x8'],
  ])('the address %s is named within the bounds of its function', (__, rva, expected) =>
    expect(nameOf(symbols, rva, 'instruction')).toBe(expected),
  );

  it('a return address behind the last call of a part belongs to that part', () => {
    expect(nameOf(symbols, 0x1080, 'return')).toBe('parts!WorkLabel+0x20');
    expect(nameOf(symbols, 0x1240, 'return')).toBe('parts!Work+0x200');
    expect(nameOf(symbols, 0x1100, 'return')).toBe('parts+0x1100');
  });

  it('of several names the exported one is shown, Nt before Zw', () =>
    expect(nameOf(symbols, 0x1284, 'instruction')).toBe('parts!NtShared+0x4'));

  it('data in a section of code keeps its name where an address of any kind is asked for', () => {
    expect(nameOf(symbols, 0x12c8, 'address')).toBe('parts!Table+0x8');
    expect(nameOf(symbols, 0x10c4, 'address')).toBe('parts!aString+0x4');
    expect(nameOf(symbols, 0x1210, 'address')).toBe('parts!Work+0x1d0');
  });

  it('all parts of a function have one group key', () => {
    const resolver = resolverOf(symbols);
    const keyOf = (rva: number) => {
      const frame = nameFrame(
        {
          pc: virtualAddress(BASE + BigInt(rva)),
          sp: virtualAddress(0n),
          foundBy: 'unwindData',
          interrupted: true,
        },
        resolver,
      );
      return stackKey({ frames: [frame], end: 'complete' }, { kind: 'symbol' });
    };
    expect([0x1210, 0x1250, 0x1030].map(keyOf)).toEqual(Array(3).fill(keyOf(0x1044)));
    expect(keyOf(0x1090)).not.toBe(keyOf(0x1210));
  });
});

describe('by exports alone', () => {
  const symbols = moduleSymbols({ exports, code: byImage });
  it.each([
    ['an exported function', 0x1044, 'parts!Work+0x4'],
    ['its part behind other functions', 0x1210, 'parts!Work+0x1d0'],
    ['a function that is not exported', 0x1090, 'parts+0x1090'],
    ['a leaf function', 0x1108, 'parts!Leaf+0x8'],
    ['code that nothing exported reaches', 0x12c8, 'parts+0x12c8'],
    ['exported data', DATA + 0x18, 'parts!Variable+0x8'],
    ['data before every export of its section', DATA + 8, 'parts+0x4008'],
    ['a function with two exported names', 0x1280, 'parts!NtShared'],
  ])('the address %s is named within the bounds of its function', (_, rva, expected) =>
    expect(nameOf(symbols, rva, 'instruction')).toBe(expected),
  );
});

describe('an address in an image that was unloaded', () => {
  const resolver = symbolResolver(
    [],
    [
      { name: 'gone.sys', start: 0xfffff800_20000000n, end: 0xfffff800_20008000n },
      { name: '', start: 0xfffff800_30000000n, end: 0xfffff800_30008000n },
    ],
  );
  it.each([
    [0xfffff800_20001234n, 'instruction', '<Unloaded_gone.sys>+0x1234'],
    [0xfffff800_20008000n, 'return', '<Unloaded_gone.sys>+0x8000'],
    [0xfffff800_20008000n, 'instruction', undefined],
    [0xfffff800_30000010n, 'instruction', '<Unloaded_unknown>+0x10'],
    [0xfffff800_40000010n, 'instruction', undefined],
  ] as const)('0x%x as %s is %s', (address, use, expected) => {
    const resolved = resolver.resolve(address, use);
    expect(resolved && formatResolved(resolved)).toBe(expected);
  });
});
