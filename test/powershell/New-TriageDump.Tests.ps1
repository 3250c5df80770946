BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $unix = -not (Test-Windows)
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $on = @{ Machine = 'simulated:w3wp-oplock' }
    $waiting = @{ Name = 'w3wp'; State = 'Wait' } + $on
}

Describe 'New-TriageDump' -Tag Simulated {
    It 'New-TriageDump captures what the pipeline selects, and verifies each thread' {
        $folder = New-Folder
        $threads = Get-KernelThread @waiting | Select-Object -First 20
        $messages, $dumps = ($threads | New-TriageDump -Destination $folder -VerdictVariable verdicts -Verbose 4>&1).
            Where({ $_ -is [System.Management.Automation.VerboseRecord] }, 'Split')
        $dumps.Count | Should -BeGreaterThan 1
        foreach ($dump in $dumps) {
            $dump.PSTypeNames[0] | Should -BeExactly 'KernelTriage.TriageDump'
            $dump.Verified, $dump.Simulated, $dump.ProcessId | Should -Be @($true, $true, 4872)
            Get-FileName $folder | Should -Contain ([System.IO.Path]::GetFileName($dump.Path))
        }
        $dumps.Threads.ThreadId | Should -Be $threads.ThreadId
        $verdicts | Should -HaveCount 20
        $verdicts | Where-Object Verdict -NE Captured | Should -BeNullOrEmpty
        $dumps[0].Threads[0].PSTypeNames[0] | Should -BeExactly 'KernelTriage.CapturedThread'
        @($messages | ForEach-Object { "$_" }) | Should -Contain "w3wp.exe (4872): 20 of 20 threads in $($dumps.Count) dumps"
    }

    It 'New-TriageDump captures whole processes by id' {
        $folder = New-Folder
        $dumps = @(New-TriageDump -Pid 4872 -Destination $folder @on -VerdictVariable verdicts -ErrorAction SilentlyContinue)
        $verdicts.Count | Should -Be 300
        ($dumps | Measure-Object ThreadCount -Sum).Sum | Should -BeGreaterThan 200
        Get-FileName $folder *.dmp | Should -HaveCount $dumps.Count
    }

    It 'New-TriageDump takes a process of Get-Process' {
        # This very PowerShell is no process of the simulated machine.
        Get-Process -Id $PID | New-TriageDump -Destination (New-Folder) @on -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[-1].CategoryInfo.Category | Should -Be ObjectNotFound
    }

    It 'New-TriageDump reports each thread that is in no dump, with the thread as the target' {
        $threads = @(Get-KernelThread @waiting | Select-Object -First 2)
        $threads[0].CreateTimeRaw = '1'
        $threads[1].ThreadId = 123456789
        $threads | New-TriageDump (New-Folder) -ErrorVariable failures -ErrorAction SilentlyContinue -VerdictVariable verdicts
        $failures.FullyQualifiedErrorId | Should -Contain 'IdentityReplaced,New-TriageDump'
        $failures.FullyQualifiedErrorId | Should -Contain 'ThreadNotFound,New-TriageDump'
        foreach ($failure in $failures) { $failure.TargetObject.Verdict | Should -Not -BeNullOrEmpty }
        $verdicts | Should -HaveCount 2
    }

    It 'New-TriageDump writes the plan with -WhatIf, and touches nothing' {
        $folder = New-Folder
        $run = Invoke-Script 'Get-KernelThread @waiting | New-TriageDump $folder -WhatIf' -Variable @{ waiting = $waiting; folder = $folder }
        $run.Error | Should -HaveCount 0
        $run.Output.Count | Should -BeGreaterThan 10
        $run.Output[0].PSTypeNames[0] | Should -BeExactly 'KernelTriage.TriagePlan'
        $run.Output[0].ProcessId, $run.Output[0].Batch | Should -Be @(4872, 1)
        $run.Text | Should -Match '(?s)What if: .*capture kernel stacks.*\d+ threads of w3wp\.exe \(4872\)'
        Get-FileName $folder | Should -HaveCount 0
    }

    It 'New-TriageDump takes threads that came through a remote session' {
        $back = Get-KernelThread @waiting | Select-Object -First 3 | ForEach-Object {
            [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_))
        }
        $back[0].PSTypeNames | Should -Contain 'Deserialized.KernelTriage.Thread'
        $back[0].WaitTime | Should -BeOfType timespan
        ($back | New-TriageDump (New-Folder)).ThreadCount | Should -Be 3
    }

    It 'New-TriageDump refuses a thread of another computer' {
        $folder = New-Folder
        $thread = Get-KernelThread @waiting | Select-Object -First 1
        $thread.ComputerName = 'ELSEWHERE'
        $thread | New-TriageDump $folder -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.Count | Should -BeGreaterThan 0
        Get-FileName $folder *.dmp | Should -HaveCount 0
    }

    It 'New-TriageDump has tables for dumps, verdicts and plans' {
        $text = (Invoke-Script -Render -Variable @{ waiting = $waiting; folder = New-Folder } {
                $t = Get-KernelThread @waiting | Select-Object -First 3
                $t | New-TriageDump $folder -WhatIf | Out-Default
                $t | New-TriageDump $folder -VerdictVariable v | Out-Default
                $v | Out-Default
            }).Text
        $text | Should -Match 'Planned for process: w3wp\.exe \(4872\) on simulated:w3wp-oplock\n\nBatch Threads Path'
        $text | Should -Match 'Dumps of process: w3wp\.exe \(4872\) on simulated:w3wp-oplock, in \S+\n\nBatch +Threads Verified +KB +ms File\n.*\n +1 +3 of 3 True +\d+ +[\d.]+ w3wp_\S+\.dmp\n'
        $text | Should -Match 'ThreadId Verdict +Tries ObjectAddress +Dump or reason\n.*\n +\d+ Captured +1 0xffff\w+ w3wp'
    }

    It 'New-TriageDump leaves complete dumps and no partial file when it is stopped' {
        $folder = New-Folder
        $run = Invoke-Script 'New-TriageDump -Id 4872 -Destination $folder -MaxThreadsPerDump 1 @on' -Variable @{ folder = $folder; on = $on } -StopAtFirst Output
        $run.State | Should -Be Stopped
        $files = Get-FileName $folder
        $files.Count | Should -BeGreaterThan 0
        $files | Where-Object { $_ -notmatch '\.(dmp|json)$' } | Should -BeNullOrEmpty
        @(Get-KernelDump "$folder/*.dmp").Complete | Sort-Object -Unique | Should -Be $true
    }

    It 'New-TriageDump answers <What> with one typed error' -TestCases @(
        @{ What = 'an empty pipeline'; Script = { @() | New-TriageDump . }; Id = 'EmptySelection'; Category = 'InvalidArgument' }
        @{ What = 'an object that is no thread'; Script = { 'x' | New-TriageDump . }; Id = 'InvalidRequest'; Category = 'InvalidArgument' }
        @{ What = 'a destination that is not there'; Script = { $one | New-TriageDump ./not-there }; Id = 'DestinationNotFound'; Category = 'ObjectNotFound' }
        @{ What = 'a destination that is a file'; Script = { $one | New-TriageDump $file }; Id = 'DestinationNotAFolder'; Category = 'InvalidArgument' }
        @{ What = 'a destination that is no path of files'; Script = { $one | New-TriageDump variable:x }; Id = 'InvalidRequest'; Category = 'InvalidArgument' }
        @{ What = 'two machines'; Script = { $one | New-TriageDump . -Machine local }; Id = 'InvalidRequest'; Category = 'InvalidArgument' }
    ) {
        $folder = New-Folder
        $file = [System.IO.Path]::Combine($folder, 'file')
        [System.IO.File]::WriteAllText($file, 'here')
        $run = Invoke-Script "`$one = Get-KernelThread @waiting | Select-Object -First 1`n$Script" -Variable @{ waiting = $waiting; file = $file }
        $run.Output | Should -HaveCount 0
        $run.Error | Should -HaveCount 1
        $run.Error[0].FullyQualifiedErrorId | Should -BeExactly "$Id,New-TriageDump"
        $run.Error[0].CategoryInfo.Category | Should -Be $Category
        $run.Error[0].TargetObject | Should -Not -BeNullOrEmpty
        Get-FileName $folder | Should -Be file
    }

    It 'New-TriageDump does not overwrite a file without -Force' {
        $folder = New-Folder
        $one = Get-KernelThread @waiting | Select-Object -First 1
        $fixed = @{ Destination = $folder; FileName = 'fixed'; NoManifest = $true }
        ($one | New-TriageDump @fixed).Path | Should -Not -BeNullOrEmpty
        $one | New-TriageDump @fixed -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'FileExists,New-TriageDump'
        $failures[0].CategoryInfo.Category | Should -Be ResourceExists
        ($one | New-TriageDump @fixed -Force).Path | Should -Not -BeNullOrEmpty
        Get-FileName $folder | Should -Be fixed.dmp
    }

    # Tests may run as root, which may write to every folder but those in which the kernel itself makes the files.
    It 'New-TriageDump reports a destination that the user may not write to' -Skip:(-not $unix) {
        Get-KernelThread @waiting | Select-Object -First 1 | New-TriageDump /sys -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'DestinationNotWritable,New-TriageDump'
        $failures[0].CategoryInfo.Category | Should -Be PermissionDenied
    }
}
