BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $dump = Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock | Where-Object { $_.Ordinal -lt 14 } | New-TriageDump -Destination (New-Folder) | Get-KernelDump
}

Describe 'Get-KernelDumpMemory' -Tag Simulated {
    It 'Get-KernelDumpMemory reads bytes at an address' {
        $thread = $dump | Get-KernelDumpThread | Select-Object -First 1
        $memory = $dump | Get-KernelDumpMemory -Address $thread.Address -Length 16
        , $memory.Bytes | Should -BeOfType byte[]
        $memory.Bytes.Length | Should -Be 16
        # The first byte of a thread object is its type in the dispatcher header.
        $memory.Bytes[0] | Should -Be 6
    }
}
