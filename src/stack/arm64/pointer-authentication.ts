import { type VirtualAddress, virtualAddress } from '../../binary/address.ts';

/** Selects the half of the address space, and so what the bits of a signature are without one (ARM ARM, "Pointer authentication"). */
const SELECTOR_BIT = 55n;

/**
 * A return address without the signature that `pacibsp` put into it. `mask` is KDDEBUGGER_DATA64.PointerAuthMask, 0 on
 * builds that do not sign. Unproven on a signed dump.
 */
export function stripSignature(address: VirtualAddress, mask: bigint): VirtualAddress {
  const isUpper = ((address >> SELECTOR_BIT) & 1n) === 1n;
  return virtualAddress(isUpper ? address | mask : address & ~mask);
}
