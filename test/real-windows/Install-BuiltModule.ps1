<#
.SYNOPSIS
    Copies the built module to where only administrators can write, for Windows PowerShell and PowerShell 7.
.PARAMETER Destination
    The folder of modules. Both shells look in the default.
#>
[CmdletBinding()]
param([string] $Destination = (Join-Path $env:ProgramFiles 'WindowsPowerShell\Modules'))
$ErrorActionPreference = 'Stop'
$built = [System.IO.Path]::Combine((Split-Path (Split-Path $PSScriptRoot)), 'bin', 'KernelTriage')
if (-not (Test-Path -LiteralPath $built)) { throw "$built is missing: build first." }
$target = Join-Path $Destination 'KernelTriage'
if (Test-Path -LiteralPath $target) { Remove-Item -LiteralPath $target -Recurse -Force }
Copy-Item -LiteralPath $built -Destination $target -Recurse
Write-Output $target
