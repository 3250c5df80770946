import { addressAt, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { view as structure } from '../../binary/layout.ts';
import { tryRead, tryReadU16 } from '../../dump/memory/memory.ts';
import { asObject } from '../../kernel/guards.ts';
import { IO_TYPE } from '../../kernel/layouts/io.ts';
import { ioLayouts } from '../../kernel/layouts/io-layouts.ts';
import { readNameOf } from '../../kernel/unicode-string.ts';
import { derived, fromMemory } from '../evidence.ts';
import type { DriverReference } from '../model.ts';
import { remembered } from '../remembered.ts';
import type { KernelView } from '../view.ts';

/** What the functions here need of a view. */
export type DriverView = Pick<KernelView, 'memory' | 'images'> & Partial<Pick<KernelView, 'io'>>;

const layoutsOf = ({ io }: DriverView) => io ?? ioLayouts(undefined);

/** DRIVER_OBJECT.DriverStart, when the object is one of a driver. */
function driverStart(view: DriverView, driver: VirtualAddress): VirtualAddress | undefined {
  const { driver: table } = layoutsOf(view);
  const bytes = tryRead(
    view.memory,
    driver,
    table.fields.DriverStart.offset + table.fields.DriverStart.width,
  );
  if (!bytes) return undefined;
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return virtualAddress(data.getBigUint64(table.fields.DriverStart.offset, true));
}

/**
 * The driver at `address`: by its name, and where the name is not stored by the image that DriverStart is in (4 of 7 driver
 * objects of a real triage dump need that). Undefined for something that is no driver object.
 */
export function driverReference(view: DriverView, address: VirtualAddress): DriverReference | undefined {
  if (tryReadU16(view.memory, address) !== IO_TYPE.driver) return undefined;
  const name = readNameOf(view.memory, address, layoutsOf(view).driver.fields.NameLength.offset);
  if (name && !name.isCut)
    return { name: name.text, address, evidence: fromMemory('name of the driver object') };
  const start = driverStart(view, address);
  const image = start === undefined ? undefined : view.images.find(start);
  return (
    image && { name: image.file, address, evidence: derived('image that DriverStart of the driver is in') }
  );
}

/** Devices with drivers that are kept. */
const MOST_DEVICES = 4096;

/** The driver of a device object; undefined when either is not in the dump or is something else. */
export const driverOfDevice = remembered(MOST_DEVICES, readDriverOfDevice);

function readDriverOfDevice(view: DriverView, device: VirtualAddress): DriverReference | undefined {
  const { device: table } = layoutsOf(view);
  const bytes = tryRead(view.memory, device, table.size);
  if (!bytes) return undefined;
  const fields = structure(table, bytes);
  if (fields.get('Type') !== IO_TYPE.device) return undefined;
  const driver = asObject(fields.get('DriverObject'));
  return driver && driverReference(view, addressAt(driver, 0));
}
