# How scripts use commands: strict, stopping at the first error. Held by every exported function.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $noTask = if (Get-Command -Name Register-ScheduledTask -ErrorAction Ignore) { 'WatchTaskNotFound' } else { 'NotWindows' }
    # What the command is for, and what it cannot do, with the code of the error; $none is a file that is not there.
    $uses = @{
        'Get-KernelThread' = @{ Works = 'Get-KernelThread w3wp @on'; Fails = 'Get-KernelThread -Id 999999 @on'; Code = 'ProcessNotFound' }
        'New-TriageDump' = @{ Works = 'Get-KernelThread w3wp @on | Select-Object -First 2 | New-TriageDump $fresh'; Fails = 'New-TriageDump -Id 999999 $fresh @on'; Code = 'ProcessNotFound' }
        'New-LiveKernelDump' = @{ Works = 'New-LiveKernelDump $live -Force -Confirm:$false @on'; Fails = 'New-LiveKernelDump "$fresh/refused.dmp" -Confirm:$false -Machine simulated:not-elevated'; Code = 'NotElevated' }
        'Test-KernelDumpReadiness' = @{ Works = 'Test-KernelDumpReadiness @on'; Fails = 'Test-KernelDumpReadiness -Machine simulated:nowhere'; Code = 'UnknownMachine' }
        # A pipeline's error is that of the command which finds it.
        'Export-KernelStack' = @{ Works = 'Export-KernelStack "$fresh/stacks.folded" $dump -Force'; Fails = 'Export-KernelStack "$fresh/none.folded" $none'; Code = 'FileNotFound' }
        'Group-KernelStack' = @{ Works = 'Get-KernelStack $dump | Group-KernelStack'; Fails = 'Get-KernelStack $none'; Then = '| Group-KernelStack'; Code = 'FileNotFound'; Finder = 'Get-KernelStack' }
        'Get-KernelDumpMemory' = @{ Works = '$a = @(Get-KernelDumpThread $dump)[0].Address; Get-KernelDumpMemory $dump -Address $a -Length 16'; Fails = 'Get-KernelDumpMemory $none -Address 0x1000 -Length 16'; Code = 'FileNotFound' }
        'Get-KernelType' = @{ Works = 'Get-KernelType nt!_KTHREAD -Path $dump'; Fails = 'Get-KernelType nt!_KTHREAD -Path $none'; Code = 'FileNotFound' }
        'Invoke-KernelTriage' = @{ Works = 'Invoke-KernelTriage -Path $locked'; Fails = 'Invoke-KernelTriage -Path $none'; Code = 'FileNotFound' }
        'Compare-KernelStack' = @{ Works = 'Compare-KernelStack $dump $again'; Fails = 'Compare-KernelStack $none $dump'; Code = 'FileNotFound' }
        'Get-KernelLock' = @{ Works = 'Get-KernelLock $locked'; Fails = 'Get-KernelLock $none'; Code = 'FileNotFound' }
        'Get-KernelWaitChain' = @{ Works = 'Get-KernelWaitChain $locked -IncludeLone'; Fails = 'Get-KernelWaitChain $none'; Code = 'FileNotFound' }
        'Get-KernelPendingIo' = @{ Works = 'Get-KernelPendingIo $locked'; Fails = 'Get-KernelPendingIo $none'; Code = 'FileNotFound' }
        'Resolve-KernelSymbol' = @{ Works = '$a = @(Get-KernelStack $dump)[0].Frames[0].Address; Resolve-KernelSymbol $dump -Address $a'; Fails = 'Resolve-KernelSymbol $none -Name nt!KeWait*'; Code = 'FileNotFound' }
        'Watch-KernelThread' = @{ Works = 'Watch-KernelThread w3wp -For 1 -Once @on'; Fails = 'Watch-KernelThread -Id 999999 @on'; Code = 'ProcessNotFound' }
        # The task scheduler is asked for a task that it does not have; nothing is registered.
        'Get-KernelTriageWatch' = @{ Fails = 'Get-KernelTriageWatch nowhere'; Code = $noTask }
        'Register-KernelTriageWatch' = @{ Works = 'Register-KernelTriageWatch night -Name w3wp -WhatIf'; Fails = 'Register-KernelTriageWatch night -Capture'; Code = 'InvalidRequest' }
        'Unregister-KernelTriageWatch' = @{ Fails = 'Unregister-KernelTriageWatch nowhere'; Code = $noTask }
    }
    # What works only on tasks that a script must have registered with the task scheduler of a Windows. KernelTriageWatch.Tests.ps1 runs these
    # commands with functions in place of the scheduler's cmdlets.
    $needTask = 'Get-KernelTriageWatch', 'Unregister-KernelTriageWatch'
    # What asks the task scheduler, and starts no ktriage for that.
    $askNoExecutable = $needTask + 'Register-KernelTriageWatch'
    $commands = foreach ($name in Get-PublicName) {
        $use = @{ Command = $name; Works = "$name `$dump"; Fails = "$name `$none"; Then = ''; Code = 'FileNotFound'; Finder = $name }
        if ($uses[$name]) { foreach ($key in @($uses[$name].Keys)) { $use[$key] = $uses[$name][$key] } }
        $use
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $folder = New-Folder
    $on = @{ Machine = 'simulated:windows-11' }
    $dump = Get-KernelThread w3wp @on | Select-Object -First 4 | New-TriageDump $folder -FileName w3wp
    $again = Get-KernelThread w3wp @on | Select-Object -First 4 | New-TriageDump $folder -FileName again
    $null = Invoke-SourceFact fixture, "$folder/unloaded.dmp", "$folder/locked.dmp"
    $variables = @{ on = $on; locked = "$folder/locked.dmp"; dump = $dump.Path; again = $again.Path; none = "$folder/none.dmp"; live = "$folder/live.dmp"; fresh = New-Folder }
    $strict = 'Set-StrictMode -Version Latest; $ErrorActionPreference = ''Stop'''
    # What a command is for, run once for the tests that look at it: strict, and with verbose messages.
    $used = @{}
    function Invoke-Use([string] $Works) {
        if (-not $used.ContainsKey($Works)) {
            $script = "$strict`n`$VerbosePreference = 'Continue'`n`$all = @(. {`n$Works`n}); `$all.Count; `$all[0].PSTypeNames -match '^KernelTriage\.|^System\.IO\.FileInfo`$'"
            $used[$Works] = Invoke-Script -Reuse $script -Variable $variables
        }
        return $used[$Works]
    }
}

Describe 'In scripts' -Tag Simulated {
    It 'in scripts, <Command> works in strict mode, where the first error ends the script' -ForEach @($commands | Where-Object { $_.Command -notin $needTask }) {
        $run = Invoke-Use $Works
        $run.Error | Should -HaveCount 0
        $run.Output[0] | Should -BeGreaterThan 0
        $run.Output[1] | Should -Match '^KernelTriage\.|^System\.IO\.FileInfo$'
    }

    It 'in scripts, <Command> fails with an error that its help lists and a script can catch, collect or ignore' -ForEach $commands {
        $run = Invoke-Script -Reuse -Variable $variables @"
            $strict
            try { $Fails $Then; 'went on' } catch { "`$(`$_.FullyQualifiedErrorId)"; `$_.CategoryInfo.Category -ne 'NotSpecified'; `$null -ne `$_.TargetObject }
            `$ErrorActionPreference = 'Continue'
            $Fails -ErrorAction SilentlyContinue -ErrorVariable found $Then
            @(`$found).Count -ge 1
            $Fails -ErrorAction Ignore
"@
        $run.Error | Should -HaveCount 0
        $run.Output | Should -BeExactly @("$Code,$Finder", $true, $true, $true)
        "$((Get-CommandHelp $Finder).alertSet.alert.text)" | Should -MatchExactly "\b$Code\b"
    }

    It 'in scripts, <Command> writes with -Verbose what it asks of ktriage, and takes its progress away' -ForEach @($commands | Where-Object { $_.Command -notin $askNoExecutable }) {
        $run = Invoke-Use $Works
        $run.Error | Should -HaveCount 0
        $text = @($run.Verbose | ForEach-Object { "$_" }) -join "`n"
        $text | Should -Match 'ktriage(\.exe)? \w[\w-]* - < \{.*\}'
        $text | Should -Match 'ktriage [\w-]+ gave \d+ records in \d+ ms\.'
        # The engine reports its own loading of modules too.
        foreach ($group in $run.Progress | Where-Object ActivityId -EQ 0 | Group-Object Activity) { $group.Group[-1].RecordType | Should -Be Completed -Because $group.Name }
    }
}
