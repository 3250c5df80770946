import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFileSource } from '../../src/binary/byte-source.ts';
import { cachedSource } from '../../src/binary/cached-source.ts';
import { exitsOf, fragmentOwner, type Piece } from '../../src/stack/arm64/fragment-owner.ts';
import { codeMapOf } from '../../src/stack/code-map.ts';
import { type UnwindData, unwindDataOfImage } from '../../src/stack/unwind-data.ts';
import { moduleSymbols } from '../../src/symbols/module-symbols.ts';
import { openExports } from '../../src/symbols/pe/exports.ts';
import { openImage } from '../../src/symbols/pe/image.ts';
import { describeWith } from '../support/equipment.ts';
import { linkAssembly } from './oracle/build.ts';

/** Each function and each part in the order of the image. */
interface Code {
  readonly name: string;
  readonly flag: 1 | 2;
  /** Saved integer registers. */
  readonly integers: number;
  readonly body: readonly string[];
  /** Described by .xdata: no instruction of its own, then the codes of `PROLOG`. */
  readonly isLong?: boolean;
}

const PROLOG = ['stp x29, x30, [sp, #-16]!', 'mov x29, sp'];
const EPILOG = ['ldp x29, x30, [sp], #16', 'ret'];
const PROLOG_OF_TWO = ['stp x19, x20, [sp, #-16]!', ...PROLOG];
const EPILOG_OF_TWO = ['ldp x29, x30, [sp], #16', 'ldp x19, x20, [sp], #16', 'ret'];

const CODE: readonly Code[] = [
  {
    name: 'Work',
    flag: 1,
    integers: 0,
    body: [...PROLOG, 'cbz x0, WorkCold', 'WorkBack:', 'nop', 'cbz x1, WorkDead', ...EPILOG],
  },
  { name: 'Other', flag: 1, integers: 0, body: [...PROLOG, 'OtherBack:', 'nop', ...EPILOG] },
  { name: 'Wide', flag: 1, integers: 2, body: [...PROLOG_OF_TWO, 'WideBack:', 'nop', ...EPILOG_OF_TWO] },
  { name: 'Stranger', flag: 1, integers: 0, body: [...PROLOG, 'nop', ...EPILOG] },
  // Directly behind a stranger with the same frame.
  { name: 'WorkCold', flag: 2, integers: 0, body: ['nop', 'bl Stranger', 'b WorkBack'] },
  // Leads back by another part.
  {
    name: 'WorkColder',
    flag: 2,
    integers: 0,
    body: ['nop', 'tbnz x2, #3, WorkCold', 'bl Stranger'],
    isLong: true,
  },
  // Never comes back: a stop.
  { name: 'WorkDead', flag: 2, integers: 0, body: ['bl Stranger', 'brk #1'] },
  // Only a tail call to the beginning of a function with the same frame.
  { name: 'Tail', flag: 2, integers: 0, body: ['nop', 'b Other'] },
  // Branches into two functions: one of them cannot be its own.
  { name: 'Torn', flag: 2, integers: 0, body: ['cbz x0, OtherBack', 'b WorkBack'] },
  // Branches into a function with another frame.
  { name: 'Unlike', flag: 2, integers: 2, body: ['nop', 'b WorkBack'] },
  { name: 'WideCold', flag: 2, integers: 2, body: ['nop', 'b.eq WideBack', 'brk #1'] },
  { name: 'Falls', flag: 1, integers: 0, body: [...PROLOG, 'nop', 'nop'] },
  // Control comes from the function before it.
  { name: 'Fallen', flag: 2, integers: 0, body: ['nop', 'brk #1'] },
];

const isInstruction = (line: string) => !line.endsWith(':');
const lengthOf = ({ body }: Code) => body.filter(isInstruction).length * 4;

function assembly(): string {
  const text = CODE.flatMap(({ name, body }) => [`.globl ${name}`, `${name}:`, ...body]);
  // The documentation's drawing of a packed entry: flag, length in instructions, RegI, CR 3 and the frame in units of 16 bytes.
  const table = CODE.flatMap((each) => {
    const { name, flag, integers } = each;
    const frame = 1 + integers / 2;
    const word = (flag | lengthOf(each) | (integers << 16) | (3 << 21) | (frame << 23)) >>> 0;
    return [`.long ${name}@IMGREL`, each.isLong ? `.long ${name}_xdata@IMGREL` : `.long ${word}`];
  });
  // The header without epilogs and with one word of codes: end_c, set_fp, save_fplr_x 16, end.
  const xdata = CODE.filter(({ isLong }) => isLong).flatMap((each) => [
    `${each.name}_xdata:`,
    `.long ${((lengthOf(each) / 4) | (1 << 27)) >>> 0}`,
    '.byte 0xe5, 0xe1, 0x81, 0xe4',
  ]);
  const exported = CODE.filter(({ flag }) => flag === 1).map(({ name }) => `.ascii " /EXPORT:${name}"`);
  return [
    '.text',
    '.p2align 4',
    ...text,
    '.section .xdata,"dr"',
    '.p2align 2',
    ...xdata,
    '.section .pdata,"dr"',
    ...table,
    '.section .drectve,"yn"',
    ...exported,
  ].join('\n');
}

describeWith(['clang', 'llvm'], 'names of split-off parts of ARM64 functions', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-fragments-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const image = openImage(cachedSource(openFileSource(linkAssembly(folder, assembly(), 'arm64'))));
  const found = unwindDataOfImage(image, 'image');
  if (found === undefined) throw new Error('no function table');
  const data: UnwindData = found;
  const exports = openExports(image);
  const base = exports.named('Work')[0]?.rva ?? 0;
  const rvaOf = (name: string) => {
    const index = CODE.findIndex((each) => each.name === name);
    return base + CODE.slice(0, index).reduce((sum, each) => sum + lengthOf(each), 0);
  };
  const named = (unwindData: UnwindData, rva: number) => {
    const code = codeMapOf(unwindData, undefined);
    const name = moduleSymbols({ exports, ...(code && { code }) }).nameOf(rva, 'instruction');
    return name && `${name.name}+${name.offset}`;
  };

  it.each([
    ['a part that branches back, behind a stranger with the same frame', 'WorkCold', 'Work'],
    ['a part that branches back through another part', 'WorkColder', 'Work'],
    ['a part of a function that saves registers', 'WideCold', 'Wide'],
    ['a part that control enters from the code before it', 'Fallen', 'Falls'],
  ])('%s has the name of its function with the distance from its start', (_, part, owner) => {
    const rva = rvaOf(part) + 4;
    expect(named(data, rva)).toBe(`${owner}+${rva - rvaOf(owner)}`);
  });

  it.each([
    ['a part that never comes back', 'WorkDead'],
    ['a part that only calls a function at its end', 'Tail'],
    ['a part that branches into two functions', 'Torn'],
    ['a part that branches into a function with another frame', 'Unlike'],
  ])('%s has no name', (_, part) => {
    expect(named(data, rvaOf(part) + 4)).toBeUndefined();
  });

  it('a split-off part has no name where its code is not at hand', () => {
    const tables: UnwindData = {
      ...data,
      read: (rva, length) => (data.isExecutable?.(rva) ? undefined : data.read(rva, length)),
    };
    expect(named(tables, rvaOf('WorkCold') + 4)).toBeUndefined();
    expect(named(tables, rvaOf('Other') + 4)).toBe('Other+4');
  });
});

describe('a fragment made of branches alone', () => {
  it('a fragment made of branches alone is searched for its function within a bound, whatever the branches lead to', () => {
    const LENGTH = 0x10_0000;
    const pieceFrom = (begin: number): Piece => ({
      code: {
        begin,
        length: LENGTH,
        codes: [{ kind: 'allocate', size: 16 }],
        prologInstructions: 0,
        epilogAt: () => undefined,
      },
      isFragment: true,
    });
    // B to the next megabyte, where another fragment of the same kind is.
    const code = Buffer.alloc(LENGTH);
    for (let at = 0; at < LENGTH; at += 4) code.writeUInt32LE(0x1404_0000, at);
    let lookedUp = 0;
    let read = 0;
    const readCode = (rva: number, length: number) => {
      read += length;
      return code.subarray(rva % LENGTH, (rva % LENGTH) + length);
    };
    const owner = fragmentOwner(
      {
        pieceAt(rva) {
          lookedUp += 1;
          return pieceFrom(rva - (rva % LENGTH));
        },
        pieceEndingAt: () => undefined,
        read: readCode,
        exits: (piece) => exitsOf(readCode, piece),
      },
      pieceFrom(0),
    );
    expect(owner).toBeUndefined();
    expect(lookedUp).toBeLessThanOrEqual(64);
    expect(read).toBeLessThanOrEqual(16 * 0x4000);
  });
});
