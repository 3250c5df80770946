# What only a real kernel can show, asked by the module: the threads of this very session are captured. Other files capture from stand-ins.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $elevated = Test-Elevated
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
}

Describe 'The module on a real kernel' -Tag Elevated -Skip:(-not $elevated) {
    It 'the module on a real kernel captures waiting threads of this session, and reads them back' {
        $chosen = @(Get-Process -Id $PID | Get-KernelThread | Where-Object State -EQ Wait | Select-Object -First 4)
        $chosen.Count | Should -BeGreaterThan 0
        $dumps = @($chosen | New-TriageDump -Destination (New-Folder) -VerdictVariable verdicts)
        # A thread of the pool may have ended since it was listed.
        $captured = @($verdicts | Where-Object Verdict -EQ Captured)
        $captured.Count | Should -BeGreaterThan 0
        $verdicts | Where-Object Verdict -NotIn Captured, Exited | Should -BeNullOrEmpty
        $dumps | Where-Object { -not $_.Verified } | Should -BeNullOrEmpty
        $read = @($dumps | Get-KernelDumpThread | ForEach-Object ThreadId | Sort-Object)
        $read | Should -Be @($captured | ForEach-Object ThreadId | Sort-Object)
    }

    It 'the module on a real kernel finds in its self-test nothing that this kernel does otherwise' {
        $tests = @(Test-KernelDumpReadiness -SelfTest | Where-Object { $_.PSTypeNames[0] -eq 'KernelTriage.SelfTestResult' })
        $tests.Count | Should -BeGreaterThan 0
        $tests | Where-Object Status -EQ Fail | ForEach-Object { "$($_.Name): $($_.Observed)" } | Should -BeNullOrEmpty
    }
}
