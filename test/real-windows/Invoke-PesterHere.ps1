<#
.SYNOPSIS
    Runs the Pester tests of the module on this shell and this Windows, those for elevated sessions included.
.PARAMETER ReportFolder
    Where the NUnit report goes.
#>
[CmdletBinding()]
param([Parameter(Mandatory = $true)] [string] $ReportFolder)
$ErrorActionPreference = 'Stop'
if (-not (Get-Module -ListAvailable -Name Pester | Where-Object { $_.Version -eq [version] '6.2.0' })) {
    Install-Module -Name Pester -RequiredVersion 6.2.0 -Scope CurrentUser -Force -SkipPublisherCheck
}
[void] (New-Item -ItemType Directory -Force -Path $ReportFolder)
$root = Split-Path (Split-Path $PSScriptRoot)
& ([System.IO.Path]::Combine($root, 'test', 'powershell', 'Invoke-Tests.ps1')) -ResultPath ([System.IO.Path]::Combine([System.IO.Path]::GetFullPath($ReportFolder), 'pester.xml'))
exit $LASTEXITCODE
