# Compares what KernelTriage reports about the victim process with what the victim knows about itself.
# Windows PowerShell 5.1 and PowerShell 7.

function New-CheckResult {
    param([string] $Way, $ThreadId, [string] $Check, [bool] $Passed, [string] $Expected, [string] $Found)
    [pscustomobject]@{
        Way = $Way
        ThreadId = $ThreadId
        Check = $Check
        Passed = $Passed
        Expected = $Expected
        Found = $Found
    }
}

<#
.SYNOPSIS
    Compares listing, verdicts and stacks with the facts of the victim.
.DESCRIPTION
    Emits one object for each check, passed or not. A fact whose way is not in the table of expectations is a failed check,
    and so is a way of the table without a fact: a check that was left out is never taken for a passed one.
.PARAMETER Fact
    The lines of the victim, as objects: way, threadId, and ownerThreadId where a thread owns what is waited for.
.PARAMETER Expected
    The table of expected.json as an object: states, waitReasons and a pattern for the frames, by way.
.PARAMETER Thread
    What Get-KernelThread gave for the victim's process.
.PARAMETER Verdict
    What New-TriageDump gave through -VerdictVariable.
.PARAMETER Stack
    What Get-KernelStack gave for the dumps.
#>
function Compare-VictimThread {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [object[]] $Fact,
        [Parameter(Mandatory = $true)] $Expected,
        [AllowEmptyCollection()] [object[]] $Thread = @(),
        [AllowEmptyCollection()] [object[]] $Verdict = @(),
        [AllowEmptyCollection()] [object[]] $Stack = @()
    )
    $ways = @($Expected.PSObject.Properties | ForEach-Object { $_.Name })
    foreach ($way in $ways) {
        if (@($Fact | Where-Object { $_.way -eq $way }).Count -ne 1) {
            New-CheckResult $way $null 'Fact' $false 'one thread' 'none, or several'
        }
    }
    foreach ($one in $Fact) {
        $id = $one.threadId
        $rule = $Expected.($one.way)
        if ($null -eq $rule) {
            New-CheckResult $one.way $id 'Fact' $false 'a known way' $one.way
            continue
        }
        $listed = @($Thread | Where-Object { $_.ThreadId -eq $id })
        $state = if ($listed.Count -eq 1) { [string] $listed[0].State } else { "$($listed.Count) threads" }
        New-CheckResult $one.way $id 'State' ($rule.states -contains $state) ($rule.states -join ' or ') $state
        if ($null -ne $rule.PSObject.Properties['waitReasons']) {
            $reason = if ($listed.Count -eq 1) { [string] $listed[0].WaitReason } else { '' }
            New-CheckResult $one.way $id 'WaitReason' ($rule.waitReasons -contains $reason) ($rule.waitReasons -join ' or ') $reason
        }
        # A thread that runs without end can be captured too: its stack is then taken at an interrupt.
        $became = [string] (@($Verdict | Where-Object { $_.ThreadId -eq $id }) | ForEach-Object { $_.Verdict } | Select-Object -First 1)
        New-CheckResult $one.way $id 'Verdict' ($became -eq 'Captured') 'Captured' $became
        if ($null -ne $rule.PSObject.Properties['frame']) {
            $frames = @($Stack | Where-Object { $_.ThreadId -eq $id } | ForEach-Object { $_.Frames } | ForEach-Object { [string] $_.Text })
            $matching = @($frames | Where-Object { $_ -match $rule.frame })
            New-CheckResult $one.way $id 'Stack' ($matching.Count -gt 0) $rule.frame (@($frames | Select-Object -First 6) -join ' < ')
        }
    }
}

<#
.SYNOPSIS
    Captures a victim that runs, reads the dumps, and compares all with its facts.
.DESCRIPTION
    Needs the module KernelTriage in the session. Emits one object: Checks (see Compare-VictimThread), Errors (what the capture
    refused), and Dumps (what New-TriageDump gave).
.PARAMETER Victim
    What Start-Victim gave.
.PARAMETER Expected
    The table of expected.json as an object.
.PARAMETER Destination
    The folder of the dumps, which hold memory: the caller removes it.
.PARAMETER SymbolPath
    Where names of frames come from.
#>
function Get-VictimReport {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] $Victim,
        [Parameter(Mandatory = $true)] $Expected,
        [Parameter(Mandatory = $true)] [string] $Destination,
        [string] $SymbolPath
    )
    $symbols = @{}
    if ($SymbolPath) { $symbols['SymbolPath'] = $SymbolPath }
    $refusals = @()
    $unread = @()
    $threads = @(Get-KernelThread -Id $Victim.Process.Id)
    $written = @($threads | New-TriageDump -Destination $Destination -VerdictVariable verdicts -ErrorAction SilentlyContinue -ErrorVariable refusals)
    $stacks = @($written | Get-KernelStack @symbols -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable unread)
    [pscustomobject]@{
        Checks = @(Compare-VictimThread -Fact $Victim.Facts -Expected $Expected -Thread $threads -Verdict @($verdicts) -Stack $stacks)
        Errors = @($refusals) + @($unread)
        Dumps = $written
    }
}

<#
.SYNOPSIS
    Counts what dumps hold of waits, locks and requests, by kind, without names of files.
.DESCRIPTION
    Answers what no public sample shows: which objects of waits a capture or a live dump of a real kernel keeps, how the blocks of
    shared waiters are read, and whether requests have the names of their drivers and files. Needs the module KernelTriage in the
    session. Emits one object.
.PARAMETER Path
    The dumps.
.PARAMETER SymbolPath
    Where the types of the kernel come from. Without it the offsets come from rules.
#>
function Get-WaitReport {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [AllowEmptyCollection()] [string[]] $Path,
        [string] $SymbolPath
    )
    $symbols = @{}
    if ($SymbolPath) { $symbols['SymbolPath'] = $SymbolPath }
    $problems = @()
    $common = @{ WarningAction = 'SilentlyContinue'; ErrorAction = 'SilentlyContinue'; ErrorVariable = '+problems' }
    $waits = @(if ($Path.Count) { Get-KernelWait -LiteralPath $Path @symbols @common })
    $locks = @(if ($Path.Count) { Get-KernelLock -LiteralPath $Path @symbols @common })
    $requests = @(if ($Path.Count) { Get-KernelPendingIo -LiteralPath $Path @symbols @common })
    $count = { param($Values) @($Values | Where-Object { $_ } | Group-Object | ForEach-Object { [pscustomobject]@{ Value = $_.Name; Count = $_.Count } }) }
    [pscustomobject]@{
        Waits = $waits.Count
        WithoutObject = @($waits | Where-Object { @($_.Objects).Count -eq 0 -and -not $_.IsIdle }).Count
        ObjectKinds = @(& $count @($waits | ForEach-Object { $_.Objects } | ForEach-Object { [string] $_.Kind }))
        Links = @(& $count @($waits | ForEach-Object { [string] $_.Links }))
        Locks = @(& $count @($locks | ForEach-Object { '{0} {1}' -f $_.Kind, $_.Era }))
        Contended = @($locks | Where-Object { $_.IsContended }).Count
        WithOwner = @($locks | Where-Object { @($_.Owners).Count -gt 0 }).Count
        SharedWaitersCounted = [int] (@($locks | ForEach-Object { $_.SharedWaiterCount }) | Measure-Object -Sum).Sum
        SharedWaitersFound = @($locks | ForEach-Object { $_.Waiters } | Where-Object { $_.Access -eq 'Shared' }).Count
        Requests = $requests.Count
        RequestsWithDriver = @($requests | Where-Object { $_.Driver }).Count
        RequestsWithFileName = @($requests | Where-Object { $_.FileName }).Count
        LayoutSources = @(& $count @($waits + $requests | ForEach-Object { [string] $_.LayoutSource }))
        Errors = @($problems | ForEach-Object { $_.FullyQualifiedErrorId } | Select-Object -Unique)
    }
}

<#
.SYNOPSIS
    Starts the victim and returns its process and facts once all its threads have reported.
.PARAMETER Path
    victim.exe
.PARAMETER ContentionFolder
    A folder, which may be on a share. The threads then wait for locks of the kernel all the time, and report nothing.
.PARAMETER TimeoutSecond
    How long to wait for the line that ends the facts.
#>
function Start-Victim {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [Parameter(Mandatory = $true)] [string] $Path,
        [string] $ContentionFolder,
        [int] $TimeoutSecond = 30
    )
    if (-not $PSCmdlet.ShouldProcess($Path, 'Start')) { return }
    $start = New-Object System.Diagnostics.ProcessStartInfo
    $start.FileName = $Path
    if ($ContentionFolder) { $start.Arguments = 'contention "{0}"' -f $ContentionFolder }
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $facts = New-Object System.Collections.ArrayList
    $deadline = [DateTime]::UtcNow.AddSeconds($TimeoutSecond)
    while ($true) {
        $line = $process.StandardOutput.ReadLineAsync()
        while (-not $line.Wait(100)) {
            if ([DateTime]::UtcNow -gt $deadline) { $process.Kill(); throw 'The victim did not report all its threads.' }
        }
        if ($null -eq $line.Result) { throw 'The victim ended before all its threads had reported.' }
        $object = $line.Result | ConvertFrom-Json
        if ($null -ne $object.PSObject.Properties['ready']) { break }
        [void] $facts.Add($object)
    }
    # The last thread has reported; it enters its wait after that.
    Start-Sleep -Milliseconds 500
    [pscustomobject]@{ Process = $process; Facts = $facts.ToArray() }
}

<#
.SYNOPSIS
    Ends the victim by closing its standard input.
#>
function Stop-Victim {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param([Parameter(Mandatory = $true)] $Victim)
    if (-not $PSCmdlet.ShouldProcess("victim $($Victim.Process.Id)", 'Stop')) { return }
    $Victim.Process.StandardInput.Close()
    if (-not $Victim.Process.WaitForExit(10000)) { $Victim.Process.Kill() }
}

Export-ModuleMember -Function Compare-VictimThread, Get-VictimReport, Get-WaitReport, Start-Victim, Stop-Victim
