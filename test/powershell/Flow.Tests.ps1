# What one cmdlet gives, or anything with the same properties, goes into the next one.
BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $on = @{ Machine = 'simulated:w3wp-oplock' }
    $folder = New-Folder
    $dump = (Get-KernelThread w3wp @on -WaitReason WrResource | Select-Object -First 4 | New-TriageDump $folder -FileName 'a[1]').Path
    $threads = @(Get-KernelDumpThread -LiteralPath $dump)
}

Describe 'Objects that flow' -Tag Simulated {
    It 'the threads of a dump go into Get-KernelDumpMemory, and their addresses into Resolve-KernelSymbol' {
        $memory = @($threads | Get-KernelDumpMemory -Length 16)
        # An array has a method Address of its own.
        $memory | ForEach-Object Address | Should -Be @($threads | ForEach-Object Address)
        $memory[0].Path | Should -Be $dump
        $frames = @(Get-KernelStack -LiteralPath $dump -ThreadId $threads[0].ThreadId)[0].Frames
        $named = @($frames | Resolve-KernelSymbol -LiteralPath $dump)
        $named | ForEach-Object Address | Should -Be @($frames | ForEach-Object Address)
        @($frames | ForEach-Object Address | Resolve-KernelSymbol -LiteralPath $dump).Text | Should -Be $named.Text
        @($threads | Select-Object -First 2 | Resolve-KernelSymbol | ForEach-Object Address) | Should -Be $threads[0].Address, $threads[1].Address
        # Of a stack the frames are meant, also of its copy from a file.
        $stack = Get-KernelStack -LiteralPath $dump -ThreadId $threads[0].ThreadId
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($stack, 3))
        foreach ($one in $stack, $copy) {
            @($one | Resolve-KernelSymbol).Text | Should -Be $named.Text
            @($one | Resolve-KernelSymbol -LiteralPath $dump).Text | Should -Be $named.Text
        }
    }

    It 'an object with a Path goes into every reader, and its Path is the name of one file' {
        $readers = @(Get-Command -Module KernelTriage -Verb Get | Where-Object { $_.Parameters.ContainsKey('LiteralPath') -and $_.Name -notin 'Resolve-KernelSymbol', 'Get-KernelDumpMemory', 'Get-KernelType' })
        $readers.Count | Should -BeGreaterThan 8
        # Five kinds of objects, each with a file of its own, so that one pipeline reads them all.
        $files = @(foreach ($name in 'b[1]', 'c[1]', 'd[1]', 'e[1]', 'f[1]') {
                $copy = [System.IO.Path]::Combine($folder, "$name.dmp")
                [System.IO.File]::Copy($dump, $copy)
                $copy
            })
        $objects = [pscustomobject] @{ Path = $files[0] }, (Get-KernelDump -LiteralPath $files[1] | Select-Object Path), (Get-Item -LiteralPath $files[2]), [pscustomobject] @{ PSPath = $files[3] }, [WildcardPattern]::Escape($files[4])
        $records = @{}
        foreach ($reader in $readers.Name) {
            $records[$reader] = @(& $reader -LiteralPath $files -WarningAction SilentlyContinue).Count
            @($objects | & $reader -WarningAction SilentlyContinue).Count | Should -Be $records[$reader] -Because $reader
        }
        $records['Get-KernelDump'] | Should -Be 5
        $records['Get-KernelDumpThread'] | Should -Be 20
        $file = [pscustomobject] @{ Path = $dump }
        ($file | Get-KernelType nt!_KTHREAD -ErrorAction Ignore).Path | Should -BeIn $dump, $null
        ($file | Get-KernelDumpMemory -Address $threads[0].Address -Length 8).Path | Should -Be $dump
        ($file | Resolve-KernelSymbol -Address $threads[0].Address).Path | Should -Be $dump
    }

    It 'locks, requests and processes of a dump go into Get-KernelStack, which gives those of their threads' {
        $ErrorActionPreference = 'Stop'
        $own = @{ LiteralPath = $dump; WarningAction = 'SilentlyContinue' }
        $lock = @(Get-KernelLock @own)[0]
        @($lock | Get-KernelStack).ThreadId | Sort-Object | Should -Be (@($lock.Waiters.Thread.ThreadId) | Sort-Object)
        @(Get-KernelDumpProcess @own | Get-KernelStack).Count | Should -Be 4
        foreach ($request in Get-KernelPendingIo @own | Where-Object ThreadId) { ($request | Get-KernelStack).ThreadId | Should -Be $request.ThreadId }
        { [pscustomobject] @{ Path = $dump; Owners = @(); Waiters = @() } | Get-KernelStack } | Should -Throw '*no owner and no waiter*'
    }

    It 'names and ids as text go into Get-KernelThread' {
        $all = @(Get-KernelThread w3wp @on -Snapshot).Count
        @('w3wp' | Get-KernelThread @on -Snapshot).Count | Should -Be $all
        @('4872' | Get-KernelThread @on -Snapshot).Count | Should -Be $all
        @(4872 | Get-KernelThread @on -Snapshot).Count | Should -Be $all
        @(@() | Get-KernelThread @on -Snapshot).Count | Should -Be 0
    }

    It 'a process that is not there is one error, also for its threads' {
        [pscustomobject] @{ ProcessId = 999996; ThreadId = 5 } | Get-KernelThread @on -ErrorAction SilentlyContinue -ErrorVariable failures
        @($failures.FullyQualifiedErrorId) | Should -Be 'ProcessNotFound,Get-KernelThread'
        Get-KernelThread nosuch -ThreadId 5 @on -ErrorAction SilentlyContinue -ErrorVariable failures
        @($failures.FullyQualifiedErrorId) | Should -Be 'ProcessNotFound,Get-KernelThread'
        Get-KernelThread -Id 999996, 4872 -ThreadId 5 @on -ErrorAction SilentlyContinue -ErrorVariable failures
        @($failures.FullyQualifiedErrorId) | Should -Be @('ProcessNotFound,Get-KernelThread', 'ThreadNotFound,Get-KernelThread')
        { Get-KernelThread -ThreadId 5 @on } | Should -Throw '*no thread 5 on simulated:w3wp-oplock*'
        @([pscustomobject] @{ Name = 'lsass' } | Get-KernelThread @on).Count | Should -BeGreaterThan 0
    }

    It '<_> refuses an object without a path by its type' -ForEach 'Get-KernelDump', 'Get-KernelDumpThread', 'Get-KernelDumpProcess', 'Get-KernelDebuggerCommand' {
        { @{ a = 1 } | & $_ } | Should -Throw '*Hashtable has no path of a dump*' -ErrorId "InvalidRequest,$_"
    }

    It 'the readers of threads filter by name, state, wait reason and id' {
        $own = @{ LiteralPath = $dump }
        @(Get-KernelDumpThread @own -Name w3wp -State Wai* -WaitReason Wr*).Count | Should -Be 4
        @(Get-KernelDumpThread @own -Name other).Count | Should -Be 0
        (Get-KernelDumpThread @own -ThreadId $threads[1].ThreadId).Address | Should -Be $threads[1].Address
        @(Get-KernelStack @own -WaitReason WrResource, WrQueue -State Wait).Count | Should -Be 4
        @(Get-KernelWait @own -WaitReason WrRes* -WarningAction SilentlyContinue).Count | Should -Be 4
        @(Get-KernelWait @own -Name w3wp.exe -ThreadId $threads[0].ThreadId -WarningAction SilentlyContinue).Count | Should -Be 1
        $reasons = @(Get-KernelThread w3wp @on -WaitReason WrRes*, WrQ* -Snapshot | ForEach-Object WaitReason | Sort-Object -Unique)
        $reasons | Should -Be WrQueue, WrResource
    }

    It 'a thread id that is not there is an error that names it' {
        $ErrorActionPreference = 'Continue'
        foreach ($run in { Get-KernelThread w3wp @on -ThreadId 10276, 7 -Snapshot }, { Get-KernelDumpThread -LiteralPath $dump -ThreadId $threads[0].ThreadId, 7 }, { Get-KernelStack -LiteralPath $dump -ThreadId $threads[0].ThreadId, 7 },
            { Get-KernelWait -LiteralPath $dump -ThreadId $threads[0].ThreadId, 7 -WarningAction SilentlyContinue }, { Get-KernelThread w3wp @on -ThreadId $threads[0].ThreadId | Get-KernelWait -ThreadId $threads[0].ThreadId, 7 -WarningAction SilentlyContinue }) {
            $found = @(& $run 2>&1)
            $records = @($found | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
            $records | Should -HaveCount 1
            $records[0].FullyQualifiedErrorId | Should -Match '^ThreadNotFound,'
            $records[0].TargetObject | Should -Be 7
            @($found).Count | Should -Be 2
        }
        $records = @(Get-KernelPendingIo -LiteralPath $dump -ThreadId $threads[0].ThreadId, 7 -WarningAction SilentlyContinue 2>&1)
        @($records | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }).TargetObject | Should -Be 7
    }

    It 'New-TriageDump -Name selects processes, and explains its old meaning' {
        $place = New-Folder
        $plan = @(New-TriageDump $place -Name w3wp @on -WhatIf)
        ($plan.ProcessId | Sort-Object -Unique) | Should -Be 4872
        { New-TriageDump $place -Name nobody @on -WhatIf } | Should -Throw -ErrorId 'ProcessNotFound,New-TriageDump'
        foreach ($run in { Get-KernelThread w3wp @on | New-TriageDump $place -Name 'mine' }, { New-TriageDump $place -Name '{process}' -Machine simulated:w3wp-oplock }, { New-TriageDump $place -Id 4872 -Name '{tid}' @on }) {
            { & $run } | Should -Throw '*-Name selects processes*the template for the names of files is -FileName*'
        }
        Get-FileName $place | Should -HaveCount 0
    }

    It 'a message names an object by its type and ids, and not by all of it' {
        $thread = @(Get-KernelThread w3wp @on)[0] | Select-Object Machine, StartAddress, State, Win32StartAddress, ComputerName, UserStack, Access, SessionId, ProcessName, Priority
        foreach ($run in { $thread | New-TriageDump $folder }, { $thread | Get-KernelStack }, { $thread | Resolve-KernelSymbol -LiteralPath $dump }) {
            $failure = { & $run } | Should -Throw -PassThru
            $failure.FullyQualifiedErrorId | Should -Match '^InvalidRequest,'
            "$failure".Length | Should -BeLessThan 200
            "$failure" | Should -Not -Match '@\{'
        }
    }
}

Describe 'Views of what is not a table' -Tag Simulated {
    BeforeAll {
        $stacks = @(Get-KernelStack -LiteralPath $dump)
        function Show([object[]] $Objects, [string] $As = 'Out-Default', [int] $Width = 80) {
            $text = if ($As -eq 'Format-Table') { $Objects | Format-Table | Out-String -Width $Width } else { $Objects | Out-String -Width $Width }
            return @($text -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ })
        }
    }

    It 'stacks, groups and chains are tables of <_> characters for Format-Table' -ForEach 80, 88 {
        $groups = @($stacks | Group-KernelStack)
        $chains = @(Get-KernelWaitChain -LiteralPath $dump -WarningAction SilentlyContinue)
        $chains.Count | Should -BeGreaterThan 0
        foreach ($case in @(, $stacks), @(, $groups), @(, $chains)) {
            $lines = Show $case[0] -As Format-Table -Width $_
            $lines | Where-Object { $_ -match 'System\.Object|@\{|^\s*\.\.\.$' } | Should -BeNullOrEmpty
            ($lines | ForEach-Object Length | Measure-Object -Maximum).Maximum | Should -BeLessOrEqual $_
            $lines.Count | Should -BeGreaterThan 2
        }
        (Show $stacks -As Format-Table)[0] | Should -Match '^ThreadId State +Frame +Waits for$'
        (Show $groups -As Format-Table)[0] | Should -Match '^Count Frame +Waits for +Threads$'
    }

    It 'stacks and groups that come after another type show their most useful properties, and no inner object whole' {
        foreach ($object in $stacks[0], ($stacks | Group-KernelStack | Select-Object -First 1)) {
            $lines = Show @($threads[0], $object)
            $lines -match '@\{|System\.Object' | Should -BeNullOrEmpty
            $lines -match [regex]::Escape($object.TellingFrame) | Should -Not -BeNullOrEmpty
        }
    }

    It 'a list marks times as UTC' {
        (Show (Get-KernelThread w3wp @on | Select-Object -First 1 | Format-List)) -match '^CreateTime +: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$' | Should -HaveCount 1
    }
}
