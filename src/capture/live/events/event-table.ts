/**
 * The provider Microsoft-Windows-Kernel-LiveDump as data. Ids, versions, tasks, opcodes and fields are those that Windows 10
 * (builds 10240 and 18990) registers; a test compares every row with both manifests. Rows marked `reported` come from
 * later builds as third parties describe them.
 */

export const LIVE_DUMP_PROVIDER = 'bef2aa8e-81cd-11e2-a7bb-5eac6188709b';
export const LIVE_DUMP_PROVIDER_NAME = 'Microsoft-Windows-Kernel-LiveDump';

/** inType of a manifest: win:UInt32, win:UInt64, win:AnsiString (zero-terminated). */
export type EventFieldType = 'u32' | 'u64' | 'ansi';

export type EventFields = readonly (readonly [name: string, type: EventFieldType])[];

/** What the machine is doing from an event on. */
export type LivePhase = 'Preparing' | 'Sizing' | 'Quiesce' | 'Capture' | 'Copy' | 'Writing' | 'Ended';

export interface EventRow {
  readonly id: number;
  readonly version: number;
  readonly task: string;
  readonly opcode: string;
  readonly fields: EventFields;
  /** The phase that the event belongs to. */
  readonly phase: LivePhase;
  readonly reported?: true;
}

const u64s = (...names: string[]): EventFields => names.map((name) => [name, 'u64'] as const);
const STATUS: EventFields = [['NTStatus', 'u32']];
const DURATION = u64s('Duration_ms');
const CALLBACK: EventFields = [['CallbackIdentifier', 'ansi']];
const WRITTEN: EventFields = [
  ...STATUS,
  ...u64s('TotalBytes', 'HeaderBytes', 'PrimaryDataBytes', 'SecondaryDataBytes'),
];
const ESTIMATE = u64s(
  'NtEstimatedRequiredPrimaryDataBytes',
  'NtEstimatedPrimaryDataBytes',
  'HvEstimatedPrimaryDataBytes',
  'HvEstimatedSecondaryDataBytes',
);
const MIRRORING = u64s(
  'SystemQuiescedDuration_ms',
  'EndMirroringPhasesDuration_ms',
  'TotalMirrorPhysicalMemoryCallbackDuration_ms',
  'TotalMirrorPhysicalMemoryCallbackBytes',
);
const ALLOCATION = u64s('NtPrimaryDataBytes', 'HvPrimaryDataBytes', 'HvSecondaryDataBytes');
const SCHEME: EventFields = [['BufferAllocationScheme', 'u64'], ...STATUS];
const BITMAP = [
  ...u64s(
    'PopulateBitmapForDumpDuration_ms',
    'RemoveSystemCacheFromDumpDuration_ms',
    'MemoryEstimationDuration_ms',
  ),
  ...MIRRORING,
];
const CORRAL = u64s(
  'CorralDuration_ms',
  'DisableInterruptsDuration_ms',
  'SaveSupervisorStateDuration_ms',
  'SuspendClockTimerDuration_ms',
);
const UNCORRAL = u64s(
  'UncorralDuration_ms',
  'EnableInterruptsDuration_ms',
  'RestoreSupervisorStateDuration_ms',
  'ResumeClockTimerDuration_ms',
);
const DUPLICATION: EventFields = [...STATUS, ['MirrorInProgress', 'u64']];

type Row = readonly [id: number, opcode: string, phase: LivePhase, fields?: EventFields, version?: number];

function task(name: string, rows: readonly Row[]): EventRow[] {
  return rows.map(([id, opcode, phase, fields = [], version = 0]) => ({
    id,
    version,
    task: name,
    opcode,
    fields,
    phase,
  }));
}

/** What both workflows measure, under ids that differ. */
const details = (first: number, phase: LivePhase): Row[] => [
  [first, 'CaptureProcessorContext', phase, DURATION],
  [first + 1, 'MarkRequiredDumpData', phase, u64s('MarkRequiredDumpDataDuration_ms')],
  [first + 2, 'MarkImportantDumpData', phase, u64s('MarkImportantDumpDataDuration_ms')],
  [first + 3, 'PopulateBitmapForDump', phase, BITMAP],
];

export const EVENT_TABLE: readonly EventRow[] = [
  ...task('LiveDumpCaptureDumpDataAPI', [
    [1, 'APIStart', 'Preparing'],
    [2, 'APIEnd', 'Ended', STATUS],
    [3, 'DumpFileWriteStart', 'Writing'],
    [4, 'DumpFileWriteEnd', 'Writing', WRITTEN],
    [5, 'BufferAllocationData', 'Sizing'],
  ]),
  ...task('SizingWorkflow', [
    [101, 'MirroringStart', 'Sizing'],
    [102, 'MirroringPhase0End', 'Sizing'],
    [103, 'MirroringPhase1End', 'Quiesce'],
    [104, 'SystemQuiesceStart', 'Quiesce'],
    [105, 'SystemQuiesceEnd', 'Sizing'],
    [106, 'BufferEstimationData', 'Sizing', ESTIMATE],
    [
      106,
      'BufferEstimationData',
      'Sizing',
      [...ESTIMATE, ...u64s('SkEstimatedPrimaryDataBytes', 'MemoryEstimationDuration_ms'), ...MIRRORING],
      1,
    ],
    [107, 'BufferAllocationData', 'Sizing', ALLOCATION],
    [107, 'BufferAllocationData', 'Sizing', [...ALLOCATION, ...u64s('SkPrimaryDataBytes')], 1],
    [108, 'RemovePagesCallbacks', 'Sizing'],
    [109, 'RemovePagesCallbacks', 'Sizing'],
    [110, 'RemovePagesCallbacks', 'Sizing', CALLBACK],
    [111, 'RemovePagesCallbacks', 'Sizing', CALLBACK],
    [112, 'RemovePagesCallbacks', 'Sizing', [...CALLBACK, ...STATUS]],
    [113, 'BufferEstimationData', 'Sizing', u64s('EstimatedPageCount', 'AllocatedPageCount')],
    [114, 'BufferEstimationData', 'Sizing', STATUS],
    [115, 'BufferAllocationData', 'Sizing', SCHEME],
    [116, 'BufferAllocationData', 'Sizing', SCHEME],
    ...details(117, 'Sizing'),
    [121, 'CorralProcessors', 'Quiesce', CORRAL],
    [122, 'UncorralProcessors', 'Quiesce', UNCORRAL],
    [123, 'MmDuplicateMemoryFailure', 'Sizing', DUPLICATION],
  ]),
  ...task('CapturePagesWorkflow', [
    [151, 'MirroringStart', 'Capture'],
    [152, 'MirroringPhase0End', 'Capture'],
    [153, 'MirroringPhase1End', 'Quiesce'],
    [154, 'SystemQuiesceStart', 'Quiesce'],
    [155, 'SystemQuiesceEnd', 'Capture'],
    [156, 'CopyingMemoryPagesStart', 'Copy'],
    [157, 'CopyingMemoryPagesEnd', 'Copy'],
    ...details(158, 'Capture'),
    [162, 'HvlCollectLiveDump', 'Capture', DURATION],
    [163, 'GenerateIptSecondaryData', 'Capture', DURATION],
    [164, 'DumpDataBuffering', 'Copy', DURATION],
    [165, 'CorralProcessors', 'Quiesce', CORRAL],
    [166, 'UncorralProcessors', 'Quiesce', UNCORRAL],
    [
      167,
      'CaptureMemoryPages',
      'Capture',
      [
        ...u64s('MemoryCaptureDuration_ms'),
        ...MIRRORING,
        ...u64s('HvlCollectLivedumpDuration_ms', 'DumpDataBufferingDuration_ms'),
      ],
    ],
    [168, 'MmDuplicateMemoryFailure', 'Capture', DUPLICATION],
  ]),
  // Windows Error Reporting writes its live dumps later; they share the provider with ours.
  ...task('LiveDumpWriteDeferredDumpDataAPI', [
    [201, 'APIStart', 'Writing'],
    [202, 'APIEnd', 'Ended', STATUS],
    [203, 'DumpFileWriteStart', 'Writing'],
    [204, 'DumpFileWriteEnd', 'Writing', WRITTEN],
  ]),
  ...task('LiveDumpDiscardDeferredDumpDataAPI', [
    [251, 'APIStart', 'Ended'],
    [252, 'APIEnd', 'Ended', STATUS],
  ]),
  ...task('LiveDumpCaptureDumpDataAPI', [
    [1, 'APIStart', 'Preparing', u64s('ControlFlags', 'AddPages'), 1],
  ]).map((row): EventRow => ({ ...row, reported: true })),
];

/** The row of an event, or of its newest known version where the event is newer; versions only ever add fields. */
export function rowOf(id: number, version: number): EventRow | undefined {
  return EVENT_TABLE.filter((row) => row.id === id && row.version <= version).reduce<EventRow | undefined>(
    (best, row) => (best === undefined || row.version > best.version ? row : best),
    undefined,
  );
}
