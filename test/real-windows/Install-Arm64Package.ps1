<#
.SYNOPSIS
    Installs the gallery package with the executable for ARM64 in its place, where only administrators can write, and shows that it is
    what runs.
.PARAMETER PackageFolder
    What `npm run package -- --windows-arm64` made: the gallery package and the archive for Windows on ARM64.
.PARAMETER Destination
    The folder of modules. Both shells look in the default.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)] [string] $PackageFolder,
    [string] $Destination = (Join-Path $env:ProgramFiles 'WindowsPowerShell\Modules')
)
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.IO.Compression.FileSystem
$target = Join-Path $Destination 'KernelTriage'
if (Test-Path -LiteralPath $target) { Remove-Item -LiteralPath $target -Recurse -Force }
$package = @(Get-ChildItem -Path (Join-Path $PackageFolder 'KernelTriage.*.nupkg'))[0].FullName
$archive = @(Get-ChildItem -Path (Join-Path $PackageFolder 'ktriage-*-win-arm64.zip'))[0].FullName
[System.IO.Compression.ZipFile]::ExtractToDirectory($package, $target)
$unpacked = Join-Path ([System.IO.Path]::GetTempPath()) ('ktriage-arm64-' + [guid]::NewGuid().ToString('N'))
[System.IO.Compression.ZipFile]::ExtractToDirectory($archive, $unpacked)
foreach ($name in 'ktriage.exe', 'koffi.node') {
    Copy-Item -LiteralPath (Join-Path $unpacked $name) -Destination ([System.IO.Path]::Combine($target, 'bin', $name)) -Force
}
Remove-Item -LiteralPath $unpacked -Recurse -Force
$executable = [System.IO.Path]::Combine($target, 'bin', 'ktriage.exe')
$version = (& $executable version | Select-Object -First 1 | ConvertFrom-Json).value
if ($version.platform -ne 'win32-arm64') { throw "$executable runs on $($version.platform), not on win32-arm64." }
Write-Output $target
