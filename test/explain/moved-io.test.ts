import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { ioLayouts } from '../../src/kernel/layouts/io-layouts.ts';
import { readPendingIrps } from '../../src/kernel/read-irps.ts';
import {
  type MemberContent,
  type StructureContent,
  type TypeContent,
  typeStream,
} from '../../src/simulator/synth/images/pdb-types-writer.ts';
import { typedLayouts } from '../../src/symbols/types/structure-layouts.ts';
import { openTypeLibrary } from '../../src/symbols/types/type-library.ts';
import { deviceOf, mention } from './scenes.ts';
import { World } from './world.ts';

/** A build whose I/O structures are where no header has them. */
const POINTER: TypeContent = { pointer: 'void' };
const member = (offset: number, name: string, type: TypeContent): MemberContent => ({ offset, name, type });
const IRP_SIZE = 0x120;
const LOCATION_SIZE = 0x60;
const FILE_SIZE = 0x100;
const STRUCTURES: readonly StructureContent[] = [
  {
    name: '_LIST_ENTRY',
    size: 16,
    members: [member(0, 'Flink', POINTER), member(8, 'Blink', POINTER)],
  },
  {
    name: '_UNICODE_STRING',
    size: 16,
    members: [member(0, 'Length', 'u16'), member(2, 'MaximumLength', 'u16'), member(8, 'Buffer', POINTER)],
  },
  {
    name: '_OVERLAY',
    size: 0x40,
    members: [
      member(0x08, 'Thread', POINTER),
      member(0x10, 'CurrentStackLocation', POINTER),
      member(0x18, 'OriginalFileObject', POINTER),
    ],
  },
  { name: '_TAIL', size: 0x40, isUnion: true, members: [member(0, 'Overlay', { structure: '_OVERLAY' })] },
  {
    name: '_IRP',
    size: IRP_SIZE,
    members: [
      member(0, 'Type', 'i16'),
      member(2, 'Size', 'u16'),
      member(0x30, 'ThreadListEntry', { structure: '_LIST_ENTRY' }),
      member(0x50, 'RequestorMode', 'i8'),
      member(0x53, 'StackCount', 'i8'),
      member(0x54, 'CurrentLocation', 'i8'),
      member(0x55, 'Cancel', 'u8'),
      member(0x60, 'UserEvent', POINTER),
      member(0xc0, 'Tail', { structure: '_TAIL' }),
    ],
  },
  {
    name: '_IO_STACK_LOCATION',
    size: LOCATION_SIZE,
    members: [
      member(4, 'MajorFunction', 'u8'),
      member(5, 'MinorFunction', 'u8'),
      member(6, 'Flags', 'u8'),
      member(7, 'Control', 'u8'),
      member(0x30, 'DeviceObject', POINTER),
      member(0x38, 'FileObject', POINTER),
      member(0x40, 'CompletionRoutine', POINTER),
    ],
  },
  {
    name: '_FILE_OBJECT',
    size: FILE_SIZE,
    members: [
      member(0, 'Type', 'i16'),
      member(2, 'Size', 'i16'),
      member(0x10, 'DeviceObject', POINTER),
      member(0x70, 'FileName', { structure: '_UNICODE_STRING' }),
      member(0xe0, 'IrpList', { structure: '_LIST_ENTRY' }),
    ],
  },
];

const types = () => typedLayouts(openTypeLibrary(bytesSource(new Uint8Array(typeStream(STRUCTURES)))));

/** A thread with one read of a file, in the structures of that build. */
function scene() {
  const world = new World();
  const thread = world.thread();
  const device = deviceOf(world, '\\Driver\\moved');
  const file = world.allocate(FILE_SIZE);
  world.u16(file, 5);
  world.u16(file + 2n, FILE_SIZE);
  world.u64(file + 0x10n, device);
  world.unicodeString(file + 0x70n, '\\moved.txt');
  world.selfLink(file + 0xe0n);
  const irp = world.allocate(IRP_SIZE + 2 * LOCATION_SIZE);
  const location = irp + BigInt(IRP_SIZE + LOCATION_SIZE);
  world.u16(irp, 6);
  world.u16(irp + 2n, IRP_SIZE + 2 * LOCATION_SIZE);
  world.selfLink(irp + 0x30n);
  world.u8(irp + 0x53n, 2);
  world.u8(irp + 0x54n, 2);
  world.u8(irp + 0x55n, 1);
  world.u64(irp + 0xc8n, thread.address);
  world.u64(irp + 0xd0n, location);
  world.u64(irp + 0xd8n, file);
  world.u8(location + 4n, 3);
  world.u8(location + 7n, 1);
  world.u64(location + 0x30n, device);
  world.u64(location + 0x38n, file);
  return { world, thread, device, file, irp };
}

describe('requests of a build whose I/O structures are where no header has them', () => {
  it('requests of such a build are read by the types of its PDB, and no request is found without them', () => {
    const { world, thread, irp, file, device } = scene();
    mention(world, thread, irp);
    const found = world.facts({ types: types() });
    expect(found.requests).toMatchObject([
      {
        address: irp,
        thread: { address: thread.address },
        majorFunction: 'IRP_MJ_READ',
        stackCount: 2,
        currentLocation: 2,
        cancelled: true,
        holder: { device, driver: { name: '\\Driver\\moved' }, markedPending: true },
        file: { address: file, name: { text: '\\moved.txt' } },
      },
    ]);
    expect(found.layoutSources).toMatchObject({ IRP: 'Types', FILE_OBJECT: 'Types' });
    const without = world.facts();
    expect(without.requests).toEqual([]);
    expect(without.layoutSources).toMatchObject({ IRP: 'Rule', FILE_OBJECT: 'Rule' });
  });

  it('the list of requests of a thread is followed by the types of the build', () => {
    const { world, thread, irp, file, device } = scene();
    const head = world.allocate(16);
    world.ring([head, irp + 0x30n]);
    const { memory } = world.view();
    const read = (io: ReturnType<typeof ioLayouts>) =>
      readPendingIrps(memory, io, virtualAddress(thread.address), virtualAddress(head));
    expect(read(ioLayouts(types()))).toEqual([
      {
        address: irp,
        majorFunction: 'IRP_MJ_READ',
        device,
        driverName: '\\Driver\\moved',
        file,
        fileName: '\\moved.txt',
        cancelled: true,
      },
    ]);
    expect(read(ioLayouts(undefined))).toEqual([]);
  });

  it('types that place an I/O field beyond its structure are not believed for that field', () => {
    const io = ioLayouts({
      sizeOf: () => 0x100,
      offsetOf: (_, name) => (name === 'Cancel' ? 0x4000 : undefined),
    });
    expect(io.irp.fields.Cancel.offset).toBe(ioLayouts(undefined).irp.fields.Cancel.offset);
  });
});
