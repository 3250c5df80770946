import { Failure } from '../contract/failure.ts';
import { fileFailure } from '../files/file-failure.ts';

/** What it means that standard output cannot be written to. The table's advice speaks of dumps, which are another matter. */
export function outputFailure(thrown: NodeJS.ErrnoException): Failure {
  const { code, message, facts } = fileFailure(thrown, 'standard output', 'written');
  return new Failure(code, message, {
    ...facts,
    advice:
      'Send the results elsewhere. What the run wrote until then is kept, and the results on this output are not whole.',
  });
}
