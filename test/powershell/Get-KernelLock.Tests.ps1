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

    It 'the wait report of the Windows workflow counts what the dumps hold, without an error' {
        Import-Module ([System.IO.Path]::Combine((Get-RepositoryRoot), 'test', 'real-windows', 'VictimCheck.psm1')) -Force
        $report = Get-WaitReport -Path @([System.IO.Directory]::GetFiles($folder, '*.dmp'))
        $report.Errors | Should -BeNullOrEmpty
        $report.Waits | Should -BeGreaterThan 20
        ($report.ObjectKinds | Where-Object Value -EQ 'Resource').Count | Should -BeGreaterThan 1
        $report.LayoutSources.Value | Where-Object { $_ -notin 'Rule', 'Types' } | Should -BeNullOrEmpty
        # The owner of the lock is in none of these dumps.
        $report.Contended, $report.WithOwner | Should -Be @(2, 0)
        $report.Requests | Should -BeGreaterThan 0
        $report.RequestsWithDriver, $report.RequestsWithFileName | Should -Be @($report.Requests, $report.Requests)
        (Get-WaitReport -Path @([System.IO.Path]::Combine($folder, 'none.dmp'))).Errors | Should -Not -BeNullOrEmpty
        (Get-WaitReport -Path @()).Waits | Should -Be 0
    }
}
