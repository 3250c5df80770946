import type { ByteSource } from '../../binary/byte-source.ts';
import { openMsf } from './msf.ts';
import { openMsfz } from './msfz.ts';
import { MSFZ_SIGNATURE } from './msfz-layouts.ts';
import type { StreamFile } from './stream-file.ts';

/**
 * Opens the container of a PDB, in either of its forms.
 * @throws Failure SymbolsUnreadable
 */
export function openStreams(file: ByteSource): StreamFile {
  const start = file.read(0, Math.min(file.size, MSFZ_SIGNATURE.length));
  return Buffer.from(start).toString('latin1') === MSFZ_SIGNATURE ? openMsfz(file) : openMsf(file);
}
