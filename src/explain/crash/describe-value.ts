import { addressAt, formatAddress, isKernelAddress, virtualAddress } from '../../binary/address.ts';
import { tryRead } from '../../dump/memory/memory.ts';
import type { ParameterKind } from '../../kernel/bug-check/parameter-kinds.ts';
import { statusText } from '../../kernel/bug-check/status-names.ts';
import { asPrintable } from '../../kernel/guards.ts';
import { processNameOf } from '../../kernel/read-process.ts';
import type { CrashView } from './crash-view.ts';
import { deviceText, requestText } from './object-text.ts';

/** Interrupt request levels of x64 (wdm.h). */
const IRQLS: Readonly<Record<number, string>> = {
  0: 'PASSIVE_LEVEL',
  1: 'APC_LEVEL',
  2: 'DISPATCH_LEVEL',
  12: 'SYNCH_LEVEL',
  13: 'CLOCK_LEVEL',
  14: 'POWER_LEVEL',
  15: 'HIGH_LEVEL',
  255: 'interrupts were disabled',
};
/** DISPATCH_LEVEL is the last that drivers do not own; devices follow. */
const DEVICE_IRQLS = { first: 3, last: 11 };

/** How memory was touched: bits of page fault error codes, as bug checks pass them on. */
const ACCESSES: Readonly<Record<number, string>> = {
  0: 'read',
  1: 'written',
  2: 'written',
  8: 'executed',
  16: 'executed',
};

/** What Windows passes on for a general protection fault. */
const NO_ADDRESS = 0xffff_ffff_ffff_ffffn;
const NULL_PAGES = 0x1_0000n;
const SHORTEST_TEXT = 16;

function irqlText(value: bigint): string {
  const level = Number(BigInt.asUintN(8, value));
  if (level >= DEVICE_IRQLS.first && level <= DEVICE_IRQLS.last) return 'the level of a device';
  return IRQLS[level] ?? `level ${level}`;
}

/** Where an address is: in an image, where one was, near zero, or in which half of memory. */
export function placeText({ dump, images }: CrashView, value: bigint): string {
  const address = virtualAddress(value);
  const place = images.nameOf(address);
  if (place !== undefined) return place;
  const gone = dump.unloadedDrivers().find(({ start, end }) => value >= start && value < end);
  if (gone !== undefined) return `where ${gone.name} was before it was unloaded`;
  if (value < NULL_PAGES)
    return value === 0n ? 'a null pointer' : `a null pointer plus 0x${value.toString(16)}`;
  if (value === NO_ADDRESS) return 'no address: the processor reports none for one that is not canonical';
  if (isKernelAddress(value)) return 'kernel memory outside of every image';
  return value < 0x8000_0000_0000n ? 'user memory' : 'no valid address';
}

function threadText({ objects }: CrashView, address: bigint): string | undefined {
  const thread = objects.threads.find((each) => each.address === address);
  if (thread === undefined) return undefined;
  const { processId, threadId, process } = thread;
  const owner = objects.processes.find((each) => each.address === process);
  const name = processNameOf(processId, owner);
  return [name === undefined ? undefined : `${name} (${processId ?? '?'})`, `thread ${threadId ?? '?'}`]
    .filter((part) => part !== undefined)
    .join(', ');
}

function processText({ objects }: CrashView, address: bigint): string | undefined {
  const process = objects.processes.find((each) => each.address === address);
  return process && `${processNameOf(process.processId, process) ?? '?'} (${process.processId ?? '?'})`;
}

/** A value of a bug check in words; undefined where the dump has nothing to add to the number. */
export function valueText(view: CrashView, kind: ParameterKind, value: bigint): string | undefined {
  switch (kind) {
    case 'Irql':
      return irqlText(value);
    case 'Access':
      return ACCESSES[Number(BigInt.asUintN(8, value))];
    case 'Status':
      return statusText(value);
    case 'Number':
    case 'Ticks':
      return value < 2n ** 53n ? `${value}` : undefined;
    case 'Address':
    case 'Code':
      return placeText(view, value);
    case 'Thread':
      return threadText(view, value) ?? (value === 0n ? undefined : 'not in this dump');
    case 'Process':
      return (
        processText(view, value) ?? threadText(view, value) ?? (value === 0n ? undefined : 'not in this dump')
      );
    case 'Irp':
      return isKernelAddress(value) ? requestText(view, addressAt(virtualAddress(value), 0)) : undefined;
    case 'Device':
      return isKernelAddress(value) ? deviceText(view, value) : undefined;
    case 'Text':
      return isKernelAddress(value)
        ? asPrintable(tryRead(view.dump.memory, virtualAddress(value), SHORTEST_TEXT))
        : undefined;
    case 'Object':
      return view.images.nameOf(virtualAddress(value));
    default:
      return undefined;
  }
}

/** A place as a sentence names it: `nt+0x1234 (0xfffff803…)`. */
export function placeWithAddress(view: CrashView, value: bigint): string {
  return `${placeText(view, value)} (${formatAddress(value)})`;
}
