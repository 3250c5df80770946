import { isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import type { Dump } from '../../dump/dump.ts';
import type { BugCheckMeaning } from '../../kernel/bug-check/code-meaning.ts';
import type { ParameterKind } from '../../kernel/bug-check/parameter-kinds.ts';
import { machineOfDump, memoryOf } from '../../stack/dump-memory.ts';
import type { Registers } from '../../stack/registers.ts';
import { contextSize, registersOfContext } from '../../stack/start/context.ts';
import { trapFrameRegisters } from '../../stack/x64/trap-frame.ts';

/** Where the registers of a crash were taken. */
export type CrashSource =
  /** The CONTEXT record that a parameter of the bug check names, as `.cxr` takes it. */
  | 'ContextRecord'
  /** A trap frame, as `.trap` takes it. */
  | 'TrapFrame'
  /** The CONTEXT of the dump's header, which has the registers of the fault itself. */
  | 'HeaderFault'
  /** The CONTEXT of the dump's header: where the bug check was called. */
  | 'HeaderContext';

export interface CrashStart {
  readonly registers: Registers;
  readonly source: CrashSource;
}

const addressOf = (
  meaning: BugCheckMeaning | undefined,
  parameters: readonly bigint[],
  kind: ParameterKind,
): VirtualAddress | undefined => {
  const index = meaning?.parameters.findIndex(([each]) => each === kind) ?? -1;
  const value = parameters[index] ?? 0n;
  return index >= 0 && isKernelAddress(value) ? virtualAddress(value) : undefined;
};

/** The registers that the header has; undefined where they are not set. */
export function headerStart(dump: Dump): CrashStart | undefined {
  const machine = machineOfDump(dump);
  const bytes = dump.header.get('ContextRecord');
  const registers = machine && bytes && registersOfContext(machine, bytes);
  return registers && isKernelAddress(registers.sp) ? { registers, source: 'HeaderContext' } : undefined;
}

function contextStart(dump: Dump, address: VirtualAddress | undefined): CrashStart | undefined {
  const machine = machineOfDump(dump);
  const bytes = machine && address && memoryOf(dump)(address, contextSize(machine));
  if (!machine || !bytes) return undefined;
  const registers = registersOfContext(machine, bytes);
  return isKernelAddress(registers.sp) ? { registers, source: 'ContextRecord' } : undefined;
}

function trapFrameStart(dump: Dump, address: VirtualAddress | undefined): CrashStart | undefined {
  if (address === undefined || machineOfDump(dump) !== 'x64') return undefined;
  const registers = trapFrameRegisters(memoryOf(dump), address);
  return registers && { registers, source: 'TrapFrame' };
}

/**
 * The registers from which the stack of a crash is walked: those of the exception where a parameter leads to them, else those of
 * the header. A header that already has the registers of the fault is taken as it is.
 */
export function crashStart(
  dump: Dump,
  meaning: BugCheckMeaning | undefined,
  parameters: readonly bigint[],
): CrashStart | undefined {
  const header = headerStart(dump);
  const code = meaning?.parameters.findIndex(([kind]) => kind === 'Code') ?? -1;
  if (header && code >= 0 && parameters[code] === header.registers.pc)
    return { ...header, source: 'HeaderFault' };
  return (
    contextStart(dump, addressOf(meaning, parameters, 'Context')) ??
    trapFrameStart(dump, addressOf(meaning, parameters, 'TrapFrame')) ??
    header
  );
}
