# What a person would type, on the simulated machine. Runs on Windows PowerShell 5.1 and PowerShell 7.
[CmdletBinding(PositionalBinding = $false)]
param(
    [Parameter(Mandatory = $true)] [string] $ModulePath,
    [Parameter(Mandatory = $true)] [string] $Destination
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$WarningPreference = 'SilentlyContinue'
$ProgressPreference = 'SilentlyContinue'
Import-Module $ModulePath
$machine = 'simulated:w3wp-oplock'
$folder = $Destination

$steps = @(
    @{
        Title = 'The waiting threads of the IIS worker that answers no request (the first of them)'
        Command = { Get-KernelThread -Name w3wp -Machine $machine | Where-Object State -eq Wait | Select-Object -First 12 }
    }
    @{
        Title = 'What a capture of all of them would write (the first dumps); nothing is touched'
        Command = { Get-KernelThread -Name w3wp -Machine $machine | Where-Object State -eq Wait | New-TriageDump -Destination $folder -WhatIf | Select-Object -First 5 }
    }
    @{
        Title = 'The capture: each dump is written, read back and verified'
        Command = { Get-KernelThread -Name w3wp -Machine $machine | Where-Object State -eq Wait | New-TriageDump -Destination $folder -VerdictVariable verdict }
    }
    @{
        Title = 'For each thread, whether it is really in a dump (the first of them)'
        Command = { $verdict | Select-Object -First 12 }
    }
    @{
        Title = 'One dump read back, as it could be on any other computer'
        Command = { Get-KernelDump -Path $firstDump }
    }
    @{
        Title = 'What the threads do: the stacks of all dumps, the most frequent first (three of them)'
        Command = { Get-KernelDump -Path "$folder/*.dmp" | Get-KernelStack | Group-KernelStack | Select-Object -First 3 }
    }
    @{
        Title = 'Why they wait, from the triage dumps: the lock is known by its waiters, and its holder only as a guess'
        Command = { Get-KernelWaitChain -Path "$folder/*.dmp" -Top 1 }
    }
    @{
        Title = 'A live dump of the whole kernel'
        Command = { New-LiveKernelDump -Path "$folder/live.dmp" -Machine $machine -Confirm:$false }
    }
    @{
        Title = 'Why they wait, from the live dump, which holds the lock with its owner'
        Command = { Get-KernelWaitChain -Path "$folder/live.dmp" -Top 1 }
    }
)

foreach ($step in $steps) {
    ''
    "# $($step.Title)"
    "PS> $("$($step.Command)".Trim())"
    foreach ($file in [System.IO.Directory]::GetFiles($folder, '*_001.dmp')) { $firstDump = $file }
    # One table for each step: in a longer pipeline the first type would decide how all are drawn.
    . $step.Command | Out-Default
}
