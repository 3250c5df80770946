import { formatAddress, type VirtualAddress } from '../binary/address.ts';
import type { Mutable } from '../binary/mutable.ts';
import type { AddressUse, SymbolOrigin } from '../symbols/module-symbols.ts';
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

/** The part of a frame that its address alone decides. */
type FrameName = Pick<NamedFrame, 'module' | 'symbol' | 'offset' | 'nameOrigin' | 'text'>;

function nameOf(address: VirtualAddress, use: AddressUse, resolver: SymbolResolver): FrameName {
  const resolved = resolver.resolve(address, use);
  return {
    ...(resolved && { module: resolved.module, offset: resolved.symbol?.offset ?? resolved.rva }),
    ...(resolved?.symbol && { symbol: resolved.symbol.name, nameOrigin: resolved.symbol.origin }),
    text: resolved ? formatResolved(resolved) : formatAddress(address),
  };
}

/** Characters of names that are kept. The stacks of one machine share most of their addresses. */
const MOST_CHARACTERS = 4_000_000;
/** What an entry costs beside its text, as characters. */
const CHARACTERS_OF_ENTRY = 100;

/** Names frames by one resolver, each address once. */
export function frameNamer(resolver: SymbolResolver): (frame: StackFrame) => NamedFrame {
  const names = { instruction: new Map<bigint, FrameName>(), return: new Map<bigint, FrameName>() };
  let characters = 0;

  function knownName(address: VirtualAddress, use: 'instruction' | 'return'): FrameName {
    const known = names[use].get(address);
    if (known !== undefined) return known;
    const named = nameOf(address, use, resolver);
    characters += CHARACTERS_OF_ENTRY + 2 * named.text.length;
    if (characters > MOST_CHARACTERS) {
      names.instruction.clear();
      names.return.clear();
      characters = 0;
    }
    names[use].set(address, named);
    return named;
  }

  return ({ pc, sp, foundBy, interrupted, trapFrame, registers }) => {
    const { module, symbol, offset, nameOrigin, text } = knownName(
      pc,
      interrupted ? 'instruction' : 'return',
    );
    // Assigned, not spread: a live dump has half a million frames.
    const frame: Mutable<NamedFrame> = { address: pc, stackPointer: sp, foundBy, text, capture: false };
    if (trapFrame !== undefined) frame.trapFrame = trapFrame;
    if (module !== undefined) frame.module = module;
    if (symbol !== undefined) frame.symbol = symbol;
    if (offset !== undefined) frame.offset = offset;
    if (nameOrigin !== undefined) frame.nameOrigin = nameOrigin;
    if (registers !== undefined) frame.registers = namedRegisters(registers);
    return frame;
  };
}

/** Names one frame. */
export const nameFrame = (frame: StackFrame, resolver: SymbolResolver): NamedFrame =>
  frameNamer(resolver)(frame);

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
