<#
.SYNOPSIS
    Runs the Pester tests of the module.
.DESCRIPTION
    Builds the module first where there is none. Ends with the number of failed tests as exit code, or 1 where a file could not be
    run. Tests carry one or more of these tags:

    Simulated   needs nothing but the simulated machine: for every system.
    Windows     says something about Windows: for a Windows, or Wine.
    Elevated    captures from the real kernel: for an elevated session on Windows. Skipped by name, and counted, in any other.
    Wine        needs what Wine lacks or allows: for Wine alone.
    Prepared    needs what a suite in TypeScript prepares, which runs the file: a package, or a stand-in for the kernel.
.PARAMETER Path
    The test files, or folders that hold them. All of this folder unless given; `Get-KernelThread` means Get-KernelThread.Tests.ps1.
.PARAMETER Engine
    here: this PowerShell. wine: PowerShell 7 for Windows, under Wine (on Linux). desktop: Windows PowerShell 5.1 (on Windows).
.PARAMETER Tag
    Runs the tests that have one of these tags. Unless given: Simulated, with Windows and Elevated on Windows, and Windows and Wine under Wine.
.PARAMETER ExcludeTag
    Leaves out the tests that have one of these tags.
.PARAMETER ResultPath
    Writes the results as NUnit XML to this file.
.PARAMETER Shard
    `1/2` runs the first half of the files, `2/2` the other.
.PARAMETER Output
    How much Pester writes: None, Normal, Detailed.
.EXAMPLE
    pwsh test/powershell/Invoke-Tests.ps1 -Path Get-KernelThread -Output Detailed
.EXAMPLE
    pwsh test/powershell/Invoke-Tests.ps1 -Engine wine
.EXAMPLE
    pwsh test/powershell/Invoke-Tests.ps1 -Engine desktop -Tag Windows, Elevated
#>
[CmdletBinding(PositionalBinding = $false)]
param(
    [Parameter(Position = 0)] [string[]] $Path = @(),
    [ValidateSet('here', 'wine', 'desktop')] [string] $Engine = 'here',
    [string[]] $Tag = @(),
    [string[]] $ExcludeTag = @(),
    [string] $ResultPath,
    [ValidatePattern('^[1-9]\d*/[1-9]\d*$')] [string] $Shard = '1/1',
    [ValidateSet('None', 'Normal', 'Detailed')] [string] $Output = 'Normal'
)

$ErrorActionPreference = 'Stop'
$pesterVersion = '6.2.0'
$root = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..'))
$onWindows = [System.Environment]::OSVersion.Platform -eq [System.PlatformID]::Win32NT

# Where another engine runs this script, its parameters are given on as they came. A list is one text on a command line.
if ($Engine -ne 'here') {
    $parameters = @(foreach ($name in @($PSBoundParameters.Keys)) {
            if ($name -ne 'Engine') { "-$name"; @($PSBoundParameters[$name]) -join ',' }
        })
    if ($Engine -eq 'desktop') {
        & powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File $PSCommandPath @parameters
    }
    else {
        & node --disable-warning=ExperimentalWarning ([System.IO.Path]::Combine($PSScriptRoot, 'wine', 'run-tests.ts')) @parameters
    }
    exit $LASTEXITCODE
}
$Path, $Tag, $ExcludeTag = foreach ($list in $Path, $Tag, $ExcludeTag) { , @($list -split ',' | Where-Object { $_ }) }

if (-not [System.IO.File]::Exists([System.IO.Path]::Combine($root, 'bin', 'KernelTriage', 'KernelTriage.psd1'))) {
    & ([System.IO.Path]::Combine($root, 'build.ps1')) Build
}

$restored = [System.IO.Path]::Combine($root, '.cache', 'powershell', 'packages', 'pester', $pesterVersion, 'tools', 'Pester.psd1')
if ([System.IO.File]::Exists($restored)) { Import-Module $restored }
elseif (Get-Module Pester -ListAvailable | Where-Object Version -eq $pesterVersion) { Import-Module Pester -RequiredVersion $pesterVersion }
else { throw "Pester $pesterVersion is needed: Install-Module Pester -RequiredVersion $pesterVersion -Scope CurrentUser -SkipPublisherCheck, or npm test." }

if (-not $Path) { $Path = @($PSScriptRoot) }
$files = @(foreach ($place in $Path) {
        if ([System.IO.Directory]::Exists($place)) { [System.IO.Directory]::GetFiles($place, '*.Tests.ps1') }
        elseif ([System.IO.File]::Exists($place)) { [System.IO.Path]::GetFullPath($place) }
        else {
            $named = [System.IO.Path]::Combine($PSScriptRoot, "$place.Tests.ps1")
            if (-not [System.IO.File]::Exists($named)) { throw "There is no test file $place." }
            $named
        }
    })
if (-not $Tag) { $Tag = if (-not $onWindows) { 'Simulated' } elseif ($env:WINEPREFIX) { 'Windows', 'Wine' } else { 'Simulated', 'Windows', 'Elevated' } }
# Discovery of a file without such a test would cost time for nothing.
$tagged = "-Tag [^{]*\b($($Tag -join '|'))\b"
$files = @($files | Where-Object { [System.IO.File]::ReadAllText($_) -match $tagged })
# The largest files first, one to each shard in turn.
$part, $parts = $Shard.Split([char] '/') | ForEach-Object { [int] $_ }
$ordered = @($files | Sort-Object { -[System.IO.FileInfo]::new($_).Length }, { $_ })
$files = @(for ($index = $part - 1; $index -lt $ordered.Count; $index += $parts) { $ordered[$index] })
if (-not $files) {
    # A part of the tests was asked for, and this engine or shard has none of it.
    Write-Output 'No test file is left for this engine and shard.'
    exit 0
}

$configuration = New-PesterConfiguration (Import-PowerShellDataFile ([System.IO.Path]::Combine($PSScriptRoot, 'PesterConfiguration.psd1')))
$configuration.Run.Path = $files
$configuration.Filter.Tag = $Tag
$configuration.Filter.ExcludeTag = $ExcludeTag
$configuration.Output.Verbosity = $Output
if ($ResultPath) {
    $configuration.TestResult.Enabled = $true
    $configuration.TestResult.OutputFormat = 'NUnitXml'
    $configuration.TestResult.OutputPath = $ResultPath
}
# Views and messages are compared as text: in one language, without colours, and without a user to ask.
[cultureinfo]::CurrentUICulture = [cultureinfo]::InvariantCulture
$style = Get-Variable PSStyle -ValueOnly -ErrorAction Ignore
if ($style) { $style.OutputRendering = 'PlainText' }
$result = Invoke-Pester -Configuration $configuration
# Pester counts what is skipped, and names it only in detailed output.
foreach ($test in $result.Skipped) { Write-Output "Skipped: $($test.ExpandedName)" }
$failed = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
if ($failed -eq 0 -and $result.Result -ne 'Passed') { $failed = 1 }
exit [Math]::Min($failed, 250)
