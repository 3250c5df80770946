import { Buffer } from 'node:buffer';
import { hashText, seededRandom } from '../seeded-random.ts';
import { X64_19041 } from '../synth/builds.ts';
import { DEBUG_DIRECTORY_BYTES, debugTables, exportSection } from '../synth/images/image-tables.ts';
import { kernelTypeRecords } from '../synth/images/kernel-types.ts';
import { words } from '../synth/images/msf-writer.ts';
import { writePdb } from '../synth/images/pdb-writer.ts';
import {
  checkSumOf,
  filePositions,
  imageSize,
  type PeSection,
  SECTION_ALIGNMENT,
  writePe,
} from '../synth/images/pe-writer.ts';
import { planModule } from './function-plan.ts';
import { KERNEL_DATA, type ModulePlan } from './modules.ts';
import { type PlacedFunction, placeFunctions, TEXT_RVA } from './place-functions.ts';
import { type CalleeResolver, textSection } from './text-section.ts';
import { unwindTables } from './unwind-tables.ts';

/** A module of the simulated kernel, built: the file that is on its disk and the PDB of its symbol server. */
export interface BuiltImage {
  readonly module: ModulePlan;
  readonly functions: ReadonlyMap<string, PlacedFunction>;
  /** RVAs of global variables by name. */
  readonly data: ReadonlyMap<string, number>;
  readonly file: Uint8Array;
  readonly imageSize: number;
  readonly timeDateStamp: number;
  readonly checkSum: number;
  /** 32 upper-case hex digits. */
  readonly guid: string;
  readonly age: number;
  pdb(): Uint8Array;
}

const CODE = 0x60000020;
const CONSTANTS = 0x40000040;
const VARIABLES = 0xc0000040;
const AGE = 1;

const aligned = (value: number) => Math.ceil(value / SECTION_ALIGNMENT) * SECTION_ALIGNMENT;

function placeData(module: ModulePlan, rva: number): Map<string, number> {
  const places = new Map<string, number>();
  if (module.name !== 'nt') return places;
  let next = rva;
  for (const [name, bytes] of KERNEL_DATA) {
    places.set(name, next);
    next += Math.ceil(bytes / 0x40) * 0x40;
  }
  return places;
}

const dataBytes = (module: ModulePlan) =>
  module.name === 'nt'
    ? KERNEL_DATA.reduce((sum, [, bytes]) => sum + Math.ceil(bytes / 0x40) * 0x40, 0)
    : 0x40;

/** Pointers to functions of other images: one for each that is called, and one for calls of changing target. */
function importSlots(module: ModulePlan, functions: readonly PlacedFunction[]): ReadonlyMap<string, number> {
  const foreign = functions
    .flatMap(({ callSites }) => callSites)
    .map(({ callee }) => callee ?? '')
    .filter((callee) => !callee.startsWith(`${module.name}!`));
  return new Map([...new Set(['', ...foreign])].map((callee, index) => [callee, index * 8]));
}

/** The file and the PDB of a module. Pure: the same module gives the same bytes. */
export function buildImage(module: ModulePlan): BuiltImage {
  const functions = placeFunctions(planModule(module));
  const rvas = new Map(functions.map(({ name, rva }) => [`${module.name}!${name}`, rva]));
  const handler = rvas.get(`${module.name}!GuardDispatch`) ?? TEXT_RVA;
  const last = functions.at(-1);
  const rdataRva = aligned(TEXT_RVA + (last === undefined ? 0 : last.rva + last.bytes - TEXT_RVA + 16));
  const slots = importSlots(module, functions);
  const resolve: CalleeResolver = (callee) => {
    const near = callee === undefined ? undefined : rvas.get(callee);
    if (near !== undefined) return { kind: 'near', rva: near };
    return { kind: 'imported', rva: rdataRva + (slots.get(callee ?? '') ?? 0) };
  };
  const text = textSection(functions, resolve);

  const random = seededRandom(hashText(module.file));
  const timeDateStamp = random();
  const guid = words(random(), random(), random(), random());
  const debugAt = slots.size * 8;
  const exportedSymbols = functions
    .filter(({ isExported }) => isExported)
    .map(({ name, rva }) => ({ name: decorated(name), rva }));
  const [, rdataPosition = 0] = filePositions([text.length, 0, 0, 0, 0]);
  const debug = debugTables(
    { timeDateStamp, guid, age: AGE, pdbName: module.pdbName },
    rdataRva + debugAt,
    rdataPosition + debugAt,
  );
  const exportsAt = Math.ceil((debugAt + debug.length) / 16) * 16;
  const exports = exportSection(module.file, exportedSymbols, rdataRva + exportsAt);
  const xdataAt = Math.ceil((exportsAt + exports.length) / 16) * 16;
  const tables = unwindTables(functions, rdataRva + xdataAt, handler);
  const rdata = new Uint8Array(xdataAt + tables.xdata.length);
  rdata.set(debug, debugAt);
  rdata.set(exports, exportsAt);
  rdata.set(tables.xdata, xdataAt);

  const pdataRva = aligned(rdataRva + rdata.length);
  const dataRva = aligned(pdataRva + tables.pdata.length);
  const data = placeData(module, dataRva);
  const sections: PeSection[] = [
    { name: '.text', rva: TEXT_RVA, bytes: text, characteristics: CODE },
    { name: '.rdata', rva: rdataRva, bytes: rdata, characteristics: CONSTANTS },
    { name: '.pdata', rva: pdataRva, bytes: tables.pdata, characteristics: CONSTANTS },
    { name: '.data', rva: dataRva, bytes: new Uint8Array(dataBytes(module)), characteristics: VARIABLES },
  ];
  const file = writePe({
    timeDateStamp,
    imageBase: 0x1_4000_0000n,
    entryPoint: functions[0]?.rva ?? TEXT_RVA,
    sections,
    directories: {
      0: { rva: rdataRva + exportsAt, size: exports.length },
      3: { rva: pdataRva, size: tables.pdata.length },
      6: { rva: rdataRva + debugAt, size: DEBUG_DIRECTORY_BYTES },
    },
  });

  return {
    module,
    functions: new Map(functions.map((placed) => [placed.name, placed])),
    data,
    file,
    imageSize: imageSize(sections),
    timeDateStamp,
    checkSum: checkSumOf(file),
    guid: guidText(guid).replaceAll('-', ''),
    age: AGE,
    pdb: () =>
      writePdb({
        guid: guidText(guid),
        age: AGE,
        sections: sections.map(({ name, rva, bytes, characteristics }) => ({
          name,
          rva,
          size: bytes.length,
          characteristics,
        })),
        publics: [
          ...functions.flatMap(({ name, rva, label }) => [
            { name: decorated(name), rva },
            ...(label === undefined ? [] : [{ name: label.name, rva: rva + label.offset }]),
          ]),
          ...[...data].map(([name, rva]) => ({ name, rva, isFunction: false })),
        ],
        // The images are those of x64 10 2004.
        types: module.name === 'nt' ? kernelTypeRecords(X64_19041) : [],
        unwind: {
          pdata: { rva: pdataRva, bytes: tables.pdata },
          xdata: { rva: rdataRva + xdataAt, bytes: tables.xdata },
        },
      }),
  };
}

/** A GUID as registries and PDB tools print it: the first three groups are little endian in the file. */
function guidText(bytes: Uint8Array): string {
  const hex = (from: number, to: number, reversed = false) => {
    const part = Buffer.from(bytes.subarray(from, to));
    return (reversed ? part.reverse() : part).toString('hex').toUpperCase();
  };
  return [hex(0, 4, true), hex(4, 6, true), hex(6, 8, true), hex(8, 10), hex(10, 16)].join('-');
}

/**
 * A member function as Microsoft's compiler decorates it, `void` without parameters. The names are those that WinDbg shows, which
 * takes one underscore from a name of C.
 */
function decorated(name: string): string {
  const parts = name.split('::');
  if (parts.length === 1) return name.startsWith('_') ? `_${name}` : name;
  return `?${parts.toReversed().join('@')}@@QEAAXXZ`;
}
