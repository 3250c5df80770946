/** Threads of one process that are captured in one call, in the order in which they were asked for. */
export interface Batch<T> {
  readonly processId: number;
  readonly threads: readonly T[];
}
