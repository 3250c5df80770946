import os from 'node:os';
import { view } from '../../../binary/layout.ts';
import { Failure } from '../../../contract/failure.ts';
import { isNtSuccess } from '../../../contract/ntstatus.ts';
import type { MachineFacts } from '../../port.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { OSVERSIONINFOW } from '../calls/layouts.ts';
import { ntdll } from '../calls/ntdll.ts';
import { build, u32Cell } from '../calls/request.ts';
import { isElevated } from '../rights/token.ts';

const CURRENT_PROCESS = -1n;
const ALL_PROCESSOR_GROUPS = 0xffff;
/** winnt.h */
const IMAGE_FILE_MACHINE_ARM64 = 0xaa64;

/** The machine's own architecture, also for an x64 process that ARM64 Windows emulates. */
export function nativeArchitecture(): MachineFacts['architecture'] {
  const own = new Uint16Array(1);
  const native = new Uint16Array(1);
  kernel32().IsWow64Process2(CURRENT_PROCESS, own, native);
  return native[0] === IMAGE_FILE_MACHINE_ARM64 ? 'arm64' : 'x64';
}

/**
 * What this Windows is. RtlGetVersion gives the real build to every caller, whatever its manifest declares.
 * @throws Failure Internal when it does not answer
 */
export function machineFacts(): MachineFacts {
  const version = build(OSVERSIONINFOW, { dwOSVersionInfoSize: OSVERSIONINFOW.size });
  const status = ntdll().RtlGetVersion(version);
  if (!isNtSuccess(status)) {
    throw new Failure('Internal', 'Windows did not give its version', { ntStatus: status });
  }
  return {
    computerName: os.hostname(),
    windowsBuild: view(OSVERSIONINFOW, version).get('dwBuildNumber'),
    architecture: nativeArchitecture(),
    logicalProcessors: kernel32().GetActiveProcessorCount(ALL_PROCESSOR_GROUPS),
    elevated: isElevated(),
  };
}

/** The system's tick: how many there were, and how long one is. */
export function tickClock(): { nowTicks: number; tickMs: number } {
  const increment = u32Cell();
  kernel32().GetSystemTimeAdjustment(u32Cell(), increment, u32Cell());
  // 100 ns units; 15.625 ms is what every Windows has had since Vista.
  const tickMs = (increment[0] || 156_250) / 10_000;
  return { nowTicks: Math.floor(Number(kernel32().GetTickCount64()) / tickMs), tickMs };
}
