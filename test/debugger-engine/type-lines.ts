import type { Answer } from './engine.ts';

/** A line of `dt`: a member with what follows its name. */
export interface EngineMember {
  readonly name: string;
  readonly offset: number;
  readonly shown: string;
}

/** The members that the engine lists for `dt module!type [address]`; lines of another form are passed over. */
export function membersOf({ text }: Answer): EngineMember[] {
  return [...text.matchAll(/^ {3}\+0x([0-9a-f]+) (\S+) *: (.*)$/gm)].map(
    ([, offset = '', name = '', shown = '']) => ({
      name,
      offset: Number.parseInt(offset, 16),
      shown: shown.trimEnd(),
    }),
  );
}

/**
 * A value of either side in one form: numbers as decimal digits without sign, by the bytes that they take; texts and ends of lists as they are.
 * `(null)` is a pointer, `0y101` and `0n5` are numbers in two and ten, a number without a prefix is below ten.
 */
export function plainValue(shown: string, bytes: number): string {
  const list = /\[ (0x[0-9a-f`]+) - (0x[0-9a-f`]+) \]/.exec(shown);
  if (list) return `${list[1]} ${list[2]}`.replaceAll('`', '');
  const text = /"(.*)"/.exec(shown)?.[1];
  if (text !== undefined) return text;
  const bits = (number: bigint) => String(BigInt.asUintN(bytes * 8, number));
  if (shown.startsWith('(null)')) return bits(0n);
  const [, binary, decimal, hex, digit] =
    /^(?:_\w+ )?(?:0y([01]+)|0n(-?\d+)|(0x[0-9a-f`]+)|(-?\d+))/.exec(shown) ?? [];
  if (binary !== undefined) return bits(BigInt(`0b${binary}`));
  const number = decimal ?? hex?.replaceAll('`', '') ?? digit;
  return number === undefined ? shown : bits(BigInt(number));
}
