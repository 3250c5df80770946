import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { dscManifest } from '../../src/build/dsc-manifest.ts';
import type { DumpReadiness } from '../../src/contract/generated/types.ts';
import type { FileProtection } from '../../src/files/port.ts';
import type { RegistryKind, RegistryValue } from '../../src/machine/port.ts';
import {
  getState,
  type ManagedMachine,
  setState,
  testState,
  whatIf,
} from '../../src/readiness/dsc/resource.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';

interface Written {
  readonly key: string;
  readonly value: string;
  readonly kind: RegistryKind;
  readonly data: RegistryValue;
}

interface WatchedMachine extends ManagedMachine {
  /** What was written to the registry, in order. */
  readonly written: readonly Written[];
  /** What was done to folders, in order. */
  readonly done: readonly string[];
}

/** A simulated machine that notes what is changed. */
function watched(): WatchedMachine {
  const machine = createSimulatedMachine('idle');
  const [inner, folders] = [machine.registry?.(), machine.dumpFolders?.()];
  if (inner === undefined || folders === undefined) throw new Error('the simulated machine has no registry');
  const written: Written[] = [];
  const done: string[] = [];
  const note = (what: string, change: (folder: string, access: FileProtection) => void) =>
    function noted(folder: string, access: FileProtection) {
      change(folder, access);
      done.push(`${what} ${folder} ${access}`);
    };
  return {
    registry: {
      read: inner.read,
      write(key, value, kind, data) {
        written.push({ key, value, kind, data });
        inner.write(key, value, kind, data);
      },
    },
    folders: {
      accessTo: folders.accessTo,
      create: note('create', folders.create),
      setAccess: note('set', folders.setAccess),
    },
    written,
    done,
  };
}

const WANTED: DumpReadiness = {
  crashDumpEnabled: 'Kernel',
  alwaysKeepMemoryDump: true,
  dumpFile: 'D:\\MEMORY.DMP',
  fullLiveReportsMax: 3,
  liveKernelReportsPath: '\\??\\D:\\dumps',
  analyticChannel: true,
  eventSource: true,
};

/** Where administrators know the values to be, written out as `reg query` would show them. */
const CRASH_CONTROL = 'SYSTEM\\CurrentControlSet\\Control\\CrashControl';
const CHANNEL =
  'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WINEVT\\Channels\\Microsoft-Windows-Kernel-LiveDump/Analytic';
const EXPECTED: readonly Written[] = [
  { key: CRASH_CONTROL, value: 'CrashDumpEnabled', kind: 'dword', data: 2 },
  { key: CRASH_CONTROL, value: 'AlwaysKeepMemoryDump', kind: 'dword', data: 1 },
  { key: CRASH_CONTROL, value: 'DumpFile', kind: 'expandString', data: 'D:\\MEMORY.DMP' },
  { key: `${CRASH_CONTROL}\\FullLiveKernelReports`, value: 'FullLiveReportsMax', kind: 'dword', data: 3 },
  {
    key: `${CRASH_CONTROL}\\LiveKernelReports`,
    value: 'LiveKernelReportsPath',
    kind: 'string',
    data: '\\??\\D:\\dumps',
  },
  { key: CHANNEL, value: 'Enabled', kind: 'dword', data: 1 },
  {
    key: 'SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\KernelTriage',
    value: 'EventMessageFile',
    kind: 'expandString',
    data: '%SystemRoot%\\System32\\EventCreate.exe',
  },
];

describe('the DSC resource', () => {
  it('the DSC resource reports what a what-if would do, does that, and does nothing the second time', () => {
    const machine = watched();
    expect(testState(machine, WANTED)._inDesiredState).toBe(false);
    const promised = whatIf(machine, WANTED);
    expect(machine.written).toEqual([]);
    expect(setState(machine, WANTED)).toEqual(promised);
    expect(promised).toMatchObject({ ...WANTED, _rebootRequested: true });
    expect(machine.written).toEqual(EXPECTED);

    expect(testState(machine, WANTED)._inDesiredState).toBe(true);
    expect(setState(machine, WANTED)).toEqual(getState(machine, WANTED));
    expect(machine.written).toHaveLength(EXPECTED.length);
  });

  it('the DSC resource leaves alone what an instance does not name, and compares paths without case', () => {
    const machine = watched();
    setState(machine, { dumpFile: '%systemroot%\\memory.dmp' });
    expect(machine.written).toEqual([]);
    setState(machine, { systemThrottleThreshold: 120 });
    expect(machine.written.map(({ value }) => value)).toEqual(['SystemThrottleThreshold']);
    expect(machine.done).toEqual([]);
  });

  it('the DSC resource gives an export that a test accepts', () => {
    const machine = watched();
    expect(testState(machine, getState(machine, {}))._inDesiredState).toBe(true);
  });
});

describe('the folder for dumps of the DSC resource', () => {
  const dumpFolder = 'D:\\dumps';

  it('the folder for dumps of the DSC resource is made for administrators alone by default, once', () => {
    const machine = watched();
    expect(getState(machine, { dumpFolder })).not.toHaveProperty('dumpFolder');
    expect(testState(machine, { dumpFolder })._inDesiredState).toBe(false);
    const promised = whatIf(machine, { dumpFolder });
    expect(machine.done).toEqual([]);
    expect(setState(machine, { dumpFolder })).toEqual(promised);
    expect(promised).toMatchObject({ dumpFolder, dumpFolderAcl: 'Restricted' });
    expect(promised).not.toHaveProperty('_rebootRequested');
    setState(machine, { dumpFolder });
    setState(machine, { dumpFolder: 'd:\\DUMPS', dumpFolderAcl: 'Restricted' });
    expect(machine.done).toEqual(['create D:\\dumps Restricted']);
    expect(testState(machine, { dumpFolder })._inDesiredState).toBe(true);
  });

  it('the folder for dumps of the DSC resource gets the permissions that are asked for, and keeps those that it has when none are', () => {
    const machine = watched();
    setState(machine, { dumpFolder, dumpFolderAcl: 'Inherit' });
    setState(machine, { dumpFolder });
    expect(testState(machine, { dumpFolder, dumpFolderAcl: 'Restricted' })._inDesiredState).toBe(false);
    expect(whatIf(machine, { dumpFolder, dumpFolderAcl: 'Restricted' })).toMatchObject({
      dumpFolderAcl: 'Restricted',
    });
    setState(machine, { dumpFolder, dumpFolderAcl: 'Restricted' });
    expect(machine.done).toEqual(['create D:\\dumps Inherit', 'set D:\\dumps Restricted']);
  });

  it('the folder for dumps of the DSC resource may have permissions of its own, which are reported and not made', () => {
    const machine = watched();
    const windows: DumpReadiness = { dumpFolder: 'C:\\Windows', dumpFolderAcl: 'Custom' };
    expect(getState(machine, windows)).toMatchObject(windows);
    expect(testState(machine, windows)._inDesiredState).toBe(true);
    const making = () => setState(machine, { dumpFolder, dumpFolderAcl: 'Custom' });
    expect(making).toThrow(expect.objectContaining({ code: 'InvalidRequest' }));
    expect(machine.done).toEqual([]);
  });

  it('the folder for dumps of the DSC resource comes before the settings, which are not written when it cannot be had', () => {
    const machine = watched();
    const instance: DumpReadiness = { ...WANTED, dumpFolder: 'D:\\nowhere\\dumps' };
    expect(() => setState(machine, instance)).toThrow(
      expect.objectContaining({
        code: 'DestinationNotFound',
        facts: expect.objectContaining({ target: 'D:\\nowhere' }),
      }),
    );
    expect(machine.written).toEqual([]);
  });
});

describe('ktriage dsc', () => {
  const ON = ['--machine', 'simulated:idle'];

  it('ktriage dsc answers with one bare JSON object', async () => {
    const { exitCode, stdout, stderr } = await runCli([
      'dsc',
      'test',
      ...ON,
      '--instance',
      '{"fullLiveReportsMax":1}',
    ]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ crashDumpEnabled: 'Automatic', _inDesiredState: false });
  });

  it.each([
    ['{"nope":1}', 2, /nope/],
    ['{"fullLiveReportsMax":-1}', 2, /fullLiveReportsMax/],
    ['not json', 2, /JSON/],
    ['{"dumpFolder":"dumps"}', 2, /dumpFolder/],
    ['{"dumpFolder":"\\\\\\\\server\\\\share"}', 2, /dumpFolder/],
    ['{"dumpFolder":"D:\\\\a\\\\..\\\\Windows"}', 2, /dumpFolder/],
    ['{"dumpFolderAcl":"Restricted"}', 2, /dumpFolder/],
  ])('ktriage dsc refuses %s with a line that DSC shows', async (instance, code, message) => {
    const { exitCode, stdout, stderr } = await runCli(['dsc', 'set', ...ON, '--instance', instance]);
    expect([exitCode, stdout]).toEqual([code, '']);
    expect((JSON.parse(stderr) as { error: string }).error).toMatch(message);
  });

  it('ktriage dsc reports that setting needs an administrator', async () => {
    const args = [
      'dsc',
      'set',
      '--machine',
      'simulated:not-elevated',
      '--instance',
      '{"fullLiveReportsMax":1}',
    ];
    expect((await runCli(args)).exitCode).toBe(3);
  });
});

describeWith(['shared-data'], 'the manifest of the DSC resource', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const schema = JSON.parse(
    readFileSync(path.join(sharedData, 'dsc', 'resource-manifest-v3.schema.json'), 'utf8'),
  ) as object;
  ajv.addMetaSchema({ $id: 'https://json-schema.org/draft/2019-09/schema', type: 'object' });
  ajv.addMetaSchema({ $id: 'http://json-schema.org/draft-07/schema', type: 'object' });
  const validate = ajv.compile(schema);

  it('the manifest of the DSC resource is valid by the schema that DSC publishes', () => {
    expect(validate(JSON.parse(dscManifest())), ajv.errorsText(validate.errors)).toBe(true);
  });

  it('the manifest of the DSC resource would not be valid without what DSC needs', () => {
    const { get: _get, ...rest } = JSON.parse(dscManifest()) as Record<string, unknown>;
    expect(validate({ ...rest, kind: 'resource' })).toBe(false);
    expect(validate({ ...rest, type: 'no slash' })).toBe(false);
  });

  it('the manifest of the DSC resource calls operations that ktriage has', async () => {
    const manifest = JSON.parse(dscManifest()) as Record<string, { args?: readonly unknown[] }>;
    for (const method of ['get', 'set', 'test', 'whatIf', 'export']) {
      const args = (manifest[method]?.args ?? []).filter((arg) => typeof arg === 'string');
      const { exitCode } = await runCli([...args, '--instance', '', '--machine', 'simulated:idle']);
      expect(exitCode, method).toBe(0);
    }
  });
});
