import path from 'node:path';
import type { ByteSource } from '../../binary/byte-source.ts';
import type { Steps } from '../../binary/steps.ts';
import { asFailure, type Failure } from '../../contract/failure.ts';
import { requireOwnSystem } from './folders.ts';

/** A place that was asked for a file, and what came of it. Warnings list these. */
export interface LookedPlace {
  /** A folder, file or address. */
  readonly place: string;
  /** `notThere`, or why the file that was there is not the one. */
  readonly result: 'found' | 'notThere' | 'refused';
  readonly reason?: string;
}

/** A file that was found and accepted. */
export interface FoundFile<T> {
  readonly value: T;
  readonly path: string;
}

export interface FileSearch<T> {
  readonly found?: FoundFile<T>;
  readonly looked: readonly LookedPlace[];
}

/**
 * Opens what was found and decides by its identity. It owns the source when it returns; when it throws, the source is
 * closed by the caller.
 */
export type Accept<T> = (source: ByteSource) => T;

/** Damaged, compressed with an unknown method, or another build: the search goes on, and the warning names the reason. */
export function refusal(place: string, thrown: unknown): LookedPlace {
  const failure: Failure = asFailure(thrown);
  if (failure.code === 'Internal' && (thrown as NodeJS.ErrnoException).code === undefined) throw thrown;
  return { place, result: 'refused', reason: failure.message };
}

export function acceptSource<T>(source: ByteSource, accept: Accept<T>): T {
  try {
    return accept(source);
  } catch (thrown) {
    source.close();
    throw thrown;
  }
}

/** Copies for the stores nearer to us; a store that cannot be written is not worth failing for. */
export function* keepIn(
  folders: readonly string[],
  name: string,
  put: (final: string) => Steps<void>,
): Steps<string | undefined> {
  let kept: string | undefined;
  for (const folder of folders) {
    const final = path.join(folder, name);
    try {
      requireOwnSystem(folder);
      yield* put(final);
      kept ??= final;
    } catch {
      // The next time the file is read from where it is.
    }
  }
  return kept;
}
