/** C++ declarations whose decorated names pair every kind of type with every kind of scope: some two thousand names. */

const TYPES = [
  'int',
  'unsigned char',
  'wchar_t',
  'char16_t',
  'bool',
  'double',
  'unsigned long long',
  'void *',
  'char const *',
  'char *const *',
  'volatile int *',
  'int (*)[2][3]',
  'int (*)(B *, E)',
  'void (*)()',
  'int B::*',
  'void (B::*)(int) const',
  'B',
  'B *',
  'B const &',
  'B &&',
  'E',
  'Outer::Inner',
  'Box<int>',
  'Box<Box<B *>>',
  'Pair<B, Box<char const *>>',
  'decltype(nullptr)',
] as const;

const BINARY = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
  '&',
  '|',
  '<<',
  '>>',
  '==',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  '&&',
  '||',
  ',',
];
const ASSIGNING = ['=', '+=', '-=', '*=', '/=', '%=', '^=', '&=', '|=', '<<=', '>>='];
const UNARY = ['+', '-', '*', '&', '!', '~'];

const PRELUDE = `
struct B { int member; }; enum class E { x, y }; namespace Outer { struct Inner {}; }
template <class T> struct Box {
  Box(); ~Box(); T *get(T *, Box const &) const; static T *shared; struct In { void f(); }; virtual void v();
};
template <class T> Box<T>::Box() {} template <class T> Box<T>::~Box() {}
template <class T> T *Box<T>::get(T *, Box const &) const { return 0; } template <class T> T *Box<T>::shared;
template <class T> void Box<T>::In::f() {} template <class T> void Box<T>::v() {}
template <class A, class C> struct Pair {};
template <class A, class C> int both() { static int counted; return ++counted; }
template <class T> int one(T (*)()) { return 0; }
template <long long N> int number() { return 0; }
template <class... T> int pack() { return sizeof...(T); }
template <int *P> int pointer() { return *P; } int global;
template <int (*F)()> int function() { return F(); } int called() { return 0; }
namespace { int hidden(B *) { return 0; } struct Secret { int f() { return 0; } }; } int use() { return hidden(0) + Secret().f(); }
`;

const values = [0, 1, -1, 9, 10, 11, 255, 256, -4096, 2147483647, 9007199254740991];

/** Everything that can be instantiated with a type that may be a reference or not be default-constructed. */
const templates = (): string[] => [
  ...TYPES.flatMap((first) => TYPES.map((second) => `template int both<${first}, ${second}>();`)),
  ...TYPES.map((type) => `template int pack<${type}, int, ${type}>();`),
  ...TYPES.filter((type) => !type.includes('&')).map(
    (type) => `template struct Box<${type.includes('Box<int>') ? 'Box<long>' : type}>;`,
  ),
  ...TYPES.filter((type) => !/&|\[/.test(type)).map(
    (type) => `template int one<${type}>(decltype(item<${type}>()) (*)());`,
  ),
  ...values.map((value) => `template int number<${value}LL>();`),
  'template int pointer<&global>(); template int function<called>();',
];

const operators = (): string[] => [
  ...BINARY.map((operator) => `B operator${operator}(B const &, Outer::Inner) { return {}; }`),
  ...UNARY.map((operator) => `B operator${operator}(Outer::Inner) { return {}; }`),
  `struct Full { ${[...BINARY, ...ASSIGNING].map((operator) => `Full &operator${operator}(Full *);`).join(' ')}
    int operator()(int, B) const; B *operator->(); int operator[](E); Full &operator++(); Full operator++(int);
    operator bool(); operator B *(); operator Outer::Inner(); void *operator new(unsigned long long); void operator delete(void *);
    void *operator new[](unsigned long long); void operator delete[](void *); };`,
  ...[...BINARY, ...ASSIGNING].map((operator) => `Full &Full::operator${operator}(Full *) { return *this; }`),
  `int Full::operator()(int, B) const { return 0; } B *Full::operator->() { return 0; } int Full::operator[](E) { return 0; }
  Full &Full::operator++() { return *this; } Full Full::operator++(int) { return *this; }
  Full::operator bool() { return true; } Full::operator B *() { return 0; } Full::operator Outer::Inner() { return {}; }
  void *Full::operator new(unsigned long long) { return 0; } void Full::operator delete(void *) {}
  void *Full::operator new[](unsigned long long) { return 0; } void Full::operator delete[](void *) {}`,
];

export const MANY_DECLARATIONS = [
  PRELUDE,
  'template <class T> T item();',
  ...templates(),
  ...operators(),
].join('\n');
