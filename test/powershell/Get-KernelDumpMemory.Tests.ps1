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

    It 'Get-KernelDumpMemory reads all addresses of the pipeline, and several of -Address, by one ktriage' {
        $threads = @($dump | Get-KernelDumpThread | Select-Object -First 3)
        # An array has a method of this name.
        $addresses = @($threads | ForEach-Object Address)
        $addresses.Count | Should -Be 3
        foreach ($read in { $threads | Get-KernelDumpMemory -Length 1 -Verbose 4>&1 }, { $dump | Get-KernelDumpMemory -Address $addresses -Length 1 -Verbose 4>&1 }) {
            $records, $verbose = (& $read).Where({ $_ -isnot [System.Management.Automation.VerboseRecord] }, 'Split')
            $records | ForEach-Object Address | Should -Be $addresses
            @($verbose -match ' memory - < ').Count | Should -Be 1
        }
    }

    It 'Get-KernelDumpMemory gives bytes that are hex digits in a file of comma-separated values, and a view of 77 characters' {
        $thread = $dump | Get-KernelDumpThread | Select-Object -First 1
        $memory = $thread | Get-KernelDumpMemory -Length 16
        $digits = [System.BitConverter]::ToString($memory.Bytes).Replace('-', ' ').ToLowerInvariant()
        ($memory | ConvertTo-Csv | ConvertFrom-Csv).Bytes | Should -BeExactly $digits
        ($memory | Select-Object Address, Bytes | ConvertTo-Csv | ConvertFrom-Csv).Bytes | Should -BeExactly $digits
        # As ktriage sends them.
        [System.Convert]::ToBase64String($memory.Bytes) | Should -BeExactly $memory.Data
        @(($memory | Out-String -Width 80) -split '\r?\n' | Where-Object { $_ }) | Should -HaveCount 1
    }

    It 'Get-KernelDumpMemory names a text that is no address' {
        { $dump | Get-KernelDumpMemory -Address zzz } | Should -Throw "*'zzz' is no address*" -ErrorId 'InvalidRequest,Get-KernelDumpMemory'
    }
}
