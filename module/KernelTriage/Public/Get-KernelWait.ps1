function Get-KernelWait {
    <#
    .SYNOPSIS
    Shows what threads wait for and its holder, in dumps or live.

    .DESCRIPTION
    Reads the wait of each thread, finds out what the awaited object is, and which party must act to end the wait: the owner of a lock, a
    server thread, the driver that has an I/O request. That needs no symbols and no debugger. Every statement shows how it is
    known (Evidence): Memory, Derived, Stack or Guess. What the dump does not hold is absent, with a warning.

    Workers without work are left out. A triage capture itself ends a wait for the time of its copy: from such dumps a wait is
    what it was before, and its time is a lower bound.

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

    .PARAMETER MinimumWait
    Only waits that are at least so old. A wait of unknown age is left out.

    .PARAMETER Reason
    Only waits for these reasons, for example WrResource. The wildcards * and ? are understood. WaitReason is another name of this parameter.

    .PARAMETER IncludeIdle
    Shows workers without work too.

    .PARAMETER TimeLimit
    Ends reading after so many seconds, with the error TimeLimitReached. What came until then is whole.

    .INPUTS
    KernelTriage.Dump, KernelTriage.TriageDump, KernelTriage.DumpThread, KernelTriage.Thread, System.IO.FileInfo, System.String

    .OUTPUTS
    KernelTriage.KernelWait
    Path, ProcessId, ProcessName, ThreadId, ObjectAddress, WaitReason, WaitTime, WaitType, WaitingFor and HeldBy (in words),
    HeldByEvidence, Doing, IsIdle, Objects (each with Address, Kind, Description, LockId, RequestAddress and more), Evidence, Basis.

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported, LayoutOutOfBounds,
    SymbolPathInvalid, AnswerIncomplete. For live threads also: UnknownMachine, NotWindows, UnsafeNativeLibrary, ProcessNotFound,
    ThreadNotFound, IdentityReplaced, EnumerationFailed, NotElevated, PrivilegeNotHeld, CaptureNotSupported,
    CaptureDenied, CaptureFailed, CaptureOutOfMemory, CaptureUnverified, CaptureTimedOut, DidNotFit,
    ThreadAddressUnavailable, Cancelled, TimeLimitReached.

    .EXAMPLE
    Get-KernelWait D:\dumps\*.dmp

    What each captured thread waits for, the longest wait first.

    .EXAMPLE
    Get-KernelWait MEMORY.DMP -Reason WrResource -MinimumWait 00:01:00

    The threads that have waited for a resource for a minute or longer.

    .EXAMPLE
    Get-KernelThread -Name w3wp | Where State -eq Wait | Get-KernelWait

    What live threads wait for.

    .LINK
    Get-KernelLock

    .LINK
    Get-KernelPendingIo

    .LINK
    Get-KernelStack

    .LINK
    about_KernelTriage_Waits
    #>
    [CmdletBinding(DefaultParameterSetName = 'InputObject', HelpUri = 'https://kerneltriage.example/blob/main/docs/waits.md')]
    [OutputType('KernelTriage.KernelWait')]
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

        [ValidateScript({ $_ -ge [timespan]::Zero })]
        [PSDefaultValue(Help = 'any age')]
        [timespan] $MinimumWait,

        [Alias('WaitReason')]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every reason')]
        [string[]] $Reason,

        [switch] $IncludeIdle,

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
        if ($PSBoundParameters.ContainsKey('MinimumWait')) { $request['minimumWaitMs'] = $MinimumWait.TotalMilliseconds }
        # ktriage takes whole names.
        $hasPattern = @($Reason | Where-Object { $_ -match '[*?[]' }).Count -gt 0
        if ($Reason -and -not $hasPattern) { $request['reasons'] = $Reason }
        Add-ThreadIdRequest $PSCmdlet $selection $request -ThreadId $ThreadId
        if ($IncludeIdle) { $request['includeIdle'] = $true }
        # A call into the kernel that waits for wedged threads cannot be interrupted: it gets time to come back.
        $grace = if ($selection.Live.Threads.Count -gt 0) { 30 } else { 5 }
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        Invoke-KernelTriageVerb $PSCmdlet 'waits' -Request $request -GraceSeconds $grace |
            ForEach-Object -Process { if (Test-StackWanted $selection $_) { $_ } } |
            Select-ThreadRecord -Name $Name -WaitReason $(if ($hasPattern) { $Reason }) -ThreadId $ThreadId
    }
}
