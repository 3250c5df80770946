<#
.SYNOPSIS
    Builds, tests, demonstrates or packages KernelTriage.
.DESCRIPTION
    Calls the npm script of the same name; all logic is there. Node 20 or later and npm are needed.
.PARAMETER Task
    Build, Test, Demo, Check, Bench or Package.
.PARAMETER Arguments
    What the npm script is given.
.PARAMETER CertificateThumbprint
    With Package, on Windows: signs the executable, its native library and the files of the module with this code-signing
    certificate.
.PARAMETER TimestampServer
    With CertificateThumbprint: who says when a file was signed, as an address that begins with http://. A signature without
    a time is worth nothing once the certificate has expired.
.EXAMPLE
    ./build.ps1 Demo
.EXAMPLE
    ./build.ps1 Test test/dump
.EXAMPLE
    ./build.ps1 Package -CertificateThumbprint 0123456789ABCDEF0123456789ABCDEF01234567 -TimestampServer http://timestamp.example
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Check', 'Bench', 'Package')]
    [string] $Task = 'Build',

    [Parameter(Position = 1, ValueFromRemainingArguments)]
    [string[]] $Arguments = @(),

    [ValidatePattern('^[0-9A-Fa-f]{40}$')]
    [string] $CertificateThumbprint,

    [ValidatePattern('^http://')]
    [string] $TimestampServer
)

$ErrorActionPreference = 'Stop'
if (($CertificateThumbprint -or $TimestampServer) -and $Task -ne 'Package') { throw 'Only Package signs.' }
if ($CertificateThumbprint) { $Arguments += '--certificate-thumbprint', $CertificateThumbprint }
if ($TimestampServer) { $Arguments += '--timestamp-server', $TimestampServer }
# Not npm.ps1, which Windows has too and which the bare name would mean: it reads the text of the line that called it, and
# evaluates that once more, with its own $PSScriptRoot.
$npm = @(Get-Command -Name npm -CommandType Application)[0]
# Where its standard error is captured, Windows PowerShell makes an error of each line on it, and would end at npm's first.
$ErrorActionPreference = 'Continue'
& $npm.Path --prefix $PSScriptRoot run $Task.ToLowerInvariant() '--' @Arguments
exit $LASTEXITCODE
