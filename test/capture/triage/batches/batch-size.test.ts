import { describe, expect, it } from 'vitest';
import { batchSize } from '../../../../src/capture/triage/batches/batch-size.ts';

const facts = {
  computerName: 'HERE',
  windowsBuild: 19045,
  architecture: 'x64',
  logicalProcessors: 8,
  elevated: true,
} as const;
const KILOBYTE = 1024;

describe('how many threads the next call asks for', () => {
  it('the size of the next batch does not fall for threads that are missing for another reason than room', () => {
    const size = batchSize(facts, 14);
    size.learn({ asked: 14, captured: 9, isCrowded: false, bytesLeft: 300 * KILOBYTE });
    expect(size.current()).toBe(14);
    size.learn({ asked: 14, captured: 0, isCrowded: false, bytesLeft: 600 * KILOBYTE });
    expect(size.current()).toBe(14);
  });

  it('the size of the next batch falls to what fitted, and recovers when room is left', () => {
    const size = batchSize(facts, 14);
    size.learn({ asked: 14, captured: 2, isCrowded: true, bytesLeft: 20 * KILOBYTE });
    expect(size.current()).toBe(2);
    size.learn({ asked: 2, captured: 2, isCrowded: false, bytesLeft: 500 * KILOBYTE });
    expect(size.current()).toBeGreaterThan(10);
    size.learn({ asked: 12, captured: 12, isCrowded: false, bytesLeft: 300 * KILOBYTE });
    expect(size.current()).toBe(14);
  });

  it('the size of the next batch stays where it is when the dump is full to the brim', () => {
    const size = batchSize(facts, 14);
    size.learn({ asked: 14, captured: 5, isCrowded: true, bytesLeft: 3 * KILOBYTE });
    size.learn({ asked: 5, captured: 5, isCrowded: false, bytesLeft: 3 * KILOBYTE });
    expect(size.current()).toBe(5);
  });

  it('the size of the next batch is halved down to one when no thread fits', () => {
    const size = batchSize(facts, 14);
    const seen = [];
    for (let calls = 0; calls < 5; calls += 1) {
      size.learn({ asked: size.current(), captured: 0, isCrowded: true, bytesLeft: 5 * KILOBYTE });
      seen.push(size.current());
    }
    expect(seen).toEqual([7, 3, 1, 1, 1]);
  });
});
