# Fan-out over real sessions of ssh: each is a process of its own, which serves PowerShell's remoting protocol.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-Module "$PSScriptRoot/RecipeTools.psm1" -Force
    $remote = -not (Test-Windows) -and (Test-RemoteSession)
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-Module "$PSScriptRoot/RecipeTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    $module = Get-ModulePath
    # Runs a script while computers of any name are there. Temporary folders of all of them are in one place, so that rests can be seen.
    function Invoke-FanOut([string] $Script, [string] $Setup = "Import-Module '$module'", [string] $Module = $module) {
        $home_ = New-Folder
        $temporary = New-Folder
        $run = Invoke-WithComputer "`$env:TMPDIR = '$temporary'`n$Setup" {
            Invoke-Script $Script -Module $Module -Variable @{ home_ = $home_ }
        }
        $run | Add-Member -NotePropertyMembers @{ Home = $home_; Rest = @([System.IO.Directory]::GetDirectories($temporary, 'ktriage-*')) }
        return $run
    }
    $few = "-Name filesync -Machine simulated:deadlock -Destination `$home_ -ComputerVariable computer"
}

Describe 'Invoke-KernelTriage' -Tag Simulated -Skip:(-not $remote) {
    BeforeAll {
        $run = Invoke-FanOut "Invoke-KernelTriage -HostName server1, offline1, server2 $few; `$computer"
    }

    It 'Invoke-KernelTriage captures on many computers, and shows what they wait for together' {
        $causes = @($run.Output | Where-Object { $_.PSTypeNames[0] -eq 'KernelTriage.FleetCause' })
        $causes.Count | Should -BeGreaterThan 0
        $causes[0].Headline | Should -Be '2 of 2 computers seem to wait for the file server \\fileserver; 1 did not answer.'
        @($causes[0].ComputerNames) | Should -Be @('server1', 'server2')
        $causes[0].Examples[0].PSTypeNames[0] | Should -Be 'KernelTriage.FleetExample'
    }

    It 'Invoke-KernelTriage goes on when a computer fails, and names it in an error of its own' {
        @($run.Error | ForEach-Object { "$($_.TargetObject) $($_.FullyQualifiedErrorId)" }) | Should -Be @('offline1 ComputerUnreachable,Invoke-KernelTriage')
        $computers = @($run.Output | Where-Object { $_.PSTypeNames[0] -eq 'KernelTriage.ComputerCapture' })
        @($computers | Sort-Object ComputerName | ForEach-Object { "$($_.ComputerName) $($_.Status)" }) |
            Should -Be @('offline1 Failed', 'server1 Captured', 'server2 Captured')
    }

    It 'Invoke-KernelTriage leaves computers behind that answer no more, though they take every place' {
        $late = Invoke-FanOut "Invoke-KernelTriage -HostName silent1, silent2 $few -TimeLimit 2 -ThrottleLimit 1"
        @($late.Error | ForEach-Object { "$($_.TargetObject) $($_.FullyQualifiedErrorId)" }) |
            Should -Be @('silent1 ComputerTimedOut,Invoke-KernelTriage', 'silent2 ComputerTimedOut,Invoke-KernelTriage')
        "$($late.Error[0])" | Should -Match 'within 2 seconds; it was at: Connect'
        $late.Time | Should -BeLessThan 60000
        Get-FileName $late.Home -Below | Should -HaveCount 0
    }

    It 'Invoke-KernelTriage brings whole sets home, and leaves nothing on the computers' {
        $names = Get-FileName $run.Home -Below
        foreach ($computer in 'server1', 'server2') {
            @($names -like "$computer/*.dmp").Count | Should -BeGreaterThan 0
            @($names -like "$computer/*.ktriage.json").Count | Should -Be 1
        }
        @($names | Where-Object { $_ -notmatch '^server[12]/.*\.(dmp|json)$' }) | Should -HaveCount 0
        $run.Rest | Should -HaveCount 0
        # The folder of each computer is its owner's alone.
        "$([System.IO.File]::GetUnixFileMode("$($run.Home)/server1"))" | Should -Be 'UserExecute, UserWrite, UserRead'
        # What came home is read again, from the folders alone.
        $again = @((Invoke-Script 'Invoke-KernelTriage -Path $home_' -Variable @{ home_ = $run.Home }).Output)
        $again[0].Headline | Should -Be '2 of 2 computers seem to wait for the file server \\fileserver.'
    }

    It 'Invoke-KernelTriage uses sessions that are open, and leaves them open; a computer without the process is no failure' {
        $other = Invoke-FanOut @"
`$session = New-PSSession -HostName server3, server4
Invoke-KernelTriage -Session `$session[0] $few -Top 1 -WarningAction Ignore | ForEach-Object Headline
Invoke-KernelTriage -Session `$session -Name nothere -Machine simulated:deadlock -Destination `$home_ -ComputerVariable none
@(`$none | ForEach-Object Status) -join ' '
@(`$session | ForEach-Object State) -join ' '
Remove-PSSession `$session
"@
        $other.Error | Should -HaveCount 0
        $other.Output | Select-Object -Last 3 | Should -Be @('1 of 1 computer seems to wait for the file server \\fileserver.', 'NothingToCapture NothingToCapture', 'Opened Opened')
        $other.Rest | Should -HaveCount 0
    }

    It 'Invoke-KernelTriage brings nothing that is not there, unless -CopyModule brings the module with proved files' {
        # A small program in place of the executable, which takes its time over a session.
        $small = New-ModuleCopy -Executable "exec '$(Get-RepositoryRoot)/bin/ktriage' `"`$@`""
        $bare = Invoke-FanOut -Setup '' -Module $small "Invoke-KernelTriage -HostName server1 $few; Invoke-KernelTriage -HostName server1 $few -CopyModule"
        @($bare.Error.FullyQualifiedErrorId) | Should -Be @('RemoteModuleMissing,Invoke-KernelTriage')
        $bare.Output[0].Headline | Should -Match '^1 of 1 computer'
        $bare.Rest | Should -HaveCount 0
    }

    It 'Invoke-KernelTriage -CopyModule names the executable that the module here lacks for the system of a computer' {
        $lacking = "& (Get-Module KernelTriage) {
            `$script:all = `${function:Get-ModuleFile}
            function script:Get-ModuleFile(`$Cmdlet) { `$files = & `$script:all `$Cmdlet; `$files.Hash.Remove('bin/ktriage'); `$files }
        }"
        $refused = Invoke-FanOut -Setup '' "$lacking`nInvoke-KernelTriage -HostName server1 $few -CopyModule"
        @($refused.Error.FullyQualifiedErrorId) | Should -Be @('RemoteModuleMissing,Invoke-KernelTriage')
        "$($refused.Error[0])" | Should -Match 'no bin/ktriage for it'
        $refused.Rest | Should -HaveCount 0
    }

    It 'Invoke-KernelTriage refuses a file that is not the one that was sent' {
        # The computer hashes something else than it sends.
        $forged = "Import-Module '$module'`nfunction global:Get-FileHash { @{ Hash = 'no hash' } }"
        $spoiled = Invoke-FanOut -Setup $forged "Invoke-KernelTriage -HostName server1 $few"
        @($spoiled.Error.FullyQualifiedErrorId) | Should -Be @('TransferUnverified,Invoke-KernelTriage')
        Get-FileName $spoiled.Home -Below | Should -HaveCount 0
        $spoiled.Rest | Should -HaveCount 0
    }

    It 'Invoke-KernelTriage leaves nothing behind when it is stopped' {
        $home_ = New-Folder
        $temporary = New-Folder
        # The computer leaves a file when the capture is asked for.
        $mark = "`$ExecutionContext.InvokeCommand.PreCommandLookupAction = { param(`$name) if (`$name -eq 'New-TriageDump') { [System.IO.File]::WriteAllText('$temporary/asked', '') } }"
        $stopped = Invoke-WithComputer "`$env:TMPDIR = '$temporary'`nImport-Module '$module'`n$mark" {
            Invoke-Script 'Invoke-KernelTriage -HostName server1, silent1 -Name w3wp -Machine simulated:slow-kernel -Destination $home_' `
                -Variable @{ home_ = $home_ } -StopAtFile "$temporary/asked"
        }
        $stopped.State | Should -Be 'Stopped'
        # What has not answered yet is not waited for.
        $stopped.Time - $stopped.StopTime | Should -BeLessThan 25000
        @([System.IO.Directory]::GetDirectories($temporary, 'ktriage-*')) | Should -HaveCount 0
        @(Get-FileName $home_ -Below | Where-Object { $_ -like '*.partial' }) | Should -HaveCount 0
    }
}

Describe 'Invoke-KernelTriage without sessions' -Tag Simulated {
    It 'Invoke-KernelTriage asks nothing of any computer where there is no folder to bring dumps to' {
        $run = Invoke-Script 'Invoke-KernelTriage -ComputerName server1 -Name w3wp -Destination $none' -Variable @{ none = "$(New-Folder)/none" }
        @($run.Error.FullyQualifiedErrorId) | Should -Be @('DestinationNotFound,Invoke-KernelTriage')
    }

    It 'Invoke-KernelTriage -WhatIf shows the computers and opens no session' {
        $run = Invoke-Script 'Invoke-KernelTriage -ComputerName server1, server2 -Name w3wp -Destination $home_ -WhatIf' -Variable @{ home_ = New-Folder }
        $run.Error | Should -HaveCount 0
        [regex]::Matches($run.Text, 'What if: .*"server[12]"').Count | Should -Be 2
    }
}
