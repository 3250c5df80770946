BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $dump = Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock | Where-Object { $_.Ordinal -lt 14 } | New-TriageDump -Destination (New-Folder) | Get-KernelDump
}

Describe 'Get-KernelDumpThread' -Tag Simulated {
    It 'Get-KernelDumpThread lists the threads of a dump, as Get-KernelDump does' {
        $threads = @($dump | Get-KernelDumpThread)
        $threads | Should -HaveCount 14
        $threads.ThreadId | Should -Be $dump.Threads.ThreadId
    }
}
