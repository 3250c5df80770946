import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Thread } from '../../src/contract/generated/types.ts';
import { columnsFor } from '../../src/contract/rows/columns.ts';
import { rowLayout } from '../../src/contract/rows/row-layout.ts';
import { capitalized } from '../../src/contract/spelling.ts';
import { unixFromFileTime } from '../../src/contract/time.ts';

interface Source {
  readonly owner: { readonly label: string };
  readonly text: string | undefined;
  readonly word: string | undefined;
  readonly number: number | undefined;
  readonly flag: boolean | undefined;
  readonly address: bigint | undefined;
  readonly units: bigint | undefined;
  readonly time: bigint | undefined;
  readonly call: { readonly number: number | undefined; readonly argument: bigint | undefined } | undefined;
}

const call = columnsFor<NonNullable<Thread['lastSystemCall']>, NonNullable<Source['call']>>();
const { column, few, nested, shared } = columnsFor<Thread, Source>();

/** Every kind of column; the names are those of a thread, because a layout has names of the contract alone. */
const layout = rowLayout<'Thread', Source>('Thread', [
  shared(({ owner }) => owner, [column('machine', 'text', ({ owner }) => owner.label)]),
  column('name', 'text', ({ text }) => text),
  few('state', 'text', ({ word }) => word),
  column('waitTimeMs', 'number', ({ number }) => number),
  few('priority', 'number', ({ number }) => number),
  few('ioPending', 'boolean', ({ flag }) => flag),
  column('startAddress', 'address', ({ address }) => address),
  column('createTimeRaw', 'digits', ({ units }) => units),
  column('kernelTimeMs', 'milliseconds', ({ units }) => units),
  column('createTime', 'time', ({ time }) => (time === undefined ? undefined : unixFromFileTime(time))),
  nested(
    'lastSystemCall',
    [
      call.column('number', 'number', ({ number }) => number),
      call.column('firstArgument', 'address', ({ argument }) => argument),
    ],
    (source) => source.call,
  ),
]);

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const u64 = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.bigInt({ min: 0n, max: 200_000n }));
/** All units of UTF-16, lone halves of pairs among them, and what JSON escapes. */
const anyText = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.constantFrom('w3wp.exe', '"', '\\', '\u007f', '\u2028', '\ud800', '\u0000', ''),
);
const anyNumber = fc.oneof(
  fc.double(),
  fc.integer({ min: 0, max: 2 ** 32 + 1 }),
  fc.constantFrom(0, -0, 9, 10, 99, 100, 2 ** 32 - 1, 2 ** 32, -1, 0.5, 1e21),
);
const source: fc.Arbitrary<Source> = fc.record({
  owner: fc.constantFrom({ label: 'one "and" only' }, { label: 'another' }),
  text: maybe(anyText),
  word: maybe(fc.oneof(fc.constantFrom('Wait', 'Running', '\u00e4'), anyText)),
  number: maybe(anyNumber),
  flag: maybe(fc.boolean()),
  address: maybe(u64),
  units: maybe(u64),
  time: maybe(u64),
  call: maybe(fc.record({ number: maybe(anyNumber), argument: maybe(u64) })),
});

const same = (name: string) => name;

/** The same lines, by way of objects. */
const expected = (sources: readonly Source[], spell: (name: string) => string) =>
  sources
    .map((each) => {
      const value = JSON.parse(JSON.stringify(layout.record(each)), function (this: unknown, _key, inner) {
        if (typeof inner !== 'object' || inner === null) return inner;
        return Object.fromEntries(Object.entries(inner as object).map(([key, of]) => [spell(key), of]));
      });
      return `${JSON.stringify({ kind: 'record', type: 'Thread', value })}\n`;
    })
    .join('');

function written(sources: readonly Source[], spell: (name: string) => string): string {
  const writer = layout.open(spell);
  for (const each of sources) writer.add(each);
  return Buffer.from(writer.take()).toString();
}

describe('rows', () => {
  it.each([
    ['as they are', same],
    ['with capitals', capitalized],
  ])('rows are the bytes that JSON.stringify gives for their records, with names %s', (_how, spell) => {
    fc.assert(
      fc.property(fc.array(source, { maxLength: 12 }), (sources) => {
        expect(written(sources, spell)).toBe(expected(sources, spell));
      }),
      { numRuns: 400 },
    );
  });

  it('rows longer than their buffer are whole, and so are those after them', () => {
    const base = { owner: { label: 'o' }, word: 'Wait', number: 1, flag: true } as const;
    const rest = { address: 1n, units: 12_345n, time: 133_600_876_966_798_931n, call: undefined };
    const sources = ['\u0001'.repeat(100_000), 'short', 'a'.repeat(300_000)].map((text) => ({
      ...base,
      ...rest,
      text,
    }));
    expect(written(sources, same)).toBe(expected(sources, same));
  });

  it('rows keep a bounded number of values, and are right beyond it', () => {
    const sources = Array.from({ length: 2000 }, (_, index) => ({
      owner: { label: `${index % 3}` },
      text: undefined,
      word: `State${index % 700}`,
      number: index % 300,
      flag: undefined,
      address: undefined,
      units: undefined,
      time: undefined,
      call: undefined,
    }));
    expect(written(sources, same)).toBe(expected(sources, same));
  });
});
