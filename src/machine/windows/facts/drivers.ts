import path from 'node:path';
import { view } from '../../../binary/layout.ts';
import type { LiveDriver } from '../../port.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { RTL_PROCESS_MODULE_INFORMATION_EX } from '../calls/layouts.ts';
import type { SystemInformation } from '../calls/system-information.ts';
import { knownAddress } from '../processes/enumerate.ts';

/** `C:\Windows`, from the system itself: the environment is the caller's to change. */
export function windowsFolder(): string {
  const buffer = Buffer.alloc(2 * 260);
  const length = kernel32().GetSystemWindowsDirectoryW(buffer, 260);
  return buffer.toString('utf16le', 0, 2 * length);
}

/** The file behind a kernel path, as this process can open it; undefined for a form that is not known. */
export function fileOfKernelPath(kernelPath: string, windows: string): string | undefined {
  const withoutPrefix = kernelPath.replace(/^\\\?\?\\/, '');
  if (/^[A-Za-z]:\\/.test(withoutPrefix)) return withoutPrefix;
  if (/^\\SystemRoot\\/i.test(kernelPath))
    return path.win32.join(windows, kernelPath.slice('\\SystemRoot'.length));
  // Boot drivers may be named without a volume: they came from the system's.
  if (/^\\Windows\\/i.test(kernelPath)) return path.win32.join(path.win32.parse(windows).root, kernelPath);
  return undefined;
}

/** Zero where the system does not know. */
function told<K extends string>(key: K, value: number): { [P in K]?: number } {
  return value === 0 ? {} : ({ [key]: value } as { [P in K]: number });
}

function decodeDriver(bytes: Uint8Array, offset: number, windows: string): LiveDriver {
  const module = view(RTL_PROCESS_MODULE_INFORMATION_EX, bytes, offset);
  const text = Buffer.from(module.get('FullPathName')).toString('latin1');
  const kernelPath = text.slice(0, Math.max(0, text.indexOf('\0')));
  const base = knownAddress(module.get('ImageBase'));
  const file = fileOfKernelPath(kernelPath, windows);
  return {
    name: kernelPath.slice(module.get('OffsetToFileName')),
    path: kernelPath,
    ...(file === undefined ? {} : { file }),
    ...(base === undefined ? {} : { base }),
    imageSize: module.get('ImageSize'),
    ...told('timeDateStamp', module.get('TimeDateStamp')),
    ...told('checkSum', module.get('ImageChecksum')),
  };
}

/** Decodes the answer to SystemModuleInformationEx (class 77), in the order of the kernel's list. */
export function decodeDrivers(answer: SystemInformation, windows: string): LiveDriver[] {
  const drivers: LiveDriver[] = [];
  let offset = 0;
  // The list ends with a record without a successor; it may be cut short, and then describes nothing.
  while (offset + RTL_PROCESS_MODULE_INFORMATION_EX.size <= answer.bytes.length) {
    const driver = decodeDriver(answer.bytes, offset, windows);
    if (driver.imageSize > 0) drivers.push(driver);
    const next = view(RTL_PROCESS_MODULE_INFORMATION_EX, answer.bytes, offset).get('NextOffset');
    if (next === 0) break;
    offset += next;
  }
  return drivers;
}
