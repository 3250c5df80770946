import { Failure } from '../../../../src/contract/failure.ts';

/** The one JSON value that a driver writes: 64-bit numbers as decimal text, so that nothing is rounded. */
export function print(value: unknown): void {
  console.log(
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)),
  );
}

/** The error code with which `action` fails, or what it returns. */
export function outcome<T>(action: () => T): T | { readonly failed: string; readonly message: string } {
  try {
    return action();
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return { failed: thrown.code, message: thrown.message };
  }
}
