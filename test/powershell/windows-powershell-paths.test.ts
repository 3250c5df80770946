import { beforeAll, expect, it } from 'vitest';
import { moduleUnderTest } from './built-module.ts';
import { captureExample, EACH_TYPE } from './every-type.ts';
import { describeEngines } from './suites.ts';

/**
 * The module does some things for Windows PowerShell alone. Any engine can be sent that way by the module's own variable,
 * and must then give what it gives otherwise. What .NET Framework does differently only a Windows PowerShell can show.
 */

const SENT = '& (Get-Module KernelTriage) { $script:IsWindowsPowerShell = $true }';

describeEngines('the ways of Windows PowerShell', (engine) => {
  const module = moduleUnderTest(engine);
  beforeAll(async () => {
    expect((await captureExample(engine, module)).errors).toEqual([]);
  });

  it('are those that the variable of the module opens', async () => {
    const before = '& (Get-Module KernelTriage) { $script:IsWindowsPowerShell }';
    const [first] = (await module.run(before)).output;
    expect(first?.value).toBe(engine.name === 'powershell');
    const [second] = (await module.run(before, { setup: SENT })).output;
    expect(second?.value).toBe(true);
  });

  it.each(Object.entries(EACH_TYPE))('give a %s as everywhere', async (type, make) => {
    // The script as a user would let it run: not cut off after the first object.
    const whole = () => make(engine, module).replace(' | Select-Object -First 1', '');
    const there = await module.run(whole(), { setup: SENT });
    const here = await module.run(whole());
    expect(here.errors).toEqual([]);
    expect(there.errors).toEqual([]);
    // A measured time may happen to be a whole number, whose type is another.
    const kind = (name: string) => name.replace(/^System\.(Int32|Int64|Double|Decimal)$/, 'number');
    const shapes = ({ output }: typeof here) =>
      output.map(({ typeNames, propertyTypes = {} }) => ({
        typeNames,
        propertyTypes: Object.entries(propertyTypes).map(([name, type]) => [name, kind(type)]),
      }));
    expect(shapes(here).some(({ typeNames }) => typeNames?.[0] === `KernelTriage.${type}`)).toBe(true);
    expect(shapes(there)).toEqual(shapes(here));
  });

  it('keep the fractions of milliseconds', async () => {
    const times = [
      ...['WaitTime', 'KernelTime', 'UserTime'].map((name) => ['Thread', name] as const),
      ...([
        ['LiveDump', 'Elapsed'],
        ['Dump', 'UpTime'],
        ['DumpThread', 'WaitTime'],
      ] as const),
    ];
    const { output, errors } = await module.run(
      times
        .map(
          ([type, name]) =>
            `$record = [pscustomobject] @{ ${name}Ms = 1234.5678 }
             $record.PSObject.TypeNames.Insert(0, 'KernelTriage.${type}'); $record.${name}.Ticks`,
        )
        .join('\n'),
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual(times.map(() => 12_345_678));
  });
});
