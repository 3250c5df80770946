import process from 'node:process';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { cancellation } from '../../src/cli/cancellation.ts';

describe('cancellation of a run', () => {
  // A closed terminal raises SIGHUP, on Windows too; without a listener Node ends at once and leaves temporary files.
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s cancels the run instead of ending the process',
    (name) => {
      const before = process.listenerCount(name);
      const cancel = cancellation(new PassThrough());
      expect(process.listenerCount(name)).toBe(before + 1);
      process.emit(name);
      expect(cancel.signal.aborted).toBe(true);
      cancel.close();
      expect(process.listenerCount(name)).toBe(before);
    },
  );
});
