BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $WarningPreference = 'SilentlyContinue'
    $on = @{ Machine = 'simulated:w3wp-oplock' }
    $folder = New-Folder
    $null = Get-KernelThread -Name w3wp @on | Where-Object { $_.Ordinal -lt 28 } | New-TriageDump -Destination $folder -FileName 'w3wp_{batch}' -MaxThreadsPerDump 14
    $all = [System.IO.Path]::Combine($folder, '*.dmp')
    $file = [System.IO.Path]::Combine($folder, 'w3wp_001.dmp')
}

Describe 'Get-KernelWait' -Tag Simulated {
    It 'Get-KernelWait shows what the threads of several dumps wait for' {
        $waits = @(Get-KernelWait $all)
        $waits.Count | Should -BeGreaterThan 14
        @($waits.Path | Sort-Object -Unique) | Should -HaveCount 2
        $waits[0].PSTypeNames[0] | Should -Be 'KernelTriage.KernelWait'
        $resource = @($waits | Where-Object WaitReason -EQ WrResource)
        $resource.Count | Should -BeGreaterThan 3
        $resource.WaitingFor | Should -Match '^resource'
        $resource.Objects.Kind | Should -Be (@('Resource') * $resource.Count)
    }

    It 'Get-KernelWait gives inner objects their type' {
        (Get-KernelWait $file)[0].Objects[0].PSTypeNames[0] | Should -Be 'KernelTriage.KernelWaitObject'
    }

    It 'Get-KernelWait takes dumps, threads of dumps and live threads' {
        @(Get-KernelDump $file | Get-KernelWait).Count | Should -BeGreaterThan 3
        $thread = Get-KernelDumpThread $file | Where-Object WaitReason -EQ WrResource | Select-Object -First 1
        @($thread | Get-KernelWait).ThreadId | Should -Be $thread.ThreadId
        $live = @(Get-KernelThread -Name w3wp -WaitReason WrResource @on | Select-Object -First 3)
        @($live | Get-KernelWait).ThreadId | Sort-Object | Should -Be ($live.ThreadId | Sort-Object)
    }

    It 'Get-KernelWait keeps the reasons that are asked for, and shows idle workers on request alone' {
        @(Get-KernelWait $all -Reason WrResource).WaitReason | Sort-Object -Unique | Should -Be 'WrResource'
        @(Get-KernelWait $all | Where-Object IsIdle) | Should -HaveCount 0
        @(Get-KernelWait $all -IncludeIdle | Where-Object IsIdle).Count | Should -BeGreaterThan 0
    }

    It 'Get-KernelWait leads on to the stack of a thread' {
        $wait = Get-KernelWait $file -Reason WrResource | Select-Object -First 1
        ($wait | Get-KernelStack).ThreadId | Should -Be $wait.ThreadId
    }

    It 'Get-KernelWait draws a table with evidence' {
        $text = (Invoke-Script 'Get-KernelWait $file -Reason WrResource' -Variable @{ file = $file } -Render).Text
        $text | Should -Match 'Waits in: w3wp_001\.dmp on simulated:w3wp-oplock'
        $text | Should -Match 'Derived|Memory'
    }

    It 'Get-KernelWait warns that an answer from a triage dump can be short' {
        $null = Get-KernelWait $file -WarningVariable warnings 3>$null
        "$warnings" | Should -Match 'triage dump holds chosen memory'
    }
}
