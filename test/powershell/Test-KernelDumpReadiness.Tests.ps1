BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    Import-KernelTriage
    $ErrorActionPreference = 'Stop'
}

Describe 'Test-KernelDumpReadiness' -Tag Simulated {
    It 'Test-KernelDumpReadiness writes a typed object for each check, with advice where something is in the way' {
        Set-StrictMode -Version Latest
        $checks = @(Test-KernelDumpReadiness -Machine simulated:not-elevated)
        $checks.Count | Should -BeGreaterThan 20
        $checks[0].PSTypeNames[0] | Should -BeExactly 'KernelTriage.ReadinessCheck'
        $elevation = $checks | Where-Object Name -EQ Elevation
        $elevation.Status, $elevation.Value, $elevation.Simulated | Should -Be @('Fail', 'false', $true)
        $checks | Where-Object { $_.Status -eq 'Fail' -and -not $_.Advice } | Should -BeNullOrEmpty
    }

    It 'Test-KernelDumpReadiness runs the self-test and writes its report' {
        $report = [System.IO.Path]::Combine((New-Folder), 'self test.json')
        $results = @(Test-KernelDumpReadiness -Machine simulated:w3wp-oplock -SelfTest -ReportPath $report)
        $tests = @($results | Where-Object { $_.PSTypeNames[0] -eq 'KernelTriage.SelfTestResult' })
        $tests.Count | Should -BeGreaterThan 0
        $tests | Where-Object Status -In Warn, Fail | Should -BeNullOrEmpty
        # The captured threads wait for ALPC replies, so no request is there to ask about.
        ($tests | Where-Object Status -EQ Unknown).Name | Should -Be @('CapturedRequestNames')
        $report | Should -Exist
    }

    It 'Test-KernelDumpReadiness reports a self-test that may not capture as an error of its own' {
        $null = Test-KernelDumpReadiness -Machine simulated:not-elevated -SelfTest -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'NotElevated,Test-KernelDumpReadiness'
    }

    It 'Test-KernelDumpReadiness has tables' {
        $text = (Invoke-Script -Render {
                $r = Test-KernelDumpReadiness -Machine simulated:w3wp-oplock -SelfTest
                foreach ($type in 'KernelTriage.ReadinessCheck', 'KernelTriage.SelfTestResult') { $r | Where-Object { $_.PSTypeNames[0] -eq $type } | Out-Default }
            }).Text
        $text | Should -Match 'Readiness of: simulated:w3wp-oplock'
        $text | Should -Match 'Status +Name +Meaning and advice'
        $text | Should -Match 'Status +Name +Expected +Observed'
    }
}
