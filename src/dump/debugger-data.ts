import { type ValueOf, view } from '../binary/layout.ts';
import { DEBUGGER_DATA_TAG, KDDEBUGGER_DATA64, SMALLEST_DEBUGGER_DATA } from './layouts/debugger-data.ts';

type DebuggerFields = typeof KDDEBUGGER_DATA64.fields;
export type DebuggerField = keyof DebuggerFields;

/** The kernel's debugger data block: structure offsets and global addresses of the build that wrote the dump. */
export interface DebuggerData {
  /** Bytes that the block states for itself. */
  readonly size: number;
  /** A field; undefined when this build's block ends before it. */
  get<K extends DebuggerField>(field: K): ValueOf<DebuggerFields[K]> | undefined;
  /** An offset, size or pointer that the build has: like `get`, and undefined for zero, which means "none". */
  known<K extends DebuggerField>(field: K): ValueOf<DebuggerFields[K]> | undefined;
}

/** A block of debugger data, or undefined when the tag, the size or the length shows that these bytes are not one. */
export function parseDebuggerData(bytes: Uint8Array): DebuggerData | undefined {
  if (bytes.length < SMALLEST_DEBUGGER_DATA) return undefined;
  // The table is as long as the newest block; an older one is read from a zero-filled copy, and `get` keeps its end.
  const padded = new Uint8Array(KDDEBUGGER_DATA64.size);
  padded.set(bytes.subarray(0, padded.length));
  const fields = view(KDDEBUGGER_DATA64, padded);
  const size = fields.get('Size');
  if (fields.get('OwnerTag') !== DEBUGGER_DATA_TAG || size < SMALLEST_DEBUGGER_DATA) return undefined;
  const end = Math.min(size, bytes.length);
  const get = <K extends DebuggerField>(field: K): ValueOf<DebuggerFields[K]> | undefined => {
    const { offset, width } = KDDEBUGGER_DATA64.fields[field];
    return offset + width <= end ? fields.get(field) : undefined;
  };
  return { size, get, known: (field) => get(field) || undefined };
}
