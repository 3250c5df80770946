BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $oplock = 'simulated:w3wp-oplock'
    $on = @{ Machine = $oplock }
    # What the executable answers by itself.
    function Get-Listed { Get-KtriageRecord (@('threads') + $args + @('--machine', $oplock)) }
    $worker = @(Get-Listed w3wp)
    $other = @(Get-Listed | Where-Object processName -NE w3wp.exe)[0]
}

Describe 'Get-KernelThread' -Tag Simulated {
    It 'Get-KernelThread gives every field of the contract with a type of its own' {
        $threads = @(Get-KernelThread -Name w3wp @on)
        $threads.Count | Should -Be $worker.Count
        $threads[0].PSTypeNames[0] | Should -BeExactly 'KernelTriage.Thread'
        foreach ($field in $worker[0].PSObject.Properties) {
            $name = $field.Name.Substring(0, 1).ToUpperInvariant() + $field.Name.Substring(1)
            if ($name -like '*Time') { $threads[0].$name.ToUniversalTime() | Should -Be ([datetime] $field.Value).ToUniversalTime() -Because $name }
            elseif ($field.Value -isnot [psobject] -or $field.Value -is [string]) { $threads[0].$name | Should -Be $field.Value -Because $name }
        }
        $threads[0].LastSystemCall.Number | Should -Be $worker[0].lastSystemCall.number
        $threads[0].CreateTime | Should -BeOfType datetime
        $threads[0].CreateTime.Kind | Should -Be Utc
        $threads[0].KernelTime | Should -BeOfType timespan
        $threads[0].WaitTime.TotalMilliseconds | Should -Be $worker[0].waitTimeMs
    }

    It 'Get-KernelThread binds ids by each of their names, by value and by property' {
        $ids = $worker[0].processId, $other.processId
        $expected = @(Get-Listed --pid ($ids -join ',')).Count
        @(Get-KernelThread -Id $ids @on).Count | Should -Be $expected
        @(Get-KernelThread -Pid $ids @on).Count | Should -Be $expected
        @(Get-KernelThread -ProcessId $ids @on).Count | Should -Be $expected
        @($ids | Get-KernelThread @on).Count | Should -Be $expected
        @($ids | ForEach-Object { [pscustomobject] @{ Pid = $_ } } | Get-KernelThread @on).Count | Should -Be $expected
        @($ids | ForEach-Object { [pscustomobject] @{ Id = $_; Handles = 3 } } | Get-KernelThread @on).Count | Should -Be $expected
        @(Get-KernelThread w3wp @on | Get-KernelThread @on).Count | Should -Be $worker.Count
    }

    It 'Get-KernelThread selects threads by their user-mode stacks, as the article does' {
        $threads = Get-KernelThread w3wp -IncludeUserStack @on
        $chosen = @($threads | Where-Object { $_.UserStack -match 'cachfile!' })
        $chosen.Count | Should -BeGreaterThan 150
        @($chosen | Where-Object WaitReason -NE WrResource).Count | Should -BeLessThan $chosen.Count
    }

    It 'Get-KernelThread takes processes of Get-Process' {
        Get-Process -Id $PID | Get-KernelThread @on -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'ProcessNotFound,Get-KernelThread'
        $failures[0].CategoryInfo.Category | Should -Be ObjectNotFound
        $failures[0].TargetObject | Should -BeExactly "process $PID"
    }

    It 'Get-KernelThread filters by name, state and wait reason' {
        $expected = @(Get-Listed w3wp --state Wait --wait-reason WrResource).Count
        @(Get-KernelThread w3w? @on -State wait -WaitReason WrResource).Count | Should -Be $expected
        @(Get-KernelThread w3wp @on | Where-Object WaitReason -EQ WrResource).Count | Should -Be $expected
        @(Get-KernelThread no-such-* @on).Count | Should -Be 0
    }

    It 'Get-KernelThread gives $null for an absent field, in strict mode too' {
        $values = Get-ScriptOutput 'Set-StrictMode -Version 3.0; $t = @(Get-KernelThread w3wp -Snapshot @on)[0]; $null -eq $t.ObjectAddress; $t.Access' @{ on = $on }
        $values | Should -Be @($true, 'NotTried')
    }

    It 'Get-KernelThread selects nothing when nothing comes down the pipeline' {
        @() | Get-KernelThread @on | Should -BeNullOrEmpty
    }

    It 'Get-KernelThread answers <Parameter> with one typed error' -TestCases @(
        @{ Parameter = '-Id 999999'; Id = 'ProcessNotFound'; Target = 'process 999999' }
        @{ Parameter = '-Name nobody'; Id = 'ProcessNotFound'; Target = 'nobody' }
        @{ Parameter = 'w3wp -State Asleep'; Id = 'InvalidRequest'; Target = 'Asleep' }
        @{ Parameter = '-Id abc'; Id = 'ParameterArgumentTransformationError'; Target = $null }
        @{ Parameter = '-Id -1'; Id = 'ParameterArgumentTransformationError'; Target = $null }
    ) {
        $run = Invoke-Script "Get-KernelThread $Parameter @on" -Variable @{ on = $on }
        $run.Output | Should -HaveCount 0
        $run.Error | Should -HaveCount 1
        $run.Error[0].FullyQualifiedErrorId | Should -BeExactly "$Id,Get-KernelThread"
        $run.Error[0].TargetObject | Should -Be $Target
        if ($Target) { $run.Error[0].ErrorDetails.RecommendedAction | Should -Match '\S' }
    }

    It 'Get-KernelThread lists the known processes when one of the ids is unknown, and obeys -ErrorAction' {
        $ids = 999999, $worker[0].processId
        @(Get-KernelThread -Id $ids @on -ErrorAction SilentlyContinue -ErrorVariable failures).Count | Should -Be $worker.Count
        $failures | Should -HaveCount 1
        { Get-KernelThread -Id $ids @on -ErrorAction Stop } | Should -Throw -ErrorId 'ProcessNotFound,Get-KernelThread'
    }

    It 'Get-KernelThread names an unknown machine' {
        Get-KernelThread -Machine simulated:nowhere -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'UnknownMachine,Get-KernelThread'
        $failures[0].CategoryInfo.Category | Should -Be InvalidArgument
    }

    It 'Get-KernelThread has a table for each process' {
        $text = (Invoke-Script 'Get-KernelThread -Id 4872 @on | Select-Object -First 2' -Variable @{ on = $on } -Render).Text
        $first = @(Get-Listed --pid 4872)[0]
        $text | Should -Match ([regex]::Escape("Process: w3wp.exe (4872) on $oplock"))
        $text | Should -Match 'ThreadId State +WaitReason +WaitTime Pri ObjectAddress +Access +Name'
        $text | Should -Match "$($first.threadId) $($first.state) +$($first.waitReason) .*$($first.objectAddress)"
    }

    It 'Get-KernelThread works where the session, but not the module, is constrained' {
        $run = Invoke-Script "@(Get-KernelThread w3wp -Machine $oplock | Where-Object State -eq Wait).Count; [System.IO.File]::Exists('x')" -Language ConstrainedLanguage
        $run.Output | Should -Be @(Get-Listed w3wp --state Wait).Count
        $run.Error | Should -HaveCount 1
        $run.Error[0].FullyQualifiedErrorId | Should -Match ConstrainedLanguage
    }
}
