BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $dump = Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock | Where-Object { $_.Ordinal -lt 14 } | New-TriageDump -Destination (New-Folder) | Get-KernelDump
}

Describe 'Get-KernelDebuggerCommand' -Tag Simulated {
    It 'Get-KernelDebuggerCommand gives the commands for each thread of a dump' {
        @($dump | Get-KernelDebuggerCommand | Where-Object ThreadId) | Should -HaveCount 14
    }
}
