/**
 * Codes of the Microsoft C++ name decoration. Source: LLVM `MicrosoftMangle.cpp` (the encoder) and the documentation
 * of undname; both are public descriptions of what the compiler writes.
 */

/** After `?` in place of a name. */
export const OPERATOR_NAMES: Readonly<Record<string, string>> = {
  '2': 'operator new',
  '3': 'operator delete',
  '4': 'operator=',
  '5': 'operator>>',
  '6': 'operator<<',
  '7': 'operator!',
  '8': 'operator==',
  '9': 'operator!=',
  A: 'operator[]',
  C: 'operator->',
  D: 'operator*',
  E: 'operator++',
  F: 'operator--',
  G: 'operator-',
  H: 'operator+',
  I: 'operator&',
  J: 'operator->*',
  K: 'operator/',
  L: 'operator%',
  M: 'operator<',
  N: 'operator<=',
  O: 'operator>',
  P: 'operator>=',
  Q: 'operator,',
  R: 'operator()',
  S: 'operator~',
  T: 'operator^',
  U: 'operator|',
  V: 'operator&&',
  W: 'operator||',
  X: 'operator*=',
  Y: 'operator+=',
  Z: 'operator-=',
  _0: 'operator/=',
  _1: 'operator%=',
  _2: 'operator>>=',
  _3: 'operator<<=',
  _4: 'operator&=',
  _5: 'operator|=',
  _6: 'operator^=',
  _7: "`vftable'",
  _8: "`vbtable'",
  _9: "`vcall'",
  _A: "`typeof'",
  _B: "`local static guard'",
  _D: "`vbase destructor'",
  _E: "`vector deleting destructor'",
  _F: "`default constructor closure'",
  _G: "`scalar deleting destructor'",
  _H: "`vector constructor iterator'",
  _I: "`vector destructor iterator'",
  _J: "`vector vbase constructor iterator'",
  _K: "`virtual displacement map'",
  _L: "`eh vector constructor iterator'",
  _M: "`eh vector destructor iterator'",
  _N: "`eh vector vbase constructor iterator'",
  _O: "`copy constructor closure'",
  _S: "`local vftable'",
  _T: "`local vftable constructor closure'",
  _U: 'operator new[]',
  _V: 'operator delete[]',
  __J: "`local static thread guard'",
  __L: 'operator co_await',
  __M: 'operator<=>',
};

export const PRIMITIVE_TYPES: Readonly<Record<string, string>> = {
  X: 'void',
  C: 'signed char',
  D: 'char',
  E: 'unsigned char',
  F: 'short',
  G: 'unsigned short',
  H: 'int',
  I: 'unsigned int',
  J: 'long',
  K: 'unsigned long',
  M: 'float',
  N: 'double',
  O: 'long double',
  _J: '__int64',
  _K: 'unsigned __int64',
  _N: 'bool',
  _Q: 'char8_t',
  _S: 'char16_t',
  _U: 'char32_t',
  _W: 'wchar_t',
  $$T: 'std::nullptr_t',
};

/** const and volatile, behind what they apply to. */
export const QUALIFIERS: Readonly<Record<string, string>> = {
  A: '',
  B: ' const',
  C: ' volatile',
  D: ' const volatile',
};

/** The same codes where the thing is a member of a class that follows. */
export const MEMBER_QUALIFIERS: Readonly<Record<string, string>> = {
  Q: '',
  R: ' const',
  S: ' volatile',
  T: ' const volatile',
};

/** Pointers and references; what follows the type they point to. */
export const POINTERS: Readonly<Record<string, string>> = {
  P: '*',
  Q: '*const',
  R: '*volatile',
  S: '*const volatile',
  A: '&',
  B: '&volatile',
  $$Q: '&&',
  $$R: '&&volatile',
};

/** Calling conventions, each code with its exported twin. */
export const CALLING_CONVENTIONS = 'ABCDEFGHIJMNOPQSW';

/** Member functions without `this`, and functions outside of classes. */
export const FUNCTIONS_WITHOUT_THIS = 'CDKLSTYZ';
/** Member functions with `this`; the thunks among them begin with the adjustment of `this`. */
export const FUNCTIONS_WITH_THIS = 'ABEFGHIJMNOPQRUVWX';
export const ADJUSTING_THUNKS = 'GHOPWX';
