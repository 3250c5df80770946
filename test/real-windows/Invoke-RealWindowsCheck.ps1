<#
.SYNOPSIS
    Checks on a real, elevated Windows what no test elsewhere can: captures a victim whose waits are known, and compares.
.DESCRIPTION
    Runs the self-test of Test-KernelDumpReadiness, captures the threads of the victim with New-TriageDump, compares listing,
    verdicts, waits and stacks with what the victim knows, and takes live dumps where this build of Windows allows them. The reports
    count what all these dumps hold of waits, locks and requests.
    While the full live dump is taken, threads of two more victims wait for locks of the kernel, of a local file and of one on a share of
    this computer. What that dump shows of layouts that no public sample has is in questions.json; it needs Node.js 22.18 or later.
    Reports are JSON files in ReportFolder. Dumps hold memory: they are written to a folder of their own and removed.
    Exit code 0: every check passed or was refused by this Windows for a stated reason. 1: a check failed.
.PARAMETER ModulePath
    The module, by name or folder. It must be where only administrators can write.
.PARAMETER VictimPath
    victim.exe, built from victim.c.
.PARAMETER ReportFolder
    Where the reports go; created when it is missing.
.PARAMETER SymbolPath
    Where names come from. Frames inside the kernel that are not exported have no name without symbols.
.PARAMETER SkipLiveDump
    Leaves out the live dumps.
#>
[CmdletBinding()]
param(
    [string] $ModulePath = 'KernelTriage',
    [Parameter(Mandatory = $true)] [string] $VictimPath,
    [Parameter(Mandatory = $true)] [string] $ReportFolder,
    [string] $SymbolPath = ('srv*' + [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), 'symbols') + '*https://msdl.microsoft.com/download/symbols'),
    [switch] $SkipLiveDump
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 2.0
Import-Module (Join-Path $PSScriptRoot 'VictimCheck.psm1') -Force
Import-Module $ModulePath -Force
[void] (New-Item -ItemType Directory -Force -Path $ReportFolder)
$dumps = Join-Path ([System.IO.Path]::GetTempPath()) ('ktriage-check-' + [guid]::NewGuid().ToString('N'))
[void] (New-Item -ItemType Directory -Path $dumps)
$failed = 0

function Save-Report {
    param([string] $Name, $Value)
    $text = ConvertTo-Json -InputObject $Value -Depth 12
    [System.IO.File]::WriteAllText((Join-Path $ReportFolder $Name), $text)
}

# One victim for a local file, and one for a file of a redirector where this computer has its administrative share.
function Get-Contender {
    $local = [System.IO.Path]::GetTempPath().TrimEnd('\')
    $share = '\\localhost\' + $local.Replace(':', '$')
    foreach ($folder in $local, $share) {
        try { Start-Victim -Path $VictimPath -ContentionFolder $folder }
        catch { Write-Warning "No contention in ${folder}: $_" }
    }
}

# What only a real kernel shows of layouts: dump-questions.ts reads it from the dump.
function Save-Question {
    param([string] $Path)
    $report = Join-Path $ReportFolder 'questions.json'
    $node = Get-Command -Name node -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    $reason = if (-not $Path) { 'no full live dump was taken' } elseif ($null -eq $node) { 'Node.js is not installed' }
    if (-not $reason) {
        $said = & $node.Path (Join-Path $PSScriptRoot 'ask-dump.ts') $Path $report $SymbolPath 2>&1
        if ($LASTEXITCODE -ne 0) { $reason = "the dump was not read: $said" }
    }
    if ($reason) { Save-Report 'questions.json' ([pscustomobject]@{ NotAsked = $reason }) }
    # A driver that imports them can use resources of another kind, which no rule reads.
    $fast = foreach ($name in 'ntfs.sys', 'refs.sys', 'rdbss.sys', 'mrxsmb.sys', 'mrxsmb20.sys', 'fltmgr.sys') {
        $file = Join-Path $env:SystemRoot "System32\drivers\$name"
        if (-not (Test-Path -LiteralPath $file)) { continue }
        $text = [System.Text.Encoding]::GetEncoding(28591).GetString([System.IO.File]::ReadAllBytes($file))
        [pscustomobject]@{ Driver = $name; UsesFastResources = $text.Contains('AcquireFastResource') }
    }
    Save-Report 'fast-resources.json' @($fast)
}

try {
    $readiness = @(Test-KernelDumpReadiness -SelfTest -ReportPath (Join-Path $ReportFolder 'readiness.json'))
    $readiness | Format-Table | Out-String -Width 120 | Write-Output

    $victim = Start-Victim -Path $VictimPath
    $expected = [System.IO.File]::ReadAllText((Join-Path $PSScriptRoot 'expected.json')) | ConvertFrom-Json
    try { $report = Get-VictimReport -Victim $victim -Expected $expected -Destination $dumps -SymbolPath $SymbolPath }
    finally { Stop-Victim $victim }
    $results = $report.Checks
    $failed += @($results | Where-Object { -not $_.Passed }).Count
    Save-Report 'victim.json' ([pscustomobject]@{
            Windows = [System.Environment]::OSVersion.Version.ToString()
            PowerShell = $PSVersionTable.PSVersion.ToString()
            Checks = $results
            Errors = @($report.Errors | ForEach-Object { [pscustomobject]@{ Id = $_.FullyQualifiedErrorId; Message = $_.Exception.Message } })
            Dumps = @($report.Dumps | Select-Object -Property Path, Size, ThreadCount, Verified)
            Waits = Get-WaitReport -Path @($report.Dumps | ForEach-Object { $_.Path }) -SymbolPath $SymbolPath
        })
    $results | Format-Table -Property Way, ThreadId, Check, Passed, Found | Out-String -Width 160 | Write-Output

    if (-not $SkipLiveDump) {
        $live = foreach ($scope in 'ThreadStacks', 'Full') {
            $problems = @()
            $path = Join-Path $dumps "$scope.dmp"
            $contenders = @(if ($scope -eq 'Full') { Get-Contender })
            try { $dump = New-LiveKernelDump -Path $path -Scope $scope -ErrorAction SilentlyContinue -ErrorVariable problems }
            finally { $contenders | ForEach-Object { Stop-Victim $_ } }
            if ($scope -eq 'Full') { Save-Question $(if ($null -ne $dump) { $path }) }
            $read = if ($null -ne $dump) { @(Get-KernelStack -LiteralPath $path -WarningAction SilentlyContinue).Count } else { 0 }
            [pscustomobject]@{
                Scope = $scope
                Taken = $null -ne $dump
                StacksRead = $read
                Waits = Get-WaitReport -Path @(if ($null -ne $dump) { $path }) -SymbolPath $SymbolPath
                Refusals = @($problems | ForEach-Object { $_.FullyQualifiedErrorId + ': ' + $_.Exception.Message })
            }
            Remove-Item -LiteralPath $path -ErrorAction SilentlyContinue
        }
        # A build may refuse a scope; a dump that was taken must be readable.
        $failed += @($live | Where-Object { $_.Taken -and $_.StacksRead -eq 0 }).Count
        Save-Report 'live.json' @($live)
        $live | Format-Table -Property Scope, Taken, StacksRead, Refusals | Out-String -Width 160 | Write-Output
    }
} finally {
    Remove-Item -LiteralPath $dumps -Recurse -Force -ErrorAction SilentlyContinue
}
Write-Output "$failed failed"
exit ([int] ($failed -gt 0))
