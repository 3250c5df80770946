import { Failure } from '../../../contract/failure.ts';
import type { Registry, RegistryKind, RegistryValue } from '../../port.ts';
import { advapi32 } from '../calls/advapi32.ts';
import { u32Cell } from '../calls/request.ts';

/** winreg.h, winnt.h */
const HKEY_LOCAL_MACHINE = 0x80000002n;
const ALLOWED = { sz: 0x2, expandSz: 0x4, dword: 0x10, doNotExpand: 0x10000000 } as const;
const TYPE: Readonly<Record<RegistryKind, number>> = { string: 1, expandString: 2, dword: 4 };
const ERROR_ACCESS_DENIED = 5;

/** Values of ours are paths and numbers; what is longer is none of them. */
const LONGEST_VALUE = 0x10000;

function read(key: string, value: string): RegistryValue | undefined {
  const data = Buffer.alloc(LONGEST_VALUE);
  const type = u32Cell();
  const length = u32Cell(data.length);
  const wanted = ALLOWED.sz | ALLOWED.expandSz | ALLOWED.dword | ALLOWED.doNotExpand;
  const status = advapi32().RegGetValueW(HKEY_LOCAL_MACHINE, key, value, wanted, type, data, length);
  if (status !== 0) return undefined;
  if (type[0] === TYPE.dword) return data.readUInt32LE(0);
  return data.toString('utf16le', 0, length[0] ?? 0).replace(/\0.*$/s, '');
}

function encode(kind: RegistryKind, data: RegistryValue): Buffer {
  if (kind !== 'dword') return Buffer.from(`${data}\0`, 'utf16le');
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(Number(data), 0);
  return bytes;
}

function write(key: string, value: string, kind: RegistryKind, data: RegistryValue): void {
  const bytes = encode(kind, data);
  const status = advapi32().RegSetKeyValueW(HKEY_LOCAL_MACHINE, key, value, TYPE[kind], bytes, bytes.length);
  if (status === 0) return;
  const target = `HKLM\\${key}, ${value}`;
  if (status === ERROR_ACCESS_DENIED) {
    throw new Failure('NotElevated', `Only an administrator may write ${target}.`, { target });
  }
  throw new Failure('WriteFailed', `${target} cannot be written (Windows error ${status}).`, { target });
}

export const localMachineRegistry: Registry = { read, write };
