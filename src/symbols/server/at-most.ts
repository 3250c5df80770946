/** Runs jobs, at most `limit` at the same time; the others wait their turn. */
export function atMost(limit: number): <T>(job: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: Array<() => void> = [];
  return async (job) => {
    if (running >= limit) await new Promise<void>((resume) => waiting.push(resume));
    else running++;
    try {
      return await job();
    } finally {
      // A job that waits takes over the place; without one the place is free.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
