import type { ByteSource } from '../../binary/byte-source.ts';
import { guidDigits } from '../../binary/guid.ts';
import { bytes, layout, u32, view } from '../../binary/layout.ts';
import { damaged } from './damaged.ts';

/** Start of stream 1. Source: microsoft-pdb `PDB/dbi/pdb.h` (PDBStream70), LLVM documentation "The PDB Info Stream". */
const PDB_INFO = layout('PDBStream70', 0x1c, {
  version: u32(0x00),
  signature: u32(0x04),
  age: u32(0x08),
  guid: bytes(0x0c, 16),
});

/** PDBImpvVC70, the first version that carries a GUID. */
const FIRST_VERSION_WITH_GUID = 20000404;

export interface PdbInfo {
  readonly guid: string;
  /** Grows with every rewrite, also by tools that run after the linker, so it is not the age that images name. */
  readonly age: number;
}

export function readPdbInfo(stream: ByteSource): PdbInfo {
  if (stream.size < PDB_INFO.size) throw damaged(stream, 'it holds no identity');
  const info = view(PDB_INFO, stream.read(0, PDB_INFO.size)).all();
  if (info.version < FIRST_VERSION_WITH_GUID) {
    throw damaged(stream, `version ${info.version} has no GUID`, 0, 'version');
  }
  return { guid: guidDigits(info.guid), age: info.age };
}
