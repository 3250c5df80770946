BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    # What the Tab key offers at the end of a line, by the engine's own completion.
    function Get-Completion([string] $Line) { [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches }
}

Describe 'Completion' -Tag Simulated {
    It 'completion offers every state and wait reason that a filter takes, and only those that fit' {
        $facts = Get-SourceFact
        (Get-Completion 'Get-KernelThread -State ').CompletionText | Should -Be $facts.states
        (Get-Completion 'Get-KernelThread -WaitReason ').CompletionText | Should -Be $facts.waitReasons
        (Get-Completion 'Get-KernelThread -WaitReason wrr').CompletionText | Should -Be @($facts.waitReasons -like 'wrr*')
        (Get-Completion 'Get-KernelThread -State Wait, re').CompletionText | Should -Be 'Ready'
    }

    It 'completion offers machines with their sentence wherever there is a parameter Machine' {
        $scenarios = (Get-SourceFact).scenarios
        $commands = @((Get-Module KernelTriage).ExportedFunctions.Values | Where-Object { $_.Parameters.ContainsKey('Machine') })
        $commands.Count | Should -BeGreaterThan 2
        foreach ($command in $commands) {
            $offered = Get-Completion "$($command.Name) -Machine "
            $offered.CompletionText | Should -Be (@('local') + @($scenarios.name | ForEach-Object { "simulated:$_" })) -Because $command.Name
        }
        $offered[1..($offered.Count - 1)].ToolTip | Should -BeExactly $scenarios.summary
        (Get-Completion 'New-TriageDump -Machine win').CompletionText | Should -Be 'simulated:windows-11'
    }

    It 'completion offers the processes of the machine that is named, by id and by name' {
        $on = '-Machine simulated:w3wp-oplock'
        $id, $name = (Get-Completion "Get-KernelThread $on -Id w3"), (Get-Completion "Get-KernelThread $on -Name W3")
        $id.CompletionText, $id.ListItemText, $id.ToolTip | Should -BeExactly @('4872', 'w3wp (4872)', 'Process 4872, w3wp')
        $name.CompletionText, $name.ListItemText, $name.ToolTip | Should -BeExactly @('w3wp', 'w3wp', 'w3wp (4872)')
        (Get-Completion "New-TriageDump $on -Id 487").CompletionText | Should -Be '4872'
    }

    It 'completion offers the processes of this machine' {
        $me = Get-Process -Id $PID
        @(Get-Completion "Get-KernelThread -Id $PID")[0].ListItemText | Should -BeExactly "$($me.ProcessName) ($PID)"
    }

    It 'completion quotes what the parser would take apart' {
        $texts = & (Get-Module KernelTriage) { (ConvertTo-Completion "it's a b" x y).CompletionText; (ConvertTo-Completion 'a;b' x y).CompletionText }
        $texts | Should -BeExactly @("'it''s a b'", "'a;b'")
    }

    It 'completion offers every property of every record to Select, Where, Sort, Group and $_' {
        $records = 0
        foreach ($command in (Get-Module KernelTriage).ExportedFunctions.Values) {
            $types = @($command.OutputType.Name | Where-Object { $_ -like 'KernelTriage.*' })
            if ($types.Count -eq 0) {
                # A command without a record gives files, whose properties are those of .NET, or nothing.
                $command.OutputType.Name | Where-Object { $_ -ne 'System.IO.FileInfo' } | Should -BeNullOrEmpty -Because $command.Name
                continue
            }
            $records++
            $properties = @(foreach ($type in $types) { (Get-DocumentedProperty ($type -replace '^KernelTriage\.')).Name }) | Sort-Object -Unique
            $offered = @((Get-Completion "$($command.Name) | Select-Object ").CompletionText)
            $properties | Where-Object { $offered -notcontains $_ } | Should -BeNullOrEmpty -Because $command.Name
        }
        $records | Should -BeGreaterThan 20
        foreach ($line in 'Where-Object ', 'Sort-Object ', 'Group-Object ', 'ForEach-Object { $_.', 'Where-Object { $_.') {
            (Get-Completion "Get-KernelThread | ${line}Pro").CompletionText | Should -Contain ProcessCreateTime -Because $line
        }
        (Get-Completion 'Get-KernelStack | ForEach-Object Frames | Select-Object Fo').CompletionText | Should -Be FoundBy
    }

    It 'completion of arguments follows a command that is imported with a prefix' {
        $run = Invoke-Script -NoModule -Variable @{ module = Get-ModulePath } {
            Import-Module $module -Prefix My
            foreach ($line in 'Get-MyKernelThread -State Wai', 'New-MyTriageDump -Machine win', 'Get-MyKernelThread -Machine simulated:w3wp-oplock -Id w3', 'Get-MyKernelType -Name _KTHR') {
                [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches[0].CompletionText
            }
        }
        $run.Error | Should -BeNullOrEmpty
        $run.Output | Should -BeExactly @('Wait', 'simulated:windows-11', '4872', "'nt!_KTHREAD'")
    }
}
