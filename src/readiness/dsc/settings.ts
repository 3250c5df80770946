import type { DumpReadiness } from '../../contract/generated/types.ts';
import type { RegistryKind, RegistryValue } from '../../machine/port.ts';

/** A property of the DSC resource and the registry value behind it, under HKEY_LOCAL_MACHINE. */
export interface Setting {
  readonly property: SettingName;
  readonly key: string;
  readonly value: string;
  readonly kind: RegistryKind;
  /** Windows reads it when it starts. */
  readonly needsRestart: boolean;
  /** Undefined for data that the property has no word for. */
  readonly decode: (data: RegistryValue) => string | number | boolean | undefined;
  readonly encode: (wanted: string | number | boolean) => RegistryValue;
}

export type SettingName = Exclude<
  keyof DumpReadiness,
  'dumpFolder' | 'dumpFolderAcl' | '_inDesiredState' | '_rebootRequested'
>;

/** The numbers of CrashDumpEnabled (learn.microsoft.com, memory dump file options). */
const CRASH_DUMPS: Readonly<Record<string, number>> = {
  None: 0,
  Complete: 1,
  Kernel: 2,
  Small: 3,
  Automatic: 7,
};

type Coding = Pick<Setting, 'kind' | 'decode' | 'encode'>;

const flag: Coding = {
  kind: 'dword',
  decode: (data) => (typeof data === 'number' ? data !== 0 : undefined),
  encode: (wanted) => (wanted === true ? 1 : 0),
};
const count: Coding = {
  kind: 'dword',
  decode: (data) => (typeof data === 'number' ? data : undefined),
  encode: (wanted) => Number(wanted),
};
const text = (kind: 'string' | 'expandString'): Coding => ({
  kind,
  decode: (data) => (typeof data === 'string' && data !== '' ? data : undefined),
  encode: String,
});
const crashDump: Coding = {
  kind: 'dword',
  decode: (data) => Object.keys(CRASH_DUMPS).find((name) => CRASH_DUMPS[name] === data),
  encode: (wanted) => CRASH_DUMPS[String(wanted)] ?? 0,
};

const CRASH_CONTROL = 'SYSTEM\\CurrentControlSet\\Control\\CrashControl';
/** Windows Error Reporting's settings (learn.microsoft.com, wer-settings). */
const LIVE_REPORTS = `${CRASH_CONTROL}\\FullLiveKernelReports`;
/** Where the event log keeps the state of channels; it reads it when it starts. */
const CHANNELS =
  'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WINEVT\\Channels\\Microsoft-Windows-Kernel-LiveDump';

/** Where the event log finds the texts of a source (learn.microsoft.com, eventlog key). */
export const EVENT_SOURCE = 'SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\KernelTriage';
/** A file of Windows whose texts with the numbers 1 to 1000 are the string of the event itself. */
export const EVENT_TEXTS = '%SystemRoot%\\System32\\EventCreate.exe';
const eventTexts: Coding = {
  kind: 'expandString',
  decode: (data) => typeof data === 'string' && data.toLowerCase() === EVENT_TEXTS.toLowerCase(),
  encode: (wanted) => (wanted === true ? EVENT_TEXTS : ''),
};

function setting(
  property: SettingName,
  [key, value]: readonly [string, string],
  coding: Coding,
  needsRestart = false,
): Setting {
  return { property, key, value, needsRestart, ...coding };
}

export const SETTINGS: readonly Setting[] = [
  setting('crashDumpEnabled', [CRASH_CONTROL, 'CrashDumpEnabled'], crashDump, true),
  setting('alwaysKeepMemoryDump', [CRASH_CONTROL, 'AlwaysKeepMemoryDump'], flag),
  setting('dumpFile', [CRASH_CONTROL, 'DumpFile'], text('expandString')),
  setting('minidumpDir', [CRASH_CONTROL, 'MinidumpDir'], text('expandString')),
  setting('fullLiveReportsMax', [LIVE_REPORTS, 'FullLiveReportsMax'], count),
  setting('systemThrottleThreshold', [LIVE_REPORTS, 'SystemThrottleThreshold'], count),
  setting('componentThrottleThreshold', [LIVE_REPORTS, 'ComponentThrottleThreshold'], count),
  setting(
    'liveKernelReportsPath',
    [`${CRASH_CONTROL}\\LiveKernelReports`, 'LiveKernelReportsPath'],
    text('string'),
    true,
  ),
  setting('operationalChannel', [`${CHANNELS}/Operational`, 'Enabled'], flag, true),
  setting('analyticChannel', [`${CHANNELS}/Analytic`, 'Enabled'], flag, true),
  setting('eventSource', [EVENT_SOURCE, 'EventMessageFile'], eventTexts),
];
