import { Failure } from '../contract/failure.ts';
import { fileFailure } from '../files/file-failure.ts';

/** The failure of a write to standard output. The advice of the table is about dumps, so it has its own. */
export function outputFailure(thrown: NodeJS.ErrnoException): Failure {
  const { code, message, facts } = fileFailure(thrown, 'standard output', 'written');
  return new Failure(code, message, {
    ...facts,
    advice:
      'Send the results elsewhere. What the run wrote until then is kept, and the results on this output are not whole.',
  });
}
