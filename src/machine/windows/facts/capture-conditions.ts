import { view } from '../../../binary/layout.ts';
import { isNtSuccess } from '../../../contract/ntstatus.ts';
import type { CaptureConditions } from '../../port.ts';
import { advapi32 } from '../calls/advapi32.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { MEMORYSTATUSEX, PERFORMANCE_INFORMATION } from '../calls/layouts.ts';
import { ntdll } from '../calls/ntdll.ts';
import { build, u32Cell } from '../calls/request.ts';

/** winreg.h */
const HKEY_LOCAL_MACHINE = 0x80000002n;
const RRF_RT_REG_DWORD = 0x10;
const RRF_RT_ANY = 0xffff;
/** RegGetValueW found the value, and it is longer than the room for it. */
const ERROR_MORE_DATA = 234;

/** SYSTEM_INFORMATION_CLASS SystemKernelDebuggerInformation (phnt ntexapi.h): two BOOLEANs, enabled and not present. */
const KERNEL_DEBUGGER_INFORMATION = 35;

/**
 * SYSTEM_INFORMATION_CLASS SystemIsolatedUserModeInformation (phnt ntexapi.h): bit flags, then reserved space. Bit 0: the
 * secure kernel runs; bit 1: it enforces code integrity. Unproven on Windows by us.
 */
const ISOLATED_USER_MODE = { class: 165, size: 16, secureKernel: 0x1, codeIntegrity: 0x2 } as const;

const CONTROL = 'SYSTEM\\CurrentControlSet\\Control';
/** Documented with Windows Error Reporting settings (learn.microsoft.com, wer-settings). */
const FULL_LIVE_REPORTS = `${CONTROL}\\CrashControl\\FullLiveKernelReports`;
/** Documented for guarded hosts (WindowsServerDocs). */
const FORCE_DUMPS_DISABLED = `${CONTROL}\\CrashControl\\ForceDumpsDisabled`;
/** Documented for dump encryption (windows-driver-docs). */
const ENCRYPTION = `${CONTROL}\\CrashControl\\EncryptionCertificates`;
/**
 * Where the policy MemoryDump/AllowLiveDump (Policy CSP) ends up: the value that management stores, and the key that third
 * parties report the kernel to read. The second is unproven on Windows by us.
 */
const ALLOW_LIVE_DUMP = [
  'SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\MemoryDump',
  `${CONTROL}\\LiveDump`,
];

function dword(key: string, value: string): number | undefined {
  const data = u32Cell();
  const status = advapi32().RegGetValueW(
    HKEY_LOCAL_MACHINE,
    key,
    value,
    RRF_RT_REG_DWORD,
    null,
    data,
    u32Cell(4),
  );
  return status === 0 ? data[0] : undefined;
}

function hasValue(key: string, value: string): boolean {
  const status = advapi32().RegGetValueW(
    HKEY_LOCAL_MACHINE,
    key,
    value,
    RRF_RT_ANY,
    null,
    u32Cell(),
    u32Cell(4),
  );
  return status === 0 || status === ERROR_MORE_DATA;
}

/** The strictest of several places that all can forbid. */
function lowest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function kernelDebugging(): boolean | undefined {
  const answer = new Uint8Array(2);
  const status = ntdll().NtQuerySystemInformation(
    KERNEL_DEBUGGER_INFORMATION,
    answer,
    answer.length,
    u32Cell(),
  );
  return isNtSuccess(status) ? answer[0] !== 0 : undefined;
}

function isolation(): Pick<CaptureConditions, 'virtualizationBasedSecurity' | 'memoryIntegrity'> {
  const answer = new Uint8Array(ISOLATED_USER_MODE.size);
  const status = ntdll().NtQuerySystemInformation(ISOLATED_USER_MODE.class, answer, answer.length, u32Cell());
  if (!isNtSuccess(status)) return {};
  const flags = answer[0] ?? 0;
  return {
    virtualizationBasedSecurity: (flags & ISOLATED_USER_MODE.secureKernel) !== 0,
    memoryIntegrity: (flags & ISOLATED_USER_MODE.codeIntegrity) !== 0,
  };
}

function memory(): Pick<CaptureConditions, 'totalMemoryBytes' | 'availableMemoryBytes'> {
  const status = build(MEMORYSTATUSEX, { dwLength: MEMORYSTATUSEX.size });
  if (kernel32().GlobalMemoryStatusEx(status) === 0) return {};
  const fields = view(MEMORYSTATUSEX, status);
  return {
    totalMemoryBytes: Number(fields.get('ullTotalPhys')),
    availableMemoryBytes: Number(fields.get('ullAvailPhys')),
  };
}

function kernelMemory(): Pick<CaptureConditions, 'kernelMemoryBytes'> {
  const { size } = PERFORMANCE_INFORMATION;
  const answer = build(PERFORMANCE_INFORMATION, { cb: size });
  if (kernel32().K32GetPerformanceInfo(answer, size) === 0) return {};
  const fields = view(PERFORMANCE_INFORMATION, answer);
  const bytes = Number(fields.get('KernelTotal') * fields.get('PageSize'));
  return bytes === 0 ? {} : { kernelMemoryBytes: bytes };
}

/** Looks the settings up that decide about captures. Nothing is changed, and nothing here needs an administrator. */
export function captureConditions(): CaptureConditions {
  const optional = {
    kernelDebugging: kernelDebugging(),
    fullLiveReportsMax: dword(FULL_LIVE_REPORTS, 'FullLiveReportsMax'),
    allowLiveDump: lowest(ALLOW_LIVE_DUMP.map((key) => dword(key, 'AllowLiveDump'))),
    forceDumpsDisabled: dword(FORCE_DUMPS_DISABLED, 'GuardedHost'),
  };
  const known = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(known),
    // Present in every process of a Windows container and nowhere else.
    inContainer: hasValue(CONTROL, 'ContainerType'),
    dumpEncryption: hasValue(ENCRYPTION, 'Thumbprint'),
    ...isolation(),
    ...memory(),
    ...kernelMemory(),
  };
}
