<#
.SYNOPSIS
    Builds, tests, demonstrates or packages KernelTriage.
.DESCRIPTION
    Calls the npm script of the same name; all logic is there. Node 20 or later and npm are needed.
.PARAMETER Task
    Build, Test, Demo, Check, Bench or Package.
.PARAMETER CertificateThumbprint
    With Package, on Windows: signs the executable and the files of the module with this code-signing certificate.
.EXAMPLE
    ./build.ps1 Demo
.EXAMPLE
    ./build.ps1 Test test/dump
.EXAMPLE
    ./build.ps1 Package -CertificateThumbprint 0123456789ABCDEF0123456789ABCDEF01234567
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Check', 'Bench', 'Package')]
    [string] $Task = 'Build',

    [Parameter(Position = 1, ValueFromRemainingArguments)]
    [string[]] $Arguments = @(),

    [ValidatePattern('^[0-9A-Fa-f]{40}$')]
    [string] $CertificateThumbprint
)

$ErrorActionPreference = 'Stop'
if ($CertificateThumbprint) { $Arguments += '--certificate-thumbprint', $CertificateThumbprint }
& npm --prefix $PSScriptRoot run $Task.ToLowerInvariant() '--' @Arguments
exit $LASTEXITCODE
