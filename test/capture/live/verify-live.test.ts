import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type asIfReal, dumpFolder, takeLive } from './live-bench.ts';

let place: ReturnType<typeof dumpFolder>;
beforeEach(() => {
  place = dumpFolder();
});
afterEach(() => place.remove());

describe('a file that does not hold what the kernel promised', () => {
  /** Spoils the file after the kernel has answered. */
  const spoiled = (damage: (bytes: Buffer) => Buffer) => ({
    disguise: (machine: Parameters<typeof asIfReal>[0]) => ({
      ...machine,
      openSession: (purpose: Parameters<typeof machine.openSession>[0]) => {
        const session = machine.openSession(purpose);
        return {
          ...session,
          captureLive: (request: Parameters<typeof session.captureLive>[0]) => {
            const capture = session.captureLive(request);
            const finished = capture.finished.then((answer) => {
              writeFileSync(request.path, damage(readFileSync(request.path)));
              return answer;
            });
            return { ...capture, finished };
          },
        };
      },
    }),
  });
  const zero = (bytes: Buffer, at: number, length: number) => {
    bytes.fill(0, at, at + length);
    return bytes;
  };

  const mark = (bytes: Buffer, at: number, bits: number) => {
    bytes.writeUInt32LE(bytes.readUInt32LE(at) | bits, at);
    return bytes;
  };

  it.each([
    ['its header missing', (bytes: Buffer) => zero(bytes, 0, 0x2000)],
    ['no signature of its bitmap', (bytes: Buffer) => zero(bytes, 0x2000, 8)],
    ['another number of pages in its header', (bytes: Buffer) => zero(bytes, 0x2028, 8)],
    ['its last page missing', (bytes: Buffer) => bytes.subarray(0, bytes.length - 0x1000)],
    ['another type', (bytes: Buffer) => zero(bytes, 0xf98, 4)],
    ['its contents encrypted', (bytes: Buffer) => mark(bytes, 0x1050, 1 << 8)],
    ['nothing in it', (bytes: Buffer) => bytes.subarray(0, 0)],
  ])('a live dump file with %s is not kept', async (_name, damage) => {
    const { failure } = await takeLive({ path: place.file() }, spoiled(damage));
    expect(failure?.code).toBe('CaptureUnverified');
    expect(place.names()).toEqual([]);
  });

  it('a live dump file whose required space differs is kept, and reports that', async () => {
    const run = await takeLive(
      { path: place.file() },
      spoiled((bytes) => zero(bytes, 0xfa0, 8)),
    );
    expect(run.dump?.checks).toContainEqual(
      expect.objectContaining({ check: 'RequiredSpace', passed: false }),
    );
  });
});
