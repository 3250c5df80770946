import type { Dump } from '../../dump/dump.ts';

/** Which boot of which machine a dump is of. Dumps of one boot are about the same objects. */
export interface BootIdentity {
  readonly kernelBase: bigint;
  /** When the machine was started, milliseconds since 1601; undefined where the header does not hold it. */
  readonly startedMs: number | undefined;
  /** The simulated machine. */
  readonly machine: string | undefined;
}

/** The clock may be set between two dumps of one boot, and header times are not exact. */
const SAME_BOOT_MS = 60_000;
/** 100 ns units in a millisecond. */
const UNITS_PER_MS = 10_000n;

function startOf({ header }: Dump): number | undefined {
  const time = header.get('SystemTime');
  const up = header.get('SystemUpTime');
  return time === undefined || up === undefined ? undefined : Number((time - up) / UNITS_PER_MS);
}

export function bootIdentity(dump: Dump, machine: string | undefined): BootIdentity {
  return { kernelBase: dump.drivers()[0]?.base ?? 0n, startedMs: startOf(dump), machine };
}

/** Whether two dumps are of one boot. A dump without the time of its boot is like no other. */
export function isSameBoot(a: BootIdentity, b: BootIdentity): boolean {
  return (
    a.kernelBase === b.kernelBase &&
    a.machine === b.machine &&
    a.startedMs !== undefined &&
    b.startedMs !== undefined &&
    Math.abs(a.startedMs - b.startedMs) < SAME_BOOT_MS
  );
}
