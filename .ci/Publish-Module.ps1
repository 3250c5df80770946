<#
.SYNOPSIS
    Publishes the packages of the modules to the PowerShell Gallery.
.DESCRIPTION
    The key comes from the environment variable GALLERY_KEY and appears in no message.
.PARAMETER PackageFolder
    The folder with KernelTriage.<version>.nupkg.
#>
[CmdletBinding()]
param([Parameter(Mandatory = $true)] [string] $PackageFolder)
$ErrorActionPreference = 'Stop'
# The module for DSC needs the other one, which is therefore published first.
$packages = foreach ($name in 'KernelTriage', 'KernelTriageDsc') {
    $found = @(Get-ChildItem -Path $PackageFolder -Filter "$name.*.nupkg" -File)
    if ($found.Count -ne 1) { throw "One package of $name is expected in $PackageFolder; there are $($found.Count)." }
    $found[0]
}
if (-not $env:GALLERY_KEY) { throw 'GALLERY_KEY is not set.' }
foreach ($package in $packages) { Publish-PSResource -NupkgPath $package.FullName -Repository PSGallery -ApiKey $env:GALLERY_KEY }
