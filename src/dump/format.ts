/** DUMP_TYPE_* of mindumpdef.h, and the range dumps that newer debuggers write (types 8 to 10). */
const FORMATS = {
  1: 'Full',
  2: 'Summary',
  3: 'HeaderOnly',
  4: 'Triage',
  5: 'BitmapFull',
  6: 'BitmapKernel',
  8: 'RangeKernel',
  9: 'RangeActive',
  10: 'RangeFull',
} as const;

export type DumpFormat = (typeof FORMATS)[keyof typeof FORMATS];

/** The format of a DumpType, or undefined for a number that no writer is known to use. */
export function formatOf(dumpType: number): DumpFormat | undefined {
  return (FORMATS as Record<number, DumpFormat>)[dumpType];
}
