BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $WarningPreference = 'SilentlyContinue'
    $folder = New-Folder
    $live = [System.IO.Path]::Combine($folder, 'deadlock.dmp')
    $null = New-LiveKernelDump -Path $live -Machine simulated:deadlock -Confirm:$false
    $null = Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock | Where-Object { $_.Ordinal -lt 28 } |
        New-TriageDump -Destination $folder -FileName 'w3wp_{batch}' -MaxThreadsPerDump 14
    $set = [System.IO.Path]::Combine($folder, 'w3wp_*.dmp')
}

Describe 'Get-KernelWaitChain' -Tag Simulated {
    It 'Get-KernelWaitChain gives a deadlock as one typed object with its cycle, statements and stacks' {
        $chain = @(Get-KernelWaitChain -LiteralPath $live -Deadlock)
        $chain | Should -HaveCount 1
        $chain[0].PSTypeNames[0] | Should -Be 'KernelTriage.WaitChain'
        $chain[0].IsDeadlock | Should -Be $true
        $chain[0].Headline | Should -Match '^Deadlock between 2 threads: thread \d+ holds'
        $chain[0].Cycle | Should -HaveCount 2
        $chain[0].Cycle[0].PSTypeNames[0] | Should -Be 'KernelTriage.WaitCycleStep'
        $chain[0].Stacks[0].Frames.Count | Should -BeGreaterThan 3
    }

    It 'Get-KernelWaitChain joins the waiters of one lock over the dumps of a set, which come from the pipeline' {
        $chains = @(Get-ChildItem $set | Get-KernelWaitChain)
        $chains[0].Paths.Count | Should -BeGreaterThan 1
        $alone = @(Get-ChildItem $set | ForEach-Object { (Get-KernelWaitChain -LiteralPath $_.FullName)[0].ThreadCount })
        $chains[0].ThreadCount | Should -Be ($alone | Measure-Object -Sum).Sum
        $chains[0].Links[0].PSTypeNames[0] | Should -Be 'KernelTriage.WaitChainLink'
    }

    It 'Get-KernelWaitChain explains live threads without a file' {
        $chains = @(Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock | Where-Object { $_.Ordinal -lt 14 } | Get-KernelWaitChain -Top 1)
        $chains | Should -HaveCount 1
        $chains[0].Paths | Should -HaveCount 0
        $chains[0].LongestWait | Should -BeGreaterThan ([timespan]::FromMinutes(1))
    }

    It 'Get-KernelWaitChain captures what holds live threads up when -CaptureBlocker asks for it' {
        $threads = Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock | Where-Object { $_.Ordinal -lt 14 }
        @($threads | Get-KernelWaitChain -Top 1 -CaptureBlocker) | Should -HaveCount 1
        { Get-KernelWaitChain -LiteralPath $live -CaptureBlocker } | Should -Throw -ErrorId 'InvalidRequest*'
    }

    It 'Get-KernelWaitChain -CaptureBlocker finds the thread that holds the lock of live threads' {
        $threads = Get-KernelThread -Name w3wp -Machine simulated:stored-locks | Where-Object WaitReason -EQ WrResource |
            Select-Object -First 3
        $without = @($threads | Get-KernelWaitChain)
        $without[0].RootKind | Should -Be 'OwnerNotInDump'
        $holder = @($without[0].MissingThreads)
        $holder | Should -HaveCount 1
        $chain = @($threads | Get-KernelWaitChain -CaptureBlocker)
        $chain[0].RootKind | Should -Be 'PendingIo'
        $chain[0].RootThread.ThreadId | Should -Be $holder[0].ThreadId
        $chain[0].MissingThreads | Should -HaveCount 0
        $dump = @($holder | New-TriageDump -Destination (New-Folder) -Machine simulated:stored-locks)
        $dump[0].Threads.ThreadId | Should -Be $holder[0].ThreadId
    }

    It 'threads of a chain can be piped to New-TriageDump, which names the command where only an address is known' {
        $target = New-Folder
        $thread = @(Get-ChildItem $set | Get-KernelWaitChain)[0].Threads[0]
        $dump = @($thread | New-TriageDump -Destination $target -Machine simulated:w3wp-oplock)
        $dump[0].Threads.ThreadId | Should -Be $thread.ThreadId
        $missing = [pscustomobject] @{ Address = '0xffffa38000001000'; InDump = $false }
        $missing | New-TriageDump -Destination $target -Machine simulated:w3wp-oplock -ErrorVariable refused -ErrorAction SilentlyContinue
        "$($refused[0])" | Should -Match 'by its address alone'
        "$($refused[0].ErrorDetails.RecommendedAction)" | Should -Match "ObjectAddress -eq '0xffffa38000001000'"
    }

    It 'Get-KernelWaitChain warns of the causes that a limit leaves out' {
        $null = Get-KernelWaitChain -Path $set -Top 1 -WarningVariable warnings -WarningAction SilentlyContinue
        ($warnings -join ' ') | Should -Match 'more chains are not shown'
    }

    It 'Get-KernelWaitChain draws the answer in words, in 80 columns' {
        $text = (Invoke-Script 'Get-KernelWaitChain -LiteralPath $live -Deadlock' -Variable @{ live = $live } -Render).Text
        $text | Should -Match 'Cause 1: \d+ threads of \d+'
        $text | Should -Match 'Deadlock between 2 threads'
        @($text -split '\r?\n' | Where-Object { $_.Length -gt 81 }) | Should -HaveCount 0
    }

    It 'Get-KernelWaitChain refuses a signature file that is none, by its name' {
        $file = [System.IO.Path]::Combine($folder, 'bad.json')
        Set-Content -LiteralPath $file -Value '{}'
        { Get-KernelWaitChain -LiteralPath $live -SignaturePath $file } | Should -Throw -ErrorId 'InvalidRequest*'
    }
}
