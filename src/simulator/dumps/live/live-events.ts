import { rawRecord } from '../../synth/raw-record.ts';

/**
 * The events of Microsoft-Windows-Kernel-LiveDump that a live dump sends, in their order and with their payloads as
 * the provider's manifest of build 18990 lays them out. The times between them are those of the run that the article
 * prints ("Examining Windows Kernel-mode Stacks via Triage Dumps", G. Nebbett, 2016).
 */
export const LIVE_DUMP_PROVIDER = 'bef2aa8e-81cd-11e2-a7bb-5eac6188709b';

export interface SimulatedLiveEvent {
  readonly id: number;
  readonly version: number;
  /** 100 ns units since the call began. */
  readonly at: bigint;
  readonly data: Uint8Array;
}

/** Sizes in the events, bytes. */
export interface LiveSizes {
  readonly estimated: number;
  readonly allocated: number;
  readonly header: number;
}

const event = (
  id: number,
  at: number,
  data: Uint8Array = new Uint8Array(0),
  version = 0,
): SimulatedLiveEvent => ({
  id,
  version,
  at: BigInt(at),
  data,
});

function quadWords(...values: readonly number[]): Uint8Array {
  const record = rawRecord(values.length * 8);
  for (const [index, value] of values.entries()) record.u64(index * 8, value);
  return record.bytes;
}

/** 46 MB a second, the rate of the article's run, as bytes in 100 ns. */
const BYTES_PER_TICK = 4.6;
const WRITE_STARTS = 8_822_749;

export const startEvent = (): SimulatedLiveEvent => event(1, 0);

export function sizingEvents({ estimated }: LiveSizes): readonly SimulatedLiveEvent[] {
  return [
    event(108, 1_934),
    event(109, 1_937),
    event(101, 2_264),
    event(102, 52_402),
    event(104, 52_421),
    event(103, 1_899_282),
    event(105, 2_022_995),
    // Minimum, NT, hypervisor primary and secondary; version 1 adds the secure kernel and durations in ms.
    event(106, 2_027_126, quadWords(Math.ceil(estimated / 40), estimated, 0, 0, 0, 202, 197, 1, 18, 0), 1),
  ];
}

/** The capture is abandoned for lack of memory. */
export const memoryPressureEvent = (): SimulatedLiveEvent => event(5, 2_027_400);

export function capturingEvents({ allocated }: LiveSizes): readonly SimulatedLiveEvent[] {
  return [
    event(107, 3_978_747, quadWords(allocated, 0, 0, 0), 1),
    event(151, 3_979_205),
    event(152, 4_035_181),
    event(154, 4_075_786),
    event(153, 5_670_871),
    event(156, 5_812_480),
    event(157, 8_820_703),
    event(155, 8_821_078),
    event(167, 8_821_100, quadWords(484, 474, 159, 30, 0, 0, 300)),
  ];
}

export const writeStartEvent = (): SimulatedLiveEvent => event(3, WRITE_STARTS);

/** The end of writing and that of the call, when `written` bytes are in the file. */
export function endEvents(
  ntStatus: number,
  written: number,
  sizes: LiveSizes,
): readonly SimulatedLiveEvent[] {
  const end = WRITE_STARTS + Math.round(written / BYTES_PER_TICK);
  const data = rawRecord(36)
    .u32(0, ntStatus)
    .u64(4, written)
    .u64(12, Math.min(written, sizes.header))
    .u64(20, Math.max(0, written - sizes.header)).bytes;
  return [event(4, end, data), returnEvent(ntStatus, end + 19)];
}

/** The end of a call. */
export function returnEvent(ntStatus: number, at: number): SimulatedLiveEvent {
  return event(2, at, rawRecord(4).u32(0, ntStatus).bytes);
}
