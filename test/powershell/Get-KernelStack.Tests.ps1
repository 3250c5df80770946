BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
    $on = @{ Machine = 'simulated:w3wp-oplock' }
    $folder = New-Folder
    $null = Get-KernelThread -Name w3wp @on | Where-Object { $_.Ordinal -lt 28 } | New-TriageDump -Destination $folder -FileName 'w3wp_{batch}' -MaxThreadsPerDump 14
    $all = [System.IO.Path]::Combine($folder, '*.dmp')
    $file = [System.IO.Path]::Combine($folder, 'w3wp_001.dmp')
}

Describe 'Get-KernelStack' -Tag Simulated {
    It 'Get-KernelStack takes threads of dumps' {
        $chosen = @(Get-KernelDump $all | Get-KernelDumpThread | Where-Object WaitReason -EQ WrQueue)
        $chosen.Count | Should -BeGreaterThan 0
        @($chosen | Get-KernelStack).Count | Should -Be $chosen.Count
    }

    It 'Get-KernelStack takes live threads' {
        $live = @(Get-KernelThread -Name w3wp -WaitReason WrLpcReply @on)
        $live.Count | Should -BeGreaterThan 0
        @($live | Get-KernelStack).Count | Should -Be $live.Count
    }

    It 'Get-KernelStack takes files and texts' {
        @($file | Get-KernelStack).Count | Should -Be 14
        @([System.IO.FileInfo]::new($file) | Get-KernelStack).Count | Should -Be 14
        @(Get-KernelStack $file).Count | Should -Be 14
    }

    It 'Get-KernelStack prints stacks as a debugger does' {
        $text = (Invoke-Script 'Get-KernelDump $all | Get-KernelStack | Where-Object { $_.Stack -match ''_RxAcquireFcb'' } | Select-Object -First 1' -Variable @{ all = $all } -Render).Text
        $text | Should -Match ([regex]::Escape('rdbss!RxFindOrCreateFcb+0x3d8'))
        $text | Should -Match 'Thread \d+ of w3wp\.exe \(4872\) at 0x[0-9a-f]{16}: Wait, WrResource on simulated:w3wp-oplock'
        $text | Should -Match 'nt!KiSystemServiceCopyEnd\+0x13 \(TrapFrame @ [0-9a-f`]{17}\)'
    }

    It 'Get-KernelStack reports what is no dump and no thread, and reads the others' {
        $missing = [System.IO.Path]::Combine($folder, 'missing.dmp')
        $run = Invoke-Script '42, (Get-KernelDump $all | Select-Object -First 1), $missing | Get-KernelStack | ForEach-Object { 1 }' -Variable @{ all = $all; missing = $missing }
        $run.Output | Should -HaveCount 14
        $run.Error.FullyQualifiedErrorId | Should -Be @('InvalidRequest,Get-KernelStack', 'FileNotFound,Get-KernelStack')
    }
}
