import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { progressLine } from '../../src/cli/progress-line.ts';
import type { Progress } from '../../src/contract/output.ts';
import { downloadProgress } from '../../src/reading/sources/download-progress.ts';
import { slowProgress } from '../../src/reading/sources/slow-progress.ts';

/** A clock that the test moves, and what was told. */
function observed() {
  let now = 0;
  const told: Progress[] = [];
  return {
    told,
    output: { progress: (progress: Progress) => void told.push(progress) },
    clock: () => now,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('progress of long work', () => {
  it('work that is done within two seconds reports nothing', () => {
    const { told, output, clock, pass } = observed();
    const progress = slowProgress(output, 'Reading dumps', clock);
    for (let step = 0; step < 19; step += 1) {
      pass(100);
      progress.at(step, 19, `${step} of 19`);
    }
    progress.end();
    expect(told).toEqual([]);
  });

  it('long work reports numbers once a second, and takes them away at its end', () => {
    const { told, output, clock, pass } = observed();
    const progress = slowProgress(output, 'Reading dumps', clock);
    for (let step = 1; step <= 100; step += 1) {
      pass(50);
      progress.at(step, 100, `${step} of 100: file`);
    }
    progress.end();
    expect(told.map(({ percent }) => percent)).toEqual([40, 60, 80, 100, 100]);
    expect(told[0]).toEqual({ activity: 'Reading dumps', status: '40 of 100: file', percent: 40 });
    expect(told.at(-1)).toEqual({ activity: 'Reading dumps', percent: 100, done: true });
  });

  it('a download reports its megabytes, the file and the host, and no more of the address', () => {
    const { told, output, clock, pass } = observed();
    const downloads = downloadProgress(output, clock);
    const address = 'https://user:secret@symbols.example:444/store/nt.pdb/AB1/nt.pdb?token=x';
    downloads.received(address, 1_000_000, 40_000_000);
    pass(2500);
    downloads.received(address, 12_600_000, 40_000_000);
    downloads.end();
    expect(told[0]).toEqual({
      activity: 'Downloading symbols',
      status: '12.6 of 40.0 MB of nt.pdb from symbols.example:444',
      percent: 31,
    });
  });
});

describe('progress on standard error', () => {
  const write = (isTTY: boolean) => {
    const stream = Object.assign(new PassThrough(), { isTTY, columns: 30 });
    const line = progressLine(stream);
    line.show({ activity: 'Reading dumps', status: '3 of 17: a long name of a file', percent: 17 });
    line.show({ activity: 'Reading dumps', percent: 100, done: true });
    return String(stream.read());
  };

  it('a terminal shows one line that changes and is taken away', () => {
    expect(write(true)).toBe(' 17 % Reading dumps: 3 of 17: \r\u001b[K'.replace('17: ', '17:'));
  });

  it('a file gets a line for each step and none for the end', () => {
    expect(write(false)).toBe('ktriage: Reading dumps: 3 of 17: a long name of a file\n');
  });
});
