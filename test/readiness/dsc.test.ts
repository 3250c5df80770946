import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { dscManifest } from '../../src/build/dsc-manifest.ts';
import type { DumpReadiness } from '../../src/contract/generated/types.ts';
import type { Registry, RegistryKind, RegistryValue } from '../../src/machine/port.ts';
import { createSimulatedMachine } from '../../src/machine/simulated/simulated-machine.ts';
import { getState, setState, testState, whatIf } from '../../src/readiness/dsc/resource.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';

interface Written {
  readonly key: string;
  readonly value: string;
  readonly kind: RegistryKind;
  readonly data: RegistryValue;
}

/** A registry that notes what is written. */
function watched(): { readonly registry: Registry; readonly written: Written[] } {
  const inner = createSimulatedMachine('idle').registry?.();
  if (inner === undefined) throw new Error('the simulated machine has no registry');
  const written: Written[] = [];
  const registry: Registry = {
    read: inner.read,
    write(key, value, kind, data) {
      written.push({ key, value, kind, data });
      inner.write(key, value, kind, data);
    },
  };
  return { registry, written };
}

const WANTED: DumpReadiness = {
  crashDumpEnabled: 'Kernel',
  alwaysKeepMemoryDump: true,
  dumpFile: 'D:\\MEMORY.DMP',
  fullLiveReportsMax: 3,
  liveKernelReportsPath: '\\??\\D:\\dumps',
  analyticChannel: true,
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
];

describe('the DSC resource', () => {
  it('tells what a what-if would do, does that, and does nothing the second time', () => {
    const { registry, written } = watched();
    expect(testState(registry, WANTED)._inDesiredState).toBe(false);
    const promised = whatIf(registry, WANTED);
    expect(written).toEqual([]);
    expect(setState(registry, WANTED)).toEqual(promised);
    expect(promised).toMatchObject({ ...WANTED, _rebootRequested: true });
    expect(written).toEqual(EXPECTED);

    expect(testState(registry, WANTED)._inDesiredState).toBe(true);
    expect(setState(registry, WANTED)).toEqual(getState(registry));
    expect(written).toHaveLength(EXPECTED.length);
  });

  it('leaves alone what an instance does not name, and compares paths without case', () => {
    const { registry, written } = watched();
    setState(registry, { dumpFile: '%systemroot%\\memory.dmp' });
    expect(written).toEqual([]);
    setState(registry, { systemThrottleThreshold: 120 });
    expect(written.map(({ value }) => value)).toEqual(['SystemThrottleThreshold']);
  });

  it('gives an export that a test accepts', () => {
    const { registry } = watched();
    expect(testState(registry, getState(registry))._inDesiredState).toBe(true);
  });
});

describe('ktriage dsc', () => {
  const ON = ['--machine', 'simulated:idle'];

  it('answers with one bare JSON object', async () => {
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
  ])('refuses %s with a line that DSC shows', async (instance, code, message) => {
    const { exitCode, stdout, stderr } = await runCli(['dsc', 'set', ...ON, '--instance', instance]);
    expect([exitCode, stdout]).toEqual([code, '']);
    expect((JSON.parse(stderr) as { error: string }).error).toMatch(message);
  });

  it('says that setting needs an administrator', async () => {
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

  it('is valid by the schema that DSC publishes', () => {
    expect(validate(JSON.parse(dscManifest())), ajv.errorsText(validate.errors)).toBe(true);
  });

  it('would not be valid without what DSC needs', () => {
    const { get: _get, ...rest } = JSON.parse(dscManifest()) as Record<string, unknown>;
    expect(validate({ ...rest, kind: 'resource' })).toBe(false);
    expect(validate({ ...rest, type: 'no slash' })).toBe(false);
  });

  it('calls operations that ktriage has', async () => {
    const manifest = JSON.parse(dscManifest()) as Record<string, { args?: readonly unknown[] }>;
    for (const method of ['get', 'set', 'test', 'whatIf', 'export']) {
      const args = (manifest[method]?.args ?? []).filter((arg) => typeof arg === 'string');
      const { exitCode } = await runCli([...args, '--instance', '', '--machine', 'simulated:idle']);
      expect(exitCode, method).toBe(0);
    }
  });
});
