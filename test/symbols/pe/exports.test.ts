import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ByteSource, openFileSource } from '../../../src/binary/byte-source.ts';
import { openExports } from '../../../src/symbols/pe/exports.ts';
import { openImage } from '../../../src/symbols/pe/image.ts';
import type { SymbolTable } from '../../../src/symbols/symbol-table.ts';
import { describeWith } from '../../support/equipment.ts';

const CODE = `
        .text
        .globl first
first:  ret
        .space 15
        .globl second
second: ret
        .space 31
        .globl hidden
hidden: ret
        .data
        .globl table
table:  .quad 7
`;

/** Plain names, two names of one function, an ordinal alone, data, and a forwarder to another library. */
const DEFINITION = `
LIBRARY exporting
EXPORTS
  ZwFirst=first
  NtFirst=first
  Second=second
  hidden @40 NONAME
  Table=table DATA
  Forwarded=KERNEL32.Sleep
`;

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

describeWith(['clang', 'llvm'], 'the exports of an image', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-exports-'));
  let source: ByteSource;
  let exports: SymbolTable;
  let printed: Array<{ name: string; ordinal: number; rva: number }>;

  beforeAll(() => {
    const at = (name: string) => path.join(folder, name);
    writeFileSync(at('code.s'), CODE);
    writeFileSync(at('exporting.def'), DEFINITION);
    run('clang', ['--target=x86_64-pc-windows-msvc', '-c', at('code.s'), '-o', at('code.obj')]);
    run('lld-link', [
      '/dll',
      '/noentry',
      '/nodefaultlib',
      `/def:${at('exporting.def')}`,
      `/out:${at('exporting.dll')}`,
      at('code.obj'),
    ]);
    source = openFileSource(at('exporting.dll'));
    exports = openExports(openImage(source));
    const text = run('llvm-readobj', ['--coff-exports', at('exporting.dll')]);
    printed = [
      ...text.matchAll(/Ordinal: (\d+)\n\s+Name: *(\S*)\n\s+(?:RVA: 0x([0-9A-F]+)|ForwardedTo)/g),
    ].map(([, ordinal, name, rva]) => ({
      name: name ?? '',
      ordinal: Number(ordinal),
      rva: Number.parseInt(rva ?? '0', 16),
    }));
  });
  afterAll(() => {
    source.close();
    rmSync(folder, { recursive: true });
  });

  it('the exports of an image are those of llvm-readobj, by rising address, without what leads to another library', () => {
    expect(printed.map(({ name }) => name)).toContain('Forwarded');
    const own = printed
      .filter(({ name, rva }) => rva !== 0 && name !== 'Forwarded')
      .map(({ name, ordinal, rva }) => ({ rva, name: name || `Ordinal${ordinal}` }));
    const found = [...exports.symbols()];
    expect(found.map(({ rva }) => rva)).toEqual(found.map(({ rva }) => rva).toSorted((a, b) => a - b));
    const order = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(found.toSorted(order)).toEqual(own.toSorted(order));
  });

  it('the exports of an image name the nearest function at or below an address, the first of several names', () => {
    const rvaOf = (name: string) => exports.named(name)[0]?.rva ?? -1;
    expect(exports.nearest(rvaOf('ZwFirst'))?.name).toBe('NtFirst');
    expect(exports.nearest(rvaOf('ZwFirst') + 15)?.name).toBe('NtFirst');
    expect(exports.nearest(rvaOf('Second'))?.name).toBe('Second');
    expect(exports.nearest(rvaOf('Second') + 32)?.name).toBe('Ordinal40');
    expect(exports.nearest(rvaOf('NtFirst') - 1)).toBeUndefined();
    expect(exports.named('second')).toEqual([]);
  });
});
