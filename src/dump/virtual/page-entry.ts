/**
 * Page table entries as two 32-bit halves: a walk runs for every page that is read, and numbers are what the engine
 * is fast with. Valid entries follow the processor manuals (Intel SDM vol. 3 ch. 4, Arm ARM D8); what Windows keeps in
 * entries that are not valid (MMPTE_SOFTWARE, MMPTE_TRANSITION, MMPTE_PROTOTYPE) is in Microsoft's public symbols.
 */
export interface PageEntry {
  readonly low: number;
  readonly high: number;
}

const PROTOTYPE = 1 << 10;
const TRANSITION = 1 << 11;

export const isValid = ({ low }: PageEntry): boolean => (low & 1) !== 0;
export const isEmpty = ({ low, high }: PageEntry): boolean => low === 0 && high === 0;
export const isPrototype = (entry: PageEntry): boolean => !isValid(entry) && (entry.low & PROTOTYPE) !== 0;
/** The page is on its way to or from the page file, and its contents are still in memory. */
export const isTransition = (entry: PageEntry): boolean =>
  !isValid(entry) && (entry.low & PROTOTYPE) === 0 && (entry.low & TRANSITION) !== 0;

/** Bits 12 to 51 as a page frame number: bits 52 to 63 are flags on both processors. */
export const frameOf = ({ low, high }: PageEntry): number => (high & 0xfffff) * 0x100000 + (low >>> 12);

/** MMPTE_SOFTWARE.PageFileHigh: where in the page file, and zero for a page that was never touched. */
export const pageFileOffset = ({ high }: PageEntry): number => high;

/** MMPTE_PROTOTYPE.ProtoAddress: bits 16 to 63, sign extended. */
export function prototypeAddress({ low, high }: PageEntry): bigint {
  return BigInt.asUintN(64, BigInt.asIntN(48, (BigInt(high) << 16n) | BigInt(low >>> 16)));
}

/** The value of ProtoAddress that refers to the VAD: there is no prototype entry to follow. */
export const PROTOTYPE_IN_VAD = 0xffff_ffff_ffff_0000n;
