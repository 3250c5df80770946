import { formatAddress, type VirtualAddress } from '../binary/address.ts';
import type { SymbolOrigin } from '../symbols/module-symbols.ts';
import { formatResolved, type SymbolResolver } from '../symbols/resolver.ts';
import type { StackFrame } from './frame.ts';
import { namedRegisters } from './registers.ts';
import type { FoundBy } from './step.ts';

/** A frame for reading. */
export interface NamedFrame {
  /** Where the thread goes on in this frame. */
  readonly address: VirtualAddress;
  readonly stackPointer: VirtualAddress;
  readonly foundBy: FoundBy;
  readonly trapFrame?: VirtualAddress;
  /** Absent for an address in no loaded image. */
  readonly module?: string;
  /** `scope::name`; absent where no source has a name. */
  readonly symbol?: string;
  /** From the symbol, else from the base of the module, else absent. */
  readonly offset?: number;
  readonly nameOrigin?: SymbolOrigin;
  /** `rdbss!RxCommonCreate+0x34f`, `nt+0x1234`, or the address. */
  readonly text: string;
  /** The capture itself runs here: an APC that the capture queued to the thread. */
  readonly capture: boolean;
  /**
   * Registers as they are when the thread goes on in this frame, by the processor's names; only when asked for. Below the first
   * frame these are non-volatile ones that the unwind data recovered.
   */
  readonly registers?: Readonly<Record<string, VirtualAddress>>;
}

export function nameFrame(frame: StackFrame, resolver: SymbolResolver): NamedFrame {
  const resolved = resolver.resolve(frame.pc, frame.interrupted ? 'instruction' : 'return');
  const { pc: address, sp: stackPointer, foundBy, trapFrame } = frame;
  return {
    address,
    stackPointer,
    foundBy,
    ...(trapFrame !== undefined && { trapFrame }),
    ...(resolved && { module: resolved.module, offset: resolved.symbol?.offset ?? resolved.rva }),
    ...(resolved?.symbol && { symbol: resolved.symbol.name, nameOrigin: resolved.symbol.origin }),
    text: resolved ? formatResolved(resolved) : formatAddress(frame.pc),
    capture: false,
    ...(frame.registers && { registers: namedRegisters(frame.registers) }),
  };
}

/** `fffff880`1adb9c20`: how debuggers print an address, as `formatFrame` does. */
function debuggerAddress(address: bigint): string {
  const digits = formatAddress(address).slice(2);
  return `${digits.slice(0, 8)}\`${digits.slice(8)}`;
}

/**
 * A line of a stack as WinDbg prints it, with a mark for what is not sure:
 * `nt!KiSystemServiceCopyEnd+0x13 (TrapFrame @ fffff880`1adb9c20)`, `nt+0x2e7ee0 ?`.
 */
export function formatFrame({ text, trapFrame, foundBy }: NamedFrame): string {
  const mark = trapFrame === undefined ? '' : ` (TrapFrame @ ${debuggerAddress(trapFrame)})`;
  return `${text}${mark}${foundBy === 'scan' ? ' ?' : ''}`;
}
