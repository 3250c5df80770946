# The signed package on Windows. Prepared by test/build/package/windows.test.ts.
BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    $facts = Get-Prepared
    $executable = [System.IO.Path]::Combine($facts.module, 'bin', 'ktriage.exe')
}

Describe 'The signed package through the module' -Tag Prepared {
    It 'the signed package through the module is accepted with the signed executable, whose version Windows reads' {
        $run = Invoke-Script '@(Get-KernelThread -Name services).Count -gt 0' -Module $facts.module
        $run.Error | Should -HaveCount 0
        $run.Output | Should -BeTrue
        $version = [System.Diagnostics.FileVersionInfo]::GetVersionInfo($executable)
        $version.FileVersion, $version.ProductVersion, $version.ProductName | Should -BeExactly @("$($facts.version).0", "$($facts.version).0", 'KernelTriage')
    }

    It 'the signed package through the module is refused with the unsigned executable, which replaces the other in a session that has trusted it' {
        $run = Invoke-Script -Module $facts.module -Variable @{ unsigned = $facts.unsigned; executable = $executable } {
            @(Get-KernelThread -Name services).Count -gt 0
            [System.IO.File]::Copy($unsigned, $executable, $true)
            Get-KernelThread -Name services
        }
        $run.Output | Should -BeTrue
        @($run.Error | ForEach-Object { $_.FullyQualifiedErrorId }) | Should -BeExactly 'ExecutableNotTrusted,Get-KernelThread'
    }
}
