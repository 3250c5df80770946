<#
.SYNOPSIS
    Builds, tests, demonstrates or packages KernelTriage.
.DESCRIPTION
    Calls the npm script of the same name; all logic is there. Node 20 or later and npm are needed.
.PARAMETER Task
    Build, Test, Demo, Check, Bench or Package.
.EXAMPLE
    ./build.ps1 Demo
.EXAMPLE
    ./build.ps1 Test test/dump
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Check', 'Bench', 'Package')]
    [string] $Task = 'Build',

    [Parameter(Position = 1, ValueFromRemainingArguments)]
    [string[]] $Arguments = @()
)

$ErrorActionPreference = 'Stop'
& npm --prefix $PSScriptRoot run $Task.ToLowerInvariant() '--' @Arguments
exit $LASTEXITCODE
