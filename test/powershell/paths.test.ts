import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/equipment.ts';
import { type ModuleUnderTest, moduleUnderTest } from './built-module.ts';
import { type Engine, engineUnderWine, literal } from './engines.ts';
import { describeEngines } from './suites.ts';

/** Names that a shell, a wildcard or a careless join would make something else of. */
const FOLDER = "it's [1] of 2 & `$x; ü é e\u0301 😀 \u05d0\u05d1";
const SIMULATED = '-Machine simulated:w3wp-oplock';

/** One command in the scratch folder; what it answers is a path, or an error id with the target. */
async function answerTo(engine: Engine, module: ModuleUnderTest, home: string, command: string) {
  const { output, errors } = await module.run(
    `$null = $ExecutionContext.SessionState.Path.SetLocation(${literal(engine.pathFor(home))})
     ${command}`,
  );
  return {
    output: output.map(({ value }) => value),
    errors: errors.map(({ id, target, message }) => ({ id: id.replace(/,.*/, ''), target, message })),
  };
}

function suite(engine: Engine): void {
  const module = moduleUnderTest(engine);
  let home = '';
  beforeAll(() => {
    home = mkdtempSync(path.join(module.scratch, 'paths-'));
    mkdirSync(path.join(home, FOLDER));
    mkdirSync(path.join(home, '-dash'));
  });
  const ask = (command: string) => answerTo(engine, module, home, command);
  const everything = () => readdirSync(home, { recursive: true }).map(String).sort();
  const within = (...parts: string[]) =>
    literal([engine.pathFor(home), ...parts].join(engine.platform === 'windows' ? '\\' : '/'));

  it('are written to exactly, and read back from what was written', async () => {
    const { output, errors } = await ask(
      `$t = Get-KernelThread -Id 4872 ${SIMULATED} | Select-Object -First 1
         $d = $t | New-TriageDump -Destination ${literal(FOLDER)} -Name '[a] *? {tid}'
         $d.Path
         @($d | Get-KernelDump).Count; @($d | Get-KernelStack).Count; @($d | Get-KernelDebuggerCommand).Count -gt 0
         @(Get-KernelDump -LiteralPath $d.Path).Count
         (New-LiveKernelDump ${literal(`${FOLDER}/[b].dmp`)} ${SIMULATED} -Confirm:$false).Path
         (New-LiveKernelDump -Path '-dash/-c.dmp' ${SIMULATED} -Confirm:$false).Path
         @(Test-KernelDumpReadiness -Destination ${literal(FOLDER)} -ReportPath ${literal(`${FOLDER}/[r].json`)} ${SIMULATED}).Count -gt 20`,
    );
    expect(errors).toEqual([]);
    const at = (...parts: string[]) => [home, ...parts].join('/');
    const dump = at(FOLDER, '[a] __ 10276.dmp');
    expect(output).toEqual([
      engine.pathFor(dump),
      ...[1, 1, true, 1],
      engine.pathFor(at(FOLDER, '[b].dmp')),
      engine.pathFor(at('-dash', '-c.dmp')),
      true,
    ]);
    for (const file of [dump, at(FOLDER, '[b].dmp'), at('-dash', '-c.dmp'), at(FOLDER, '[r].json')]) {
      expect(existsSync(file), file).toBe(true);
    }
  });

  it('are refused by name, and nothing is written, where they name something else', async () => {
    const before = everything();
    const capture = `Get-KernelThread -Id 4872 ${SIMULATED} | Select-Object -First 1 | New-TriageDump -Destination`;
    const live = `New-LiveKernelDump ${SIMULATED} -Confirm:$false -Path`;
    const report = `Test-KernelDumpReadiness -Machine simulated:idle -ReportPath`;
    const elsewhere = ['Env:x', 'Variable:x', 'nodrive:x', 'a.dmp:b', 'NoProvider::x'];
    const files = ['NUL', 'NUL .dmp', 'a.dmp.', 'a*.dmp'];
    const asked = [
      ...elsewhere.flatMap((text) => [capture, live, report].map((command) => [command, text] as const)),
      ...files.flatMap((text) => [live, report].map((command) => [command, text] as const)),
      ...elsewhere.flatMap((text) =>
        ['-Path', '-LiteralPath'].map((name) => [`Get-KernelDump ${name}`, text] as const),
      ),
      ['Get-KernelStack -LiteralPath', 'nodrive:x'],
      ['Get-KernelDebuggerCommand -Path', 'nodrive:*'],
    ] as const;
    const { output, errors } = await ask(
      asked.map(([command, text]) => `${command} ${literal(text)}`).join('\n'),
    );
    expect(output.filter((value) => typeof value === 'string')).toEqual([]);
    expect(errors.map(({ id }) => id).filter((id) => !/^Invalid(?:Path|Request)$/.test(id))).toEqual([]);
    expect(errors).toHaveLength(asked.length);
    for (const [index, [command, text]] of asked.entries()) {
      expect(errors[index]?.message, `${command} ${text}`).toContain(
        text.replace('NoProvider::x', 'NoProvider'),
      );
    }
    expect(everything()).toEqual(before);
  });

  it('that are not there are told so', async () => {
    const { errors } = await ask(
      `Get-KernelDump -LiteralPath ${within('no[1]*.dmp')}
       Get-KernelThread -Id 4872 ${SIMULATED} | Select-Object -First 1 | New-TriageDump -Destination ${within('no[1]*')}`,
    );
    // The wildcards of a literal path are letters; on Windows no folder can have such a name.
    const folder = engine.platform === 'windows' ? 'InvalidPath' : 'DestinationNotFound';
    expect(errors.map(({ id }) => id)).toEqual(['FileNotFound', folder]);
  });
}

describeEngines('paths', suite);

describeWith(['wine', 'dotnet'], 'paths on the Windows engine', () => {
  const engine = engineUnderWine();
  suite(engine);
  const module = moduleUnderTest(engine);

  it('may be literal, and folders may be named as devices nowhere', async () => {
    const home = mkdtempSync(path.join(module.scratch, 'literal-'));
    const folder = engine.pathFor(home);
    const { output, errors } = await answerTo(
      engine,
      module,
      home,
      `(New-LiveKernelDump ${literal(`\\\\?\\${folder}\\a.dmp`)} ${SIMULATED} -Confirm:$false).Path
       $t = Get-KernelThread -Id 4872 ${SIMULATED} | Select-Object -First 1
       foreach ($d in 'NUL', 'aux', ${literal(`\\\\.\\${folder}`)}, ${literal(`${folder}.`)}, 'HKLM:\\SOFTWARE') { $t | New-TriageDump -Destination $d }`,
    );
    expect(output).toEqual([`\\\\?\\${folder}\\a.dmp`]);
    expect(errors.map(({ id }) => id)).toEqual([...Array<string>(4).fill('InvalidPath'), 'InvalidRequest']);
    expect(readdirSync(home)).toEqual(['a.dmp']);
  });
});
