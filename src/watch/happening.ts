import type { WatchEvent, WatchEventKind } from '../contract/generated/types.ts';

/** What an event has beside the facts of its watch. */
export type Happening = Pick<WatchEvent, 'event' | 'message'> &
  Omit<
    Partial<WatchEvent>,
    'event' | 'message' | 'machine' | 'simulated' | 'computerName' | 'watch' | 'eventId' | 'level' | 'time'
  >;

interface EventRow {
  readonly id: number;
  readonly level: WatchEvent['level'];
}

/**
 * The events of a watch with their numbers in the Windows event log. Numbers are a public contract: add, never change. They
 * stay under 1000, because the texts of the source come from EventCreate.exe, which has those numbers alone.
 */
export const WATCH_EVENTS: Readonly<Record<WatchEventKind, EventRow>> = {
  Started: { id: 100, level: 'Information' },
  Stopped: { id: 101, level: 'Information' },
  Raised: { id: 110, level: 'Warning' },
  Cleared: { id: 111, level: 'Information' },
  Captured: { id: 120, level: 'Warning' },
  CaptureFailed: { id: 121, level: 'Error' },
  CaptureSkipped: { id: 122, level: 'Warning' },
  SetRemoved: { id: 123, level: 'Information' },
  TargetMissing: { id: 130, level: 'Warning' },
  TargetFound: { id: 131, level: 'Information' },
  TargetGone: { id: 132, level: 'Warning' },
  TargetRestarted: { id: 133, level: 'Warning' },
  Suspended: { id: 140, level: 'Information' },
  ClockSet: { id: 141, level: 'Information' },
  ConditionFailed: { id: 150, level: 'Error' },
  PollFailed: { id: 151, level: 'Error' },
  OutputFailed: { id: 152, level: 'Error' },
};
