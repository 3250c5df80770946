# What users pipe in and type besides what the help shows: it means what they mean, or it is refused by name.
BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $on = @{ Machine = 'simulated:w3wp-oplock' }
}

Describe 'Odd input' -Tag Simulated {
    It 'the module takes a bug check code as it is documented' {
        $dump = Get-KernelThread w3wp -ThreadId 10276 @on | New-TriageDump (New-Folder) -BugCheckCode 0xC000021A
        (Get-KernelDump $dump.Path).BugCheckCode | Should -BeExactly '0xc000021a'
    }

    It 'the module takes copies of threads of a dump that kept their ids alone' {
        $dump = Get-KernelThread w3wp @on | Select-Object -First 3 | New-TriageDump (New-Folder)
        $threads = @($dump | Get-KernelDump | Get-KernelDumpThread)[0..1]
        $stacks = @($threads | Select-Object Path, ProcessId, ThreadId | Get-KernelStack)
        $stacks | Should -HaveCount 2
        $stacks.ThreadId | Should -Be $threads.ThreadId
    }

    It 'the module takes texts for ids, as files of text hold them, and refuses alone what is none' {
        $dumps = [pscustomobject] @{ ProcessId = '4872'; ThreadId = '10276' }, [pscustomobject] @{ ProcessId = 'x'; ThreadId = 1 },
        [pscustomobject] @{ ProcessId = 4872; ThreadId = 10292 } | New-TriageDump (New-Folder) @on -ErrorAction SilentlyContinue -ErrorVariable failures
        $dumps.ThreadCount | Should -Be 2
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'InvalidRequest,New-TriageDump'
        $failures[0].TargetObject.ProcessId | Should -Be x
    }

    It 'the module takes processes and threads mixed' {
        $mixed = [pscustomobject] @{ ProcessId = 4 }, [pscustomobject] @{ ProcessId = 4872; ThreadId = 10276 } | Get-KernelThread @on
        @($mixed | Where-Object ProcessId -EQ 4872) | Should -HaveCount 1
        @($mixed | Where-Object ProcessId -EQ 4).Count | Should -Be @(Get-KernelThread -Id 4 @on).Count
        $crossed = [pscustomobject] @{ ProcessId = 4872; ThreadId = 8288 }, [pscustomobject] @{ ProcessId = 4; ThreadId = 10276 }
        $crossed | Get-KernelThread @on -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        @($failures | ForEach-Object FullyQualifiedErrorId) | Should -Be @('ThreadNotFound,Get-KernelThread', 'ThreadNotFound,Get-KernelThread')
        @(Get-KernelThread -Id 4872 -ThreadId 10276, 10292 @on) | Should -HaveCount 2
    }

    It 'the module finds the machine of threads in the threads' {
        @(Get-KernelThread w3wp -State Wait @on | Select-Object -First 3 | Get-KernelThread) | Should -HaveCount 3
    }

    It 'the module refuses threads of a second machine' {
        $threads = [pscustomobject] @{ ProcessId = 4872; ThreadId = 10276; Machine = 'simulated:w3wp-oplock' },
        [pscustomobject] @{ ProcessId = 4872; ThreadId = 10292; Machine = 'simulated:windows-11' } | Get-KernelThread -ErrorAction SilentlyContinue -ErrorVariable failures
        @($threads | ForEach-Object { "$($_.ThreadId) $($_.Machine)" }) | Should -Be '10276 simulated:w3wp-oplock'
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'InvalidRequest,Get-KernelThread'
        $failures[0].TargetObject.ThreadId | Should -Be 10292
    }

    It 'a capture empties the variable of verdicts at its beginning' {
        $values = (Invoke-Script '$v = ''old''; @() | New-TriageDump $folder -VerdictVariable v -ErrorAction SilentlyContinue; "$($v.GetType().Name) $($v.Count)"' -Variable @{ folder = New-Folder }).Output
        $values | Should -BeExactly 'List`1 0'
    }

    It 'the variable of verdicts has the threads of every dump that was given, also when no more are taken' {
        $dumps = @(Get-KernelThread w3wp -State Wait @on | New-TriageDump (New-Folder) -VerdictVariable verdicts | Select-Object -First 2)
        $given = @($dumps.Threads.ThreadId)
        $given.Count | Should -BeGreaterThan 10
        @($given | Where-Object { @($verdicts.ThreadId) -notcontains $_ }) | Should -HaveCount 0
    }

    It 'the module writes one error for a thread on a drive that is not there' {
        $run = Invoke-Script '[pscustomobject] @{ Path = ''Nowhere:\a.dmp''; ThreadId = 1; Address = ''0xffffe00000001000'' } | Get-KernelStack'
        $run.Error | Should -HaveCount 1
        $run.Error[0].FullyQualifiedErrorId | Should -BeExactly 'InvalidPath,Get-KernelStack'
    }
}
