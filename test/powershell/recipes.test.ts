import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';
import { moduleUnderTest } from './built-module.ts';
import { computers, NEEDS_COMPUTERS, NO_COMPUTERS } from './computers.ts';
import { literal } from './engines.ts';
import { type PlaceOptions, recipePlace } from './recipe-place.ts';
import {
  COUNT_THREADS,
  OPERATORS,
  RECIPES,
  RUN_TASK,
  recipeBlocks,
  run,
  TASKS,
  THIRD_TIME_IT_HANGS,
  TRY_WHAT_OPERATORS_MAY,
  whatOperatorsMay,
} from './recipe-stand-ins.ts';
import { describeEngines } from './suites.ts';

/**
 * The recipes of docs/recipes.md, run as they stand there. What a test machine cannot have is a function of the same name
 * that says what it was given; functions come before cmdlets in every PowerShell.
 */
describe('the page of recipes', () => {
  it('has these blocks, all of which are run below', () => {
    const counts = [...RECIPES].flatMap(([heading, blocks]) =>
      blocks.length > 0 ? [[heading, blocks.length]] : [],
    );
    expect(Object.fromEntries(counts)).toEqual({
      'Many servers at once': 2,
      'Capture when something hangs': 2,
      'Capture when a process burns processor time': 2,
      'As a scheduled task': 2,
      'When an event is logged': 2,
      'For people who are no administrators (JEA)': 2,
      'In the background': 4,
    });
  });
});

describeEngines('the recipe', (engine) => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-recipes-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  const newPlace = (options?: PlaceOptions) =>
    recipePlace(engine, mkdtempSync(path.join(scratch, 'place-')), options);
  const values = (output: readonly { readonly value?: unknown }[]) => output.map(({ value }) => value);

  it('for many servers captures on each, and collects the files by server', async (test) => {
    const place = newPlace();
    const [fanOut = '', undo = ''] = recipeBlocks('Many servers at once');
    const servers = ['server1', 'server2'];
    writeFileSync(place.onDrive('D', 'servers.txt'), [...servers, 'offline3'].join('\n'));
    const others = computers(scratch, place.sessionSetup);
    const { output, errors } = await place.run(
      `${NEEDS_COMPUTERS}
       function New-PSSession([string[]] $ComputerName) { Microsoft.PowerShell.Core\\New-PSSession -HostName $ComputerName }
       function Invoke-Command {
         param([Parameter(Position = 0)] [scriptblock] $ScriptBlock, [string[]] $ComputerName, [object[]] $Session, [int] $ThrottleLimit)
         if ($ComputerName) { Microsoft.PowerShell.Core\\Invoke-Command -HostName $ComputerName -ScriptBlock $ScriptBlock }
         else { Microsoft.PowerShell.Core\\Invoke-Command @PSBoundParameters }
       }
       function Copy-Item([string] $Path, [string] $Destination, [object] $FromSession) {
         $bytes = Invoke-Command -Session $FromSession ([scriptblock]::Create(",[System.IO.File]::ReadAllBytes('$Path')"))
         $folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Destination)
         [System.IO.File]::WriteAllBytes([System.IO.Path]::Combine($folder, [System.IO.Path]::GetFileName($Path)), [byte[]] $bytes)
       }
       $groups = @(${run(fanOut)})
       @($ready | Where-Object { $_.Status -eq 'Pass' -and $_.Name -eq 'DiskForTriageDumps' } | ForEach-Object { "$($_.PSComputerName)" } | Sort-Object) -join ' '
       @($dumps | ForEach-Object { "$($_.PSComputerName) $($_.PSTypeNames[0]) $($_.ThreadCount)" } | Sort-Object) -join '; '
       $threads = 0; foreach ($group in $groups) { $threads += $group.Count }; $threads
       ${run(undo)}`,
      { environment: others.environment, timeLimit: 110_000 },
    );
    if (output[0]?.value === 'unsupported') return test.skip(NO_COMPUTERS);
    expect(values(output)).toEqual([
      servers.join(' '),
      servers.map((name) => `${name} Deserialized.KernelTriage.TriageDump 6`).join('; '),
      12,
    ]);
    // The one that does not answer is told each time, and keeps nobody from the others.
    expect(errors.map(({ category }) => category)).toEqual(Array(3).fill('OpenError'));
    const collected = readdirSync(place.onDrive('D', 'dumps'));
    expect(collected.sort()).toEqual(servers);
    for (const name of servers) {
      expect(readdirSync(place.onDrive('D', 'dumps', name))).toEqual([
        expect.stringMatching(/^w3wp_.*\.dmp$/),
      ]);
      expect(readdirSync(path.join(others.folder, name, 'C', 'dumps'))).toEqual([]);
    }
  });

  it('for what hangs captures after the third failure in a row', async () => {
    const place = newPlace();
    const [hang = '', undo = ''] = recipeBlocks('Capture when something hangs');
    const { output, errors } = await place.run(
      `${THIRD_TIME_IT_HANGS}
       $groups = @(${run(hang)})
       $answers.Count
       $threads = 0; foreach ($group in $groups) { $threads += $group.Count }; $threads
       ${COUNT_THREADS}
       ${run(undo)}`,
    );
    expect(errors).toEqual([]);
    expect(values(output)).toEqual([0, 6, 6]);
    expect(place.dumps()).toEqual([]);
  });

  it('for what burns processor time captures the process that does so for three intervals', async () => {
    const place = newPlace();
    const [burn = '', undo = ''] = recipeBlocks('Capture when a process burns processor time');
    const { output, errors } = await place.run(
      `# What it reads of a process is there, and counts seconds.
       $me = [System.Diagnostics.Process]::GetCurrentProcess()
       [Math]::Abs($me.CPU - $me.TotalProcessorTime.TotalSeconds) -lt 1
       # One worker burns all the time, one two intervals of three, one hardly ever. The first two ids are of no process there.
       $rates = @{ 1 = { 0.2 }; 2 = { if ($tick % 3) { 2 } else { 0 } }; 4872 = { if ($tick -gt 4) { 2 } else { 0.2 } } }
       $used = @{ 1 = 50.0; 2 = 50.0; 4872 = 50.0 }
       $tick = 0
       $watch = [System.Diagnostics.Stopwatch]::StartNew()
       function Start-Sleep([int] $Seconds) {
         if ($Seconds -ne 10) { throw "unexpected: $Seconds" }
         $script:tick++
         [System.Threading.Thread]::Sleep(100)
         $passed = $watch.Elapsed.TotalSeconds
         $watch.Restart()
         foreach ($id in @($used.Keys)) { $used[$id] += $passed * (& $rates[$id]) }
       }
       function Get-Process {
         [CmdletBinding()] param([string] $Name)
         if ($Name -ne 'w3wp') { throw "unexpected: $Name" }
         foreach ($id in $used.Keys) { [pscustomobject] @{ Id = $id; CPU = $used[$id] } }
       }
       $groups = @(${run(burn)})
       $tick -ge 7
       $hot -join ' '
       $threads = 0; foreach ($group in $groups) { $threads += $group.Count }; $threads
       ${COUNT_THREADS}
       ${run(undo)}`,
    );
    expect(errors).toEqual([]);
    // The two threads that do not wait.
    expect(values(output)).toEqual([true, true, '4872', 2, 2]);
    expect(place.dumps()).toEqual([]);
  });

  it('for a task registers a command line that captures', async () => {
    const place = newPlace();
    const [register = '', undo = ''] = recipeBlocks('As a scheduled task');
    const { output, errors } = await place.run(
      `${TASKS}
       ${run(register)}
       "$($task.TaskName): $($task.Action.Execute), $($task.Principal), $($task.Settings)"
       ${RUN_TASK}
       ${COUNT_THREADS}
       ${run(undo)}`,
    );
    expect(errors).toEqual([]);
    expect(values(output)).toEqual([
      'KernelTriage w3wp: powershell.exe, SYSTEM ServiceAccount Highest, IgnoreNew 00:15:00',
      'ended with 0 ',
      6,
      'unregistered KernelTriage w3wp',
    ]);
    expect(place.dumps()).toEqual([]);
  });

  it('for an event subscribes to the hang of an application, and to nothing else', async () => {
    const event = (provider: string, id: number, channel = 'Application') =>
      `<Event><System><Provider Name="${provider}" /><EventID Qualifiers="0">${id}</EventID><Level>2</Level><Channel>${channel}</Channel></System><EventData><Data>w3wp.exe</Data></EventData></Event>`;
    const events = [
      event('Application Hang', 1002),
      event('Application Hang', 1001),
      event('Application Error', 1000),
      event('Windows Error Reporting', 1002),
    ];
    const [subscribe = '', undo = ''] = recipeBlocks('When an event is logged');
    const { output, errors } = await newPlace().run(
      `${TASKS}
       function Get-CimClass([string] $Namespace, [string] $ClassName) { "$Namespace $ClassName" }
       function New-CimInstance([string] $CimClass, [switch] $ClientOnly) { [pscustomobject] @{ Class = $CimClass; ClientOnly = [bool] $ClientOnly; Enabled = $false; Subscription = '' } }
       function Set-ScheduledTask([string] $TaskName, [object] $Trigger) { $script:task = $PSBoundParameters }
       ${run(subscribe)}
       $trigger = $task.Trigger
       "$($task.TaskName): $($trigger.Class), $($trigger.ClientOnly), $($trigger.Enabled)"
       $query = [xml] $trigger.Subscription
       "$($query.SelectNodes('/QueryList/Query/Select').Count) from $($query.QueryList.Query.Path), $($query.QueryList.Query.Select.Path)"
       $select = $query.SelectSingleNode('/QueryList/Query/Select').InnerText
       foreach ($text in ${events.map((text) => `'${text}'`).join(', ')}) { ([xml] $text).SelectNodes($select).Count }
       ${run(undo)}`,
    );
    expect(errors).toEqual([]);
    expect(values(output)).toEqual([
      'KernelTriage w3wp: Root/Microsoft/Windows/TaskScheduler MSFT_TaskEventTrigger, True, True',
      '1 from Application, Application',
      ...[1, 0, 0, 0],
      'unregistered KernelTriage w3wp',
    ]);
  });

  it('for operators makes a session in which they capture, and nothing else', async (test) => {
    if (engine.platform === 'windows')
      return test.skip('it would write to C:\\Program Files of this computer');
    const place = newPlace({ plainModule: true });
    const [endpoint = '', undo = ''] = recipeBlocks('For people who are no administrators (JEA)');
    const { output, errors } = await place.run(
      `${OPERATORS}
       ${run(endpoint)}
       $state = Get-OperatorState
       # The simulated machine, and a drive that every computer of the recipe has.
       $state.Variables.Add([System.Management.Automation.Runspaces.SessionStateVariableEntry]::new('PSDefaultParameterValues', $PSDefaultParameterValues, ''))
       $session = [runspacefactory]::CreateRunspace($state)
       $session.Open()
       $files = $session.SessionStateProxy.Provider.GetOne('FileSystem')
       $drive = [System.Management.Automation.PSDriveInfo]::new('D', $files, $ExecutionContext.SessionState.Drive.Get('D').Root, '', $null)
       $null = $session.SessionStateProxy.Drive.New($drive, 'Global')
       ${TRY_WHAT_OPERATORS_MAY}
       $session.Dispose()
       ${COUNT_THREADS}
       ${run(undo)}`,
    );
    expect(errors).toEqual([]);
    expect(values(output)).toEqual([...whatOperatorsMay(6), 6, 'unregistered KernelTriage']);
    expect(place.dumps()).toEqual([]);
    expect(readdirSync(place.onDrive('C', 'Program Files', 'WindowsPowerShell', 'Modules'))).toEqual([
      'KernelTriage',
    ]);
    expect(readdirSync(place.onDrive('D'))).toEqual(['dumps']);
  });

  it('for the background gives what the job captured, and can be stopped', async () => {
    const [start = '', receive = '', stop = '', undo = ''] = recipeBlocks('In the background');
    const place = newPlace();
    const whole = await place.run(
      `${run(start)}
       ${run(receive)} | ForEach-Object { "$($_.PSTypeNames[0]) $($_.ThreadCount)" }
       @(Get-Job).Count
       ${COUNT_THREADS}
       ${run(undo)}`,
    );
    expect(whole.errors).toEqual([]);
    expect(values(whole.output)).toEqual(['Deserialized.KernelTriage.TriageDump 8', 0, 8]);
    expect(place.dumps()).toEqual([]);

    const slow = newPlace({
      defaults: `'Get-KernelThread:Machine' = 'simulated:slow-kernel'; 'New-TriageDump:MaxThreadsPerDump' = 1`,
    });
    const stopped = await slow.run(
      `${run(start)}
       while ($job.ChildJobs[0].Output.Count -eq 0 -and $job.State -in 'NotStarted', 'Running') { [System.Threading.Thread]::Sleep(5) }
       ${run(stop)}
       @(Get-Job).Count`,
    );
    expect(stopped.errors).toEqual([]);
    expect(values(stopped.output)).toEqual([0]);
    expect(slow.dumps().length).toBeGreaterThan(0);
    expect(slow.dumps().length).toBeLessThan(300);
    expect(slow.dumps().filter((name) => !/\.(dmp|json)$/.test(name))).toEqual([]);
  });
});

const documents = path.join(repositoryRoot, 'docs');
const blocks = readdirSync(documents)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) =>
    [...readFileSync(path.join(documents, name), 'utf8').matchAll(/^```powershell\n(.*?)^```$/gms)].map(
      ([, text = '']) => ({ name, text }),
    ),
  );

describeEngines('the blocks of the documents', (engine) => {
  const module = moduleUnderTest(engine);

  it('are PowerShell, and call our commands with parameters that they have', async () => {
    const texts = blocks.map(({ text }) => literal(text)).join(', ');
    const { output, errors } = await module.run(
      `foreach ($text in ${texts}) {
         $tokens = $null; $problems = $null
         $tree = [System.Management.Automation.Language.Parser]::ParseInput($text, [ref] $tokens, [ref] $problems)
         foreach ($problem in $problems) { "$problem" }
         foreach ($call in $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
           $command = (Get-Module KernelTriage).ExportedFunctions[[string] $call.GetCommandName()]
           if (-not $command) { continue }
           foreach ($element in $call.CommandElements) {
             if ($element -isnot [System.Management.Automation.Language.CommandParameterAst]) { continue }
             $known = @($command.Parameters.Keys) + @($command.Parameters.Values.Aliases)
             if ($known -notcontains $element.ParameterName) { "$($command.Name) has no -$($element.ParameterName)" }
           }
         }
       }`,
    );
    expect(blocks.length).toBeGreaterThan(5);
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([]);
  });
});
