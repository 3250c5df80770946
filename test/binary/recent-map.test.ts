import { expect, it } from 'vitest';
import { recentMap } from '../../src/binary/recent-map.ts';

it('a recent map drops the entry that was not used for the longest time, and hands over its value', () => {
  const dropped: string[] = [];
  const map = recentMap<string, string>(2, (value) => dropped.push(value));
  map.getOrMake('a', () => 'A');
  map.getOrMake('b', () => 'B');
  expect(map.get('a')).toBe('A');
  map.getOrMake('c', () => 'C');
  expect(dropped).toEqual(['B']);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual(['A', undefined, 'C']);
  expect(map.size).toBe(2);
});

it('a recent map makes a value once while it is kept, an absent one too', () => {
  let made = 0;
  const map = recentMap<number, undefined>(4);
  for (let round = 0; round < 3; round += 1) {
    map.getOrMake(7, () => {
      made += 1;
      return undefined;
    });
  }
  expect(made).toBe(1);
});

it('a recent map hands over every value when it is cleared', () => {
  const dropped: number[] = [];
  const map = recentMap<number, number>(8, (value) => dropped.push(value));
  for (const key of [1, 2, 3]) map.getOrMake(key, () => key * 10);
  map.clear();
  expect(dropped).toEqual([10, 20, 30]);
  expect(map.size).toBe(0);
});

it('a recent map that was asked for one key over and over drops the others in the order of their use', () => {
  const map = recentMap<string, number>(2);
  map.getOrMake('a', () => 1);
  map.getOrMake('b', () => 2);
  for (let round = 0; round < 3; round += 1) expect(map.get('b')).toBe(2);
  expect(map.get('a')).toBe(1);
  map.getOrMake('c', () => 3);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  map.delete('c');
  map.getOrMake('d', () => 4);
  expect([map.get('a'), map.get('d')]).toEqual([1, 4]);
});
