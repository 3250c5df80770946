# build.ps1 with an npm that writes down what it was called with, and fails when it is told to.
BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    $thumbprint = '0123456789ABCDEF0123456789ABCDEF01234567'
    $root = Get-RepositoryRoot
    $script = [System.IO.Path]::Combine($root, 'build.ps1')

    function New-Npm([int] $Status) {
        $folder = New-Folder
        $seen = [System.IO.Path]::Combine($folder, 'seen')
        if (Test-Windows) {
            $complaint = if ($Status) { "@echo npm error 1>&2`r`n" }
            [System.IO.File]::WriteAllText([System.IO.Path]::Combine($folder, 'npm.cmd'), "@for %%a in (%*) do @echo %%~a>>`"$seen`"`r`n$complaint@exit /b $Status`r`n")
        }
        else {
            $complaint = if ($Status) { "echo 'npm error' >&2" }
            Set-Program ([System.IO.Path]::Combine($folder, 'npm')) "printf '%s\n' `"`$@`" > '$seen'`n$complaint`nexit $Status`n"
        }
        # npm brings a script for PowerShell too, which a bare name would find first; it cannot take these arguments.
        [System.IO.File]::WriteAllText([System.IO.Path]::Combine($folder, 'npm.ps1'), "throw 'npm.ps1 was called'")
        return $folder
    }

    # The errors of a call of build.ps1, its exit code, and the arguments that npm was given; none where it did not start.
    function Invoke-Build([string] $Call, [int] $Status = 0, [string] $Before) {
        $folder = New-Npm $Status
        $path = $env:PATH
        try {
            $env:PATH = $folder + [System.IO.Path]::PathSeparator + $path
            $run = Invoke-Script "$Before`n& `$script $Call`n`$LASTEXITCODE" -NoModule -Variable @{ script = $script }
        }
        finally { $env:PATH = $path }
        $seen = [System.IO.Path]::Combine($folder, 'seen')
        $arguments = if ([System.IO.File]::Exists($seen)) { @([System.IO.File]::ReadAllLines($seen)) }
        return [pscustomobject] @{ Error = @($run.Error); Status = @($run.Output)[-1]; Seen = $arguments }
    }
    function Get-Call([string[]] $Argument) { @('--prefix', $root, 'run') + $Argument }
}

Describe 'build.ps1' -Tag Simulated {
    It 'build.ps1 builds by default, and passes on what the task is given' {
        $run = Invoke-Build ''
        $run.Error | Should -HaveCount 0
        $run.Status | Should -Be 0
        $run.Seen | Should -BeExactly (Get-Call build, '--')
        (Invoke-Build 'Test test/dump test/cli').Seen | Should -BeExactly (Get-Call test, '--', test/dump, test/cli)
        (Invoke-Build 'Package --sign-with ./sign.sh').Seen | Should -BeExactly (Get-Call package, '--', --sign-with, ./sign.sh)
    }

    It 'build.ps1 passes on the signer and the time stamp server' {
        (Invoke-Build "Package -CertificateThumbprint $thumbprint -TimestampServer http://timestamp.example").Seen |
            Should -BeExactly (Get-Call package, '--', --certificate-thumbprint, $thumbprint, --timestamp-server, http://timestamp.example)
    }

    It 'build.ps1 refuses what cannot be, before npm starts: <_>' -ForEach @(
        'Build -CertificateThumbprint 0123456789ABCDEF0123456789ABCDEF01234567'
        'Package -CertificateThumbprint 1234'
        'Package -CertificateThumbprint 0123456789ABCDEF0123456789ABCDEF01234567 -TimestampServer https://timestamp.example'
        'Publish'
    ) {
        $run = Invoke-Build $_
        $run.Error | Should -HaveCount 1
        $run.Seen | Should -BeNullOrEmpty
    }

    It 'build.ps1 fails as npm does' {
        (Invoke-Build Check 3).Status | Should -Be 3
        # Nothing that PowerShell makes of the end of npm or of its standard error comes before.
        (Invoke-Build 'Check 2>&1' 3 '$PSNativeCommandUseErrorActionPreference = $true').Status | Should -Be 3
    }
}
