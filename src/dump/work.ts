import type { Findings } from './finding.ts';

/**
 * What reading one dump may cost. A dump can be built so that a few bytes describe a great deal: page tables map one page at
 * many addresses, lists share their entries, a thousand drivers share one image. No list and no structure shows that alone,
 * so everything that is read of a dump is counted, and a dump that costs more than any honest one of its size is read no
 * further: its memory then ends, as if nothing more were stored, and a finding states so.
 */
export interface Work {
  /** Counts `units`, of about 50 ns each. False when the dump has used up what it may cost. */
  spend(units: number): boolean;
  /** Units spent so far. */
  readonly spent: number;
  readonly limit: number;
}

/**
 * Units that every dump may cost, and units for each of its bytes. The dumps of the tests, and the real ones that this was tried on,
 * need less than a tenth of it (test/fuzz/honest-work.test.ts).
 */
const FREE_UNITS = 8_000_000;
const UNITS_PER_BYTE = 4;

const MESSAGE =
  'the dump is built so that reading it costs more than its size can explain: it was not read any further';

/** @param findings receives one entry when the limit is reached */
export function workLimit(fileBytes: number, findings: Findings): Work {
  const limit = FREE_UNITS + fileBytes * UNITS_PER_BYTE;
  // A typed array: a number with a fraction in a variable would take new memory at each read.
  const spent = new Float64Array(1);
  return {
    spend(units) {
      const before = spent[0] ?? 0;
      if (before > limit) return false;
      spent[0] = before + units;
      if (before + units <= limit) return true;
      findings.add('damaged', MESSAGE);
      return false;
    },
    get spent() {
      return spent[0] ?? 0;
    },
    limit,
  };
}

/** A read through a map of segments or through page tables. */
export const UNITS_PER_READ = 20;
/**
 * What is made of a dump costs too: it is kept and written. A few bytes can be a thread or a lock, and one table can be that of every lock.
 * An object is a thread, a lock, a request, of two kilobytes or so.
 */
export const UNITS_PER_OBJECT = 1000;
/** A part of an object: an owner, a waiter, a frame, a mention. */
export const UNITS_PER_PART = 400;
/** A character of a name, which a thousand objects may share. */
export const UNITS_PER_CHARACTER = 1;
/** Bytes that are copied in one unit. */
const BYTES_PER_UNIT = 64;
export const unitsOfBytes = (bytes: number) => bytes / BYTES_PER_UNIT;
