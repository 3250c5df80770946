import type { Dump } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';
import { type Column, heading, row } from './columns.ts';
import { labelled } from './wrap.ts';

type Crash = NonNullable<Dump['crash']>;
type Argument = NonNullable<Dump['bugCheckArguments']>[number];

/** `0x28` for `0x0000000000000028`; addresses stay whole. */
function shortHex(value: string): string {
  const short = value.replace(/^0x0+(?=.)/, '0x');
  return short.length > 10 ? value : short;
}

function argumentLines(argument: Argument): string[] {
  const { number, value, kind, means, text } = argument;
  if (kind === 'Reserved') return [];
  const told = text === undefined ? means : `${means}: ${text}`;
  return labelled(`Parameter ${number}`, `${shortHex(value)}, ${told}`);
}

function place({ processor, processName, processId, threadId }: Crash): string | undefined {
  const parts = [
    processor === undefined ? undefined : `processor ${processor}`,
    processName === undefined && processId === undefined
      ? undefined
      : `${processName ?? '?'} (${processId ?? '?'})`,
    threadId === undefined ? undefined : `thread ${threadId}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

function exceptionText({ exception }: Crash): string | undefined {
  if (exception === undefined) return undefined;
  const detail = exception.detail === undefined ? '' : `: ${exception.detail}`;
  return `${exception.name} at ${exception.place}${detail}`;
}

const REGISTERS_IN_A_ROW = 3;

function registerLines({ registers = [] }: Crash): string[] {
  const cells = registers.map(({ name, value }) => `${name.padStart(3)} ${value.replace(/^0x/, '')}`);
  const rows = Array.from({ length: Math.ceil(cells.length / REGISTERS_IN_A_ROW) }, (_, index) =>
    cells.slice(index * REGISTERS_IN_A_ROW, (index + 1) * REGISTERS_IN_A_ROW).join('  '),
  );
  return rows.length === 0 ? [] : ['', ...rows.map((line) => `  ${harmless(line)}`)];
}

/** Frames that are printed; the record has them all. */
const MOST_FRAMES = 40;
const STARTS: Readonly<Record<string, string>> = {
  ContextRecord: 'from the registers of the exception',
  HeaderFault: 'from the fault on',
  TrapFrame: 'from the fault on',
  HeaderContext: 'from the bug check on',
};

function stackLines({ stack = [], startedFrom = '', endMeaning }: Crash): string[] {
  if (stack.length === 0) return [];
  const shown = stack.slice(0, MOST_FRAMES).map((frame) => `    ${harmless(frame)}`);
  const more = stack.length > MOST_FRAMES ? [`    … and ${stack.length - MOST_FRAMES} more`] : [];
  const end = endMeaning === undefined ? [] : [`    (${endMeaning})`];
  return ['', `  Stack ${STARTS[startedFrom] ?? ''}`, '', ...shown, ...more, ...end];
}

function suspectLines({ suspect }: Crash): string[] {
  if (suspect === undefined) return [];
  const { file, place: where, reason, evidenceClass, evidence } = suspect;
  return [
    '',
    ...labelled(
      'Suspect',
      `${file}, by ${where}. ${reason} Not proved. Evidence: ${evidenceClass} (${evidence}).`,
    ),
  ];
}

const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  const present = parts.filter((part) => part !== undefined && part !== '');
  return present.length === 0 ? undefined : present.join(' ');
}

function hardwareLines({ hardware }: Dump): string[] {
  if (hardware === undefined) return [];
  const { processor, processorMHz, installedMemory, usableMemory, memoryRuns } = hardware;
  const memory = [
    installedMemory === undefined ? undefined : `${gigabytes(installedMemory)} installed`,
    usableMemory === undefined
      ? undefined
      : `${gigabytes(usableMemory)} used by Windows in ${memoryRuns} runs`,
  ].filter((part) => part !== undefined);
  return [
    ...labelled(
      'Processor',
      joined(processor, processorMHz === undefined ? undefined : `(${processorMHz} MHz)`),
    ),
    ...labelled('Computer', joined(hardware.manufacturer, hardware.product)),
    ...labelled('Board', joined(hardware.boardManufacturer, hardware.boardProduct)),
    ...labelled('BIOS', joined(hardware.biosVendor, hardware.biosVersion, hardware.biosDate)),
    ...labelled('Memory', memory.join(', ')),
  ];
}

/** A path on a command line of cmd and of PowerShell alike. */
const quoted = (path: string) => `"${harmless(path)}"`;

function limitLines({ limits = [], path, crash }: Dump): string[] {
  if (limits.length === 0) return [];
  const line = `ktriage stacks ${quoted(path)} --symbol-path srv*C:\\Symbols*https://msdl.microsoft.com/download/symbols`;
  const names = crash?.stack === undefined ? [] : ['', `  ${line}`];
  return ['', ...limits.flatMap((limit, index) => labelled(index === 0 ? 'Not known' : '', limit)), ...names];
}

/** The verdict, before everything else: what happened, where, in which driver, and what the file does not show. */
export function crashLines(dump: Dump): string[] {
  const { crash, bugCheckCode, bugCheckName, bugCheckSummary, bugCheckArguments = [] } = dump;
  const title = bugCheckName === undefined ? bugCheckCode : `${bugCheckName} (${bugCheckCode})`;
  const words = [
    ...labelled(crash === undefined ? 'Report' : 'Crash', title),
    ...labelled('', bugCheckSummary),
    ...bugCheckArguments.flatMap(argumentLines),
  ];
  if (crash === undefined) return bugCheckSummary === undefined ? [] : ['', ...words];
  return [
    '',
    ...words,
    ...labelled('On', place(crash)),
    ...labelled('Exception', exceptionText(crash)),
    ...suspectLines(crash),
    ...stackLines(crash),
    ...registerLines(crash),
    ...limitLines(dump),
  ];
}

/** The machine, under the facts of the dump. */
export const machineLines = (dump: Dump): string[] => hardwareLines(dump);

const DRIVERS: readonly Column[] = [
  { title: '', width: 1 },
  { title: 'Driver', width: 26 },
  { title: 'Base', width: 18 },
  { title: 'Size', width: 9, align: 'right' },
  { title: 'Version, linked', width: 18 },
];

/** The version where an image has it, else `2019-12-06` or that there is no date. */
function linked({ linkTime, fileVersion }: Dump['drivers'][number]): string {
  return fileVersion ?? linkTime?.slice(0, 10) ?? 'reproducible build';
}

/** The drivers of a crash, those of third parties marked. */
export function driverTable({ crash, drivers, unloadedDrivers = [] }: Dump): string[] {
  if (crash === undefined || drivers.length === 0) return [];
  const loaded = drivers.map((driver) =>
    row(DRIVERS, [
      driver.isThirdParty === true ? '*' : '',
      driver.name.slice(0, 26),
      driver.base,
      `0x${driver.size.toString(16)}`,
      linked(driver),
    ]),
  );
  const gone = unloadedDrivers.map(({ name, start, end }) =>
    row(DRIVERS, ['', name, start, `0x${(BigInt(end) - BigInt(start)).toString(16)}`, 'unloaded']),
  );
  const marked = drivers.some(({ isThirdParty }) => isThirdParty === true)
    ? ['* not of Microsoft, as far as the name shows']
    : [];
  return ['', heading(DRIVERS), ...loaded, ...gone, ...marked];
}
