/** Milliseconds of a thread in its present state, from the kernel's WaitTime field; undefined where it is not known. */
export type WaitClock = (waitTime: number) => number | undefined;

export interface WaitTimeEvidence {
  /** WaitTime of the thread that asked, which was running at that moment. */
  readonly own: number | undefined;
  /** Whether any thread has a WaitTime other than zero. */
  readonly told: boolean;
  /** Clock ticks since the system started. */
  readonly nowTicks: number;
  /** Length of a tick in milliseconds. */
  readonly tickMs: number;
}

/** The running thread has been in its state for less than this, however busy the machine is. */
const FRESH_TICKS = 640;

/**
 * How to read WaitTime. Documentation calls it the time spent waiting or ready (MS-TSTS 2.2.2.16.2), without a unit; by
 * the name of the kernel's own field it is the tick at which the wait began. Both are unproven here, but the thread
 * that asks decides: it is running, so a duration is next to nothing for it and a moment is next to now. Where it is
 * neither (or where both could be, soon after a start), no time is given.
 */
export function waitClock({ own, told, nowTicks, tickMs }: WaitTimeEvidence): WaitClock {
  if (own === undefined || !told) return () => undefined;
  const isDuration = own < FRESH_TICKS;
  // Ticks are counted in 32 bits and wrap after two years.
  const since = (tick: number) => (nowTicks - tick) >>> 0;
  const isMoment = since(own) < FRESH_TICKS;
  if (isDuration === isMoment) return () => undefined;
  const toMs = (ticks: number) => Math.round(ticks * tickMs);
  return isDuration ? toMs : (tick) => toMs(since(tick));
}
