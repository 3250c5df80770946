/*
 * Functions whose frames differ in every way a compiler makes them differ. Built for the Windows ABI without any
 * library and single-stepped by step.c, so that the true callers of every instruction are known.
 */

#define NOINLINE __attribute__((noinline))
#define EXPORT __declspec(dllexport)

typedef unsigned long long u64;

static volatile u64 sink;

/* A leaf function: no unwind data at all. */
NOINLINE u64 leaf(u64 a, u64 b) { return a * 31 + b; }

/* Home space only. */
NOINLINE u64 small_frame(u64 a) { return leaf(a, 7) + 1; }

/* All non-volatile registers are pushed. */
NOINLINE u64 many_registers(u64 a, u64 b, u64 c, u64 d) {
  u64 p = leaf(a, b), q = leaf(b, c), r = leaf(c, d), s = leaf(d, a), t = leaf(p, q), u = leaf(r, s);
  for (u64 i = 0; i < 2; i++) {
    p += leaf(q, i); q ^= leaf(r, p); r += leaf(s, q); s ^= leaf(t, r); t += leaf(u, s); u ^= leaf(p, t);
  }
  return p + q + r + s + t + u + a + b + c + d;
}

/* Vector registers are saved. */
NOINLINE double vectors(double a, double b) {
  double x = a, y = b, z = a + b, w = a - b;
  for (int i = 0; i < 2; i++) {
    sink += leaf((u64)i, 3);
    x += y * z; y -= w; z *= 1.5; w += x;
  }
  return x + y + z + w;
}

/* More than a page: the prolog calls __chkstk. */
NOINLINE u64 big_frame(u64 n) {
  volatile unsigned char buffer[0x2800];
  for (u64 i = 0; i < 4; i++) buffer[(n * 997 + i * 4099) % sizeof buffer] = (unsigned char)i;
  return small_frame(buffer[n % sizeof buffer]);
}

/* A size that the compiler does not know: a frame register. */
NOINLINE u64 variable_frame(u64 n) {
  volatile u64 values[n];
  for (u64 i = 0; i < n; i++) values[i] = leaf(i, n);
  return small_frame(values[n - 1]) + values[0];
}

/* Both, and aligned more than the ABI does. */
NOINLINE u64 aligned_frame(u64 n) {
  volatile u64 fixed[8] __attribute__((aligned(64)));
  volatile u64 values[n + 1];
  for (u64 i = 0; i < 8; i++) fixed[i] = leaf(i, n);
  values[n] = fixed[n & 7];
  return many_registers(values[n], fixed[0], fixed[1], fixed[2]);
}

/* The last call is a jump. */
NOINLINE u64 tail_call(u64 a) {
  u64 b = small_frame(a), c = small_frame(b);
  return many_registers(a, b, c, b ^ c);
}

/* An early way out, for which compilers delay a part of the prolog or have several epilogs. */
NOINLINE u64 early_out(u64 a, u64 b) {
  if (a == 0) return b;
  u64 sum = 0;
  for (u64 i = 0; i < a; i++) sum += leaf(i, b) ^ small_frame(sum);
  if (sum & 1) return small_frame(sum);
  return sum;
}

NOINLINE u64 recursive(u64 depth) {
  if (depth == 0) return small_frame(1);
  return recursive(depth - 1) * 3 + depth;
}

static u64 (*volatile through_pointer)(u64) = small_frame;
NOINLINE u64 indirect(u64 a) { return through_pointer(a) + through_pointer(a + 1); }

NOINLINE u64 variadic(int count, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, count);
  u64 sum = 0;
  for (int i = 0; i < count; i++) sum += leaf(__builtin_va_arg(list, u64), 1);
  __builtin_va_end(list);
  return sum;
}

u64 assembled(u64 a);

EXPORT u64 run(u64 seed) {
  u64 sum = small_frame(seed);
  sum += many_registers(seed, 2, 3, 4);
  sum += (u64)vectors((double)seed, 2.5);
  sum += big_frame(seed);
  sum += variable_frame(3 + (seed & 1));
  sum += aligned_frame(5);
  sum += tail_call(seed);
  sum += early_out(0, seed) + early_out(2, seed) + early_out(3, seed);
  sum += recursive(4);
  sum += indirect(seed);
  sum += variadic(3, seed, 2ull, 3ull);
  return sum + assembled(seed);
}

int _fltused;
