import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFileSource } from '../../src/binary/byte-source.ts';
import type { Dump } from '../../src/dump/dump.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { type KernelObjects, readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { type KernelStack, type StackReader, stackReader } from '../../src/stack/kernel-stacks.ts';
import { formatFrame } from '../../src/stack/named-frame.ts';
import { type SymbolFileOptions, symbolFiles } from '../../src/stack/symbol-files.ts';
import { searchPaths } from '../../src/symbols/store/path-sources.ts';
import { symbolLibrary } from '../../src/symbols/symbol-library.ts';
import { describeWith, sharedData } from '../support/equipment.ts';

const STORE = path.join(sharedData, 'symbols');
const PDB = { guid: '1C19FDDB27BB3399D9B45973EFEAFCF3', age: 1, path: 'amdppm.pdb' };

/** Frames 7 to 13 of an independent reader (README of the shared data), its decimal offsets as WinDbg's hex ones. */
const KNOWN_STACK = [
  'nt+0x4031f5 (TrapFrame @ ffff8504`29891f90) ?',
  'amdppm!WriteIoMemRawEx+0x70',
  'amdppm!WriteGenAddrEx+0x6b',
  'amdppm!WriteGenAddrMaybeHiddenEx+0x18',
  'amdppm!InitAcpiCpc+0x317',
  'amdppm!ProcLibDeviceStart+0x886',
  'amdppm!EvtDevicePrepareHardware+0xd2',
];

describeWith(['shared-data'], 'the kernel stacks of a real triage dump', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-stacks-'));
  let dump: Dump;
  let objects: KernelObjects;
  beforeAll(() => {
    dump = openDump(openFileSource(path.join(sharedData, 'triage_x64.dmp')));
    objects = readKernelObjects(dump);
  });
  afterAll(() => {
    dump.source.close();
    rmSync(scratch, { recursive: true });
  });

  function reader(symbolPath: string, options: Partial<SymbolFileOptions> = {}): StackReader {
    const paths = searchPaths({ symbolPath }, {}, scratch);
    const library = symbolLibrary({ paths, environment: {} });
    return stackReader(dump, objects.processors, { finder: symbolFiles({ library, ...options }) });
  }

  function headerStack(stacks: StackReader): KernelStack {
    const [thread] = objects.threads.filter(({ evidence }) => evidence.includes('HeaderThread'));
    if (thread === undefined) throw new Error('the header names no thread');
    return stacks.read(thread);
  }

  const trapped = ({ frames }: KernelStack) => frames.findIndex(({ trapFrame }) => trapFrame !== undefined);

  it('the kernel stacks of a real triage dump start where the processor was, and hold the frames that other readers print', () => {
    const stacks = reader(`srv*${STORE}`);
    const stack = headerStack(stacks);
    expect(stack.start).toBe('processorContext');
    expect(stack.frames[0]).toMatchObject({ foundBy: 'registers', stackPointer: 0xffff850429890ee8n });
    const from = trapped(stack);
    expect(stack.frames.slice(from, from + 7).map(formatFrame)).toEqual(KNOWN_STACK);
    expect(stack.frames.slice(from + 1, from + 7).map(({ nameOrigin }) => nameOrigin)).toEqual(
      Array(6).fill('pdb'),
    );
    expect(stack.end).toBe('noUnwindData');
    // Only what frames are in is asked about, not the 148 other drivers.
    expect(stacks.drivers().map((driver) => driver.path)).toEqual([
      '\\SystemRoot\\system32\\ntoskrnl.exe',
      '\\SystemRoot\\system32\\drivers\\Wdf01000.sys',
      '\\SystemRoot\\System32\\drivers\\amdppm.sys',
    ]);
  });

  it('the kernel stacks of a real triage dump need no image when the PDB is known from the time of capture: it carries the unwind data', () => {
    const pdbOnly = path.join(scratch, 'pdb-only');
    mkdirSync(pdbOnly);
    symlinkSync(path.join(STORE, 'amdppm.pdb'), path.join(pdbOnly, 'amdppm.pdb'));
    const stack = headerStack(
      reader(`srv*${pdbOnly}`, {
        recordedPdb: (driver) => (driver.path.endsWith('\\amdppm.sys') ? PDB : undefined),
      }),
    );
    const from = trapped(stack);
    expect(stack.frames.slice(from, from + 7).map(formatFrame)).toEqual(KNOWN_STACK);
    expect(stack.frames.slice(from + 2, from + 7).map(({ foundBy }) => foundBy)).toEqual(
      Array(5).fill('unwindData'),
    );
  });

  it('the kernel stacks of a real triage dump are guesses alone where nothing is at hand, and are marked as guesses', () => {
    const stack = headerStack(reader(''));
    const [start, ...others] = stack.frames;
    expect(start?.foundBy).toBe('registers');
    expect(others.every(({ foundBy }) => foundBy === 'scan' || foundBy === 'trapFrame')).toBe(true);
    expect(stack.frames.every(({ symbol }) => symbol === undefined)).toBe(true);
    // No true frame is lost: a scan finds too many, never too few.
    const addresses = new Set(stack.frames.map(({ address }) => address));
    const known = headerStack(reader(`srv*${STORE}`)).frames;
    for (const frame of known.filter(({ foundBy }) => foundBy !== 'scan'))
      expect(addresses).toContain(frame.address);
  });

  it('the kernel stacks of a real triage dump are not made up for threads whose registers are not in the dump', () => {
    const stacks = reader('');
    const ends = objects.threads
      .map((thread) => stacks.read(thread))
      .filter(({ start }) => start === undefined);
    expect(ends.length).toBe(10);
    expect(ends.every(({ frames }) => frames.length === 0)).toBe(true);
    expect(new Set(ends.map(({ end }) => end))).toEqual(new Set(['stackNotInDump', 'noKernelStack']));
  });

  it('the kernel stacks of a real triage dump of an idle thread begin where it was switched out while its processor runs another thread', () => {
    const idle = objects.threads.find(({ address }) => address === 0xfffff8047c727600n);
    const stack = idle && reader('').read(idle);
    expect(stack?.start).toBe('switchFrame');
    expect(stack?.frames[0]).toMatchObject({ foundBy: 'registers', text: 'nt+0x3f96c6' });
  });
});
