import type { ErrorCode } from '../contract/error-table.ts';
import { durationText } from '../contract/time.ts';
import type { CaptureConditions } from '../machine/port.ts';

/** What keeps an unattended watch from doing harm. */
export interface CaptureLimits {
  readonly maxCaptures: number;
  readonly pauseMs: number;
  readonly minFreeMemoryPercent: number;
}

/** What has been captured so far, and what the machine is like now. */
export interface CaptureState {
  readonly taken: number;
  /** When the last one ended, on the clock of the watch. */
  readonly lastMs: number | undefined;
  readonly nowMs: number;
  readonly memory: Pick<CaptureConditions, 'totalMemoryBytes' | 'availableMemoryBytes'>;
  /** Another process captures at this moment. */
  readonly isBusy: boolean;
}

export interface Refusal {
  /** Why not, as a sentence. */
  readonly message: string;
  readonly code?: ErrorCode;
  /** It may be possible later. */
  readonly isPassing: boolean;
}

/** Whether a capture may be taken now; undefined when it may. */
export function refusalOf(limits: CaptureLimits, state: CaptureState): Refusal | undefined {
  const { taken, lastMs, nowMs, memory, isBusy } = state;
  if (taken >= limits.maxCaptures)
    return {
      message: `This watch has taken its ${limits.maxCaptures} captures, and takes no more.`,
      isPassing: false,
    };
  const leftMs = lastMs === undefined ? 0 : lastMs + limits.pauseMs - nowMs;
  if (leftMs > 0)
    return {
      message: `The pause after the last capture lasts ${durationText(leftMs)} more.`,
      isPassing: true,
    };
  const { totalMemoryBytes, availableMemoryBytes } = memory;
  if (totalMemoryBytes !== undefined && availableMemoryBytes !== undefined) {
    const percent = (availableMemoryBytes / totalMemoryBytes) * 100;
    if (percent < limits.minFreeMemoryPercent)
      return {
        code: 'MemoryPressure',
        message: `Of the memory ${percent.toFixed(1)} % is available, less than ${limits.minFreeMemoryPercent} %.`,
        isPassing: true,
      };
  }
  if (isBusy) return { code: 'CaptureBusy', message: 'Another process captures now.', isPassing: true };
  return undefined;
}
