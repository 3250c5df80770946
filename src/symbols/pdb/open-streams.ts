import type { ByteSource } from '../../binary/byte-source.ts';
import { openMsf } from './msf.ts';
import { openMsfz } from './msfz.ts';
import { MSFZ_SIGNATURE } from './msfz-layouts.ts';
import type { StreamFile } from './stream-file.ts';

/** Whether a file begins as the compressed container does. */
export function isMsfz(file: ByteSource): boolean {
  const start = file.read(0, Math.min(file.size, MSFZ_SIGNATURE.length));
  return Buffer.from(start).toString('latin1') === MSFZ_SIGNATURE;
}

/**
 * Opens the container of a PDB, in either of its forms.
 * @throws Failure SymbolsUnreadable
 */
export const openStreams = (file: ByteSource): StreamFile => (isMsfz(file) ? openMsfz(file) : openMsf(file));
