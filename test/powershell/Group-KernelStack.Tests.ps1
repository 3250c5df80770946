BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $folder = New-Folder
    $null = Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock | Where-Object { $_.Ordinal -lt 28 } | New-TriageDump -Destination $folder -MaxThreadsPerDump 14
    $stacks = Get-KernelDump ([System.IO.Path]::Combine($folder, '*.dmp')) | Get-KernelStack
}

Describe 'Group-KernelStack' -Tag Simulated {
    It 'Group-KernelStack groups the stacks of dumps, the most frequent first' {
        $groups = @($stacks | Group-KernelStack)
        ($groups | Measure-Object Count -Sum).Sum | Should -Be 28
        $groups[0].PSTypeNames[0] | Should -BeExactly 'KernelTriage.StackGroup'
        $groups[0].Stack | Should -Contain 'rdbss!_RxAcquireFcb+0x254'
        # .Count of an array would be its own.
        $counts = @(foreach ($group in $groups) { $group.Count })
        $counts | Should -Be @($counts | Sort-Object -Descending)
    }

    It 'Group-KernelStack groups by address, image and innermost frames as ktriage does' {
        $symbol, $address, $image, $top = foreach ($by in 'Symbol', 'Address', 'Module', 'Top') { @($stacks | Group-KernelStack -By $by -Top 1).Count }
        $address | Should -BeGreaterOrEqual $symbol
        $image | Should -BeLessThan $symbol
        $top | Should -Be 1
    }

    It 'Group-KernelStack shows in one line what the threads of a group wait for, and since when' {
        $group = @($stacks | Group-KernelStack)[0]
        $group.Overview | Should -Match "^$($group.Count) threads: rdbss!_RxAcquireFcb\+0x254, waiting for resource "
        $group.WaitingFor[0] | Should -Match '^resource '
        $group.LongestWait | Should -BeGreaterThan ([timespan]::FromMinutes(1))
        $group.LongestWait | Should -Be ($group.Threads | Sort-Object WaitTime -Descending)[0].WaitTime
        $group.Evidence | Should -BeIn 'Memory', 'Derived', 'Guess'
        ($group | Out-String) | Should -Match 'waiting for resource'
    }

    It 'groups stacks whose waits were not looked for' {
        $groups = @(Get-KernelDump ([System.IO.Path]::Combine($folder, '*.dmp')) | Get-KernelStack -IncludeWait:$false | Group-KernelStack)
        $groups[0].Overview | Should -Match '^\d+ threads: \S+$'
        $groups[0].WaitingFor | Should -HaveCount 0
        $groups[0].LongestWait | Should -BeNullOrEmpty
    }

    It 'Group-KernelStack -Tree merges stacks into one tree, the answer first' {
        $tree = $stacks | Group-KernelStack -Tree
        $tree.PSTypeNames[0] | Should -BeExactly 'KernelTriage.StackTree'
        $tree.ThreadCount | Should -Be 28
        $tree.Answer[0] | Should -Match '^\d+ threads: rdbss!_RxAcquireFcb'
        ($tree.Nodes | Where-Object Depth -EQ 0 | Measure-Object Count -Sum).Sum | Should -Be 28
        @($tree.Nodes | ForEach-Object { $_.ThreadIds }) | Sort-Object | Should -Be @($stacks.ThreadId | Sort-Object)
        $lines = @($tree | Out-String -Width 500 -Stream)
        $lines[0..1] -join '' | Should -Match 'rdbss!_RxAcquireFcb'
        ($lines -join "`n") | Should -Match 'threads 10368, '
        ($lines -join "`n") | Should -Match "$([char] 0x2514)$([char] 0x2500)"
    }
}
