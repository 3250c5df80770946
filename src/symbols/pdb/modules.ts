import type { ByteSource } from '../../binary/byte-source.ts';
import { layout, u16, u32, view } from '../../binary/layout.ts';
import type { DbiRange } from './dbi.ts';

/**
 * The object files that the image was linked from. Two names ending in NUL follow each entry, then up to three bytes
 * to a multiple of four. Source: microsoft-pdb `PDB/dbi/dbi.h` (MODI), LLVM documentation "Module Info Substream".
 */
const MODULE_INFO = layout('MODI', 0x40, { stream: u16(0x22), symbolsSize: u32(0x24) });

/** Where the symbols of an object file are. */
export interface PdbModule {
  /** 0xFFFF where it has none. */
  readonly stream: number;
  readonly symbolsSize: number;
}

/** All modules in order; reading stops at the first that does not fit. */
export function readModules(dbi: ByteSource, { offset, size }: DbiRange): PdbModule[] {
  const table = dbi.read(offset, size);
  const modules: PdbModule[] = [];
  for (let at = 0; at + MODULE_INFO.size <= table.length; ) {
    modules.push(view(MODULE_INFO, table, at).all());
    const nameEnd = table.indexOf(0, at + MODULE_INFO.size);
    const objectEnd = nameEnd < 0 ? -1 : table.indexOf(0, nameEnd + 1);
    if (objectEnd < 0) break;
    at = (objectEnd + 4) & ~3;
  }
  return modules;
}
