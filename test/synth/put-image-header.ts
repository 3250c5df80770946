import { Buffer } from 'node:buffer';
import type { KernelMemory } from '../../src/simulator/synth/kernel-memory.ts';
import type { DriverTruth } from './kernel-truth.ts';
import { ENTRY_ALONE } from './put-drivers.ts';

/** The first page of a driver: enough of a PE image (Microsoft "PE Format") to lead to its PDB's identity. */
export function putImageHeader(memory: KernelMemory, driver: DriverTruth, machine: number): void {
  const { base, pdb } = driver;
  if (driver === ENTRY_ALONE) return;
  memory.allocate(base, 0x1000, 0x1000);
  const image = memory
    .at(base)
    .latin1(0, 'MZ')
    .u32(0x3c, 0x80)
    .latin1(0x80, 'PE\0\0')
    .u16(0x84, machine)
    .u32(0x88, driver.timeDateStamp)
    .u16(0x94, 0xf0);
  const optional = 0x98;
  image
    .u16(optional, 0x20b)
    .u32(optional + 0x38, driver.size)
    .u32(optional + 0x40, driver.checkSum)
    .u32(optional + 0x6c, 16);
  if (pdb === undefined) return;
  const guid = Buffer.from(pdb.guid, 'hex');
  const [first, second, third] = [guid.subarray(0, 4), guid.subarray(4, 6), guid.subarray(6, 8)];
  image
    .u32(optional + 0xa0, 0x400)
    .u32(optional + 0xa4, 28)
    .u32(0x40c, 2)
    .u32(0x410, 24 + pdb.name.length + 1)
    .u32(0x414, 0x500)
    .latin1(0x500, 'RSDS')
    .copy(0x504, Buffer.concat([first.reverse(), second.reverse(), third.reverse(), guid.subarray(8)]))
    .u32(0x514, pdb.age)
    .latin1(0x518, `${pdb.name}\0`);
}
