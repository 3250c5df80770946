/**
 * Long work in small steps: a generator that gives control back between them, so that the caller can let the process hear a
 * signal. What it yields means nothing; its result is what it returns.
 */
export type Steps<T> = Generator<void, T>;

/** Does all the work at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** A value that is made once, in steps by a caller that can wait, or else at its first use. */
export interface SteppedOnce<T> {
  (): T;
  /** Makes the value, when it is not there. */
  readonly inSteps: () => Steps<T>;
}

export function steppedOnce<T>(make: () => Steps<T>): SteppedOnce<T> {
  let made: { readonly value: T } | undefined;
  function* inSteps(): Steps<T> {
    if (made === undefined) made = { value: yield* make() };
    return made.value;
  }
  return Object.assign(() => atOnce(inSteps()), { inSteps });
}
