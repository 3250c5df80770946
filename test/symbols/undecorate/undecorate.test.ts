import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undecorate } from '../../../src/symbols/undecorate/undecorate.ts';
import { describeWith } from '../../support/equipment.ts';
import { nameByLlvm } from './llvm-undname.ts';

/** Declarations whose decorated names exercise scopes, templates, operators and back-references. */
const SOURCE = `
namespace ns {
  struct B {}; enum class E { x, y };
  template <class T, int N> struct A {
    T t[N]; A(); ~A(); int get(const T &, B *) const; template <class U> U conv(U u);
    operator int(); operator B *(); bool operator==(const A &); int operator()(int); A &operator+=(const A &);
    static T st; struct In { void f(); }; virtual void v(); static int sf(A *, A *, const A *);
  };
  template <class T, int N> A<T, N>::A() {}
  template <class T, int N> A<T, N>::~A() {}
  template <class T, int N> int A<T, N>::get(const T &, B *) const { return N; }
  template <class T, int N> template <class U> U A<T, N>::conv(U u) { return u; }
  template <class T, int N> A<T, N>::operator int() { return 1; }
  template <class T, int N> A<T, N>::operator B *() { return 0; }
  template <class T, int N> bool A<T, N>::operator==(const A &) { return true; }
  template <class T, int N> int A<T, N>::operator()(int x) { return x; }
  template <class T, int N> A<T, N> &A<T, N>::operator+=(const A &) { return *this; }
  template <class T, int N> T A<T, N>::st{};
  template <class T, int N> void A<T, N>::In::f() {}
  template <class T, int N> void A<T, N>::v() {}
  template <class T, int N> int A<T, N>::sf(A *, A *, const A *) { return 0; }
  template struct A<int, 3>; template struct A<B *, 12>; template struct A<const B *, 39>;
  template struct A<E, 1>; template struct A<A<int, 3>, 2>; template struct A<int (*)(int, B), 1>;
  template struct A<int B::*, 1>; template struct A<unsigned long long, 1000>; template struct A<volatile char *, 65>;
  template int A<int, 3>::conv<int>(int); template A<int, 3> A<int, 3>::conv<A<int, 3>>(A<int, 3>);
}
template <class... T> int pack(T... t) { return sizeof...(T); }
template int pack<>(); template int pack<int, char const *, ns::E>(int, char const *, ns::E);
template <class T> int refs(T &&) { return 0; }
template int refs<int &>(int &); template int refs<int>(int &&);
template <bool b, char c> struct BC { void f(); };
template <bool b, char c> void BC<b, c>::f() {}
template struct BC<true, 'x'>;
template <template <class, int> class TT> void tt() {} template void tt<ns::A>();
int operator+(ns::B, ns::B) { return 0; } ns::B operator""_b(unsigned long long) { return {}; }
bool operator&&(ns::B, ns::B) { return true; } int operator<=>(ns::B, ns::B) { return 0; }
struct V1 { virtual int a(); virtual ~V1(); }; struct V2 { virtual int b(); virtual ~V2(); };
struct V3 : V1, virtual V2 { int a(); int b(); ~V3(); };
int V1::a() { return 0; } int V2::b() { return 0; } int V3::a() { return 0; } int V3::b() { return 0; }
V3::~V3() {} V1::~V1() {} V2::~V2() {}
`;

function decoratedNames(): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-names-'));
  try {
    const source = path.join(folder, 'names.cpp');
    const object = path.join(folder, 'names.obj');
    writeFileSync(source, SOURCE);
    execFileSync('clang', [
      '--target=x86_64-pc-windows-msvc',
      '-std=c++20',
      '-w',
      '-c',
      source,
      '-o',
      object,
    ]);
    const symbols = execFileSync('llvm-nm', ['--format=just-symbols', object], { encoding: 'utf8' });
    return [...new Set(symbols.split('\n').filter((name) => name.startsWith('?')))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describeWith(['clang', 'llvm'], 'names that a compiler decorated', () => {
  // RTTI descriptors are data that no code address is near to; they keep their decorated names.
  const names = decoratedNames().filter((name) => !/^\?\?(_R|__[EF])/.test(name));

  it('has many of them', () => expect(names.length).toBeGreaterThan(120));

  it.each(names)('%s', (name) => {
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
  ])('%s', (decorated, plain) => expect(undecorate(decorated)).toBe(plain));

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
  ])('of very many %s cost next to nothing', (_, name) => {
    const begun = performance.now();
    for (let time = 0; time < 100; time++) undecorate(name);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('never throws and never grows without bound', () => {
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
