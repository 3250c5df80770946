<#
.SYNOPSIS
    Publishes the package of the module to the PowerShell Gallery.
.DESCRIPTION
    The key comes from the environment variable GALLERY_KEY and appears in no message.
.PARAMETER PackageFolder
    The folder with KernelTriage.<version>.nupkg.
#>
[CmdletBinding()]
param([Parameter(Mandatory = $true)] [string] $PackageFolder)
$ErrorActionPreference = 'Stop'
$packages = @(Get-ChildItem -Path $PackageFolder -Filter 'KernelTriage.*.nupkg' -File)
if ($packages.Count -ne 1) { throw "One package is expected in $PackageFolder; there are $($packages.Count)." }
if (-not $env:GALLERY_KEY) { throw 'GALLERY_KEY is not set.' }
Publish-PSResource -NupkgPath $packages[0].FullName -Repository PSGallery -ApiKey $env:GALLERY_KEY
