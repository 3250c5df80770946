import { isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { view as structure } from '../../binary/layout.ts';
import { tryRead } from '../../dump/memory/memory.ts';
import type { ParameterKind } from '../../kernel/bug-check/parameter-kinds.ts';
import { DEVICE_OBJECT, IO_STACK_LOCATION } from '../../kernel/layouts/io.ts';
import { driverOfDevice } from '../requests/drivers.ts';
import { majorFunctionName } from '../requests/functions.ts';
import { readIrpHeader } from '../requests/irp.ts';
import type { CrashView } from './crash-view.ts';

/** The driver of a device or request that a parameter names. */
export function driverOfObject(view: CrashView, kind: ParameterKind, value: bigint): string | undefined {
  if (!isKernelAddress(value)) return undefined;
  const memory = { memory: view.dump.memory, images: view.images };
  if (kind === 'Device') return driverOfDevice(memory, virtualAddress(value))?.name;
  if (kind !== 'Irp') return undefined;
  const irp = readIrpHeader(memory, virtualAddress(value));
  const location =
    irp && tryRead(view.dump.memory, virtualAddress(irp.CurrentStackLocation), IO_STACK_LOCATION.size);
  const device = location && structure(IO_STACK_LOCATION, location).get('DeviceObject');
  return device && isKernelAddress(device) ? driverOfDevice(memory, virtualAddress(device))?.name : undefined;
}

/** A request that a parameter names: what it asks for, and of which driver. */
export function requestText(view: CrashView, address: VirtualAddress): string | undefined {
  const irp = readIrpHeader({ memory: view.dump.memory }, address);
  const location =
    irp && tryRead(view.dump.memory, virtualAddress(irp.CurrentStackLocation), IO_STACK_LOCATION.size);
  const major = location && majorFunctionName(structure(IO_STACK_LOCATION, location).get('MajorFunction'));
  const driver = driverOfObject(view, 'Irp', address);
  const parts = [major, driver === undefined ? undefined : `held by ${driver}`].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** A device that a parameter names. */
export function deviceText(view: CrashView, value: bigint): string | undefined {
  const driver = driverOfObject(view, 'Device', value);
  if (driver !== undefined) return `device of ${driver}`;
  return tryRead(view.dump.memory, virtualAddress(value), DEVICE_OBJECT.size) ? 'device' : undefined;
}
