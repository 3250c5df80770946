import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../support/equipment.ts';
import { FIND_ENGINE_PROGRAM } from './engine-program.ts';

/** What the scripts around recipes are made of. */

/** The PowerShell blocks of docs/recipes.md by the heading above them, in order and as they stand. */
export const RECIPES: ReadonlyMap<string, readonly string[]> = new Map(
  readFileSync(path.join(repositoryRoot, 'docs', 'recipes.md'), 'utf8')
    .split(/^## /m)
    .map((section) => [
      section.split('\n', 1)[0] ?? '',
      [...section.matchAll(/^```powershell\n(.*?)^```$/gms)].map(([, block = '']) => block),
    ]),
);

export const recipeBlocks = (heading: string): readonly string[] => RECIPES.get(heading) ?? [];

/** Runs a block in the scope of the script: later blocks of a recipe use variables of the first. */
export const run = (block: string) => `. {\n${block}\n}`;

/** Reads every dump in D:\\dumps, and writes how many threads there are in all. */
export const COUNT_THREADS = `@(Get-KernelDump D:\\dumps\\*.dmp | ForEach-Object { $_.Threads }).Count`;

/** A site that answers, fails twice, answers, and then fails for good; what a loop that waits asks it is checked. */
export const THIRD_TIME_IT_HANGS = `
$answers = [System.Collections.Generic.Queue[bool]]::new([bool[]] (1, 0, 0, 1, 0, 0, 0))
function Invoke-WebRequest([string] $Uri, [switch] $UseBasicParsing, [int] $TimeoutSec) {
  if ($Uri -ne 'http://localhost/health' -or -not $UseBasicParsing -or $TimeoutSec -ne 10) { throw "unexpected: $Uri" }
  if (-not $answers.Dequeue()) { throw [System.TimeoutException]::new('no answer') }
  'fine'
}
function Start-Sleep([int] $Seconds) { if ($Seconds -ne 20) { throw "unexpected: $Seconds" } }`;

/** The task scheduler: `$task` is what was registered, and a task that is taken away says so. */
export const TASKS = `
function New-ScheduledTaskAction([string] $Execute, [string] $Argument) { @{ Execute = $Execute; Argument = $Argument } }
function New-ScheduledTaskPrincipal([string] $UserId, [string] $LogonType, [string] $RunLevel) { "$UserId $LogonType $RunLevel" }
function New-ScheduledTaskSettingsSet([string] $MultipleInstances, [timespan] $ExecutionTimeLimit) { "$MultipleInstances $ExecutionTimeLimit" }
function Register-ScheduledTask([string] $TaskName, [hashtable] $Action, [string] $Principal, [string] $Settings) { $script:task = $PSBoundParameters }
function Unregister-ScheduledTask([string] $TaskName, [switch] $Confirm) { if ($Confirm) { throw 'asks' }; "unregistered $TaskName" }`;

/** Runs the command line of `$task`, in a process of this engine, and says how it ended. */
export const RUN_TASK = `
${FIND_ENGINE_PROGRAM}
$start = [System.Diagnostics.ProcessStartInfo]::new($engineProgram, $task.Action.Argument)
$start.UseShellExecute = $false
$start.RedirectStandardOutput = $true
$start.RedirectStandardError = $true
$process = [System.Diagnostics.Process]::Start($start)
$said = $process.StandardError.ReadToEndAsync()
$null = $process.StandardOutput.ReadToEnd()
$process.WaitForExit()
# A process with redirected streams writes its progress as CLIXML.
$text = $said.Result
if ($text -notmatch 'S="(Error|Warning)"') { $text = $text -replace '(?s)^#< CLIXML.*</Objs>\\s*' }
"ended with $($process.ExitCode) $text"`;

/** The registration of an endpoint; what WinRM makes of its files for a user of the role; and a way to use such a session. */
export const OPERATORS = `
function Register-PSSessionConfiguration([string] $Name, [string] $Path, [switch] $Force) {
  $script:registered = $Name
  $script:file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
}
function Unregister-PSSessionConfiguration([string] $Name, [switch] $Force) { if (-not $Force) { throw 'asks' }; "unregistered $Name" }
function Get-OperatorState {
  $state = [initialsessionstate]::CreateFromSessionConfigurationFile($file, [Func[string, bool]] { param($role) $role -eq 'CONTOSO\\Operators' })
  $state.ThrowOnRunspaceOpenError = $true
  $state
}
# A client sends a pipeline as commands, as Invoke-Command and Enter-PSSession do.
function Use-Session([scriptblock] $Pipeline) {
  $shell = $Pipeline.GetPowerShell(@())
  $shell.Runspace = $session
  try { $shell.Invoke() }
  catch { "refused: $($_.Exception.GetBaseException().ErrorRecord.FullyQualifiedErrorId)" }
  foreach ($problem in $shell.Streams.Error) { "error: $problem" }
  $shell.Dispose()
}`;

/** What is allowed in `$session`, and then a try at everything that would make more of it. */
export const TRY_WHAT_OPERATORS_MAY = `
"$registered, $($session.SessionStateProxy.LanguageMode)"
@(Use-Session { Get-Command } | ForEach-Object { "$_" } | Sort-Object) -join ' '
@(Use-Session { Test-KernelDumpReadiness -Destination D:\\dumps } | Where-Object Name -eq DiskForTriageDumps | ForEach-Object { "$($_.Status)" })
@(Use-Session { Get-KernelThread -Name w3wp -State Wait | New-TriageDump -Destination D:\\dumps } | ForEach-Object { "$($_.PSTypeNames[0]) $($_.ThreadCount)" })
Use-Session { Get-KernelThread -Name w3wp | New-TriageDump -Destination D:\\elsewhere }
Use-Session { Test-KernelDumpReadiness -Destination D:\\elsewhere }
Use-Session { Get-KernelThread -Name w3wp -SymbolPath D:\\elsewhere }
Use-Session { Test-KernelDumpReadiness -ReportPath D:\\elsewhere }
Use-Session { Get-KernelStack -Path D:\\dumps\\*.dmp }
Use-Session { New-LiveKernelDump -Path D:\\dumps\\live.dmp }
Use-Session { Import-Module KernelTriage }
Use-Session { ConvertFrom-Json -InputObject 1 }
$shell = [powershell]::Create()
$shell.Runspace = $session
try { $shell.AddScript('[System.IO.File]::Delete("x")').Invoke() } catch { "refused: $($_.Exception.GetBaseException().ErrorRecord.FullyQualifiedErrorId)" }`;

/** What TRY_WHAT_OPERATORS_MAY writes where so many threads wait. */
export const whatOperatorsMay = (threads: number): readonly string[] => [
  'KernelTriage, NoLanguage',
  // What the engine gives every restricted session, and the three of the role.
  'Clear-Host Exit-PSSession Get-Command Get-FormatData Get-Help Get-KernelThread Measure-Object New-TriageDump Out-Default Select-Object Test-KernelDumpReadiness',
  'Pass',
  `KernelTriage.TriageDump ${threads}`,
  'refused: ValidateSetFailure',
  'refused: ValidateSetFailure',
  'refused: NamedParameterNotFound,Get-KernelThread',
  'refused: NamedParameterNotFound,Test-KernelDumpReadiness',
  ...Array<string>(4).fill('refused: CommandNotFoundException'),
  'refused: ScriptsNotAllowed',
];
