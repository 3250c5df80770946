import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import type { Memory } from '../../src/dump/memory/memory.ts';
import { pageWindow } from '../../src/explain/page-window.ts';

const BASE = 0xffff800000000000n;

/** Two pages of counted bytes, and nothing else; counts the reads. */
function twoPages(): Memory & { reads: number } {
  const bytes = Uint8Array.from({ length: 0x2000 }, (_, index) => index & 0xff);
  return {
    reads: 0,
    read(address, length) {
      this.reads++;
      const from = Number(address - BASE);
      const stored =
        from < 0 || from >= bytes.length ? bytes.subarray(0, 0) : bytes.subarray(from, from + length);
      if (stored.length === length) return { bytes: stored };
      const gap = { address: virtualAddress(address + BigInt(stored.length)), reason: 'NotPresent' as const };
      return { bytes: stored, gap };
    },
  };
}

describe('a window of pages', () => {
  it('a window of pages gives what the memory gives, at every offset and over the end of a page', () => {
    const plain = twoPages();
    const window = pageWindow(twoPages());
    for (const at of [0n, 1n, 0xff8n, 0xffcn, 0x1000n, 0x1ff8n, 0x1ffcn, 0x2000n, -8n, 0x5000n]) {
      const address = virtualAddress(BASE + at);
      expect(window.read(address, 8), at.toString()).toEqual(plain.read(address, 8));
    }
  });

  it('a window of pages reads a page once for many small reads, and a missing page once too', () => {
    const memory = twoPages();
    const window = pageWindow(memory);
    for (let at = 0n; at < 0x1000n; at += 8n) window.read(virtualAddress(BASE + at), 8);
    for (let at = 0n; at < 0x1000n; at += 8n) window.read(virtualAddress(BASE + 0x9000n + at), 8);
    expect(memory.reads).toBe(2);
  });
});
