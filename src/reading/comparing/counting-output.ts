import type { Output } from '../../contract/output.ts';

/** Counts the failures that a run reports, so that an answer that is short does not look whole. */
export function counting(output: Output): { readonly output: Output; failures(): number } {
  let failures = 0;
  const counted: Output = {
    record: (type, value, done) => output.record(type, value, done),
    progress: (progress) => output.progress(progress),
    warning: (message, target) => output.warning(message, target),
    incomplete: (code) => {
      failures += 1;
      output.incomplete(code);
    },
    error: (failure) => {
      failures += 1;
      output.error(failure);
    },
    answer: (exit) => output.answer(exit),
    end: () => output.end(),
  };
  return { output: counted, failures: () => failures };
}
