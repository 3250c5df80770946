import type { ByteSource } from '../../binary/byte-source.ts';
import { Failure } from '../../contract/failure.ts';

/** A PDB that contradicts itself: which file, what is wrong, and where. */
export function damaged(source: ByteSource, what: string, offset?: number, field?: string): Failure {
  return new Failure('SymbolsUnreadable', `${source.name} cannot be used as a symbol file: ${what}`, {
    target: source.name,
    ...(offset === undefined ? {} : { offset }),
    ...(field === undefined ? {} : { field }),
  });
}
