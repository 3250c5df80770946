import { expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import type { StackModule } from '../../src/stack/modules.ts';
import { registersAt, X64_REGISTER } from '../../src/stack/registers.ts';
import type { UnwindData } from '../../src/stack/unwind-data.ts';
import { unwindX64 } from '../../src/stack/x64/unwind.ts';

const BASE = 0xfffff80000000000n;
const STACK = 0xffff850000001000n;

/**
 * A function at RVA 0x1000 whose prolog is `mov [rsp+8], rbx; sub rsp, 0x20`. Its codes stand in the order of the
 * instructions, newest first, so the save comes after the allocation: a legal order that MSVC does not use.
 */
function image(): UnwindData {
  const bytes = new Uint8Array(0x3000);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of [0x1000, 0x1100, 0x2000].entries()) view.setUint32(index * 4, value, true);
  const unwindInfo = [0x01, 0x09, 0x03, 0x00, 0x09, 0x32, 0x05, 0x34, 0x05, 0x00];
  bytes.set(unwindInfo, 0x2000);
  return {
    origin: 'image',
    machine: 'x64',
    functionTable: { rva: 0, size: 12 },
    read: (rva, length) => (rva + length <= bytes.length ? bytes.subarray(rva, rva + length) : undefined),
    isExecutable: () => true,
  };
}

it('the unwinder finds a saved register from the base of the frame, wherever its code is', () => {
  const stack = new Map([
    // Return address above the 0x20 bytes of the frame, and the home slot above that.
    [STACK + 0x20n, BASE + 0x1234n],
    [STACK + 0x28n, 0xb0b0n],
  ]);
  const read = (address: bigint, length: number) => {
    const value = stack.get(address);
    if (value === undefined || length !== 8) return undefined;
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, value, true);
    return bytes;
  };
  const module: StackModule = { name: 'm', base: virtualAddress(BASE), size: 0x3000, unwindData: image };
  const registers = registersAt('x64', virtualAddress(BASE + 0x1050n), virtualAddress(STACK));
  const step = unwindX64(registers, module, read, false);
  expect(step).toMatchObject({ kind: 'caller', registers: { pc: BASE + 0x1234n, sp: STACK + 0x28n } });
  expect(step.kind === 'caller' && step.registers.general[X64_REGISTER.rbx]).toBe(0xb0b0n);
});
