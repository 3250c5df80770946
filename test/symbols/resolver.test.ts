import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { Failure } from '../../src/contract/failure.ts';
import { writePdb } from '../../src/simulator/synth/images/pdb-writer.ts';
import { moduleNameOf } from '../../src/symbols/module-name.ts';
import { moduleSymbols } from '../../src/symbols/module-symbols.ts';
import { openPdb } from '../../src/symbols/pdb/pdb-file.ts';
import { formatResolved, symbolResolver } from '../../src/symbols/resolver.ts';
import type { SymbolTable } from '../../src/symbols/symbol-table.ts';

const pdb = openPdb(
  bytesSource(
    writePdb({
      guid: '00112233-4455-6677-8899-aabbccddeeff',
      age: 1,
      sections: [
        { name: '.text', rva: 0x1000, size: 0x1000 },
        { name: 'PAGE', rva: 0x3000, size: 0x1000 },
      ],
      publics: [
        { name: 'First', rva: 0x1000 },
        { name: 'Second', rva: 0x1040 },
        { name: '__handler', rva: 0x1080 },
        { name: '?put@Queue@ns@@QEAAHH@Z', rva: 0x3010 },
      ],
    }),
  ),
);
const exports: SymbolTable = {
  nearest: (rva) => (rva >= 0x500 ? { name: 'DllEntry', rva: 0x500 } : undefined),
  namesAt: (rva) => (rva === 0x500 ? [{ name: 'DllEntry', rva }] : []),
  named: (name) => (name === 'DllEntry' ? [{ name, rva: 0x500 }] : []),
  symbols: () => [{ name: 'DllEntry', rva: 0x500 }],
};
const BASE = 0xfffff80412340000n;
const both = moduleSymbols({ pdb, exports });
const resolver = symbolResolver([
  { name: 'nameless', base: BASE + 0x10000n, size: 0x1000, symbols: () => undefined },
  { name: 'driver', base: BASE, size: 0x4000, symbols: () => both },
]);

describe('the name of an address', () => {
  it.each([
    ['the start of a function', 0x1040n, 'instruction', 'driver!Second'],
    ['inside a function', 0x1044n, 'instruction', 'driver!Second+0x4'],
    // WinDbg takes one underscore from a public name.
    ['a C name with underscores', 0x1084n, 'instruction', 'driver!_handler+0x4'],
    // A call to a function that never returns is the last instruction of First.
    ['a return address at the start of the next function', 0x1040n, 'return', 'driver!First+0x40'],
    ['a C++ method', 0x3018n, 'return', 'driver!ns::Queue::put+0x8'],
    ['a gap that no PDB section covers', 0x2800n, 'instruction', 'driver!DllEntry+0x2300'],
    ['a section before its first symbol', 0x3004n, 'instruction', 'driver!DllEntry+0x2b04'],
    ['an address before every export', 0x400n, 'instruction', 'driver+0x400'],
    ['a module without symbols', 0x10010n, 'return', 'nameless+0x10'],
    ['a return address behind the last byte of the image', 0x4000n, 'return', 'driver!ns::Queue::put+0xff0'],
  ] as const)('the name of an address: %s', (_, offset, use, text) => {
    const found = resolver.resolve(BASE + offset, use);
    expect(found && formatResolved(found)).toBe(text);
  });

  it('the name of an address carries its source', () => {
    expect(resolver.resolve(BASE + 0x1004n, 'return')?.symbol?.origin).toBe('pdb');
    expect(resolver.resolve(BASE + 0x2800n, 'return')?.symbol?.origin).toBe('export');
    expect(resolver.resolve(BASE + 0x400n, 'return')?.symbol).toBeUndefined();
  });

  it.each([-1n, 0x4000n, 0x11000n])(
    'the name of an address is unknown outside of every module (%s)',
    (offset) => {
      expect(resolver.resolve(BASE + offset, 'instruction')).toBeUndefined();
    },
  );
});

describe('the address of a name', () => {
  it.each([
    ['driver!Second', ['Second@1040']],
    ['DRIVER!second', ['Second@1040']],
    ['Second', ['Second@1040']],
    ['driver!__handler', ['_handler@1080']],
    ['driver!_handler', ['_handler@1080']],
    ['driver!_hand*', ['_handler@1080']],
    ['driver!handler', []],
    ['driver!ns::Queue::put', ['ns::Queue::put@3010']],
    ['driver!?put@Queue@ns@@QEAAHH@Z', ['ns::Queue::put@3010']],
    ['driver!*s*', ['First@1000', 'Second@1040', 'ns::Queue::put@3010']],
    ['driver!DllEntry', ['DllEntry@500']],
    ['driver!F.rst', []],
    ['driver!*ec*nd', ['Second@1040']],
    ['driver!Second*nd', []],
    ['other!Second', []],
    ['driver!', []],
  ])('the name of an address: %s', (text, expected) => {
    const found = resolver
      .find(text)
      .found.map(({ name, address }) => `${name}@${(address - BASE).toString(16)}`);
    expect(found).toEqual(expected);
  });
});

describe('a damaged source', () => {
  it('a damaged source is reported once and then left out', () => {
    const reports: string[] = [];
    const damage = () => {
      throw new Failure('SymbolsUnreadable', 'block 7 is outside of the file');
    };
    const symbols = moduleSymbols({
      pdb: { nearest: damage, namesAt: damage, named: damage, symbols: damage },
      exports,
      onDamage: (origin, failure) => reports.push(`${origin} ${failure.code}`),
    });
    expect(symbols.nameOf(0x600, 'instruction')?.name).toBe('DllEntry');
    expect(symbols.find('DllEntry')).toHaveLength(1);
    expect(reports).toEqual(['pdb SymbolsUnreadable']);
  });
});

describe('the name of a module', () => {
  it.each([
    ['\\SystemRoot\\system32\\ntoskrnl.exe', 'nt'],
    ['ntkrnlmp.exe', 'nt'],
    ['\\??\\C:\\drivers\\my-filter driver.sys', 'my_filter_driver'],
    ['amdppm.sys', 'amdppm'],
    ['dump_storahci.sys', 'dump_storahci'],
    ['hal', 'hal'],
  ])('the name of a module: %s is %s', (file, name) => expect(moduleNameOf(file)).toBe(name));
});
