BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $unix = -not (Test-Windows)
}

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

Describe 'New-TriageDump -VerdictVariable and a stop between two statements' -Tag Simulated -Skip:(-not $unix) {
    BeforeAll {
        # Every statement between the read of a line and the verdict, but for those that run after an error.
        function Get-StopPoint([System.Management.Automation.Language.Ast] $Script, [string[]] $Function) {
            $isStatement = {
                param($node)
                $node -is [System.Management.Automation.Language.StatementAst] -and
                ($node.Parent -is [System.Management.Automation.Language.StatementBlockAst] -or $node.Parent -is [System.Management.Automation.Language.NamedBlockAst])
            }
            foreach ($name in $Function) {
                $definition = $Script.Find({ param($node) $node -is [System.Management.Automation.Language.FunctionDefinitionAst] -and $node.Name -eq $name }.GetNewClosure(), $true)
                $first = if ($name -eq 'Invoke-KernelTriageVerb') { $definition.Find({ $args[0] -is [System.Management.Automation.Language.WhileStatementAst] }, $true) } else { $definition.Body }
                foreach ($statement in $first.FindAll($isStatement, $true)) {
                    for ($node = $statement; $node -ne $first -and $node -isnot [System.Management.Automation.Language.CatchClauseAst]; $node = $node.Parent) { $null = $node }
                    if ($node -eq $first -and $statement -ne $first) { $statement.Extent.StartOffset }
                }
            }
        }

        # Two dumps and three threads in no dump, of which the last is told when the capture is cancelled. The second thread comes in two pieces.
        $dump = { param($thread) ConvertTo-Saying ([ordered] @{ kind = 'record'; type = 'TriageDump'; value = @{ Path = "$thread.dmp"; Threads = @(@{ ProcessId = 1; ThreadId = $thread; Verdict = 'Captured' }) } }) }
        $alone = { param($thread) ConvertTo-Saying ([ordered] @{ kind = 'record'; type = 'CapturedThread'; value = @{ ProcessId = 1; ThreadId = $thread; Verdict = 'NotAttempted' } }) }
        $pieces = (& $alone 4) -replace '^echo ', "printf '%s' " -replace '"value"', '''; sleep 0.03; echo ''"value"'
        $module = New-ModuleCopy -Executable (@(
                'read -r request', (& $dump 1), 'sleep 0.03', (& $dump 2), 'sleep 0.03', (& $alone 3), 'sleep 0.03', $pieces
                'timeout 0.5 cat > /dev/null', (& $alone 5), (ConvertTo-Saying ([ordered] @{ kind = 'end'; records = 5; warnings = 0; errors = 0; exitCode = 5 }))
            ) -join "`n")
        $path = "$module/KernelTriage.psm1"
        $text = [System.IO.File]::ReadAllText($path)
        $points = @(Get-StopPoint ([System.Management.Automation.Language.Parser]::ParseInput($text, [ref] $null, [ref] $null)) @(
                'Invoke-KernelTriageVerb', 'Read-KernelTriageLine', 'ConvertFrom-KernelTriageLine', 'Split-TriageRecord', 'Add-TriageVerdict', 'Add-OnceInARow'))
        foreach ($offset in $points | Sort-Object -Descending) { $text = $text.Insert($offset, "Wait-Stop $offset; ") }
        [System.IO.File]::WriteAllText($path, $text)
        # Stays at one of the points when it comes by for the second time, until the pipeline is stopped there.
        $setup = @'
            function global:Wait-Stop($Offset) {
                $passed[$Offset]++
                if ($Offset -ne $point -or $passed[$Offset] -ne 2) { return }
                [System.IO.File]::WriteAllText($signal, '')
                while ($true) { Start-Sleep -Milliseconds 5 }
            }
            Import-Module $module
'@
    }

    It 'New-TriageDump -VerdictVariable has each thread once, and what it held before, wherever the pipeline is stopped' {
        $folder = New-Folder
        # Stops at this point, or with 0 nowhere; returns the state, and counts how often each point was passed.
        function Invoke-StoppedAt([int] $Point, [hashtable] $Passed, [System.Collections.Generic.List[object]] $Kept) {
            $signal = [System.IO.Path]::Combine($folder, "$Point")
            $variable = @{ module = $module; point = $Point; passed = $Passed; signal = $signal; folder = $folder; kept = $Kept }
            $run = Invoke-Script -Reuse -NoModule -Setup $setup -StopAtFile $signal -Variable $variable @'
                $verdict = @([pscustomobject] @{ ProcessId = 1; ThreadId = 5; Verdict = 'Captured' })
                try { $null = New-TriageDump -Id 1 -Destination $folder -VerdictVariable +verdict -ErrorAction SilentlyContinue }
                finally { foreach ($thread in $verdict) { $kept.Add($thread) } }
'@
            return $run.State
        }
        $usual = @{}
        Invoke-StoppedAt 0 $usual ([System.Collections.Generic.List[object]]::new()) | Should -Be Completed
        $stopped = 0
        foreach ($point in $points | Where-Object { $usual[$_] -ge 2 }) {
            $kept = [System.Collections.Generic.List[object]]::new()
            if ((Invoke-StoppedAt $point @{} $kept) -eq 'Stopped') { $stopped++ }
            $near = $text.Substring($text.IndexOf("Wait-Stop $point; "), 80)
            $kept.ThreadId | Should -Be @(5, 1, 2, 3, 4, 5) -Because "the pipeline was stopped at: $near"
        }
        # Where two lines come by one read, a point may be passed only once.
        $stopped | Should -BeGreaterThan 20
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
