# The script by which `npm run package` signs with a certificate of the store. It runs as it is, with functions in the place of the two cmdlets
# that only Windows has: stores with other certificates, one with the right one without its key, and a signer that records its arguments.
BeforeAll {
    Import-Module "$PSScriptRoot/TestTools.psm1" -Force
    $ErrorActionPreference = 'Stop'
    $thumbprint = '0123456789ABCDEF0123456789ABCDEF01234567'
    $file = "C:\it's `$HOME\a $([char] 0x2018)quoted$([char] 0x2019) ``name`` [1].psm1"
    $valid = @{ Status = 'Valid'; StatusMessage = 'Signature verified.'; TimeStamperCertificate = $null }
    $standIns = {
        function Get-ChildItem([string[]] $Path, [switch] $CodeSigningCert) {
            if (-not $CodeSigningCert) { throw 'asked for more than code-signing certificates' }
            foreach ($place in $Path) {
                foreach ($stored in $thumbprints) { [pscustomobject] @{ Place = $place; Thumbprint = $stored; HasPrivateKey = $place -like '*LocalMachine*' } }
            }
        }
        function Set-AuthenticodeSignature {
            param([string] $LiteralPath, [object] $Certificate, [string] $HashAlgorithm, [string] $TimestampServer)
            $global:called = [pscustomobject] @{
                LiteralPath = $LiteralPath; Place = $Certificate.Place; Thumbprint = $Certificate.Thumbprint; HashAlgorithm = $HashAlgorithm; TimestampServer = $TimestampServer
            }
            return [pscustomobject] $signature
        }
    }
    function Invoke-Signing([System.Collections.IDictionary] $Signature, [string[]] $Stored = ('FF00', $thumbprint), [string] $TimestampServer) {
        $given = @{ LiteralPath = $file; Thumbprint = $thumbprint.ToLowerInvariant() }
        if ($TimestampServer) { $given.TimestampServer = $TimestampServer }
        $script = [System.IO.Path]::Combine((Get-RepositoryRoot), 'src', 'build', 'package', 'Set-StoreSignature.ps1')
        Invoke-Script "$standIns`n& `$script @given`n`$global:called" -NoModule -Variable @{ signature = $Signature; thumbprints = $Stored; script = $script; given = $given }
    }
}

Describe 'The script that signs from the store' -Tag Simulated {
    It 'the script that signs from the store signs this file, whatever its name, with the certificate that has its key' {
        $run = Invoke-Signing $valid
        $run.Error | Should -HaveCount 0
        $run.Output | Should -HaveCount 1
        $called = $run.Output[0]
        $called.LiteralPath, $called.Place, $called.Thumbprint, $called.HashAlgorithm, $called.TimestampServer |
            Should -BeExactly @($file, 'Cert:\LocalMachine\My', $thumbprint, 'SHA256', '')
    }

    It 'the script that signs from the store fails where there is no such certificate, and signs nothing' {
        $run = Invoke-Signing $valid FF00
        @($run.Error | ForEach-Object { "$_" }) | Should -BeExactly 'There is no such code-signing certificate with a private key.'
        $run.State | Should -Be Failed
        $run.Output | Should -HaveCount 0
    }

    It 'the script that signs from the store fails with the reason where the signature is not valid' {
        $run = Invoke-Signing @{ Status = 'UnknownError'; StatusMessage = 'The root is not trusted.' }
        @($run.Error | ForEach-Object { "$_" }) | Should -BeExactly 'The root is not trusted.'
        $run.State | Should -Be Failed
    }

    It 'the script that signs from the store takes no thumbprint of other characters, and no server of another scheme' {
        $script = [System.IO.Path]::Combine((Get-RepositoryRoot), 'src', 'build', 'package', 'Set-StoreSignature.ps1')
        $known = @{ LiteralPath = $file; Thumbprint = $thumbprint }
        { & $script -LiteralPath $file -Thumbprint "' ; Remove-Item x" } | Should -Throw -ErrorId 'ParameterArgumentValidationError,Set-StoreSignature.ps1'
        foreach ($server in 'https://timestamp.example', 'timestamp.example') {
            { & $script @known -TimestampServer $server } | Should -Throw -ErrorId 'ParameterArgumentValidationError,Set-StoreSignature.ps1'
        }
    }

    It 'the script that signs from the store asks for the time, and fails where none came' {
        $server = 'http://timestamp.example/x?y=1&z'
        $stamped = Invoke-Signing @{ Status = 'Valid'; StatusMessage = ''; TimeStamperCertificate = 'a clock' } -TimestampServer $server
        $stamped.Error | Should -HaveCount 0
        $stamped.Output[0].TimestampServer | Should -BeExactly $server
        @((Invoke-Signing $valid -TimestampServer $server).Error | ForEach-Object { "$_" }) | Should -BeExactly 'The signature has no time stamp.'
    }
}
