<#
.SYNOPSIS
    Signs a file with a certificate of the user's or the computer's store.
.DESCRIPTION
    Throws where there is no such certificate, and where the signature is not a valid one afterwards. `npm run package` runs it in Windows
    PowerShell.
.PARAMETER LiteralPath
    The file, which is changed in place.
.PARAMETER Thumbprint
    The 40 hex digits of the certificate.
.PARAMETER TimestampServer
    The address of a time stamp server. Windows PowerShell 5.1 takes no other scheme than http; the answer is signed, so it needs none.
#>
[CmdletBinding(PositionalBinding = $false)]
param(
    [Parameter(Mandatory = $true)] [string] $LiteralPath,
    [Parameter(Mandatory = $true)] [ValidatePattern('^[0-9a-fA-F]{40}$')] [string] $Thumbprint,
    [ValidatePattern('^http://\S+$')] [string] $TimestampServer
)
$ErrorActionPreference = 'Stop'
$stores = 'Cert:\CurrentUser\My', 'Cert:\LocalMachine\My'
$certificate = @(Get-ChildItem -Path $stores -CodeSigningCert | Where-Object { $_.Thumbprint -eq $Thumbprint -and $_.HasPrivateKey })[0]
if (-not $certificate) { throw 'There is no such code-signing certificate with a private key.' }
$time = @{}
if ($TimestampServer) { $time.TimestampServer = $TimestampServer }
$signature = Set-AuthenticodeSignature -LiteralPath $LiteralPath -Certificate $certificate -HashAlgorithm SHA256 @time
if ($signature.Status -ne 'Valid') { throw $signature.StatusMessage }
if ($TimestampServer -and -not $signature.TimeStamperCertificate) { throw 'The signature has no time stamp.' }
