import { type Koffi, loadKoffi } from './load-koffi.ts';

/**
 * Foreign functions as data: a table of name → result and parameter types, from which both the call and its TypeScript
 * type come. Structures cross the boundary as bytes that the tables of `layouts.ts` describe, never as koffi structs,
 * so that one description serves the reader, the writer and the test that compares it with a C compiler's.
 */

/** Memory that a call reads or writes: JavaScript's own (for the length of a synchronous call), or a raw address. */
export type ForeignMemory = ArrayBufferView | bigint | null;

interface NativeTypes {
  /** NTSTATUS, as an unsigned number. */
  status: number;
  u32: number;
  u16: number;
  i32: number;
  bool: number;
  u64: bigint;
  /** HANDLE; pseudo handles are negative. */
  handle: bigint;
  pointer: ForeignMemory;
  /** Zero-terminated UTF-16. */
  text: string | null;
}

type NativeType = keyof NativeTypes;

/** koffi's spelling. HANDLEs are integers for us, so that koffi never follows one. */
const SPELLING: Record<NativeType, string> = {
  status: 'uint32',
  u32: 'uint32',
  u16: 'uint16',
  i32: 'int32',
  bool: 'int32',
  u64: 'uint64',
  handle: 'int64',
  pointer: 'void *',
  text: 'str16',
};

type Signature = readonly [result: NativeType, ...parameters: NativeType[]];
type Parameters<S extends Signature> = S extends readonly [NativeType, ...infer P extends NativeType[]]
  ? { [I in keyof P]: NativeTypes[P[I]] }
  : never;

export interface NativeFunction<S extends Signature> {
  (...args: Parameters<S>): NativeTypes[S[0]];
  /**
   * The same call on a thread of libuv's pool. Memory must come from `allocate`: koffi does not keep JavaScript's
   * buffers alive for an asynchronous call (measured with 3.3.4), and the garbage collector may take them.
   */
  inBackground(...args: Parameters<S>): Promise<NativeTypes[S[0]]>;
}

type Bound<T extends Record<string, Signature>> = { readonly [K in keyof T]: NativeFunction<T[K]> };

/** koffi answers 64-bit integers as numbers when they are small. */
function normalise(type: NativeType, value: unknown): never {
  return (type === 'u64' || type === 'handle' ? BigInt(value as number | bigint) : value) as never;
}

function bindOne<S extends Signature>(library: ReturnType<Koffi['load']>, name: string, signature: S) {
  const [result, ...parameters] = signature;
  const raw = library.func(
    name,
    SPELLING[result],
    parameters.map((type) => SPELLING[type]),
  );
  const call = (...args: Parameters<S>) => normalise(result, raw(...args));
  const inBackground = (...args: Parameters<S>) =>
    new Promise<NativeTypes[S[0]]>((resolve, reject) => {
      raw.async(...args, (error: unknown, value: unknown) => {
        if (error) reject(error);
        else resolve(normalise(result, value));
      });
    });
  return Object.assign(call, { inBackground }) as NativeFunction<S>;
}

/** Binds the functions of a DLL of Windows together, at the first call of the returned function. */
export function systemLibrary<const T extends Record<string, Signature>>(
  file: string,
  table: T,
): () => Bound<T> {
  let bound: Bound<T> | undefined;
  return () => {
    if (bound === undefined) {
      const library = loadKoffi().load(file);
      bound = Object.fromEntries(
        Object.entries(table).map(([name, signature]) => [name, bindOne(library, name, signature)]),
      ) as Bound<T>;
    }
    return bound;
  };
}

/** Memory outside of JavaScript's heap, at a fixed address, for calls that go on after the caller has returned. */
export interface Allocation {
  readonly address: bigint;
  /** The memory itself, not a copy; invalid after `free`. */
  readonly bytes: Uint8Array;
  free(): void;
}

/** @returns zeroed memory of `size` bytes */
export function allocate(size: number): Allocation {
  const koffi = loadKoffi();
  const pointer = koffi.alloc('uint8', size);
  const bytes = new Uint8Array(koffi.view(pointer, size));
  bytes.fill(0);
  return { address: BigInt(pointer), bytes, free: () => koffi.free(pointer) };
}

/** Where a buffer is, to translate the pointers that a call has put into it. */
export function addressOf(buffer: Uint8Array): bigint {
  return BigInt(loadKoffi().address(buffer));
}

/** The zero-terminated UTF-16 text at an address. */
export function textAt(address: bigint): string {
  return loadKoffi().decode.string16(address);
}

/** A copy of memory at an address that a call returned. */
export function memoryAt(address: bigint, size: number): Uint8Array {
  return new Uint8Array(loadKoffi().view(address, size)).slice();
}

/** A function of ours that Windows can call. */
export interface Callback {
  readonly address: bigint;
  /** Not before the last call has returned. */
  release(): void;
}

/**
 * Gives Windows a function that takes one pointer and returns nothing. Called from another thread, that thread waits
 * until the event loop has run `action`, so what the pointer leads to is there for that long.
 */
export function pointerCallback(action: (address: bigint) => void): Callback {
  const koffi = loadKoffi();
  const type = koffi.proto('void', ['void *']);
  const address = koffi.register(
    (pointer: bigint | null) => action(BigInt(pointer ?? 0n)),
    koffi.pointer(type),
  );
  return { address: BigInt(address), release: () => koffi.unregister(address) };
}
