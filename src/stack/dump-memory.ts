import { addressAt, type VirtualAddress } from '../binary/address.ts';
import { offsetInPage } from '../binary/address-halves.ts';
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
  // A page of the dump is at hand without a copy; the blocks of a triage dump begin anywhere.
  const isPaged = dump.kind === 'pages';
  return (address, length) => {
    // Most of a walk is answered from the window: that work is counted too.
    if (!work.spend(UNITS_PER_WINDOW_READ + unitsOfBytes(length))) return undefined;
    const offset = Number(address - base);
    if (offset >= 0 && offset + length <= window.length) return window.subarray(offset, offset + length);
    if (length > WINDOW) return tryRead(dump.memory, address, length);
    const skip = isPaged ? offsetInPage(address) : 0;
    if (skip + length > WINDOW) return tryRead(dump.memory, address, length);
    base = skip === 0 ? address : addressAt(address, -skip);
    window = dump.memory.read(base as VirtualAddress, WINDOW).bytes;
    return skip + length <= window.length ? window.subarray(skip, skip + length) : undefined;
  };
}

/** The processor kind of the dump. */
export function machineOfDump(dump: Dump): ImageMachine | undefined {
  const value = dump.header.get('MachineImageType');
  return value === undefined ? undefined : machineOf(value);
}
