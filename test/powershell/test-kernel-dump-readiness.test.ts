import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { moduleUnderTest } from './built-module.ts';
import { literal } from './engines.ts';
import { describeEngines } from './suites.ts';

describeEngines('Test-KernelDumpReadiness', (engine) => {
  const module = moduleUnderTest(engine);

  it('writes an object for each check, typed, with advice where something is in the way', async () => {
    const { output, errors } = await module.run(
      `Set-StrictMode -Version Latest
       $c = @(Test-KernelDumpReadiness -Machine simulated:not-elevated)
       $c.Count -gt 20; $c[0].PSTypeNames[0]; $c | Where-Object Name -eq Elevation
       @($c | Where-Object { $_.Status -eq 'Fail' -and -not $_.Advice }).Count`,
    );
    expect(errors).toEqual([]);
    const [many, type, elevation, unadvised] = output;
    expect([many?.value, type?.value, unadvised?.value]).toEqual([true, 'KernelTriage.ReadinessCheck', 0]);
    expect(elevation?.properties).toMatchObject({ Status: 'Fail', Value: 'false', Simulated: true });
  });

  it('runs the self-test and writes its report', async () => {
    const report = path.join(module.scratch, 'self test.json');
    const { output, errors } = await module.run(
      `$r = @(Test-KernelDumpReadiness -Machine simulated:w3wp-oplock -SelfTest -ReportPath ${literal(engine.pathFor(report))})
       @($r | Where-Object { $_.PSTypeNames[0] -eq 'KernelTriage.SelfTestResult' } | Where-Object Status -ne Pass).Count`,
    );
    expect(errors).toEqual([]);
    expect(output[0]?.value).toBe(0);
    expect(existsSync(report)).toBe(true);
  });

  it('reports a self-test that may not capture as an error of its own', async () => {
    const { errors } = await module.run(`Test-KernelDumpReadiness -Machine simulated:not-elevated -SelfTest`);
    expect(errors.map(({ id }) => id)).toEqual(['NotElevated,Test-KernelDumpReadiness']);
  });

  it('draws tables', async () => {
    const { text } = await module.run(
      `$r = Test-KernelDumpReadiness -Machine simulated:w3wp-oplock -SelfTest
       foreach ($type in 'KernelTriage.ReadinessCheck', 'KernelTriage.SelfTestResult') { $r | Where-Object { $_.PSTypeNames[0] -eq $type } | Out-Default }`,
      { render: true },
    );
    expect(text).toMatch(/Readiness of: simulated:w3wp-oplock/);
    expect(text).toMatch(/Status +Name +Meaning and advice/);
    expect(text).toMatch(/Status +Name +Expected +Observed/);
  });
});
