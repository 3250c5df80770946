import { Buffer } from 'node:buffer';
import { openFileSource } from '../../src/binary/byte-source.ts';
import { cachedSource } from '../../src/binary/cached-source.ts';
import { ARM64_22000 } from '../../src/simulator/synth/builds.ts';
import { bitmapDump } from '../../src/simulator/synth/files/page-files.ts';
import type { Registers } from '../../src/stack/registers.ts';
import { openImage, type PeImage } from '../../src/symbols/pe/image.ts';
import { interpret } from '../stack/oracle/arm64-interpreter.ts';
import { instructionsOf } from '../stack/oracle/build.ts';
import { headerFacts } from '../synth/header.ts';
import { kernelImage } from '../synth/kernel-image.ts';
import { physicalImage } from '../synth/physical-image.ts';
import { DRIVERS } from '../synth/put-drivers.ts';

/**
 * A live dump of an ARM64 kernel with a compiled image in its memory, and with one CONTEXT record and one stack for the
 * processor's state before each instruction of its functions.
 */

export interface State {
  /** RVA and text of the instruction that is next. */
  readonly at: string;
  readonly registers: Registers;
  /** What the stack pointer was when the function was entered. */
  readonly entrySp: bigint;
  /** Where the CONTEXT record is. */
  readonly context: bigint;
}

/** CONTEXT of winnt.h for ARM64: flags at 0, X0 to X30 at 8, Sp at 0x100, Pc at 0x108. */
const CONTEXT_BYTES = 0x390;
const CONTEXT_ARM64_FULL = 0x400007;
const CONTEXTS = 0xffffe08b_20000000n;
const FIRST_STACK = 0xfffff905_30000000n;
const HEADER_BYTES = 0x400;

function contextRecord({ pc, sp, general }: Registers): Buffer {
  const record = Buffer.alloc(CONTEXT_BYTES);
  record.writeUInt32LE(CONTEXT_ARM64_FULL, 0);
  general.forEach((value, register) => {
    record.writeBigUInt64LE(BigInt.asUintN(64, value ?? 0n), 8 + register * 8);
  });
  record.writeBigUInt64LE(sp, 0x100);
  record.writeBigUInt64LE(pc, 0x108);
  return record;
}

/** Instructions by function, as the table of functions cuts them. */
function functionsOf(library: string, image: PeImage): Array<Array<readonly [rva: number, text: string]>> {
  const table = image.directory('exception');
  const entries = table && image.read(table.rva, table.size);
  if (entries === undefined) throw new Error('the image has no table of functions');
  const view = new DataView(entries.buffer, entries.byteOffset, entries.byteLength);
  const begins = Array.from({ length: entries.byteLength / 8 }, (_, index) =>
    view.getUint32(index * 8, true),
  );
  const instructions = [...instructionsOf(library)];
  return begins.map((begin, index) => {
    const end = begins[index + 1] ?? Number.POSITIVE_INFINITY;
    return instructions.filter(([rva]) => rva >= begin && rva < end);
  });
}

/** Bytes of stack that a function uses, and some more. */
function depthOf(instructions: ReadonlyArray<readonly [rva: number, text: string]>): bigint {
  const lowest = [...interpret(instructions, 0n, 0n)].reduce(
    (low, { registers: { sp } }) => (BigInt.asIntN(64, sp) < low ? BigInt.asIntN(64, sp) : low),
    0n,
  );
  return -lowest + 0x40n;
}

/** Puts an image into a dump, and every state of its functions. */
export function arm64Dump(library: string): {
  readonly bytes: Uint8Array;
  readonly states: readonly State[];
} {
  const image = openImage(cachedSource(openFileSource(library)));
  const kernel = kernelImage(ARM64_22000);
  // The last driver of the list has its image in memory.
  const base = DRIVERS.at(-1)?.base ?? 0n;
  const headers = { rva: 0, virtualSize: HEADER_BYTES };
  for (const { rva, virtualSize } of [headers, ...image.sections]) {
    const bytes = image.read(rva, virtualSize);
    if (bytes === undefined) throw new Error(`the image has no bytes at 0x${rva.toString(16)}`);
    kernel.image.write(base + BigInt(rva), bytes);
  }
  const states: State[] = [];
  let stack = FIRST_STACK;
  for (const instructions of functionsOf(library, image)) {
    const depth = depthOf(instructions);
    for (let step = 0; step < instructions.length; step++) {
      stack += depth;
      const entrySp = stack;
      // Played anew for each state: its stack is its own.
      const found = [...interpret(instructions, base, entrySp)][step];
      if (found === undefined) break;
      const context = CONTEXTS + BigInt(states.length * 0x400);
      kernel.image.write(context, contextRecord(found.registers));
      for (const [address, value] of found.stored) {
        const word = Buffer.alloc(8);
        word.writeBigUInt64LE(BigInt.asUintN(64, value));
        kernel.image.write(address, word);
      }
      states.push({
        at: `+0x${found.rva.toString(16)} ${found.text}`,
        registers: found.registers,
        entrySp,
        context,
      });
    }
  }
  const { frames, root } = physicalImage(kernel, 'arm64');
  return { bytes: bitmapDump(frames, headerFacts(kernel, { root, attributes: 0x10 }), {}), states };
}
