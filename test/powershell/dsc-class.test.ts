import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';
import { moduleUnderTest } from './built-module.ts';
import { describeEngines } from './suites.ts';

/**
 * The class that the Local Configuration Manager of Windows PowerShell and the adapters of DSC v3 use: made and called as they
 * do, from inside the module. What it does to a registry stands in windows.test.ts.
 */

const MAKE = `
  function New-Resource([hashtable] $Property) {
    $resource = & (Get-Module KernelTriage) { [KernelDumpReadiness]::new() }
    foreach ($name in $Property.Keys) { $resource.$name = $Property[$name] }
    return $resource
  }`;

const schema = JSON.parse(
  readFileSync(path.join(repositoryRoot, 'src', 'contract', 'schema', 'dump-readiness.schema.json'), 'utf8'),
) as { properties: Record<string, { type?: string; enum?: string[] }> };

/** The type that a property of the contract has in the class. Not given must differ from false and from zero. */
const CLASS_TYPE: Readonly<Record<string, RegExp>> = {
  boolean: /^System\.Nullable`1\[\[System\.Boolean/,
  integer: /^System\.Nullable`1\[\[System\.UInt32/,
  string: /^System\.String$/,
};

describeEngines('the DSC class', (engine) => {
  const module = moduleUnderTest(engine);
  const run = (script: string) => module.run(`${MAKE}\n${script}`);

  it('is what the module exports for DSC', async () => {
    const { output, errors } = await run(`(Get-Module KernelTriage).ExportedDscResources`);
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual(['KernelDumpReadiness']);
  });

  it('has the properties of the contract, each able to be left out, and one key', async () => {
    const { output, errors } = await run(
      `$type = (New-Resource @{}).GetType()
       foreach ($p in $type.GetProperties()) {
         $dsc = @($p.GetCustomAttributes($true) | Where-Object { $_ -is [System.Management.Automation.DscPropertyAttribute] })[0]
         $set = @($p.GetCustomAttributes($true) | Where-Object { $_ -is [System.Management.Automation.ValidateSetAttribute] })[0]
         [pscustomobject] @{ name = $p.Name; type = $p.PropertyType.FullName; key = $dsc.Key; words = @(if ($set) { $set.ValidValues }) }
       }`,
    );
    expect(errors).toEqual([]);
    const properties = output.map(({ properties }) => properties ?? {});
    expect(properties.filter(({ key }) => key === true).map(({ name }) => name)).toEqual([
      'IsSingleInstance',
    ]);
    const settings = properties.filter(({ name }) => name !== 'IsSingleInstance' && name !== 'Machine');
    const expected = Object.entries(schema.properties).filter(([name]) => !name.startsWith('_'));
    expect(settings.map(({ name }) => name).sort()).toEqual(
      expected.map(([name]) => name[0]?.toUpperCase() + name.slice(1)).sort(),
    );
    for (const [name, { type = 'string', enum: words = [] }] of expected) {
      const found = settings.find((setting) => String(setting['name']).toLowerCase() === name.toLowerCase());
      expect(found?.['type'], name).toMatch(CLASS_TYPE[type] ?? /^$/);
      expect(found?.['words'], name).toEqual(words);
    }
  });

  it('tells the state of a machine, and what is not set there as nothing', async () => {
    const { output, errors } = await run(
      `$state = (New-Resource @{ Machine = 'simulated:idle'; DumpFolder = 'C:\\Windows' }).Get()
       $state.GetType().Name; $state.IsSingleInstance; $state.CrashDumpEnabled; $state.AlwaysKeepMemoryDump
       $null -eq $state.FullLiveReportsMax; $state.DumpFolder; $state.DumpFolderAcl; $state.Machine`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([
      ...['KernelDumpReadiness', 'Yes', 'Automatic', false],
      ...[true, 'C:\\Windows', 'Custom', 'simulated:idle'],
    ]);
  });

  it('compares what is given and nothing else', async () => {
    const { output, errors } = await run(
      `foreach ($wanted in @{}, @{ AlwaysKeepMemoryDump = $false }, @{ AlwaysKeepMemoryDump = $true }, @{ FullLiveReportsMax = 0 }, @{ DumpFolder = 'D:\\dumps' }) {
         $wanted['Machine'] = 'simulated:idle'
         (New-Resource $wanted).Test()
       }`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([true, true, false, false, false]);
  });

  it('asks for a restart where one is needed, and returns nothing', async () => {
    const { output, errors } = await run(
      `$global:DSCMachineStatus = 0
       (New-Resource @{ Machine = 'simulated:idle'; FullLiveReportsMax = 2 }).Set(); $global:DSCMachineStatus
       (New-Resource @{ Machine = 'simulated:idle'; CrashDumpEnabled = 'Kernel' }).Set(); $global:DSCMachineStatus`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([0, 1]);
  });

  it('ends in an error that says why, whatever the preference', async () => {
    const { output } = await run(
      `$ErrorActionPreference = 'SilentlyContinue'
       foreach ($wanted in @{ Machine = 'simulated:not-elevated'; FullLiveReportsMax = 1 }, @{ Machine = 'simulated:idle'; DumpFolder = 'relative' }) {
         try { (New-Resource $wanted).Set(); 'went on' } catch { "$($_.FullyQualifiedErrorId)"; "$_" }
       }`,
    );
    const values = output.map(({ value }) => String(value));
    expect(values).toHaveLength(4);
    expect(values[0]).toMatch(/^NotElevated,/);
    expect(values[1]).toMatch(/FullLiveKernelReports|administrator/);
    expect(values[2]).toMatch(/^InvalidRequest,/);
    expect(values[3]).toMatch(/dumpFolder/);
  });

  it('refuses a word that the setting does not have', async () => {
    const { errors } = await run(`New-Resource @{ CrashDumpEnabled = 'Huge' }`);
    expect(errors[0]?.message).toMatch(/Huge/);
  });
});
