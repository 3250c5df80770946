function Get-KernelStack {
    <#
    .SYNOPSIS
    Shows the kernel stacks of threads, in dumps or live, as objects with named frames.

    .DESCRIPTION
    Walks the kernel stack of each thread by the unwind data of the images and names the frames from PDBs and exports, without
    WinDbg. Each frame shows how it was found: what is not proved by unwind data is a guess and marked `?`. The frames by which
    a capture itself ran in the thread are folded away.

    Dumps are read on any system. Live threads, as Get-KernelThread lists them, are captured into temporary dumps that exist
    in memory alone; that needs Windows and an elevated session, as New-TriageDump does.

    Names come from PDBs. Give -SymbolPath, or set _NT_SYMBOL_PATH; a server is asked only when the path names one. What is
    missing is reported once for each image, with the places that were searched.

    .PARAMETER Path
    Paths of dump files. Wildcards are understood.

    .PARAMETER LiteralPath
    Paths of dump files, taken literally.

    .PARAMETER InputObject
    From the pipeline: dumps of Get-KernelDump, New-TriageDump or Get-ChildItem, threads of Get-KernelDumpThread, or live threads
    of Get-KernelThread.

    .PARAMETER Name
    Names of processes, with or without .exe: only their threads. The wildcards * and ? are understood.

    .PARAMETER ThreadId
    Only the threads with these ids. One that is in no dump is an error.

    .PARAMETER State
    Only threads in these states, for example Wait. Wildcards are understood.

    .PARAMETER WaitReason
    Only threads that wait for these reasons, for example WrResource or Wr*. Wildcards are understood.

    .PARAMETER SymbolPath
    Where PDBs are looked for, in the syntax of _NT_SYMBOL_PATH, for example srv*C:\Symbols*https://msdl.microsoft.com/download/symbols.
    Relative folders are those of the session.

    .PARAMETER SymbolCredential
    Name and password, or name and token, for the symbol server that the symbol path names besides Microsoft's. They are sent to
    that server alone, over https.

    .PARAMETER ImagePath
    Where images of drivers are looked for, folders separated by semicolons.

    .PARAMETER IncludeCaptureFrames
    Keeps the frames by which the capture itself ran in the thread.

    .PARAMETER IncludeRegister
    Gives each frame the registers that the unwind data recovered: what a function kept across its calls, a lock or a request, is
    often in one.

    .PARAMETER IncludeMention
    Gives each stack the kernel objects that its words and registers point to: threads, requests, files, devices, locks. A word may
    be left over from an earlier call, so a mention shows where to look.

    .PARAMETER IncludeWait
    Gives each stack of a dump of whole pages what its thread waits for and its holder. Stacks of triage dumps and of live
    threads have that without being asked; -IncludeWait:$false leaves it out.

    .PARAMETER NoScan
    Ends a stack where unwind data is missing instead of guessing on.

    .PARAMETER MaxFrames
    At most so many frames a stack.

    .PARAMETER TimeLimit
    Ends reading after so many seconds, with the error TimeLimitReached. What came until then is whole.

    .INPUTS
    KernelTriage.Dump, KernelTriage.TriageDump, KernelTriage.DumpThread, KernelTriage.Thread, System.IO.FileInfo, System.String

    .OUTPUTS
    KernelTriage.KernelStack
    Path, ProcessId, ProcessName, ThreadId, ObjectAddress, State, WaitReason, Stack (a text for each frame), Frames (with Text,
    Address, StackPointer, Module, Symbol, Offset, FoundBy, NameFrom, TrapFrame), End and EndMeaning. A thread that waits has
    WaitingFor, HeldBy, Doing (the function that waits), WaitTime, WaitEvidence and HeldByEvidence.

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported,
    LayoutOutOfBounds, SymbolPathInvalid. For live threads also: UnknownMachine, NotWindows, UnsafeNativeLibrary, ProcessNotFound,
    ThreadNotFound, IdentityReplaced, EnumerationFailed, NotElevated, PrivilegeNotHeld, CaptureNotSupported,
    CaptureDenied, CaptureFailed, CaptureOutOfMemory, CaptureUnverified, CaptureTimedOut, DidNotFit,
    ThreadAddressUnavailable, Cancelled, TimeLimitReached.

    .EXAMPLE
    Get-KernelDump D:\dumps\*.dmp | Get-KernelStack | Group-KernelStack

    Which stacks the captured threads have, the most frequent first.

    .EXAMPLE
    Get-KernelThread -Name w3wp | Where State -eq Wait | Get-KernelStack

    The kernel stacks of live threads.

    .EXAMPLE
    Get-KernelStack w3wp.dmp | Where { $_.Stack -match 'rdbss!_RxAcquireFcb' }

    The threads that wait for the lock of a file control block.

    .LINK
    Group-KernelStack

    .LINK
    New-TriageDump

    .LINK
    Resolve-KernelSymbol

    .LINK
    about_KernelTriage_Stacks
    #>
    [CmdletBinding(DefaultParameterSetName = 'InputObject', HelpUri = 'https://kerneltriage.example/blob/main/docs/stacks.md')]
    [OutputType('KernelTriage.KernelStack')]
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

        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every process')]
        [string[]] $Name,

        [Alias('Tid')]
        [PSDefaultValue(Help = 'every thread')]
        [uint32[]] $ThreadId,

        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every state')]
        [string[]] $State,

        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every reason')]
        [string[]] $WaitReason,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = '_NT_SYMBOL_PATH')]
        [string] $SymbolPath,

        [PSDefaultValue(Help = 'KTRIAGE_SYMBOL_CREDENTIALS')]
        [System.Management.Automation.PSCredential] $SymbolCredential,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = '_NT_EXECUTABLE_IMAGE_PATH')]
        [string] $ImagePath,

        [switch] $IncludeCaptureFrames,

        [switch] $IncludeRegister,

        [switch] $IncludeMention,

        [switch] $IncludeWait,

        [switch] $NoScan,

        [ValidateRange(1, 256)]
        [PSDefaultValue(Help = '256')]
        [int] $MaxFrames,

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
        if ($IncludeCaptureFrames) { $request['includeCaptureFrames'] = $true }
        if ($IncludeRegister) { $request['includeRegisters'] = $true }
        if ($IncludeMention) { $request['includeMentions'] = $true }
        if ($PSBoundParameters.ContainsKey('IncludeWait')) { $request['includeWaits'] = [bool] $IncludeWait }
        if ($NoScan) { $request['scan'] = $false }
        if ($MaxFrames) { $request['maxFrames'] = $MaxFrames }
        # A call into the kernel that waits for wedged threads cannot be interrupted: it gets time to come back. Errors of live
        # threads come at the end, so that a wedged one does not end the others under -ErrorAction Stop.
        $isLive = $selection.Live.Threads.Count -gt 0
        $grace = if ($isLive) { 30 } else { 5 }
        $errors = if ($isLive) { , [System.Collections.Generic.List[System.Management.Automation.ErrorRecord]]::new() }
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        $seen = [System.Collections.ArrayList]::new()
        Invoke-KernelTriageVerb $PSCmdlet 'stacks' -Request $request -GraceSeconds $grace -Errors $errors |
            ForEach-Object -Process { if (Test-StackWanted $selection $_) { $_ } } |
            Select-ThreadRecord -Name $Name -State $State -WaitReason $WaitReason -ThreadId $ThreadId -Seen $seen
        foreach ($record in $errors) { $PSCmdlet.WriteError($record) }
        if ($ThreadId) { Write-MissingThread $PSCmdlet $ThreadId -Found $seen -Where 'in what was read' -Advice 'Get-KernelDumpThread lists the threads of a dump.' }
    }
}
