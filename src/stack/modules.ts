import type { VirtualAddress } from '../binary/address.ts';
import type { UnwindData } from './unwind-data.ts';

/** A loaded image as the walk sees it. */
export interface StackModule {
  /** The debugger's short name: `nt`, `rdbss`. */
  readonly name: string;
  readonly base: VirtualAddress;
  /** SizeOfImage. */
  readonly size: number;
  /** Read once the walk is in this module; undefined when neither image nor PDB is at hand. */
  readonly unwindData: () => UnwindData | undefined;
}

/** Loaded images that do not overlap, found by address. */
export interface ModuleMap {
  find(address: bigint): StackModule | undefined;
}

export function moduleMap(modules: Iterable<StackModule>): ModuleMap {
  const sorted = [...modules].sort((a, b) => (a.base < b.base ? -1 : a.base > b.base ? 1 : 0));
  return {
    find(address) {
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const base = sorted[middle]?.base;
        if (base !== undefined && base <= address) low = middle + 1;
        else high = middle;
      }
      const module = sorted[low - 1];
      return module !== undefined && address < module.base + BigInt(module.size) ? module : undefined;
    },
  };
}
