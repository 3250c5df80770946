function Get-KernelPendingIo {
    <#
    .SYNOPSIS
    Lists I/O requests that are not finished and the drivers that have them, in dumps or live.

    .DESCRIPTION
    Finds the requests (IRPs) on the lists of threads and of file objects, and those that are on no list and that only a stack or a
    register of a thread points to. Each is shown with the drivers it went through, the one that has it now, whether that driver
    marked it pending, and the file: `\\server\share\file` for every form in which redirectors store it.

    Requests carry no time: WaitTime is how long the thread has waited, so the request is at least as old.

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
    Only the threads with these ids.

    .PARAMETER SymbolPath
    Where PDBs are looked for, in the syntax of _NT_SYMBOL_PATH. Waits, locks and requests are found without symbols; names of
    functions and of global locks need them, and so does a build with changed structures.

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
    KernelTriage.PendingIo
    Path, Address, ProcessId, ThreadId, MajorFunction, MinorFunction, Driver, IsMarkedPending, FileName, UncPath, Drive,
    Locations (each with MajorFunction, Driver, Control, CompletionRoutineName), FoundBy, WaitTime, Evidence, Basis.

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported, LayoutOutOfBounds,
    SymbolPathInvalid, AnswerIncomplete. For live threads also: UnknownMachine, NotWindows, UnsafeNativeLibrary, ProcessNotFound,
    ThreadNotFound, IdentityReplaced, EnumerationFailed, NotElevated, PrivilegeNotHeld, CaptureNotSupported,
    CaptureDenied, CaptureFailed, CaptureOutOfMemory, CaptureUnverified, CaptureTimedOut, DidNotFit,
    ThreadAddressUnavailable, Cancelled, TimeLimitReached.

    .EXAMPLE
    Get-KernelPendingIo D:\dumps\*.dmp

    The requests of the captured threads.

    .EXAMPLE
    Get-KernelPendingIo MEMORY.DMP | Group-Object Driver -NoElement

    How many requests each driver has.

    .LINK
    Get-KernelWait

    .LINK
    Get-KernelLock

    .LINK
    about_KernelTriage_Waits
    #>
    [CmdletBinding(DefaultParameterSetName = 'InputObject', HelpUri = 'https://kerneltriage.example/blob/main/docs/waits.md')]
    [OutputType('KernelTriage.PendingIo')]
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
        # A call into the kernel that waits for wedged threads cannot be interrupted: it gets time to come back.
        $grace = if ($selection.Live.Threads.Count -gt 0) { 30 } else { 5 }
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        Add-ThreadIdRequest $PSCmdlet $selection $request -ThreadId $ThreadId
        Invoke-KernelTriageVerb $PSCmdlet 'io' -Request $request -GraceSeconds $grace |
            Select-ThreadRecord -Name $Name -ThreadId $ThreadId
    }
}
