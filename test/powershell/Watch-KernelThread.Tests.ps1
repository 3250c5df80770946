BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
}

Describe 'Watch-KernelThread' -Tag Simulated {
    It 'Watch-KernelThread gives typed events, and with -Once ends after the capture, which has its answer' {
        $folder = New-Folder
        $events = @(Watch-KernelThread w3wp -For 10 -Once -Capture -Destination $folder -MaxThreads 16 -Machine simulated:w3wp-oplock)
        $events.Event | Should -Be @('Started', 'Raised', 'Captured', 'Stopped')
        $events[1].PSTypeNames[0] | Should -Be 'KernelTriage.WatchEvent'
        $events[1].Threads[0].PSTypeNames[0] | Should -Be 'KernelTriage.WatchThread'
        $events[1].Threads[0].WaitTime | Should -BeGreaterThan ([timespan]::FromSeconds(10))
        $events[1].ThreadCount | Should -BeGreaterThan 200
        [System.IO.File]::ReadAllText($events[2].AnswerPath) | Should -Match 'threads wait for one lock'
        [System.IO.File]::ReadAllText($events[2].ReportPath) | Should -Match '^<!doctype html>'
        $events[2].Code | Should -BeNullOrEmpty
        @(Get-KernelDump -LiteralPath $events[2].DumpPaths).Count | Should -Be $events[2].DumpPaths.Count
    }

    It 'a script block decides over each thread as $_, in the scope of its script' {
        $reason = 'WrResource'
        $events = @(Watch-KernelThread w3wp -When { $_.WaitReason -eq $reason } -Count 200 -For 0 -Once -Machine simulated:w3wp-oplock)
        $events.Event | Should -Be @('Started', 'Raised', 'Stopped')
        $events[1].Condition | Should -Be 'Asked'
        $events[1].Threads.WaitReason | Select-Object -Unique | Should -Be 'WrResource'
    }

    It 'a script block that throws is one event, and the watch goes on to its end' {
        $events = @(Watch-KernelThread w3wp -When { throw 'no such thing' } -Interval 0.1 -Duration 1 -Machine simulated:w3wp-oplock)
        $events.Event | Should -Be @('Started', 'ConditionFailed', 'Stopped')
        $events[1].Message | Should -Match 'no such thing'
        $events[1].Code | Should -Be 'ConditionFailed'
    }

    It 'Watch-KernelThread ends when the pipeline has enough' {
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        (Watch-KernelThread w3wp -Machine simulated:w3wp-oplock | Select-Object -First 1).Event | Should -Be 'Started'
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 10
    }

    It 'Watch-KernelThread -WhatIf names what a watch would write, and begins none' {
        $folder = New-Folder
        $run = Invoke-Script -Variable @{ folder = $folder } { Watch-KernelThread w3wp -For 10 -Once -Capture -Destination $folder -Machine simulated:w3wp-oplock -WhatIf }
        $run.Output | Should -HaveCount 0
        $run.Text | Should -Match 'What if: .*capture threads into dumps in '
        Get-FileName $folder | Should -HaveCount 0
    }

    It 'what keeps a watch from beginning is an error' {
        { Watch-KernelThread w3wp -Capture -Machine simulated:idle } | Should -Throw -ErrorId 'InvalidRequest*'
        { Watch-KernelThread -Id 4000000 -Machine simulated:idle } | Should -Throw -ErrorId 'ProcessNotFound*'
        { Watch-KernelThread w3wp -When Count -Machine simulated:idle } | Should -Throw -ErrorId 'InvalidRequest*'
        { Watch-KernelThread w3wp -When { $true }, { $false } -Machine simulated:idle } | Should -Throw -ErrorId 'InvalidRequest*'
        { Watch-KernelThread w3wp -EventLog -Machine simulated:idle } | Should -Throw -ErrorId 'EventLogUnavailable*'
    }
}
