import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { kernelMemory } from '../../src/simulator/synth/kernel-memory.ts';
import { atLabel } from '../../src/simulator/synth/raw-record.ts';

const POOL = 0xffffa38f_40000000n;

describe('the memory that plans of synthetic dumps fill', () => {
  it('lets an object point at one that is placed later', () => {
    const memory = kernelMemory();
    const waiter = memory.placeIn(POOL, 'waiter', 0x20).u64(8, atLabel('lock', 0x28));
    const lock = memory.placeIn(POOL, 'lock', 0x68);
    memory.finish();
    expect(memory.read(waiter.address + 8n, 8).readBigUInt64LE()).toBe(lock.address + 0x28n);
  });

  it('refuses a pointer to a label that is never placed, and a label that is placed twice', () => {
    const memory = kernelMemory();
    memory.placeIn(POOL, 'waiter', 0x20).u64(8, atLabel('lock'));
    expect(() => memory.finish()).toThrow('lock');
    expect(() => memory.placeIn(POOL, 'waiter', 8)).toThrow('waiter');
    expect(() => memory.addressOf('lock')).toThrow('lock');
  });

  it('keeps an object that crosses a page whole, and has nothing beside it', () => {
    const memory = kernelMemory();
    const object = memory.place('object', POOL + 0xffcn, 8).u64(0, 0x1122334455667788n);
    expect(memory.block(object)).toEqual({
      address: POOL + 0xffcn,
      bytes: Buffer.from('8877665544332211', 'hex'),
    });
    expect([...memory.pages.keys()]).toEqual([POOL, POOL + 0x1000n]);
    expect(() => memory.read(POOL + 0x1ffcn, 8)).toThrow('0x');
  });

  it('links entries into a ring behind their head, and a head without entries to itself', () => {
    const memory = kernelMemory();
    const [head = 0n, first = 0n, second = 0n] = [0, 1, 2].map(() => memory.allocate(POOL, 16));
    const links = (at: bigint) => [0, 8].map((offset) => memory.read(at, 16).readBigUInt64LE(offset));
    memory.link(head, []);
    expect(links(head)).toEqual([head, head]);
    memory.link(head, [first, second]);
    expect(links(head)).toEqual([first, second]);
    expect(links(first)).toEqual([second, head]);
    expect(links(second)).toEqual([head, first]);
  });
});
