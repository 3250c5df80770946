import { Buffer } from 'node:buffer';
import { writeMsf } from '../../../src/simulator/synth/images/msf-writer.ts';
import { recordOver } from '../../../src/simulator/synth/raw-record.ts';

const BLOCK = 0x1000;
const NIL = 0xffff;
/** Blocks of function records that every module claims as its own stream. */
const SHARED_BLOCKS = 64;
const FIRST_MODULE_STREAM = 6;

/** A PDB of `modules` object files with a stream each, all of them the same blocks (LLVM documentation "The MSF File Format"). */
export function sharedBlocksPdb(modules: number): Uint8Array {
  const info = recordOver(new Uint8Array(0x20)).u32(0, 20000404).u32(8, 1).bytes;
  const moduleBytes = modules * 0x44;
  const table = recordOver(new Uint8Array(moduleBytes));
  for (let index = 0; index < modules; index++)
    table
      .u16(index * 0x44 + 0x22, FIRST_MODULE_STREAM + index)
      .u32(index * 0x44 + 0x24, SHARED_BLOCKS * BLOCK);
  const debugHeader = new Uint8Array(22).fill(0xff);
  const dbi = recordOver(new Uint8Array(0x40 + moduleBytes + 4 + debugHeader.length));
  dbi
    .u32(0, 0xffff_ffff)
    .u32(4, 19990903)
    .u32(8, 1)
    .u16(0x0c, NIL)
    .u16(0x10, NIL)
    .u16(0x14, NIL)
    .u32(0x18, moduleBytes)
    .u32(0x1c, 4)
    .u32(0x30, debugHeader.length)
    .u16(0x3a, 0x8664)
    .copy(0x40, table.bytes)
    .u32(0x40 + moduleBytes, 0xeffe0000 + 19970605)
    .copy(0x44 + moduleBytes, debugHeader);
  dbi.u16(0x44 + moduleBytes + 10, 5);
  const sections = recordOver(new Uint8Array(40)).u32(8, 0x10000).u32(12, 0x1000).u32(36, 0x6000_0020).bytes;
  const functions = recordOver(new Uint8Array(SHARED_BLOCKS * BLOCK));
  for (let at = 4; at + 0x30 < functions.bytes.length; at += 0x30)
    functions
      .u16(at, 0x2e)
      .u16(at + 2, 0x1110)
      .u32(at + 0x10, 1)
      .u16(at + 0x24, 1)
      .latin1(at + 0x27, 'hostile');

  const own = [new Uint8Array(0), info, new Uint8Array(0), dbi.bytes, new Uint8Array(0), sections];
  let next = 3;
  const take = (bytes: number) => Array.from({ length: Math.ceil(bytes / BLOCK) }, () => next++);
  const placed = own.map((bytes) => ({ bytes, blocks: take(bytes.length) }));
  const shared = { bytes: functions.bytes, blocks: take(functions.bytes.length) };
  const streams = [...placed, ...Array.from({ length: modules }, () => shared)];
  const directoryWords = [
    streams.length,
    ...streams.map(({ bytes }) => bytes.length),
    ...streams.flatMap(({ blocks }) => blocks),
  ];
  const directoryBlocks = take(directoryWords.length * 4);
  const mapBlocks = take(directoryBlocks.length * 4);
  const file = recordOver(new Uint8Array(next * BLOCK));
  for (const { bytes, blocks } of [...placed, shared])
    for (const [index, block] of blocks.entries())
      file.copy(block * BLOCK, bytes.subarray(index * BLOCK, (index + 1) * BLOCK));
  for (const [index, word] of directoryWords.entries())
    file.u32(
      (directoryBlocks[Math.floor(index / (BLOCK / 4))] ?? 0) * BLOCK + (index % (BLOCK / 4)) * 4,
      word,
    );
  for (const [index, block] of directoryBlocks.entries())
    file.u32((mapBlocks[Math.floor(index / (BLOCK / 4))] ?? 0) * BLOCK + (index % (BLOCK / 4)) * 4, block);
  file
    .latin1(0, 'Microsoft C/C++ MSF 7.00\r\n\x1aDS\0\0\0')
    .u32(0x20, BLOCK)
    .u32(0x24, 1)
    .u32(0x28, next)
    .u32(0x2c, directoryWords.length * 4);
  for (const [index, block] of mapBlocks.entries()) file.u32(0x34 + index * 4, block);
  return file.bytes;
}

/** Bytes of the record of a function with a name of no letters. */
const FUNCTION_BYTES = 0x28;
/** From the functions of one object file to those of the other. */
const MODULE_STEP = 0x80_0000;

/** A PDB of two object files with `count` functions each, of 16 bytes each. */
export function twoModulesPdb(count: number): Uint8Array {
  const symbolBytes = 4 + count * FUNCTION_BYTES;
  const modules = [0, 1].map((module) => {
    const records = recordOver(new Uint8Array(symbolBytes));
    for (let index = 0; index < count; index++) {
      const at = 4 + index * FUNCTION_BYTES;
      records
        .u16(at, FUNCTION_BYTES - 2)
        .u16(at + 2, 0x1110)
        .u32(at + 0x10, 16)
        .u32(at + 0x20, module * MODULE_STEP + index * 16)
        .u16(at + 0x24, 1);
    }
    return records.bytes;
  });
  const table = recordOver(new Uint8Array(2 * 0x44));
  const contributions = recordOver(new Uint8Array(4 + 2 * 0x1c)).u32(0, 0xeffe0000 + 19970605);
  for (const module of [0, 1]) {
    table.u16(module * 0x44 + 0x22, FIRST_MODULE_STREAM + module).u32(module * 0x44 + 0x24, symbolBytes);
    const at = 4 + module * 0x1c;
    contributions
      .u16(at, 1)
      .u32(at + 4, module * MODULE_STEP)
      .u32(at + 8, MODULE_STEP)
      .u16(at + 0x10, module);
  }
  const debugHeader = recordOver(new Uint8Array(22).fill(0xff)).u16(10, 5).bytes;
  const header = recordOver(new Uint8Array(0x40))
    .u32(0, 0xffff_ffff)
    .u32(4, 19990903)
    .u32(8, 1)
    .u16(0x0c, NIL)
    .u16(0x10, NIL)
    .u16(0x14, NIL)
    .u32(0x18, table.bytes.length)
    .u32(0x1c, contributions.bytes.length)
    .u32(0x30, debugHeader.length)
    .u16(0x3a, 0x8664).bytes;
  const dbi = Buffer.concat([header, table.bytes, contributions.bytes, debugHeader]);
  const info = recordOver(new Uint8Array(0x20)).u32(0, 20000404).u32(8, 1).bytes;
  const section = recordOver(new Uint8Array(40))
    .u32(8, 2 * MODULE_STEP)
    .u32(12, 0x1000)
    .u32(36, 0x6000_0020).bytes;
  const none = new Uint8Array(0);
  return writeMsf([none, info, none, dbi, none, section, ...modules]);
}
