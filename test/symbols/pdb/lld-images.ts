import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An image and its PDB as clang and lld-link make them for the MSVC target. */
export interface LinkedImage {
  readonly pdbPath: string;
  readonly imagePath: string;
  readonly pdb: Buffer;
}

/** C++ with names of many shapes, and enough functions that the PDB's tables span several blocks. */
const SOURCE = `
namespace outer { namespace inner {
  struct Queue { int put(int value); static int depth; struct Lock { int take(int times); }; };
  int Queue::depth = 3;
  __attribute__((noinline)) int Queue::put(int value) { return value * depth; }
  __attribute__((noinline)) int Queue::Lock::take(int times) { return times + Queue::depth; }
} }
template <class T> __attribute__((noinline)) T twice(T value) { return value * 2 + (T)outer::inner::Queue::depth; }
extern "C" int _fltused = 0;
static __attribute__((noinline)) int hidden_one(volatile int *x) { return *x + 1; }
namespace { __attribute__((noinline)) int hidden_two(volatile int *x) { return *x + 2 + hidden_one(x); } }
extern "C" __attribute__((noinline)) int shown(volatile int *x) { return hidden_two(x) + 3; }
${Array.from(
  { length: 900 },
  (_, index) =>
    `extern "C" __attribute__((noinline)) int generated_function_${index}(int x) { volatile int y = x + ${index}; return y; }`,
).join('\n')}
extern "C" int entry(int x) {
  volatile int y = x; x += shown(&y) + hidden_one(&y);
  outer::inner::Queue queue; outer::inner::Queue::Lock lock;
  return queue.put(x) + lock.take(x) + twice(x) + (int)twice((long long)x);
}
`;

/** Compiles and links once into a temporary folder, which `remove` deletes. */
export function linkImage(
  linkerOptions: readonly string[] = [],
  compilerOptions: readonly string[] = [],
): LinkedImage & { remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-lld-'));
  const place = (name: string) => path.join(folder, name);
  writeFileSync(place('sample.cpp'), SOURCE);
  execFileSync('clang', [
    '--target=x86_64-pc-windows-msvc',
    '-gcodeview',
    '-O1',
    ...compilerOptions,
    '-c',
    place('sample.cpp'),
    '-o',
    place('sample.obj'),
  ]);
  execFileSync('lld-link', [
    '/debug',
    '/nodefaultlib',
    '/entry:entry',
    '/subsystem:console',
    '/opt:noref',
    ...linkerOptions,
    place('sample.obj'),
    `/out:${place('sample.exe')}`,
  ]);
  return {
    pdbPath: place('sample.pdb'),
    imagePath: place('sample.exe'),
    pdb: readFileSync(place('sample.pdb')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
