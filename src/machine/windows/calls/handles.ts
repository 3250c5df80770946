import { type VirtualAddress, virtualAddress } from '../../../binary/address.ts';
import { view } from '../../../binary/layout.ts';
import { SYSTEM_HANDLE_INFORMATION_EX, SYSTEM_HANDLE_TABLE_ENTRY_INFO_EX } from './layouts.ts';
import type { SystemInformation } from './system-information.ts';

/**
 * Kernel objects behind handles of one process, from the answer to SystemExtendedHandleInformation (class 64). Looking up
 * the process's own handle values makes a table of object types unnecessary. A zero object is an address
 * that Windows hides (since 24H2 without SeDebugPrivilege) and is left out.
 */
export function decodeHandleObjects(
  answer: SystemInformation,
  processId: number,
): Map<bigint, VirtualAddress> {
  const count = Number(view(SYSTEM_HANDLE_INFORMATION_EX, answer.bytes).get('NumberOfHandles'));
  const objects = new Map<bigint, VirtualAddress>();
  const owner = BigInt(processId);
  for (let index = 0; index < count; index += 1) {
    const offset = SYSTEM_HANDLE_INFORMATION_EX.size + index * SYSTEM_HANDLE_TABLE_ENTRY_INFO_EX.size;
    const entry = view(SYSTEM_HANDLE_TABLE_ENTRY_INFO_EX, answer.bytes, offset);
    if (entry.get('UniqueProcessId') !== owner) continue;
    const object = entry.get('Object');
    if (object !== 0n) objects.set(entry.get('HandleValue'), virtualAddress(object));
  }
  return objects;
}
