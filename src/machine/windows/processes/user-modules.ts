import { virtualAddress } from '../../../binary/address.ts';
import { view } from '../../../binary/layout.ts';
import type { UserModule } from '../../port.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { MODULEENTRY32W } from '../calls/layouts.ts';
import { ntdll } from '../calls/ntdll.ts';
import { build } from '../calls/request.ts';

const TH32CS_SNAPMODULE = 0x8;
const INVALID_HANDLE_VALUE = -1n;
/** The loader's list changes while it is read; the documentation advises to try again. */
const ERROR_BAD_LENGTH = 24;
const MOST_ATTEMPTS = 10;

function text(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf16le');
  return whole.slice(0, whole.indexOf('\0'));
}

function snapshotOf(processId: number): bigint {
  for (let attempt = 1; ; attempt += 1) {
    const snapshot = kernel32().CreateToolhelp32Snapshot(TH32CS_SNAPMODULE, processId);
    if (snapshot !== INVALID_HANDLE_VALUE || attempt === MOST_ATTEMPTS) return snapshot;
    if (kernel32().GetLastError() !== ERROR_BAD_LENGTH) return snapshot;
  }
}

/** The 64-bit images of a process by Tool Help, in load order; none when Windows does not list them (a process that begins or ends). */
export function userModules(processId: number): UserModule[] {
  const snapshot = snapshotOf(processId);
  if (snapshot === INVALID_HANDLE_VALUE) return [];
  try {
    const modules: UserModule[] = [];
    const entry = build(MODULEENTRY32W, { dwSize: MODULEENTRY32W.size });
    for (
      let more = kernel32().Module32FirstW(snapshot, entry);
      more !== 0;
      more = kernel32().Module32NextW(snapshot, entry)
    ) {
      const fields = view(MODULEENTRY32W, entry);
      modules.push({
        name: text(fields.get('szModule')),
        path: text(fields.get('szExePath')),
        base: virtualAddress(fields.get('modBaseAddr')),
        size: fields.get('modBaseSize'),
      });
    }
    return modules;
  } finally {
    ntdll().NtClose(snapshot);
  }
}
