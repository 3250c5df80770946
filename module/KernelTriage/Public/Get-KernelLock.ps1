function Get-KernelLock {
    <#
    .SYNOPSIS
    Lists kernel locks with their owners and waiters, in dumps or live.

    .DESCRIPTION
    Finds ERESOURCEs, push locks, fast and guarded mutexes, mutants, and locks of file objects, without symbols: by the list of all
    resources where the dump holds it, else by their waiters and by the shape of memory. A lock of a file system is named by the
    file that it protects, where the dump holds a file object of it. Push locks store no owner.

    An owner that the dump does not contain is named by its address. Evidence shows how each statement is known.

    .PARAMETER Path
    Paths of dump files. Wildcards are understood.

    .PARAMETER LiteralPath
    Paths of dump files, taken literally.

    .PARAMETER InputObject
    From the pipeline: dumps of Get-KernelDump, New-TriageDump or Get-ChildItem, threads of Get-KernelDumpThread, or live threads
    of Get-KernelThread.

    .PARAMETER SymbolPath
    Where PDBs are looked for, in the syntax of _NT_SYMBOL_PATH. Waits, locks and requests are found without symbols; names of
    functions and of global locks need them, and so does a build with changed structures.

    .PARAMETER SymbolCredential
    Name and password, or name and token, for the symbol server that the symbol path names besides Microsoft's. They are sent to
    that server alone, over https.

    .PARAMETER ImagePath
    Where images of drivers are looked for, folders separated by semicolons.

    .PARAMETER Contended
    Only locks that a thread waits for.

    .PARAMETER TimeLimit
    Ends reading after so many seconds, with the error TimeLimitReached. What came until then is whole.

    .INPUTS
    KernelTriage.Dump, KernelTriage.TriageDump, KernelTriage.DumpThread, KernelTriage.Thread, System.IO.FileInfo, System.String

    .OUTPUTS
    KernelTriage.KernelLock
    Path, Id, Kind, Address, Name, FileName, HeldBy (in words), Owners, OwnersKnown, Waiters, WaiterCount, IsContended, counts of
    the lock itself, FoundBy, Evidence, Basis.

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported, LayoutOutOfBounds,
    SymbolPathInvalid, AnswerIncomplete. For live threads also: UnknownMachine, NotWindows, UnsafeNativeLibrary, ProcessNotFound,
    ThreadNotFound, IdentityReplaced, EnumerationFailed, NotElevated, PrivilegeNotHeld, CaptureNotSupported,
    CaptureDenied, CaptureFailed, CaptureOutOfMemory, CaptureUnverified, CaptureTimedOut, DidNotFit,
    ThreadAddressUnavailable, Cancelled, TimeLimitReached.

    .EXAMPLE
    Get-KernelLock MEMORY.DMP -Contended

    The locks that threads wait for, the one with most waiters first.

    .EXAMPLE
    Get-KernelLock D:\dumps\*.dmp -Contended | Select-Object Name, Address, WaiterCount, HeldBy

    How many threads wait for each lock, and which thread owns it.

    .LINK
    Get-KernelWait

    .LINK
    Get-KernelPendingIo

    .LINK
    about_KernelTriage_Waits
    #>
    [CmdletBinding(DefaultParameterSetName = 'InputObject', HelpUri = 'https://kerneltriage.example/blob/main/docs/waits.md')]
    [OutputType('KernelTriage.KernelLock')]
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

        [switch] $Contended,

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
        if ($Contended) { $request['contended'] = $true }
        # A call into the kernel that waits for wedged threads cannot be interrupted: it gets time to come back.
        $grace = if ($selection.Live.Threads.Count -gt 0) { 30 } else { 5 }
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        Invoke-KernelTriageVerb $PSCmdlet 'locks' -Request $request -GraceSeconds $grace
    }
}
