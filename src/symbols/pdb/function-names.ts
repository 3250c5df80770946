import type { ByteSource } from '../../binary/byte-source.ts';
import { layout, u16, u32, view } from '../../binary/layout.ts';
import { readNameHash } from './name-hash.ts';

/**
 * Where the record of a function is, by its name: the globals stream is a hash of the names of all functions, of those too that are
 * not public. Source: REFSYM2 of microsoft-pdb `include/cvinfo.h`; a name and a NUL follow.
 */
const REFERENCE = layout('REFSYM2', 0x0e, {
  length: u16(0x00),
  kind: u16(0x02),
  /** Position of the record in the stream of its object file. */
  record: u32(0x08),
  /** The object file, counted from one. */
  module: u16(0x0c),
});
const S_PROCREF = 0x1125;
const S_LPROCREF = 0x1127;
/** Longer names than the longest that compilers write are cut. */
const LONGEST_NAME = 0x1000;

/** A function's record in the stream of its object file. */
export interface FunctionReference {
  readonly name: string;
  /** Counted from zero. */
  readonly module: number;
  readonly record: number;
}

/** The functions of a PDB by name, without reading the object files. */
export interface FunctionNames {
  /** Whether the PDB lists no function by name: then it has none, or its writer left the list out. */
  readonly isEmpty: boolean;
  /** Functions whose name is `name` but for the case of ASCII letters. */
  named(name: string): FunctionReference[];
}

const utf8 = new TextDecoder();

function referenceAt(records: ByteSource, at: number): FunctionReference | undefined {
  if (at + REFERENCE.size > records.size) return undefined;
  const head = view(REFERENCE, records.read(at, REFERENCE.size)).all();
  if (head.kind !== S_PROCREF && head.kind !== S_LPROCREF) return undefined;
  const length = Math.min(head.length + 2 - REFERENCE.size, LONGEST_NAME, records.size - at - REFERENCE.size);
  if (length <= 0 || head.module === 0) return undefined;
  const text = records.read(at + REFERENCE.size, length);
  const end = text.indexOf(0);
  const name = utf8.decode(end < 0 ? text : text.subarray(0, end));
  return { name, module: head.module - 1, record: head.record };
}

/**
 * @param globals the globals stream
 * @param records the stream of symbol records
 * @throws Failure SymbolsUnreadable
 */
export function openFunctionNames(globals: ByteSource, records: ByteSource): FunctionNames {
  const hash = readNameHash(globals, 0, globals.size);
  return {
    isEmpty: hash.isEmpty,
    named(name) {
      const folded = name.toLowerCase();
      return hash.candidates(name).flatMap((at) => {
        const found = referenceAt(records, at);
        return found !== undefined && found.name.toLowerCase() === folded ? [found] : [];
      });
    },
  };
}
