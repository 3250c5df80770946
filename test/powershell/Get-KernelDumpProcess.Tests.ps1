BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $dump = Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock | Where-Object { $_.Ordinal -lt 14 } | New-TriageDump -Destination (New-Folder) | Get-KernelDump
}

Describe 'Get-KernelDumpProcess' -Tag Simulated {
    It 'Get-KernelDumpProcess lists the process of a dump' {
        ($dump | Get-KernelDumpProcess).Name | Should -Be w3wp.exe
    }
}
