BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $on = @{ Machine = 'simulated:windows-11'; Confirm = $false }
    function New-File([string] $Name = 'live.dmp') { [System.IO.Path]::Combine((New-Folder), $Name) }
}

Describe 'New-LiveKernelDump' -Tag Simulated {
    It 'New-LiveKernelDump takes a verified dump that the pipeline reads back' {
        $file = New-File
        $dump = New-LiveKernelDump $file @on
        $dump.PSTypeNames[0] | Should -BeExactly 'KernelTriage.LiveDump'
        $dump.Verified, $dump.Partial, $dump.Scope, $dump.Simulated | Should -Be @($true, $false, 'Full', $true)
        $dump.Elapsed | Should -BeOfType timespan
        $dump.Checks[0].PSTypeNames[0] | Should -BeExactly 'KernelTriage.LiveCheck'
        ($dump | Get-KernelDump).Complete | Should -BeTrue
        Get-FileName (Split-Path $file) | Should -Be live.dmp
    }

    It 'New-LiveKernelDump names next steps that read this very file, whatever its name' {
        $dump = New-LiveKernelDump (New-File "live [1] o'clock.dmp") @on
        $steps = @($dump.NextSteps | Where-Object { $_ -match '^Get-Kernel' })
        $steps | Should -HaveCount 2
        foreach ($step in $steps) { @(& ([scriptblock]::Create($step))).Count | Should -BeGreaterThan 0 -Because $step }
    }

    It 'New-LiveKernelDump passes every option on' {
        $file = New-File
        $dump = New-LiveKernelDump $file -IncludeUserMemory -IncludeHypervisor -IncludeNonEssentialHypervisor -AbortOnMemoryPressure:$false `
            -BugCheckCode 0x69696969 -BugCheckParameter 4872, 0xffffe0018a3f2080, '0xFFFFE0018A3F2081', 18446744073709551615 -TimeLimit 60.5 -Wait 5 -Acl Inherit @on
        $dump.IncludesUserMemory, $dump.IncludesHypervisor, $dump.IncludesNonEssentialHypervisor, $dump.AbortOnMemoryPressure | Should -Be @($true, $true, $true, $false)
        $dump.BugCheckCode | Should -BeExactly '0x69696969'
        $header = [System.IO.File]::ReadAllBytes($file)[0..0xfff]
        $parameters = foreach ($at in 0x40, 0x48, 0x50, 0x58) { '{0:x}' -f [System.BitConverter]::ToUInt64($header, $at) }
        $parameters | Should -Be @('1308', 'ffffe0018a3f2080', 'ffffe0018a3f2081', 'ffffffffffffffff')
    }

    It 'New-LiveKernelDump prints a trace as published traces read' {
        $file = New-File
        $text = (Invoke-Script 'New-LiveKernelDump $file -Trace @on | Out-Default' -Variable @{ file = $file; on = $on } -Render).Text
        $listing = [System.IO.File]::ReadAllText(($file -replace '\.dmp$', '.trace.txt')).TrimEnd() -split '\r?\n'
        $listing | Should -HaveCount 21
        # Lines may be wrapped at the width of the window, and nothing else is between them.
        $text.Replace("`n", '').StartsWith(-join $listing) | Should -BeTrue
        $text | Should -Not -Match WindowsBuild
        $text | Should -Match 'Verified +: True'
    }

    It 'New-LiveKernelDump gives the events as objects' {
        $all = @(New-LiveKernelDump (New-File) -Trace @on)
        $events = @($all | Where-Object { $_.PSTypeNames -contains 'KernelTriage.LiveTraceEvent' })
        $events | Should -HaveCount 21
        ($events | Where-Object Id -EQ 106).Fields.NtEstimatedPrimaryDataBytes | Should -BeGreaterThan 0
        ($events | Where-Object Id -EQ 4).Fields.NTStatus | Should -BeExactly '0x00000000'
        $all[-1].PSTypeNames[0] | Should -BeExactly 'KernelTriage.LiveDump'
    }

    It 'New-LiveKernelDump writes the plan with -WhatIf, and touches nothing' {
        $file = New-File
        $run = Invoke-Script 'New-LiveKernelDump $file -Scope ThreadStacks -Machine simulated:windows-11 -WhatIf' -Variable @{ file = $file }
        $run.Error | Should -HaveCount 0
        $run.Output[0].PSTypeNames[0] | Should -BeExactly 'KernelTriage.LivePlan'
        $run.Output[0].Scope | Should -Be ThreadStacks
        $run.Text | Should -Match '(?s)What if: .*hold all processors of simulated:windows-11'
        Get-FileName (Split-Path $file) | Should -HaveCount 0
    }

    It 'New-LiveKernelDump warns of a partial dump, and marks its object' {
        $dump = New-LiveKernelDump (New-File) -Machine simulated:low-memory -AbortOnMemoryPressure:$false -Confirm:$false -WarningAction SilentlyContinue -WarningVariable warnings
        $dump.Partial | Should -BeTrue
        "$warnings" | Should -MatchExactly partial
    }

    It 'New-LiveKernelDump leaves nothing when it is stopped' {
        $file = New-File
        $run = Invoke-Script 'New-LiveKernelDump $file -Machine simulated:slow-kernel -Confirm:$false' -Variable @{ file = $file } -StopAtFirst Progress
        $run.State | Should -Be Stopped
        Get-FileName (Split-Path $file) | Should -HaveCount 0
    }

    It 'New-LiveKernelDump answers <What> with one typed error' -TestCases @(
        @{ What = 'a scope that this Windows does not have'; Option = @{ Scope = 'ThreadStacks'; Machine = 'simulated:w3wp-oplock' }; Id = 'OptionNotSupported'; Category = 'NotImplemented' }
        @{ What = 'options that exclude each other'; Option = @{ Scope = 'ThreadStacks'; IncludeUserMemory = $true; Machine = 'simulated:windows-11' }; Id = 'InvalidRequest'; Category = 'InvalidArgument' }
        @{ What = 'a user who is no administrator'; Option = @{ Machine = 'simulated:not-elevated' }; Id = 'NotElevated'; Category = 'PermissionDenied' }
        @{ What = 'memory pressure'; Option = @{ Machine = 'simulated:low-memory' }; Id = 'MemoryPressure'; Category = 'ResourceUnavailable' }
    ) {
        $file = New-File
        New-LiveKernelDump $file @Option -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly "$Id,New-LiveKernelDump"
        $failures[0].CategoryInfo.Category | Should -Be $Category
        Get-FileName (Split-Path $file) | Should -HaveCount 0
    }

    It 'New-LiveKernelDump does not overwrite a file without -Force' {
        $file = New-File
        [System.IO.File]::WriteAllText($file, 'precious')
        New-LiveKernelDump $file @on -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'FileExists,New-LiveKernelDump'
        $failures[0].CategoryInfo.Category | Should -Be ResourceExists
        (New-LiveKernelDump $file -Force @on).Verified | Should -BeTrue
    }
}
