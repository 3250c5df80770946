function Compare-KernelStack {
    <#
    .SYNOPSIS
    Separates stuck threads from slow ones: compares two looks at one machine, thread by thread.

    .DESCRIPTION
    Takes two captures, two live dumps, or a capture and the live machine, and gives one object for each thread with a verdict:
    Stuck (it did not run at all), StuckExceptCapture (it ran no more than the capture in between explains), Slow (it ran and is in
    the same functions, with its rate), Moved, Gone, New, or Unknown where the looks do not show it. Stuck threads come first.

    The verdict rests on context switches, which the manifest of a capture has from before and after it, on the functions of the
    stack, on the objects that the thread waits for, and on its I/O requests: a request at the same driver has not moved. Each object
    carries how its verdict is known. A thread is recognised by the address of its object, its ids and its time of creation.

    Both looks must be of one machine since one start of Windows. Sets of many machines are compared machine by machine.

    .PARAMETER Reference
    The earlier look: paths of dumps, of manifests or of folders with dumps, dumps of Get-KernelDump or New-TriageDump, files of
    Get-ChildItem, or stacks of Get-KernelStack and threads of Get-KernelDumpThread, of which then only these threads are compared.
    Live stacks of Get-KernelStack and threads of Get-KernelThread carry what is compared themselves. Wildcards are understood.

    .PARAMETER Difference
    The later look, in the same forms. Wildcards are understood. From the pipeline it takes the dumps of a second New-TriageDump.

    .PARAMETER Live
    Takes the later look now, at the live threads of the reference, through captures that exist in memory alone. Needs Windows and
    an elevated session, as New-TriageDump does.

    .PARAMETER Verdict
    Only threads with these verdicts.

    .PARAMETER IncludeIdle
    Workers without work at both looks too.

    .PARAMETER Summary
    One object for each machine instead of the threads: the counts of each verdict, and the worker queues with the items that each
    finished between the looks.

    .PARAMETER SymbolPath
    Where PDBs are looked for, in the syntax of _NT_SYMBOL_PATH. Functions are compared by their names, so both looks are read with
    the same symbols.

    .PARAMETER SymbolCredential
    Name and password, or name and token, for the symbol server that the symbol path names besides Microsoft's. They are sent to
    that server alone, over https.

    .PARAMETER ImagePath
    Where images of drivers are looked for, folders separated by semicolons.

    .PARAMETER Machine
    With -Live, the machine to look at: local, or a simulated one. The reference has the name of a simulated machine itself.

    .PARAMETER TimeLimit
    Ends reading after so many seconds, with the error TimeLimitReached. What came until then is whole.

    .INPUTS
    KernelTriage.Dump, KernelTriage.TriageDump, KernelTriage.KernelStack, KernelTriage.DumpThread, KernelTriage.Thread,
    System.IO.FileInfo, System.String

    .OUTPUTS
    KernelTriage.ThreadComparison
    Verdict, Reason, ProcessName, ProcessId, ThreadId, ObjectAddress, IsIdle, ContextSwitches, CaptureSwitches, SwitchesPerSecond,
    IntervalMs, WaitTime, WaitingFor, IsSameWait, HeldBy, RequestAddress, HasRequestMoved, QueueAddress, QueueItems, Stack,
    ReferencePath, DifferencePath, Evidence, Basis.

    KernelTriage.ComparisonSummary
    With -Summary: Headline, ThreadCount, IdleCount, StuckCount, Counts, Queues, IntervalMs, ReferencePaths, DifferencePaths.

    .NOTES
    Errors: NotComparable, FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported, LayoutOutOfBounds,
    SymbolPathInvalid, InvalidRequest, AnswerIncomplete, EmptySelection. With -Live also: UnknownMachine, NotWindows,
    UnsafeNativeLibrary, ThreadNotFound, IdentityReplaced, EnumerationFailed, NotElevated, PrivilegeNotHeld,
    CaptureNotSupported, CaptureDenied, CaptureFailed, CaptureOutOfMemory, CaptureUnverified, CaptureTimedOut, DidNotFit,
    ThreadAddressUnavailable, Cancelled, TimeLimitReached.

    .EXAMPLE
    New-TriageDump -Id 4872 -Destination D:\dumps -Repeat 2 -Interval 1 -ComparisonVariable comparison
    $comparison | Where-Object Verdict -eq Stuck

    Captures a process twice, and lists the threads that did not run in between.

    .EXAMPLE
    $first = Get-KernelThread -Name w3wp -WaitReason WrResource | Select-Object -First 3 | New-TriageDump D:\dumps -FileName first
    Compare-KernelStack -Reference $first -Live

    Looks at captured threads once more, without another file.

    .EXAMPLE
    $first = Get-KernelThread -Name w3wp -WaitReason WrResource | Select-Object -First 3 | Get-KernelStack
    Compare-KernelStack -Reference $first -Live

    The same without any file: the stacks carry what is compared.

    .LINK
    New-TriageDump

    .LINK
    Get-KernelWaitChain

    .LINK
    about_KernelTriage_Comparisons
    #>
    [CmdletBinding(DefaultParameterSetName = 'Difference', HelpUri = 'https://kerneltriage.example/blob/main/docs/compare.md')]
    [OutputType('KernelTriage.ThreadComparison', 'KernelTriage.ComparisonSummary')]
    param(
        [Parameter(Mandatory = $true, Position = 0)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [psobject[]] $Reference,

        [Parameter(Mandatory = $true, Position = 1, ParameterSetName = 'Difference', ValueFromPipeline = $true)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [psobject[]] $Difference,

        [Parameter(Mandatory = $true, ParameterSetName = 'Live')]
        [switch] $Live,

        [ValidateSet('Stuck', 'StuckExceptCapture', 'Slow', 'Moved', 'Gone', 'New', 'Unknown')]
        [PSDefaultValue(Help = 'every verdict')]
        [string[]] $Verdict,

        [switch] $IncludeIdle,

        [switch] $Summary,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = '_NT_SYMBOL_PATH')]
        [string] $SymbolPath,

        [PSDefaultValue(Help = 'KTRIAGE_SYMBOL_CREDENTIALS')]
        [System.Management.Automation.PSCredential] $SymbolCredential,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = '_NT_EXECUTABLE_IMAGE_PATH')]
        [string] $ImagePath,

        [Parameter(ParameterSetName = 'Live')]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'that of the reference')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteMachine @args } @args })]
        [string] $Machine,

        [ValidateRange(0.001, 604800)]
        [PSDefaultValue(Help = 'none')]
        [double] $TimeLimit
    )

    begin {
        . $script:UseCallerPreference
        $sides = @{ reference = Initialize-StackSelection; difference = Initialize-StackSelection }
        foreach ($item in $Reference) { Add-ComparisonSource $PSCmdlet $sides.reference -Item $item -Parameter Reference }
    }

    process {
        foreach ($item in $Difference) { Add-ComparisonSource $PSCmdlet $sides.difference -Item $item -Parameter Difference }
    }

    end {
        $request = ConvertTo-SymbolRequest $PSCmdlet -SymbolPath $SymbolPath -ImagePath $ImagePath -SymbolCredential $SymbolCredential
        $names = @('reference', $(if (-not $Live) { 'difference' }))
        foreach ($name in $names) {
            if (-not $name) { continue }
            $side = @{}
            # What could not be taken for a look has been reported already.
            $hasLooks = $sides[$name].ContainsKey('Looks')
            if (-not (Complete-StackRequest $sides[$name] $side) -and -not $hasLooks) {
                if (-not $sides[$name]['HasRefused']) {
                    $PSCmdlet.WriteError((New-KernelTriageErrorRecord 'EmptySelection' "The $name of the comparison is empty: it names no dump." -Target $name))
                }
                return
            }
            if ($side.ContainsKey('paths')) { $request[$name] = $side['paths'] }
            if ($hasLooks) { $request["${name}Threads"] = $sides[$name]['Looks'].ToArray() }
            if ($side.ContainsKey('objectAddresses')) { $request["${name}Addresses"] = $side['objectAddresses'] }
        }
        if ($Live) { $request['live'] = $true }
        if ($Machine) { $request['machine'] = $Machine }
        if ($Verdict) { $request['verdicts'] = $Verdict }
        if ($IncludeIdle) { $request['includeIdle'] = $true }
        # A call into the kernel that waits for wedged threads cannot be interrupted: it gets time to come back.
        $grace = if ($Live) { 30 } else { 5 }
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        Invoke-KernelTriageVerb $PSCmdlet 'compare' -Request $request -GraceSeconds $grace | Select-ComparisonRecord $PSCmdlet -Summary:$Summary
    }
}
