function Get-KernelWaitChain {
    <#
    .SYNOPSIS
    Explains why threads are stuck: one object for each cause, with everything that waits behind it.

    .DESCRIPTION
    Follows each waiting thread over locks, owners, requests, ALPC servers, and threads or processes that must end, to what
    holds everything up: a pending request at a driver, a deadlock, a thread that runs or sleeps, an owner that no dump
    contains. Such a wait chain is why a program hangs, and why its threads are blocked or frozen. Causes are ranked by the number of
    threads behind them times the longest wait; deadlocks come first.

    The default view is the answer in words. Each statement carries its evidence: memory, derived, stack, pattern or guess. What
    the dumps do not show is listed as not known. Dumps of one boot of one machine are explained together, so an owner that one
    dump of a set lacks is found in another.

    Threads that wait for work are left out: idle workers, and single threads that wait in user mode.

    .PARAMETER Path
    Paths of dump files. Wildcards are understood.

    .PARAMETER LiteralPath
    Paths of dump files, taken literally.

    .PARAMETER InputObject
    From the pipeline: dumps of Get-KernelDump, New-TriageDump or Get-ChildItem, threads of Get-KernelDumpThread, or live threads
    of Get-KernelThread.

    .PARAMETER Deadlock
    Deadlocks alone.

    .PARAMETER Top
    At most so many causes of each machine. A warning counts the rest.

    .PARAMETER MinimumWait
    Only causes with a longest wait at least so old.

    .PARAMETER IncludeLone
    Single threads that nothing waits behind too.

    .PARAMETER CaptureBlocker
    Of live threads: threads that hold what the given ones wait for are found by their addresses and captured in memory too, at most
    three times one after the other. The owners of most locks are not in triage captures; those stay unknown.

    .PARAMETER SignaturePath
    Files of hang signatures beside the known ones. `ktriage schema signature-file` prints their form.

    .PARAMETER SymbolPath
    Where PDBs are looked for, in the syntax of _NT_SYMBOL_PATH. Causes are found without symbols; names of functions, and with
    them known patterns, need them.

    .PARAMETER SymbolCredential
    Name and password, or name and token, for the symbol server that the symbol path names besides Microsoft's. They are sent to
    that server alone, over https.

    .PARAMETER ImagePath
    Where images of drivers are looked for, folders separated by semicolons.

    .PARAMETER TimeLimit
    Ends reading after so many seconds, with the error TimeLimitReached. What came until then is whole.

    .INPUTS
    KernelTriage.Dump, KernelTriage.TriageDump, KernelTriage.DumpThread, KernelTriage.Thread, System.IO.FileInfo, System.String

    .OUTPUTS
    KernelTriage.WaitChain
    Headline, Evidence, Lines and Text (the whole answer), RootKind, RootThread, RootDriver, RootFileName, ThreadCount, LongestWait, IsDeadlock,
    Cycle, Threads, Links, Explanation, Signatures, NextSteps, NotKnown, MissingThreads, Stacks, Paths.

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported, LayoutOutOfBounds,
    SymbolPathInvalid, InvalidRequest, AnswerIncomplete. For live threads also: UnknownMachine, NotWindows, UnsafeNativeLibrary,
    ProcessNotFound, ThreadNotFound, IdentityReplaced, EnumerationFailed, NotElevated, PrivilegeNotHeld, CaptureNotSupported,
    CaptureDenied, CaptureFailed, CaptureOutOfMemory, CaptureUnverified, CaptureTimedOut, DidNotFit,
    ThreadAddressUnavailable, Cancelled, TimeLimitReached.

    .EXAMPLE
    Get-KernelWaitChain -Path D:\dumps\*.dmp

    Why the threads of these dumps are stuck, the worst cause first.

    .EXAMPLE
    Get-KernelThread -Name w3wp | Where-Object State -eq Wait | Get-KernelWaitChain -Top 1

    The same for live threads, through dumps that exist in memory alone.

    .EXAMPLE
    @(Get-KernelWaitChain -Path D:\dumps\*.dmp)[0].Explanation

    The statements behind the answer, each with how it is known.

    .EXAMPLE
    @(Get-KernelWaitChain MEMORY.DMP)[0].Text

    The answer as text, for a ticket.

    .LINK
    Get-KernelWait

    .LINK
    Get-KernelLock

    .LINK
    Get-KernelPendingIo

    .LINK
    about_KernelTriage_Waits
    #>
    [CmdletBinding(DefaultParameterSetName = 'InputObject', HelpUri = 'https://kerneltriage.example/blob/main/docs/waits.md')]
    [OutputType('KernelTriage.WaitChain')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'Path')]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [string[]] $Path,

        [Parameter(Mandatory = $true, ParameterSetName = 'LiteralPath')]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]] $LiteralPath,

        [Parameter(Mandatory = $true, ParameterSetName = 'InputObject', ValueFromPipeline = $true)]
        [ValidateNotNull()]
        [psobject[]] $InputObject,

        [switch] $Deadlock,

        [ValidateRange(1, 100000)]
        [PSDefaultValue(Help = 'every cause')]
        [int] $Top,

        [ValidateScript({ $_ -ge [timespan]::Zero })]
        [PSDefaultValue(Help = 'any age')]
        [timespan] $MinimumWait,

        [switch] $IncludeLone,

        [switch] $CaptureBlocker,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'the known signatures alone')]
        [string[]] $SignaturePath,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = '_NT_SYMBOL_PATH')]
        [string] $SymbolPath,

        [PSDefaultValue(Help = 'KTRIAGE_SYMBOL_CREDENTIALS')]
        [System.Management.Automation.PSCredential] $SymbolCredential,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = '_NT_EXECUTABLE_IMAGE_PATH')]
        [string] $ImagePath,

        [ValidateRange(0.001, 604800)]
        [PSDefaultValue(Help = 'none')]
        [double] $TimeLimit
    )

    begin {
        . $script:UseCallerPreference
        $selection = Initialize-StackSelection
    }

    process {
        Add-DumpFile $PSCmdlet $selection.WholeFiles -Path $Path -LiteralPath $LiteralPath
        foreach ($item in $InputObject) { Add-StackSource $PSCmdlet $selection -Item $item }
    }

    end {
        $request = ConvertTo-SymbolRequest $PSCmdlet -SymbolPath $SymbolPath -ImagePath $ImagePath -SymbolCredential $SymbolCredential
        if (-not (Complete-StackRequest $selection $request)) { return }
        if ($Deadlock) { $request['deadlock'] = $true }
        if ($Top) { $request['top'] = $Top }
        if ($IncludeLone) { $request['includeLone'] = $true }
        if ($CaptureBlocker) { $request['captureBlockers'] = $true }
        if ($PSBoundParameters.ContainsKey('MinimumWait')) { $request['minimumWaitMs'] = $MinimumWait.TotalMilliseconds }
        if ($SignaturePath) {
            $request['signaturePaths'] = @($SignaturePath | ForEach-Object { Resolve-FilePath $PSCmdlet $_ })
        }
        # A call into the kernel that waits for wedged threads cannot be interrupted: it gets time to come back.
        $grace = if ($selection.Live.Threads.Count -gt 0) { 30 } else { 5 }
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        Invoke-KernelTriageVerb $PSCmdlet 'chains' -Request $request -GraceSeconds $grace
    }
}
