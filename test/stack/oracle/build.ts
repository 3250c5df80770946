import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Images for the Windows ABI, made with clang and lld-link; no library and no C runtime go into them. */

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}:\n${stderr}`);
}

const here = import.meta.dirname;

const TARGETS = {
  x64: { triple: 'x86_64-pc-windows-msvc', frames: 'frames.s', linker: ['/export:trapped'] },
  arm64: { triple: 'aarch64-pc-windows-msvc', frames: 'frames-arm64.s', linker: ['/machine:arm64'] },
} as const;

/** Links `subject.c`, compiled with `flags`, with the hand-written frames. Returns the path of the library. */
export function buildSubject(
  folder: string,
  flags: readonly string[],
  machine: keyof typeof TARGETS = 'x64',
): string {
  const { triple, frames, linker } = TARGETS[machine];
  const name = `subject-${machine}${flags.join('')}`;
  const compile = (source: string) => {
    const object = path.join(folder, `${name}-${source}.obj`);
    const standalone = ['-fasynchronous-unwind-tables', '-ffreestanding', '-fno-builtin'];
    const options = source.endsWith('.c') ? [...flags, ...standalone] : [];
    run('clang', [`--target=${triple}`, ...options, '-c', path.join(here, source), '-o', object]);
    return object;
  };
  const library = path.join(folder, `${name}.dll`);
  const objects = ['subject.c', frames].map(compile);
  run('lld-link', ['/dll', '/noentry', '/nodefaultlib', ...linker, `/out:${library}`, ...objects]);
  return library;
}

/** Addresses (RVAs) of the instructions of an image, in order, with their text, as llvm-objdump disassembles them. */
export function instructionsOf(image: string, preferredBase = 0x180000000n): Map<number, string> {
  const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const { stdout } = spawnSync('llvm-objdump', ['-d', '--no-show-raw-insn', image], options);
  const lines = stdout.matchAll(/^\s*([0-9a-f]+):\s+(\S.*)$/gm);
  return new Map(
    [...lines].map(([, address, text]) => [Number(BigInt(`0x${address}`) - preferredBase), text ?? '']),
  );
}

/** Links assembler text alone. */
export function linkAssembly(folder: string, text: string, machine: keyof typeof TARGETS): string {
  const source = path.join(folder, 'text.s');
  const object = path.join(folder, 'text.obj');
  const library = path.join(folder, 'text.dll');
  writeFileSync(source, `${text}\n`);
  run('clang', [`--target=${TARGETS[machine].triple}`, '-c', source, '-o', object]);
  run('lld-link', ['/dll', '/noentry', '/nodefaultlib', `/machine:${machine}`, `/out:${library}`, object]);
  return library;
}
