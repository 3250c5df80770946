<#
.SYNOPSIS
    Runs PSScriptAnalyzer over the module and every script of the repository. Any finding fails.
.PARAMETER ReportFolder
    Where analyzer.json goes.
#>
[CmdletBinding()]
param([Parameter(Mandatory = $true)] [string] $ReportFolder)
$ErrorActionPreference = 'Stop'
$root = Split-Path (Split-Path $PSScriptRoot)
if (-not (Get-Module -ListAvailable -Name PSScriptAnalyzer)) {
    Install-Module -Name PSScriptAnalyzer -RequiredVersion 1.25.0 -Scope CurrentUser -Force
}
[void] (New-Item -ItemType Directory -Force -Path $ReportFolder)
$settings = Join-Path $PSScriptRoot 'PSScriptAnalyzerSettings.psd1'
$findings = @(foreach ($place in 'build.ps1', 'module', '.ci', 'docs', 'src', 'test') {
        Invoke-ScriptAnalyzer -Path (Join-Path $root $place) -Recurse -Settings $settings
    })
$report = @($findings | Select-Object -Property RuleName, Severity, ScriptPath, Line, Message)
[System.IO.File]::WriteAllText((Join-Path (Resolve-Path -LiteralPath $ReportFolder) 'analyzer.json'), (ConvertTo-Json -InputObject $report -Depth 3))
$findings | Format-Table -AutoSize | Out-String -Width 200 | Write-Output
Write-Output "$($findings.Count) findings"
exit ([int] ($findings.Count -gt 0))
