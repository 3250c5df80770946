BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $WarningPreference = 'SilentlyContinue'
    $folder = New-Folder
    # The machine stands still but for the captures: nothing runs.
    $null = New-TriageDump -Id 5120 -Destination $folder -Machine simulated:deadlock -FileName still -Repeat 2 -Interval 0 -ComparisonVariable comparison `
        -VerdictVariable verdict -InformationVariable told
    $first = [System.IO.Path]::Combine($folder, 'still_r1.dmp')
    $second = [System.IO.Path]::Combine($folder, 'still_r2.dmp')
}

Describe 'Compare-KernelStack' -Tag Simulated {
    It 'New-TriageDump -Repeat captures twice and keeps what became of each thread in a variable' {
        @(Get-FileName $folder *.dmp) | Should -Be @('still_r1.dmp', 'still_r2.dmp')
        $comparison.Count | Should -BeGreaterThan 5
        $comparison[0].PSTypeNames[0] | Should -Be 'KernelTriage.ThreadComparison'
        @($comparison.Verdict | Sort-Object -Unique) | Should -Be @('Stuck')
        @($verdict | Where-Object Verdict -eq Captured).Count | Should -Be (2 * ($verdict.ThreadId | Sort-Object -Unique).Count)
        "$told" | Should -Match '^\d+ of \d+ threads stuck'
    }

    It 'Compare-KernelStack takes paths, dumps from the pipeline, and the threads of stacks' {
        $byPath = @(Compare-KernelStack -Reference $first -Difference $second)
        $byPath.Count | Should -Be $comparison.Count
        $piped = @(Get-KernelDump $second | Compare-KernelStack -Reference (Get-KernelDump $first))
        @($piped.ThreadId) | Should -Be @($byPath.ThreadId)
        $stack = @(Get-KernelStack $first | Where-Object ThreadId -eq $byPath[0].ThreadId)
        $one = @(Compare-KernelStack -Reference $stack -Difference $second -Verdict Stuck)
        @($one.ThreadId) | Should -Be @($byPath[0].ThreadId)
    }

    It 'Compare-KernelStack -Live looks at captured threads once more without a file' {
        $live = @(Compare-KernelStack -Reference $first -Live)
        $live.Count | Should -Be $comparison.Count
        @($live.DifferencePath | Where-Object { $_ }) | Should -HaveCount 0
        @(Get-FileName $folder *.dmp) | Should -HaveCount 2
    }

    It 'Compare-KernelStack takes live stacks and listed threads, which are in no file, for a side' {
        $threads = @(Get-KernelThread -Id 5120 -Machine simulated:deadlock -State Wait)
        $stacks = @($threads | Get-KernelStack)
        # The capture of the stacks ran the threads once each; no listing came after it.
        $live = @(Compare-KernelStack -Reference $stacks -Live -IncludeIdle)
        @($live.ThreadId | Sort-Object) | Should -Be @($threads.ThreadId | Sort-Object)
        @($live.Verdict | Sort-Object -Unique) | Should -Be @('Stuck')
        $live[0].Stack.Count | Should -BeGreaterThan 3
        # Two sides without a file, and a side with one.
        @(Compare-KernelStack -Reference $stacks -Difference @($threads | Get-KernelStack) -Verdict Stuck -IncludeIdle) | Should -HaveCount $threads.Count
        $mixed = @(Compare-KernelStack -Reference $threads -Difference $first)
        @($mixed | Where-Object ThreadId -in $comparison.ThreadId | ForEach-Object Verdict | Sort-Object -Unique) | Should -Be @('Stuck')
        # The text of a session, and of a file of JSON, is a bag of properties.
        $bags = $stacks | ConvertTo-Json -Depth 6 | ConvertFrom-Json
        @(Compare-KernelStack -Reference @($bags) -Live -Verdict Stuck -IncludeIdle) | Should -HaveCount $threads.Count
        $other = Get-KernelThread w3wp -Machine simulated:w3wp-oplock | Select-Object -First 2
        { Compare-KernelStack -Reference $other -Difference $second } | Should -Throw -ErrorId 'NotComparable*'
        { Compare-KernelStack -Reference @($other) -Difference $threads } | Should -Throw -ErrorId 'NotComparable*'
    }

    It 'Compare-KernelStack -Summary counts the verdicts' {
        $summary = @(Compare-KernelStack -Reference $first -Difference $second -Summary)
        $summary | Should -HaveCount 1
        $summary[0].StuckCount | Should -Be $comparison.Count
        ($summary[0].Counts | Where-Object Verdict -eq Stuck).Count | Should -Be $comparison.Count
        $summary[0].Counts[0].PSTypeNames[0] | Should -Be 'KernelTriage.VerdictCount'
    }

    It 'Compare-KernelStack draws its threads by verdict' {
        $text = (Invoke-Script 'Compare-KernelStack -Reference $first -Difference $second' -Variable @{ first = $first; second = $second } -Render).Text
        $text | Should -Match 'Threads: Stuck, filesync\.exe \(5120\) on simulated:deadlock'
        $text | Should -Match '(?s)ThreadId +WaitTime +Per s +Waiting for +Reason'
    }

    It 'Compare-KernelStack refuses what is no look, and looks in the wrong order' {
        { Compare-KernelStack -Reference (Get-Item $folder | Select-Object CreationTime) -Difference $second } | Should -Throw -ErrorId 'InvalidRequest*'
        { Compare-KernelStack -Reference $first -Difference $first } | Should -Throw -ErrorId 'InvalidRequest*'
        $other = Get-KernelThread w3wp -Machine simulated:w3wp-oplock | Select-Object -First 2 | New-TriageDump -Destination (New-Folder)
        { Compare-KernelStack -Reference $first -Difference $other } | Should -Throw -ErrorId 'NotComparable*'
    }
}
