import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { once } from '../../src/binary/once.ts';

/** 80 MB of PDB, as a large driver of one's own has it: 157,000 functions that are not public, in 157 object files. */
const OBJECTS = 157;
const FUNCTIONS = 1000;
/** Where lld-link puts the code, and what each function takes of it. */
const FIRST_RVA = 0x1000;
const SPACING = 64;

export interface PrivatePdb {
  readonly pdb: string;
  readonly image: string;
  /** Addresses in the image, relative to its base, scattered over all object files. */
  rvas(count: number): readonly number[];
}

/** Stands for the number of the object file in the names of its functions. */
const MARK = 'M000';

const source = () =>
  Array.from({ length: FUNCTIONS }, (_, index) => {
    const name = `${MARK}_FunctionOfADriverWithANameOfUsualLength_${index}`;
    return `static __attribute__((noinline,used)) int ${name}(volatile int *x, int y) {
      int a = *x + ${index}; int b = a * y; for (int c = 0; c < b; c++) a += c ^ y; return a; }`;
  }).join('\n');

const compile = (folder: string, name: string, text: string) => {
  writeFileSync(path.join(folder, `${name}.c`), text);
  const options = ['--target=x86_64-pc-windows-msvc', '-gcodeview', '-g', '-O1'];
  return execFileSync('clang', [...options, '-c', path.join(folder, `${name}.c`), '-o', '-'], {
    maxBuffer: 1 << 26,
  });
};

/** One object file is compiled; the others differ from it in the names alone, which have the same length. */
function objectFiles(folder: string): readonly string[] {
  const compiled = compile(folder, 'object', source()).toString('latin1');
  return Array.from({ length: OBJECTS }, (_, index) => {
    const file = path.join(folder, `${index}.obj`);
    writeFileSync(file, compiled.replaceAll(MARK, `M${String(index).padStart(3, '0')}`), 'latin1');
    return file;
  });
}

/** Compiled and linked on first use, in some four seconds of processor time; goes when the process ends. */
export const privatePdb = once((): PrivatePdb => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const objects = objectFiles(folder);
  const entry = path.join(folder, 'entry.obj');
  writeFileSync(entry, compile(folder, 'entry', 'int entry(int x) { return x; }'));
  const image = path.join(folder, 'large.exe');
  const options = ['/debug', '/nodefaultlib', '/entry:entry', '/subsystem:console', '/opt:noref,noicf'];
  execFileSync('lld-link', [...options, ...objects, entry, `/out:${image}`]);
  for (const object of objects) rmSync(object);
  return {
    image,
    pdb: path.join(folder, 'large.pdb'),
    rvas: (count) =>
      Array.from(
        { length: count },
        (_, index) => FIRST_RVA + ((index * 7919 * 13) % (OBJECTS * FUNCTIONS)) * SPACING + 5,
      ),
  };
});
