BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    # 300 threads, of which six cannot be captured: one is wedged, two exit, one is replaced, one protected, one has no address.
    $faulty = @{ Machine = 'simulated:w3wp-faults' }
    $worker = 4872
}

Describe 'New-TriageDump -VerdictVariable' -Tag Simulated {
    BeforeAll {
        # Every thread has exactly one verdict.
        function Assert-Complete($Verdicts) {
            $Verdicts | Should -HaveCount 300
            @($Verdicts.ThreadId | Sort-Object -Unique) | Should -HaveCount 300
        }
    }

    It 'New-TriageDump -VerdictVariable is complete when Select-Object stops the pipeline after the first dump' {
        $dump = New-TriageDump -Id $worker -Destination (New-Folder) @faulty -VerdictVariable verdict -ErrorAction SilentlyContinue |
            Select-Object -First 1
        Assert-Complete $verdict
        @($verdict | Where-Object Verdict -EQ Captured).Count | Should -BeGreaterOrEqual $dump.ThreadCount
        # Threads that the cancelled capture did not reach have that verdict.
        @($verdict | Where-Object Verdict -EQ NotAttempted).Count | Should -BeGreaterThan 0
    }

    It 'New-TriageDump -VerdictVariable is complete when the pipeline is stopped, as by Ctrl+C' {
        $kept = [System.Collections.Generic.List[object]]::new()
        $variable = @{ folder = New-Folder; faulty = $faulty; kept = $kept }
        $run = Invoke-Script -Variable $variable -StopAtFirst Output @'
            try { New-TriageDump -Id 4872 -Destination $folder -MaxThreadsPerDump 1 @faulty -VerdictVariable verdict -ErrorAction SilentlyContinue }
            finally { foreach ($thread in $verdict) { $kept.Add($thread) } }
'@
        $run.State | Should -Be Stopped
        Assert-Complete $kept
        $captured = @($kept | Where-Object Verdict -EQ Captured)
        $captured | Should -HaveCount @(Get-FileName $variable.folder *.dmp).Count
    }

    It 'New-TriageDump -VerdictVariable is complete with -ErrorAction Stop, and every dump has been made and written before the error' {
        $folder = New-Folder
        $failure = $null
        try { $null = New-TriageDump -Id $worker -Destination $folder @faulty -VerdictVariable verdict -OutVariable dumps -ErrorAction Stop }
        catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -BeLike '*,New-TriageDump'
        Assert-Complete $verdict
        @($verdict | Where-Object Verdict -EQ Captured) | Should -HaveCount 294
        ($dumps | Measure-Object ThreadCount -Sum).Sum | Should -Be 294
        Get-FileName $folder *.dmp | Should -HaveCount $dumps.Count
    }

    It 'New-TriageDump -VerdictVariable lets a script with ErrorActionPreference Stop go on with -ErrorAction Continue' {
        $run = Invoke-Script -Variable @{ folder = New-Folder; faulty = $faulty } @'
            $ErrorActionPreference = 'Stop'
            $dumps = New-TriageDump -Id 4872 -Destination $folder @faulty -ErrorAction Continue -VerdictVariable verdict
            ($dumps | Measure-Object ThreadCount -Sum).Sum
            $verdict.Count
'@
        $run.State | Should -Be Completed
        $run.Output | Should -Be @(294, 300)
        # Five threads by their verdict, and the one without an address.
        $run.Error | Should -HaveCount 6
    }

    It 'New-TriageDump -VerdictVariable with a plus sign adds to what the variable holds' {
        $threads = Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock | Select-Object -First 3
        $kept = @('before')
        $null = $threads[0] | New-TriageDump (New-Folder) -VerdictVariable +kept
        $null = $threads[1, 2] | New-TriageDump (New-Folder) -VerdictVariable +kept
        $kept | Should -HaveCount 4
        $kept[0] | Should -Be before
        $kept[1..3].ThreadId | Should -Be $threads.ThreadId
        $null = $threads[0] | New-TriageDump (New-Folder) -VerdictVariable +new
        $new | Should -HaveCount 1
        $null = $threads[0] | New-TriageDump (New-Folder) -VerdictVariable kept
        $kept | Should -HaveCount 1
    }
}

Describe 'Test-KernelDumpReadiness -Quiet' -Tag Simulated {
    It 'Test-KernelDumpReadiness -Quiet answers by a Boolean, and by nothing else' {
        $ready = Test-KernelDumpReadiness -Machine simulated:windows-11 -Quiet
        $ready | Should -BeOfType bool
        $ready | Should -BeTrue
        Test-KernelDumpReadiness -Machine simulated:not-elevated -Quiet | Should -BeFalse
    }

    It 'Test-KernelDumpReadiness -Quiet is false where the destination is not there' {
        Test-KernelDumpReadiness -Machine simulated:windows-11 -Destination ./not-there -Quiet -ErrorAction SilentlyContinue |
            Should -BeFalse
    }
}
