import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayMatch } from '../../../src/symbols/may-match.ts';
import { undecorate } from '../../../src/symbols/undecorate/undecorate.ts';
import { describeWith } from '../../support/equipment.ts';
import { DECLARATIONS, decoratedNames } from './compiled-names.ts';
import { nameByLlvm } from './llvm-undname.ts';

describeWith(['clang', 'llvm'], 'names that a compiler decorated', () => {
  // RTTI descriptors are data that no code address is near to; they keep their decorated names.
  const names = decoratedNames(DECLARATIONS).filter((name) => !/^\?\?(_R|__[EF])/.test(name));

  it('the names that a compiler decorated are many', () => expect(names.length).toBeGreaterThan(120));

  it.each(names)('names that a compiler decorated: %s', (name) => {
    expect(undecorate(name).replace(/> (?=>)/g, '>')).toBe(nameByLlvm(name));
  });
});

describe('other names', () => {
  it.each([
    ['KeWaitForSingleObject', 'KeWaitForSingleObject'],
    ['?FxStubInitTypes@@YAJXZ', 'FxStubInitTypes'],
    ['??_C@_07NFANNNEC@UNKNOWN@', "`string'"],
    ['__imp_?put@Queue@@QEAAHH@Z', '__imp_Queue::put'],
    ['?cnt@?1??localst@@YAHH@Z@4HA', "`localst'::`2'::cnt"],
    ['?anon@?A0xEC958363@ns@@YAHXZ', "ns::`anonymous namespace'::anon"],
    ['??__Eglobal@@YAXXZ', "`dynamic initializer for 'global''"],
    ['?name@@behind-it-anything', 'name'],
    ['??@0123456789abcdef0123456789abcdef@', '??@0123456789abcdef0123456789abcdef@'],
    ['??$?BH@A@@QEAAHXZ', 'A::operator int<int>'],
    ['??_9Base@@$B7AA', "Base::`vcall'"],
    ['?', '?'],
    ['?a@1@', '?a@1@'],
    ['', ''],
  ])('other names: %s', (decorated, plain) => expect(undecorate(decorated)).toBe(plain));

  it('a search for a plain name never passes over the symbol that has it', () => {
    const identifiers = fc.array(fc.constantFrom('Alpha', 'Beta_2', '_x', 'ns', 'Y'), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(identifiers, (innermostFirst) => {
        // A name that was written before is a digit: its place among the different ones.
        const known = [...new Set(innermostFirst)];
        const parts = innermostFirst.map((name, at) =>
          innermostFirst.indexOf(name) < at ? String(known.indexOf(name)) : `${name}@`,
        );
        const decorated = `?${parts.join('')}@YAXXZ`;
        const plain = innermostFirst.toReversed().join('::');
        expect(undecorate(decorated)).toBe(plain);
        expect(mayMatch(plain.toUpperCase())(decorated)).toBe(true);
        expect(mayMatch(`${plain}::Gamma`)(decorated)).toBe(false);
      }),
    );
  });

  it('a name whose back-references double at every step stays short and fast', () => {
    const doubling = (depth: number): string =>
      depth === 0 ? 'a@' : `?$t@V${doubling(depth - 1)}@V1@V1@V1@@`;
    for (let depth = 0; depth < 60; depth++) {
      expect(undecorate(`?f@${doubling(depth)}@YAXXZ`).length).toBeLessThan(8192);
    }
  });

  it.each([
    ['scopes', `?f@${'a'.repeat(40)}@${'0'.repeat(3900)}@YAXXZ`],
    ['arguments', `?f@?$t@V${'a'.repeat(40)}@@${'V0@'.repeat(1200)}@@YAXXZ`],
    ['short arguments', `?f@?$t@${'H'.repeat(3900)}@@YAXXZ`],
    ['parameters', `?f@?$t@P6AX${'H'.repeat(3900)}@Z@@YAXXZ`],
    ['operators', `?${'?$'.repeat(2000)}`],
  ])('decorated names of very many %s cost next to nothing', (_, name) => {
    const begun = performance.now();
    for (let time = 0; time < 100; time++) undecorate(name);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('undecorating a name never throws and never grows without bound', () => {
    const letters = fc.constantFrom(...'?@$_0123456789ABCDEHQUVWXYZ', '?$', '@@', 'QEA', '$$', '??', 'name');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), (pieces) => {
        const plain = undecorate(`?${pieces.join('')}`);
        expect(plain.length).toBeLessThan(8192);
        expect(plain).not.toContain('\0');
      }),
      { numRuns: 3000 },
    );
  });
});
