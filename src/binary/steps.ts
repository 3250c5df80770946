/**
 * Long work in small steps: a generator that gives control back between them, so that the caller can let the process receive a
 * signal. Its result is what it returns; on the way it may yield parts of the result that are whole already.
 */
export type Steps<T, Part = never> = Generator<Part | undefined, T>;

/** Does all the work at once. */
export function atOnce<T>(steps: Steps<T, unknown>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The result of work that takes a single step; undefined for longer work, which is given up. */
export function firstStep<T>(steps: Steps<T, unknown>): T | undefined {
  const { done, value } = steps.next();
  if (done === true) return value;
  steps.return(undefined as never);
  return undefined;
}

/** A value that is made once, in steps by a caller that can wait, or else at its first use. */
export interface SteppedOnce<T, Part = never, Option = never> {
  (): T;
  /**
   * Makes the value, when it is not there. Parts are yielded while it is made, and not again later.
   * @param option how parts are yielded; the value is the same
   */
  readonly inSteps: (option?: Option) => Steps<T, Part>;
}

export function steppedOnce<T, Part = never, Option = never>(
  make: (option?: Option) => Steps<T, Part>,
): SteppedOnce<T, Part, Option> {
  let made: { readonly value: T } | undefined;
  function* inSteps(option?: Option): Steps<T, Part> {
    if (made === undefined) made = { value: yield* make(option) };
    return made.value;
  }
  return Object.assign(() => atOnce(inSteps()), { inSteps });
}
