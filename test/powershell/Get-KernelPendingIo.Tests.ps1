BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $WarningPreference = 'SilentlyContinue'
    $on = @{ Machine = 'simulated:w3wp-oplock' }
    $folder = New-Folder
    $null = Get-KernelThread -Name w3wp @on | Where-Object IoPending | New-TriageDump -Destination $folder -FileName 'w3wp_{batch}'
    $all = [System.IO.Path]::Combine($folder, '*.dmp')
}

Describe 'Get-KernelPendingIo' -Tag Simulated {
    It 'Get-KernelPendingIo lists the requests of threads with the driver that has each' {
        $requests = @(Get-KernelPendingIo $all)
        $requests.Count | Should -BeGreaterThan 0
        $requests[0].PSTypeNames[0] | Should -Be 'KernelTriage.PendingIo'
        $requests[0].Locations[0].PSTypeNames[0] | Should -Be 'KernelTriage.PendingIoLocation'
        @($requests | Where-Object Driver).Count | Should -BeGreaterThan 0
    }

    It 'Get-KernelPendingIo draws a table under the name of each dump' {
        $text = (Invoke-Script 'Get-KernelPendingIo $all' -Variable @{ all = $all } -Render).Text
        $text | Should -Match 'Requests in: w3wp_'
    }
}
