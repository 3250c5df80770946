import { dataViewOf } from './data-view.ts';

const hex = (value: number | bigint, digits: number) =>
  value.toString(16).toUpperCase().padStart(digits, '0');

/** The five groups of a GUID as it is in memory: three little-endian fields, then eight bytes in order (guiddef.h). */
function groups(bytes: Uint8Array): string[] {
  const data = dataViewOf(bytes);
  const tail = hex(data.getBigUint64(8), 16);
  const fields = [
    hex(data.getUint32(0, true), 8),
    hex(data.getUint16(4, true), 4),
    hex(data.getUint16(6, true), 4),
  ];
  return [...fields, tail.slice(0, 4), tail.slice(4)];
}

/** 32 upper-case hex digits: how symbol stores spell a GUID. `bytes` are at least 16. */
export function guidDigits(bytes: Uint8Array): string {
  return groups(bytes).join('');
}

/** `8-4-4-4-12` upper-case hex digits: how Windows prints a GUID, without braces. */
export function guidText(bytes: Uint8Array): string {
  return groups(bytes).join('-');
}
