BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $unix = -not (Test-Windows)
    Import-Module "$PSScriptRoot/RecipeTools.psm1" -Force
    $remote = $unix -and (Test-RemoteSession)
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-Module "$PSScriptRoot/RecipeTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $sumGroups = '$threads = 0; foreach ($group in $groups) { $threads += $group.Count }; $threads'
}

Describe 'docs/recipes.md' -Tag Simulated {
    It 'docs/recipes.md has these blocks, all of which are run by tests' {
        Get-Recipe | Should -Be @(
            'Many servers at once 2', 'Capture when something hangs 2', 'Capture when a process burns processor time 2', 'As a scheduled task 2'
            'When an event is logged 2', 'For operators without administrator rights (JEA) 2', 'In the background 4'
        )
    }

    It 'the recipe for many servers captures on each, and collects the files by server' -Skip:(-not $remote) {
        $place = New-RecipePlace
        $servers = 'server1', 'server2'
        [System.IO.File]::WriteAllText("$($place.Folder)/D/servers.txt", (($servers + 'offline3') -join "`n"))
        $script = Join-Recipe @'
            function New-PSSession([string[]] $ComputerName) { Microsoft.PowerShell.Core\New-PSSession -HostName $ComputerName }
            function Invoke-Command {
                param([Parameter(Position = 0)] [scriptblock] $ScriptBlock, [string[]] $ComputerName, [object[]] $Session, [int] $ThrottleLimit)
                if ($ComputerName) { Microsoft.PowerShell.Core\Invoke-Command -HostName $ComputerName -ScriptBlock $ScriptBlock }
                else { Microsoft.PowerShell.Core\Invoke-Command @PSBoundParameters }
            }
            function Copy-Item([string] $Path, [string] $Destination, [object] $FromSession) {
                $bytes = Invoke-Command -Session $FromSession ([scriptblock]::Create(",[System.IO.File]::ReadAllBytes('$Path')"))
                $folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Destination)
                [System.IO.File]::WriteAllBytes([System.IO.Path]::Combine($folder, [System.IO.Path]::GetFileName($Path)), [byte[]] $bytes)
            }
            $groups = @({0})
            @($ready | Where-Object { $_.Status -eq 'Pass' -and $_.Name -eq 'DiskForTriageDumps' } | ForEach-Object { "$($_.PSComputerName)" } | Sort-Object) -join ' '
            @($dumps | ForEach-Object { "$($_.PSComputerName) $($_.PSTypeNames[0]) $($_.ThreadCount)" } | Sort-Object) -join '; '
            $threads = 0; foreach ($group in $groups) { $threads += $group.Count }; $threads
            {1}
'@ (Get-Recipe 'Many servers at once')
        $run, $folder = Invoke-WithComputer "`$env:PSModulePath = '$($place.Modules):' + `$env:PSModulePath`n. '$($place.Script)'" { param($folder) Invoke-Recipe $place $script; $folder }
        $run.Output | Should -BeExactly @(
            ($servers -join ' '), (@($servers | ForEach-Object { "$_ Deserialized.KernelTriage.TriageDump 6" }) -join '; '), 12
        )
        # The one that does not answer is named each time, and keeps no other from its work.
        $run.Error.CategoryInfo.Category | Should -Be @('OpenError', 'OpenError', 'OpenError')
        @([System.IO.Directory]::GetDirectories($place.Dumps) | Split-Path -Leaf | Sort-Object) | Should -Be $servers
        foreach ($name in $servers) {
            Get-FileName "$($place.Dumps)/$name" | Should -Match '^w3wp_.*\.dmp$'
            Get-FileName "$folder/$name/C/dumps" | Should -HaveCount 0
        }
    }

    It 'the recipe for what hangs captures after the third failure in a row' {
        $place = New-RecipePlace
        $run = Invoke-Recipe $place (Join-Recipe "$ThirdTimeItHangs`n`$groups = @({0})`n`$answers.Count`n$sumGroups`n$CountThreads`n{1}" (Get-Recipe 'Capture when something hangs'))
        $run.Error | Should -HaveCount 0
        $run.Output | Should -Be @(0, 6, 6)
        Get-FileName $place.Dumps | Should -HaveCount 0
    }

    It 'the recipe for what burns processor time captures the process that does so for three intervals' {
        $place = New-RecipePlace
        $run = Invoke-Recipe $place (Join-Recipe (@'
            # What it reads of a process is there, and counts seconds.
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
            $groups = @({0})
            $tick -ge 7
            $hot -join ' '
'@ + "`n$sumGroups`n$CountThreads`n{1}") (Get-Recipe 'Capture when a process burns processor time'))
        $run.Error | Should -HaveCount 0
        # The two threads that do not wait.
        $run.Output | Should -Be @($true, $true, '4872', 2, 2)
        Get-FileName $place.Dumps | Should -HaveCount 0
    }

    It 'the recipe for a task registers a command line that captures' {
        $place = New-RecipePlace
        $run = Invoke-Recipe $place -Variable @{ engineProgram = Get-EngineProgram } (Join-Recipe (
                "$Tasks`n{0}`n`"`$(`$task.TaskName): `$(`$task.Action.Execute), `$(`$task.Principal), `$(`$task.Settings)`"`n$RunTask`n$CountThreads`n{1}"
            ) (Get-Recipe 'As a scheduled task'))
        $run.Error | Should -HaveCount 0
        $run.Output | Should -Be @('KernelTriage w3wp: powershell.exe, SYSTEM ServiceAccount Highest, IgnoreNew 00:15:00', 'ended with 0 ', 6, 'unregistered KernelTriage w3wp')
        Get-FileName $place.Dumps | Should -HaveCount 0
    }

    It 'the recipe for an event subscribes to the hang of an application, and to nothing else' {
        $events = foreach ($each in @('Application Hang', 1002), @('Application Hang', 1001), @('Application Error', 1000), @('Windows Error Reporting', 1002)) {
            "<Event><System><Provider Name=`"$($each[0])`" /><EventID Qualifiers=`"0`">$($each[1])</EventID><Level>2</Level><Channel>Application</Channel></System><EventData><Data>w3wp.exe</Data></EventData></Event>"
        }
        $run = Invoke-Recipe (New-RecipePlace) -Variable @{ events = $events } (Join-Recipe ("$Tasks`n" + @'
            function Get-CimClass([string] $Namespace, [string] $ClassName) { "$Namespace $ClassName" }
            function New-CimInstance([string] $CimClass, [switch] $ClientOnly) { [pscustomobject] @{ Class = $CimClass; ClientOnly = [bool] $ClientOnly; Enabled = $false; Subscription = '' } }
            function Set-ScheduledTask([string] $TaskName, [object] $Trigger) { $script:task = $PSBoundParameters }
            {0}
            $trigger = $task.Trigger
            "$($task.TaskName): $($trigger.Class), $($trigger.ClientOnly), $($trigger.Enabled)"
            $query = [xml] $trigger.Subscription
            "$($query.SelectNodes('/QueryList/Query/Select').Count) from $($query.QueryList.Query.Path), $($query.QueryList.Query.Select.Path)"
            $select = $query.SelectSingleNode('/QueryList/Query/Select').InnerText
            foreach ($text in $events) { ([xml] $text).SelectNodes($select).Count }
            {1}
'@) (Get-Recipe 'When an event is logged'))
        $run.Error | Should -HaveCount 0
        $run.Output | Should -Be @(
            'KernelTriage w3wp: Root/Microsoft/Windows/TaskScheduler MSFT_TaskEventTrigger, True, True', '1 from Application, Application'
            1, 0, 0, 0, 'unregistered KernelTriage w3wp'
        )
    }

    # On Windows it would write to C:\Program Files of this computer.
    It 'the recipe for operators makes a session in which they capture, and nothing else' -Skip:(-not $unix) {
        $place = New-RecipePlace -PlainModule
        $run = Invoke-Recipe $place (Join-Recipe ("$Operators`n" + @'
            {0}
            $state = Get-OperatorState
            # The simulated machine, and a drive that every computer of the recipe has.
            $state.Variables.Add([System.Management.Automation.Runspaces.SessionStateVariableEntry]::new('PSDefaultParameterValues', $PSDefaultParameterValues, ''))
            $session = [runspacefactory]::CreateRunspace($state)
            $session.Open()
            $files = $session.SessionStateProxy.Provider.GetOne('FileSystem')
            $drive = [System.Management.Automation.PSDriveInfo]::new('D', $files, $ExecutionContext.SessionState.Drive.Get('D').Root, '', $null)
            $null = $session.SessionStateProxy.Drive.New($drive, 'Global')
'@ + "`n$TryWhatOperatorsMay`n`$session.Dispose()`n$CountThreads`n{1}") (Get-Recipe 'For operators without administrator rights (JEA)'))
        $run.Error | Should -HaveCount 0
        $run.Output | Should -Be (@(Get-OperatorRight 6) + 6 + 'unregistered KernelTriage')
        Get-FileName $place.Dumps | Should -HaveCount 0
        @([System.IO.Directory]::GetFileSystemEntries($place.Modules) | Split-Path -Leaf) | Should -Be KernelTriage
        @([System.IO.Directory]::GetFileSystemEntries("$($place.Folder)/D") | Split-Path -Leaf) | Should -Be dumps
    }

    It 'the recipe for the background gives what the job captured' {
        $place = New-RecipePlace
        $block = Get-Recipe 'In the background'
        $run = Invoke-Recipe $place (Join-Recipe "{0}`n{1} | ForEach-Object { `"`$(`$_.PSTypeNames[0]) `$(`$_.ThreadCount)`" }`n@(Get-Job).Count`n$CountThreads`n{2}" $block[0], $block[1], $block[3])
        $run.Error | Should -HaveCount 0
        $run.Output | Should -Be @('Deserialized.KernelTriage.TriageDump 8', 0, 8)
        Get-FileName $place.Dumps | Should -HaveCount 0
    }

    It 'the recipe for the background can be stopped' {
        $place = New-RecipePlace "'Get-KernelThread:Machine' = 'simulated:slow-kernel'; 'New-TriageDump:MaxThreadsPerDump' = 1"
        $block = Get-Recipe 'In the background'
        $run = Invoke-Recipe $place (Join-Recipe (@'
            {0}
            while ($job.ChildJobs[0].Output.Count -eq 0 -and $job.State -in 'NotStarted', 'Running') { [System.Threading.Thread]::Sleep(5) }
            {1}
            @(Get-Job).Count
'@) $block[0], $block[2])
        # A thread of the slow kernel may be given up before the stop.
        $run.Error | Where-Object { $_.FullyQualifiedErrorId -notlike '*,New-TriageDump' } | Should -BeNullOrEmpty
        $run.Output | Should -Be 0
        $files = Get-FileName $place.Dumps
        $files.Count | Should -BeGreaterThan 0
        $files.Count | Should -BeLessThan 300
        $files | Where-Object { $_ -notmatch '\.(dmp|json)$' } | Should -BeNullOrEmpty
    }
}

Describe 'The blocks of the documents' -Tag Simulated {
    It 'the blocks of the documents are PowerShell, and call our commands with parameters that they have' {
        $blocks = foreach ($file in [System.IO.Directory]::GetFiles("$(Get-RepositoryRoot)/docs", '*.md')) {
            [regex]::Matches([System.IO.File]::ReadAllText($file).Replace("`r", ''), '(?ms)^```powershell\n(.*?)^```$') | ForEach-Object { $_.Groups[1].Value }
        }
        $blocks.Count | Should -BeGreaterThan 5
        $problems = foreach ($text in $blocks) {
            $tokens = $null; $found = $null
            $tree = [System.Management.Automation.Language.Parser]::ParseInput($text, [ref] $tokens, [ref] $found)
            foreach ($problem in $found) { "$problem" }
            foreach ($call in $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
                $name = [string] $call.GetCommandName()
                $command = if ($name) { (Get-Module KernelTriage).ExportedFunctions[$name] }
                if (-not $command) { continue }
                $known = @($command.Parameters.Keys) + @($command.Parameters.Values.Aliases)
                foreach ($element in $call.CommandElements) {
                    if ($element -is [System.Management.Automation.Language.CommandParameterAst] -and $known -notcontains $element.ParameterName) { "$name has no -$($element.ParameterName)" }
                }
            }
        }
        $problems | Should -BeNullOrEmpty
    }
}
