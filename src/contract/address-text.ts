/** `0x` and 16 lower-case hex digits: the only spelling of an address in the contract. */
export function addressText(address: bigint): string {
  return `0x${BigInt.asUintN(64, address).toString(16).padStart(16, '0')}`;
}
