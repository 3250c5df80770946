import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { atOnce } from '../../../src/binary/steps.ts';
import { orUndefined } from '../../../src/contract/failure.ts';
import { typeStream } from '../../../src/simulator/synth/images/pdb-types-writer.ts';
import { writePdb } from '../../../src/simulator/synth/images/pdb-writer.ts';
import { expandCabinet } from '../../../src/symbols/cabinet/cabinet.ts';
import { moduleSymbols } from '../../../src/symbols/module-symbols.ts';
import { openPdb } from '../../../src/symbols/pdb/pdb-file.ts';
import { expand } from '../../../src/symbols/types/expand.ts';
import { typedLayouts } from '../../../src/symbols/types/structure-layouts.ts';
import { openTypeLibrary } from '../../../src/symbols/types/type-library.ts';
import { typeText } from '../../../src/symbols/types/type-text.ts';
import { undecorate } from '../../../src/symbols/undecorate/undecorate.ts';
import { testDataFolder } from '../../support/test-data.ts';
import { writeCabinet } from '../../symbols/cabinet/cabinet-writer.ts';
import { streamsOf, writeMsfz } from '../../symbols/pdb/msfz-writer.ts';
import type { Place } from '../edits.ts';
import { twoModulesPdb } from '../hostile/pdb.ts';
import type { Random } from '../random.ts';
import { type Base, type Target, textOf, texts, wordPlaces } from '../target.ts';

const TYPES = [
  {
    name: '_INNER',
    size: 16,
    members: [
      { name: 'Low', offset: 0, type: { bits: 'u32', position: 0, length: 5 } },
      { name: 'Next', offset: 8, type: { pointer: { structure: '_OUTER' } } },
    ],
  },
  {
    name: '_OUTER',
    size: 0x40,
    members: [
      { name: 'Inner', offset: 0, type: { structure: '_INNER' } },
      { name: 'Table', offset: 0x10, type: { array: { structure: '_INNER' }, count: 2, elementSize: 16 } },
      { name: 'Either', offset: 0x30, type: { structure: '_EITHER' } },
    ],
  },
  { name: '_EITHER', size: 8, isUnion: true, members: [{ name: 'Whole', offset: 0, type: 'u64' }] },
] as const;

function smallPdb(): Uint8Array {
  return writePdb({
    guid: '81BC5C377C525081645F9958F209C527',
    age: 1,
    sections: [
      { name: '.text', rva: 0x1000, size: 0x4000 },
      { name: '.data', rva: 0x5000, size: 0x1000, characteristics: 0xc0000040 },
    ],
    publics: Array.from({ length: 40 }, (_, index) => ({
      name: index % 3 === 0 ? `?name${index}@Class@@YAXXZ` : `Name${index}`,
      rva: 0x1000 + index * 0x60,
    })),
    unwind: {
      pdata: { rva: 0x6000, bytes: new Uint8Array(24) },
      xdata: { rva: 0x7000, bytes: new Uint8Array(16) },
    },
    types: TYPES,
  });
}

/** The words of every block that a small file has: its header, its directory and the heads of its streams. */
const heads = (bytes: Uint8Array): Place[] =>
  Array.from({ length: Math.floor(bytes.length / 0x1000) }, (_, block) =>
    wordPlaces(block * 0x1000, block * 0x1000 + 0x80),
  ).flat();

const pdbBase = (name: string, bytes: Uint8Array): Base => ({
  name,
  bytes,
  places: [...wordPlaces(0x20, 0x40), ...heads(bytes)],
});

const REAL_PDB = path.join('symbols', 'amdppm.pdb', '1C19FDDB27BB3399D9B45973EFEAFCF31', 'amdppm.pdb');

/** A PDB of an image that was rearranged after linking: every place goes through its maps. */
function rearrangedPdb(): Uint8Array {
  return writePdb({
    guid: '81BC5C377C525081645F9958F209C527',
    age: 1,
    sections: [
      { name: '.text', rva: 0x1000, size: 0x4000 },
      { name: '.data', rva: 0x5000, size: 0x1000, characteristics: 0xc0000040 },
    ],
    publics: Array.from({ length: 40 }, (_, index) => ({ name: `Name${index}`, rva: 0x1000 + index * 0x60 })),
    rearranged: {
      sections: [{ name: '.text', rva: 0x1000, size: 0x4000 }],
      toSource: [
        [0x1000, 0x3000],
        [0x2000, 0x1000],
        [0x3000, 0],
      ],
      fromSource: [
        [0x1000, 0x2000],
        [0x2000, 0],
        [0x3000, 0x1000],
      ],
    },
  });
}

/** Functions of each object file in the PDB of full debug information. */
const FUNCTIONS = 40;

function pdbs(): Base[] {
  const real = path.join(testDataFolder(), REAL_PDB);
  return [
    pdbBase('small', smallPdb()),
    pdbBase('functions', twoModulesPdb(FUNCTIONS)),
    pdbBase('rearranged', rearrangedPdb()),
    ...(existsSync(real) ? [pdbBase('amdppm', readFileSync(real))] : []),
  ];
}

/** Every question that the product asks a PDB; one that fails leaves the others. */
function readPdb(bytes: Uint8Array, random: Random): string[] {
  const pdb = openPdb(bytesSource(bytes, 'fuzzed.pdb'), [{ rva: 0x1000, size: 0x4000, executable: true }]);
  const told: string[] = [];
  const ask = (question: () => unknown) => {
    const value = orUndefined(question, (failure) =>
      told.push(failure.message.replace(/\d+/g, '#').slice(0, 80)),
    );
    if (value !== undefined) told.push(typeof value);
  };
  ask(() => pdb.isExecutable(0x1000));
  ask(() => pdb.unwindCopies()?.pdata.bytes.length);
  for (let question = 0; question < 6; question++) {
    const rva = random.below(0x8000);
    ask(() => pdb.nearest(rva)?.name.length);
    ask(() => pdb.namesAt(rva).length);
    ask(() => pdb.nearest(rva, { codeOnly: true, labels: true, entry: rva })?.rva);
  }
  const names = moduleSymbols({ pdb });
  ask(() => pdb.named('Name1').length);
  ask(() => pdb.named('Function1').length);
  ask(() => names.find('name1', 10).length);
  ask(() => names.find('Class::name3', 10).length);
  ask(() => {
    let count = 0;
    for (const symbol of pdb.symbols()) count += symbol.name.length;
    return count;
  });
  ask(() => names.find('*name*', 10).length);
  ask(() => names.nameOf(random.below(0x8000), 'return')?.name.length);
  ask(() => askTypes(openTypeLibrary(pdb.typeStream())));
  return told;
}

function askTypes(library: ReturnType<typeof openTypeLibrary>): number {
  const layouts = typedLayouts(library);
  let seen = 0;
  library.eachName(() => {
    seen += 1;
  });
  for (const name of ['_OUTER', '_INNER', '_EITHER', '_ELSEWHERE']) {
    layouts.sizeOf(name);
    for (const member of ['Inner', 'Inner.Next', 'Table', 'Either.Whole', 'Low'])
      layouts.offsetOf(name, member);
    const type = library.find(name);
    if (type === undefined) continue;
    seen += expand(library, type, { depth: 16 }).members.length;
    for (const member of library.members(type).items) seen += typeText(library, member.type).length;
    seen += library.enumerators(type).items.length;
  }
  return seen;
}

export const pdbTarget: Target = { name: 'pdb', bases: pdbs, run: readPdb };

export const tpiTarget: Target = {
  name: 'tpi',
  bases() {
    const bytes = new Uint8Array(typeStream(TYPES));
    return [{ name: 'types', bytes, places: wordPlaces(0, bytes.length - 2, 2) }];
  },
  run: (bytes) => askTypes(openTypeLibrary(bytesSource(bytes, 'fuzzed types'))),
};

export const msfzTarget: Target = {
  name: 'msfz',
  bases() {
    const forms = {
      small: writeMsfz(streamsOf(smallPdb())),
      // Streams in many fragments, over many chunks, and some of them plain.
      fragments: writeMsfz(streamsOf(smallPdb()), {
        method: 'deflate',
        chunkBytes: 1000,
        fragmentBytes: 700,
        plain: new Set([3]),
      }),
    };
    return Object.entries(forms).map(([name, form]) => {
      const bytes = new Uint8Array(form);
      const places = [...wordPlaces(0x20, 0x60), ...wordPlaces(bytes.length - 0x200, bytes.length)];
      return { name, bytes, places };
    });
  },
  run: readPdb,
};

export const cabinetTarget: Target = {
  name: 'cabinet',
  bases() {
    const content = smallPdb().subarray(0, 0x12000);
    return [0, 1].map((compression) => {
      const bytes = new Uint8Array(writeCabinet('fuzzed.pdb', content, { compression, checksums: false }));
      return { name: `compression ${compression}`, bytes, places: wordPlaces(0, 0x80, 2) };
    });
  },
  run: (bytes) => {
    const { name, bytes: content } = atOnce(expandCabinet(bytesSource(bytes, 'fuzzed.pd_')));
    return [name.length > 0 ? 'named' : 'nameless', content.length > 0 ? 'full' : 'empty'];
  },
};

export const undecorateTarget: Target = {
  name: 'undecorate',
  bases: () =>
    texts([
      '?FxStubInitTypes@@YAJXZ',
      '??$?BH@A@@QEAAHXZ',
      '?cnt@?1??localst@@YAHH@Z@4HA',
      '??_C@_07NFANNNEC@UNKNOWN@',
      '?f@?$t@V?$u@HV?$w@P6AXHH@Z@@@@V1@@@YAP6AXH@ZPEAV?$x@$00@@@Z',
      '??__Eglobal@@YAXXZ',
      '?$t@P6AXPEAX@Z$0A@$1?g@@YAXXZ@@QEBA?AVz@@AEAV2@_N@Z',
    ]),
  run: (bytes) => {
    const name = undecorate(textOf(bytes));
    if (name.length > 16 * bytes.length + 8192)
      throw new RangeError(`${name.length} letters of ${bytes.length}`);
    return [];
  },
};
