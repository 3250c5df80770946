import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Field, Layout } from '../../src/binary/layout.ts';
import { KMUTANT } from '../../src/explain/layouts/dispatcher.ts';
import { FAST_MUTEX } from '../../src/explain/layouts/mutexes.ts';
import { bugCheckName } from '../../src/kernel/bug-check/bug-check-name.ts';
import {
  DEVICE_OBJECT,
  DEVICE_OBJECT_BODY,
  DRIVER_OBJECT,
  FILE_OBJECT,
  IO_STACK_LOCATION,
  IRP,
  MAJOR_FUNCTIONS,
  VPB,
} from '../../src/kernel/layouts/io.ts';
import { describeWith } from '../support/equipment.ts';

/** Public structures and names against the headers of mingw-w64: a compiler shows where the fields are. */
const HEADERS = '/usr/share/mingw-w64/include';

/** Fields whose C name is another than ours. */
const C_NAMES: Record<string, string> = {
  'IRP.Thread': 'Tail.Overlay.Thread',
  'IRP.OriginalFileObject': 'Tail.Overlay.OriginalFileObject',
  'IRP.CurrentStackLocation': 'Tail.Overlay.CurrentStackLocation',
  'DRIVER_OBJECT.NameLength': 'DriverName.Length',
  'DRIVER_OBJECT.NameBuffer': 'DriverName.Buffer',
  'FILE_OBJECT.NameLength': 'FileName.Length',
  'FILE_OBJECT.NameBuffer': 'FileName.Buffer',
  'VPB.LabelLength': 'VolumeLabelLength',
  'KMUTANT.Type': 'Header.Type',
  'KMUTANT.SignalState': 'Header.SignalState',
  'KMUTANT.MutantListFlink': 'MutantListEntry.Flink',
  // Named Abandoned before 1903.
  'KMUTANT.MutantFlags': 'Abandoned',
};

function offsetsByCompiler(tables: readonly Layout<Record<string, Field>>[]): Record<string, number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-offsets-'));
  try {
    const names = tables.flatMap(({ name, fields }) =>
      Object.keys(fields).map((field) => `${name}.${field}`),
    );
    const lines = names.map((name) => {
      const [structure = '', field = ''] = name.split('.');
      return `  [__builtin_offsetof(${structure}, ${C_NAMES[name] ?? field})] = 0,`;
    });
    const source = names
      .map((_, index) => `unsigned long long k${index} = ${lines[index]?.match(/\[(.*)\]/)?.[1]};`)
      .join('\n');
    writeFileSync(path.join(folder, 'offsets.c'), `#include <ntddk.h>\n${source}\n`);
    const options = ['-I', path.join(HEADERS, 'ddk'), '-S', '-O1', '-w', '-o', '-', 'offsets.c'];
    const assembly = execFileSync('x86_64-w64-mingw32-gcc', options, { cwd: folder, encoding: 'utf8' });
    return Object.fromEntries(
      names.map((name, index) => {
        const value = new RegExp(`^k${index}:\\s+\\.(?:quad\\s+(\\d+)|space\\s+8)`, 'm').exec(assembly);
        if (!value) throw new Error(`the compiler says nothing about ${name}`);
        return [name, Number(value[1] ?? 0)];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describeWith(['mingw'], 'public headers of Windows', () => {
  it('public headers of Windows have the fields of I/O structures at the offsets of the tables', () => {
    const tables = [
      IRP,
      IO_STACK_LOCATION,
      DEVICE_OBJECT,
      DEVICE_OBJECT_BODY,
      DRIVER_OBJECT,
      FILE_OBJECT,
      VPB,
      KMUTANT,
      FAST_MUTEX,
    ];
    const ours = Object.fromEntries(
      tables.flatMap(({ name, fields }) =>
        Object.entries(fields).map(([field, { offset }]) => [`${name}.${field}`, offset]),
      ),
    );
    expect(ours).toEqual(offsetsByCompiler(tables));
  });

  it('public headers of Windows number the major functions in this order', () => {
    const header = readFileSync(path.join(HEADERS, 'ddk', 'wdm.h'), 'utf8');
    const numbers = [...header.matchAll(/^#define (IRP_MJ_\w+)\s+0x([0-9a-f]{2})$/gm)];
    const byNumber = new Map(
      numbers.toReversed().map(([, name, hex]) => [Number.parseInt(hex ?? '', 16), name]),
    );
    expect(MAJOR_FUNCTIONS.map((_, number) => byNumber.get(number))).toEqual(MAJOR_FUNCTIONS);
  });

  it('public headers of Windows give bug checks the names of the table', () => {
    const header = readFileSync(path.join(HEADERS, 'bugcodes.h'), 'utf8');
    const codes = [...header.matchAll(/^#define (\w+)\s+\(\(?(?:ULONG|DWORD)\)?\s*(0x[0-9A-Fa-f]+)L?\)/gm)];
    // Zero is no bug check, and what has severity bits is a message of the boot screen.
    const bugChecks = codes.map(([, name, code]) => [Number(code), name] as const);
    const plain = bugChecks.filter(([code]) => code > 0 && code < 0x1000_0000);
    expect(plain.length).toBeGreaterThan(150);
    const renamed = plain.filter(([code, name]) => bugCheckName(code) !== name);
    // Windows gave these codes new names after 2013, the year of that header.
    expect(Object.fromEntries(renamed.map(([code, name]) => [name, bugCheckName(code)]))).toEqual({
      NO_SPINLOCK_AVAILABLE: 'NO_SPIN_LOCK_AVAILABLE',
      FTDISK_INTERNAL_ERROR: 'VOLMGRX_INTERNAL_ERROR',
      SESSION2_INITIALIZATION_FAILED: 'BOOTPROC_INITIALIZATION_FAILED',
      SESSION3_INITIALIZATION_FAILED: 'VSL_INITIALIZATION_FAILED',
      SESSION4_INITIALIZATION_FAILED: 'SOFT_RESTART_FATAL_ERROR',
      SESSION5_INITIALIZATION_FAILED: 'SOFT_RESTART_LIVE_DUMP',
      BUGCODE_PSS_MESSAGE_SIGNATURE: 'SYSTEM_IMAGE_BAD_SIGNATURE',
      IMPERSONATING_WORKER_THREAD: 'HTTP_DRIVER_CORRUPTED',
    });
  });
});
