BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $WarningPreference = 'SilentlyContinue'
    $on = @{ Machine = 'simulated:w3wp-oplock' }
    $folder = New-Folder
    $null = Get-KernelThread -Name w3wp @on | Where-Object { $_.Ordinal -lt 28 } | New-TriageDump -Destination $folder -FileName 'w3wp_{batch}' -MaxThreadsPerDump 14
    $all = [System.IO.Path]::Combine($folder, '*.dmp')
}

Describe 'Get-KernelLock' -Tag Simulated {
    It 'Get-KernelLock lists the lock that the threads of each dump wait for' {
        $locks = @(Get-KernelLock $all -Contended)
        $locks.Count | Should -BeGreaterThan 1
        $locks[0].PSTypeNames[0] | Should -Be 'KernelTriage.KernelLock'
        $locks.IsContended | Sort-Object -Unique | Should -Be $true
        $locks[0].WaiterCount | Should -BeGreaterThan 1
        $locks[0].Waiters[0].PSTypeNames[0] | Should -Be 'KernelTriage.KernelLockWaiter'
    }

    It 'Get-KernelLock reports the owner of a lock that is not in the dump as not known' {
        $lock = Get-KernelLock $all -Contended | Where-Object { -not $_.OwnersKnown } | Select-Object -First 1
        $lock.OwnersKnown | Should -Be $false
        $lock.Owners | Should -HaveCount 0
    }

    It 'Get-KernelLock draws a table under the name of each dump' {
        $text = (Invoke-Script 'Get-KernelLock $all -Contended' -Variable @{ all = $all } -Render).Text
        $text | Should -Match 'Locks in: w3wp_00[12]\.dmp'
    }
}
