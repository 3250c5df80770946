# What the Windows workflow does with its victim (test/real-windows), under Wine: the victim is the real one, and a stand-in for the kernel holds
# its threads, each in the wait that the victim means and with a stack of its own. They have other ids there: the stand-in adds its processes
# to those of Wine, which has the victim too. Only a real Windows shows whether its waits are those.
# Prepared by test/real-windows/victim.test.ts.
BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    $facts = Get-Prepared
    Import-Module $facts.module -Force
    $place = [System.IO.Path]::Combine((Get-RepositoryRoot), 'test', 'real-windows')
    Import-Module ([System.IO.Path]::Combine($place, 'VictimCheck.psm1')) -Force
    # KTHREAD_STATE and KWAIT_REASON (wdm.h).
    $states = @{ Wait = 5; Running = 2 }
    $reasons = @{ Executive = 0; DelayExecution = 4; UserRequest = 6; WrAlertByThreadId = 37 }

    # The table of expectations, with the frame that the stand-in has in the place of a function's name: it has no symbols.
    function Get-ExpectedTable {
        $table = ConvertFrom-Json ([System.IO.File]::ReadAllText([System.IO.Path]::Combine($place, 'expected.json')))
        $number = 0
        foreach ($way in $table.PSObject.Properties) {
            $number++
            if ($way.Value.PSObject.Properties['frame']) { $way.Value.frame = 'nt\+0x{0:x}$' -f (0x210000 + 16 * $number) }
        }
        return $table
    }

    # Gives the stand-in a process with the threads of the table. -Change is called with the facts of each, to make them others.
    function Set-Kernel([object] $Victim, [object] $Table, [scriptblock] $Change = {}) {
        $stacks, $threads, $number = @(), @(), 0
        foreach ($way in $Table.PSObject.Properties) {
            $number++
            $thread = @{ Way = $way.Name; State = $way.Value.states[0]; Reason = 'Executive'; Stack = $number; Gone = $false }
            if ($way.Value.PSObject.Properties['waitReasons']) { $thread.Reason = $way.Value.waitReasons[0] }
            & $Change $thread
            $stacks += "stack way$number nt+0x$('{0:x}' -f (0x210000 + 16 * $thread.Stack)) nt+0x6014e2"
            if ($thread.Gone) { continue }
            $id = @($Victim.Facts | Where-Object way -EQ $way.Name)[0].threadId
            $threads += "thread $id state=$($states[$thread.State]) reason=$($reasons[$thread.Reason]) stack=way$number"
        }
        $lines = @($facts.scenario) + $stacks + "process $($Victim.Process.Id) victim.exe parent=4" + $threads
        [System.IO.File]::WriteAllText($facts.scenarioFile, ($lines -join "`n") + "`n")
    }

    # The same victim under ids far above those that Wine gives.
    function Get-Renamed([object] $Victim) {
        $number = 0
        $renamed = foreach ($fact in $Victim.Facts) { $number++; [pscustomobject] @{ way = $fact.way; threadId = 0x200000 + 4 * $number } }
        return [pscustomobject] @{ Process = [pscustomobject] @{ Id = 0x100000 }; Facts = @($renamed) }
    }

    function Get-Check([scriptblock] $Change = {}) {
        $victim = Start-Victim $facts.victim
        try {
            $table = Get-ExpectedTable
            $renamed = Get-Renamed $victim
            Set-Kernel $renamed $table $Change
            $report = Get-VictimReport -Victim $renamed -Expected $table -Destination (New-Folder)
            # Without a dump or its stacks every check of a stack fails, and shows nothing about the comparison.
            $report.Dumps | Should -Not -BeNullOrEmpty -Because "$($report.Errors)"
            @($report.Errors | ForEach-Object { $_.FullyQualifiedErrorId } | Where-Object { $_ -like '*Get-KernelStack' }) | Should -BeNullOrEmpty -Because "$($report.Errors)"
            $report.Checks
        }
        finally { Stop-Victim $victim }
    }
}

Describe 'The victim of the Windows workflow' -Tag Prepared {
    It 'the victim of the Windows workflow agrees in listing, verdict, wait and stack with a kernel that holds its threads as it means them' {
        $checks = @(Get-Check)
        $checks | Where-Object { -not $_.Passed } | ForEach-Object { "$($_.Way) $($_.Check): $($_.Expected), not $($_.Found)" } | Should -BeNullOrEmpty
        # For each of the eleven threads its state and its verdict, and for all but the busy one its wait and its stack.
        $checks | Should -HaveCount 42
    }

    It 'the victim of the Windows workflow is seen to differ in what is another for one thread, and in nothing else' {
        $checks = @(Get-Check {
                param($thread)
                if ($thread.Way -eq 'mutex') { $thread.Reason = 'DelayExecution' }
                if ($thread.Way -eq 'pipe-read') { $thread.Stack = 1 }
                if ($thread.Way -eq 'busy-loop') { $thread.State = 'Wait' }
                if ($thread.Way -eq 'srw-lock') { $thread.Gone = $true }
            })
        @($checks | Where-Object { -not $_.Passed } | ForEach-Object { "$($_.Way) $($_.Check)" } | Sort-Object) | Should -Be @(
            'busy-loop State', 'mutex WaitReason', 'pipe-read Stack', 'srw-lock Stack', 'srw-lock State', 'srw-lock Verdict', 'srw-lock WaitReason'
        )
    }
}
