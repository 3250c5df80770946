import type { ByteSource } from '../../binary/byte-source.ts';
import { layout, u32, view } from '../../binary/layout.ts';

/** Source: OMAP of dbghelp.h / cvconst; sorted by `rva`, each entry holds until the next one. */
const OMAP_ENTRY = layout('OMAP', 0x08, { rva: u32(0x00), target: u32(0x04) });

/** Where the bytes of an image went when a tool behind the linker moved them. */
export interface Omap {
  /** The RVA on the other side; undefined for what was removed, and before the first entry. */
  map(rva: number): number | undefined;
}

export function readOmap(stream: ByteSource): Omap {
  const count = Math.floor(stream.size / OMAP_ENTRY.size);
  const entry = (index: number) => view(OMAP_ENTRY, stream.read(index * OMAP_ENTRY.size, OMAP_ENTRY.size));
  return {
    map(rva) {
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (entry(middle).get('rva') <= rva) low = middle + 1;
        else high = middle;
      }
      if (low === 0) return undefined;
      const { rva: start, target } = entry(low - 1).all();
      return target === 0 || start > rva ? undefined : target + (rva - start);
    },
  };
}
