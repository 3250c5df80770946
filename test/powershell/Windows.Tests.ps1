# The whole way that a user's command goes on Windows: PowerShell for Windows, the module, the packaged executable with its
# native library. Under Wine, Wine is in the place of Windows.
BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    Import-KernelTriageDsc
    $ErrorActionPreference = 'Stop'
}

Describe 'The module on Windows' -Tag Windows {
    It 'the module on Windows runs on PowerShell for Windows, with the executable for Windows' {
        [System.Environment]::OSVersion.Platform | Should -Be Win32NT
        $threads = @(Get-KernelThread w3wp -Machine simulated:w3wp-oplock)
        $threads | Should -HaveCount 300
        $threads[0].PSTypeNames[0] | Should -BeExactly 'KernelTriage.Thread'
    }

    It 'the module on Windows lists the threads of its own process as .NET counts them' {
        $process = Get-Process -Id $PID
        $threads = @($process | Get-KernelThread)
        $ids = @($process.Threads.Id)
        @($threads | Where-Object { $ids -contains $_.ThreadId }).Count | Should -BeGreaterOrEqual ($ids.Count - 2)
        $threads[0].ProcessName | Should -Be "$($process.ProcessName).exe"
        $threads[0].Machine, $threads[0].Simulated | Should -Be @('local', $false)
    }

    It 'the module on Windows carries the pipeline of the README to its end on the simulated machine' {
        $dumps = Get-KernelThread -Pid 4872 -Machine simulated:w3wp-oplock | Where-Object State -EQ Wait | Select-Object -First 8 |
            New-TriageDump -Destination (New-Folder) | Get-KernelDump
        @($dumps | ForEach-Object { $_.Threads.Count }) | Should -Be 8
    }

    It 'the module on Windows cancels and leaves nothing half-written when it is stopped' {
        $folder = New-Folder
        $run = Invoke-Script 'New-TriageDump -Id 4872 -Destination $folder -MaxThreadsPerDump 1 -Machine simulated:w3wp-oplock' -Variable @{ folder = $folder } -StopAtFirst Output
        $run.State | Should -Be Stopped
        $files = Get-FileName $folder
        $files.Count | Should -BeGreaterThan 0
        $files.Count | Should -BeLessThan 300
        $files | Where-Object { $_ -notmatch '\.(dmp|json)$' } | Should -BeNullOrEmpty
    }
}

# A kernel that cannot capture, and a registry that a test may write to: Wine has both.
Describe 'The module under Wine' -Tag Wine {
    It 'the module under Wine ends a capture in the typed error for a kernel that has none' {
        $folder = New-Folder
        Get-Process -Id $PID | Get-KernelThread | Select-Object -First 1 | New-TriageDump -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'CaptureNotSupported,New-TriageDump'
        $failures[0].CategoryInfo.Category | Should -Be NotImplemented
        Get-FileName $folder *.dmp | Should -HaveCount 0
    }

    It 'the module under Wine keeps settings by the DSC class in the registry' {
        $key = 'SYSTEM\CurrentControlSet\Control\CrashControl\FullLiveKernelReports'
        try {
            $resource = & (Get-Module KernelTriageDsc) { [KernelDumpReadiness]::new() }
            $resource.ComponentThrottleThreshold = 4294967295
            $resource.Test() | Should -BeFalse
            $resource.Set()
            $resource.Test() | Should -BeTrue
            $resource.Get().ComponentThrottleThreshold | Should -Be 4294967295
            $value = [Microsoft.Win32.Registry]::GetValue("HKEY_LOCAL_MACHINE\$key", 'ComponentThrottleThreshold', $null)
            [uint32] ('0x{0:x8}' -f $value) | Should -Be 4294967295
        }
        finally { [Microsoft.Win32.Registry]::LocalMachine.DeleteSubKeyTree($key, $false) }
    }
}
