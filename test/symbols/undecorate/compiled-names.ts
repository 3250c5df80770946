import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Declarations whose decorated names exercise scopes, templates, operators and back-references. */
export const DECLARATIONS = `
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

/** Compiles C++ for Windows with clang; the decorated names of its symbols. */
export function decoratedNames(declarations: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-names-'));
  try {
    const source = path.join(folder, 'names.cpp');
    const object = path.join(folder, 'names.obj');
    writeFileSync(source, declarations);
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
