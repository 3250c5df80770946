import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyDumpFile } from '../../../../src/capture/triage/set/verify-dump-file.ts';
import type { Addressed } from '../../../../src/capture/triage/threads/settled.ts';
import { captureThreads } from '../../../simulator/capture.ts';

describe('a dump that is read back from the disk', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-read-back-'));
  const file = path.join(folder, 'w3wp.dmp');
  let bytes: Buffer = Buffer.alloc(0);
  let captured: readonly Addressed[] = [];
  beforeAll(async () => {
    const { answer, addresses } = await captureThreads('w3wp-oplock', [0, 1, 2]);
    bytes = Buffer.from(answer.bytes);
    captured = addresses.map((address) => ({ address }) as Addressed);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const verify = (content: Uint8Array) => {
    writeFileSync(file, content);
    verifyDumpFile(file, bytes, captured);
  };
  const flipped = (at: number) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };

  it('a dump that is read back from the disk is accepted with every byte that was written', () => {
    expect(() => verify(bytes)).not.toThrow();
  });

  it.each([
    ['its first byte', () => flipped(0), /not what was written: .*\w/],
    [
      'a byte in the middle, where no check of a dump looks',
      () => flipped(Math.floor(bytes.length / 2)),
      /bytes are not the same/,
    ],
    ['its last byte', () => flipped(bytes.length - 1), /not what was written: .*\w/],
    ['its end cut off', () => bytes.subarray(0, bytes.length - 1), /not what was written: .*\w/],
    ['a byte more', () => Buffer.concat([bytes, Buffer.alloc(1)]), /not what was written: .*\w/],
    ['nothing in it', () => Buffer.alloc(0), /not what was written: .*\w/],
  ])('a dump that is read back from the disk with another content is refused: %s', (_, content, reason) => {
    expect(() => verify(content())).toThrow(reason);
    expect(() => verify(content())).toThrow(expect.objectContaining({ code: 'CaptureUnverified' }));
  });
});
