import type { Dump } from '../dump/dump.ts';
import { tryRead } from '../dump/memory/memory.ts';
import { unitsOfBytes } from '../dump/work.ts';
import { type ImageMachine, machineOf } from '../symbols/pe/headers.ts';
import type { ReadMemory } from './memory.ts';

/** Bytes of a stack that are taken at a time: a walk reads upward in steps of eight. */
const WINDOW = 0x1000;

/** What a walk does with the bytes of one read, in units of `Work`. */
const UNITS_PER_WINDOW_READ = 2;

/** The dump's memory as the walk reads it. */
export function memoryOf(dump: Dump): ReadMemory {
  let base = 0n;
  let window: Uint8Array = new Uint8Array();
  const { work } = dump;
  return (address, length) => {
    // Most of a walk is answered from the window: that work is counted too.
    if (!work.spend(UNITS_PER_WINDOW_READ + unitsOfBytes(length))) return undefined;
    const offset = Number(address - base);
    if (offset >= 0 && offset + length <= window.length) return window.subarray(offset, offset + length);
    if (length > WINDOW) return tryRead(dump.memory, address, length);
    base = address;
    window = dump.memory.read(address, WINDOW).bytes;
    return length <= window.length ? window.subarray(0, length) : undefined;
  };
}

/** The processor kind of the dump. */
export function machineOfDump(dump: Dump): ImageMachine | undefined {
  const value = dump.header.get('MachineImageType');
  return value === undefined ? undefined : machineOf(value);
}
