import { virtualAddress } from '../binary/address.ts';
import type { Dump } from '../dump/dump.ts';
import { tryReadU32, tryReadU64 } from '../dump/memory/memory.ts';

/** KUSER_SHARED_DATA.TickCount of ntddk.h, at its fixed kernel address. */
const TICK_COUNT = virtualAddress(0xffff_f780_0000_0320n);
/** 15.625 ms in 100 ns units: the tick of 64-bit Windows, for a dump without KeMaximumIncrement. */
const USUAL_INCREMENT = 156_250;

/** The kernel's clock when the dump was taken. */
export interface KernelClock {
  readonly ticks: number;
  readonly tickMs: number;
}

/** From the shared user data when the dump holds it, else from the uptime in the header, which is one tick less sure. */
export function kernelClock(dump: Dump): KernelClock | undefined {
  const incrementAt = dump.debuggerData()?.known('KeTimeIncrement');
  const stored = incrementAt === undefined ? undefined : tryReadU32(dump.memory, virtualAddress(incrementAt));
  const increment = stored && stored <= 10 * USUAL_INCREMENT ? stored : USUAL_INCREMENT;
  const upTime = dump.header.get('SystemUpTime');
  const ticks =
    tryReadU64(dump.memory, TICK_COUNT) ?? (upTime === undefined ? undefined : upTime / BigInt(increment));
  return ticks === undefined ? undefined : { ticks: Number(ticks), tickMs: increment / 10_000 };
}

/** Milliseconds since `tick` (the low 32 bits of a tick count); undefined for a time that has not come yet. */
export function millisecondsSince(clock: KernelClock, tick: number): number | undefined {
  const low = clock.ticks % 0x1_0000_0000;
  // One tick of slack: the uptime of the header is rounded down.
  return tick <= low + 1 ? Math.max(0, low - tick) * clock.tickMs : undefined;
}
