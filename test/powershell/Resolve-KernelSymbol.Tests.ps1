BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $dump = Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock | Where-Object { $_.Ordinal -lt 14 } | New-TriageDump -Destination (New-Folder) | Get-KernelDump
}

Describe 'Resolve-KernelSymbol' -Tag Simulated {
    It 'Resolve-KernelSymbol finds a name' {
        ($dump | Resolve-KernelSymbol -Name 'nt!KeWaitForSingleObject').Text | Should -BeExactly 'nt!KeWaitForSingleObject'
    }

    It 'Resolve-KernelSymbol takes an address that is a number as this number, and text as hex digits' {
        $n = 0x1000
        $high = 0xfffff80000001000
        $next = [uint64] '0xfffff80000001000' + 0x20
        # An array has a method Address.
        @($dump | Resolve-KernelSymbol -Address 0x1000, 0x2000 | ForEach-Object { $_.Address }) | Should -Be @('0x0000000000001000', '0x0000000000002000')
        ($dump | Resolve-KernelSymbol -Address $n).Address | Should -Be '0x0000000000001000'
        ($dump | Resolve-KernelSymbol -Address $high).Address | Should -Be '0xfffff80000001000'
        ($dump | Resolve-KernelSymbol -Address $next).Address | Should -Be '0xfffff80000001020'
        ($dump | Resolve-KernelSymbol -Address '1000').Address | Should -Be '0x0000000000001000'
        ($dump | Resolve-KernelSymbol -Address 0x80000000).Address | Should -Be '0x0000000080000000'
        ($dump | Get-KernelDumpMemory -Address $n -Length 8).Address | Should -Be '0x0000000000001000'
    }
}
