function New-LiveKernelDump {
    <#
    .SYNOPSIS
    Takes a live dump of the kernel of the running machine, watches it while it is taken, and verifies the file.

    .DESCRIPTION
    Asks Windows for a dump of itself without a crash: the memory of the kernel, or with -Scope ThreadStacks the kernel
    stacks of all threads alone, which is small and shows threads that a triage dump cannot: wedged, protected, or
    hundreds of them.

    Windows holds all processors for a moment (tenths of a second on most machines), copies its memory into free memory
    and then writes the file, which can take minutes. What could prevent it is checked first: build, policy, space,
    memory. Progress shows the phase, the bytes written, and the source of both: the events of the kernel, or
    the growth of the file.

    Ctrl+C and -TimeLimit cancel. Windows looks at that between pieces while it writes and not before, so it can take a
    moment; the incomplete file is removed. The file gets its name only when its header, its bitmap and its last page
    have been read back from the disk.

    When memory is short, a dump may be partial: its property Partial is then true, and a warning is written.

    Needs Windows 10 or Server 2016, or later, and an elevated session. Dumps hold kernel memory: unless -Acl is Inherit,
    Administrators, SYSTEM and you alone may read them.

    .PARAMETER Path
    The file to write, in a folder that exists on a local volume.

    .PARAMETER Scope
    Full, the default, is the memory of the kernel. ThreadStacks is the kernel stacks of all threads alone, and needs
    Windows 11 or later.

    .PARAMETER IncludeUserMemory
    Also the memory of processes. Before Windows 11 22H2 this needs a machine that was started with kernel debugging on.

    .PARAMETER IncludeHypervisor
    Also the memory of the hypervisor.

    .PARAMETER IncludeNonEssentialHypervisor
    Also the memory of the hypervisor that is left out by default; with -IncludeHypervisor, on Windows 11 or later.

    .PARAMETER AbortOnMemoryPressure
    Stops when memory becomes short, instead of making it shorter: the default from Windows 10 1803 on. Use
    -AbortOnMemoryPressure:$false to go on.

    .PARAMETER BugCheckCode
    The bug check code in the header, 0x161 (LIVE_DUMP) where nothing is given.

    .PARAMETER BugCheckParameter
    Up to four bug check parameters for the header: numbers, or addresses as records spell them. Where nothing is given,
    the first spells ktriage.

    .PARAMETER TimeLimit
    Cancels after so many seconds.

    .PARAMETER Wait
    While Windows takes another live dump, tries again for so many seconds.

    .PARAMETER Trace
    Writes one object for each event of the capture before the dump's own object, and a listing of them beside the dump.

    .PARAMETER Acl
    Accounts that may read the file: Restricted, the default, is Administrators, SYSTEM and the owner; Inherit is those of
    the folder.

    .PARAMETER Force
    Overwrites a file that is there, captures although less space or memory is free than estimated or a setting turns live
    dumps off, and writes to a network share.

    .PARAMETER Machine
    The machine to take the dump of: local, or simulated:w3wp-oplock.

    .INPUTS
    None

    .OUTPUTS
    KernelTriage.LiveDump
    The dump: Path, Size, Scope, Partial, Pages, Verified, Checks, Phases, PhaseSource, ElapsedMs, TracePath, NextSteps.

    KernelTriage.LiveTraceEvent
    With -Trace, the events: RelativeTime (seconds since the trace began), Id, Phase, Fields, Text.

    KernelTriage.LivePlan
    With -WhatIf, what would be done: Path, EstimatedBytes, FreeBytes, AvailableMemoryBytes, Warnings.

    .NOTES
    Errors: UnknownMachine, NotWindows, UnsafeNativeLibrary, NotElevated, PrivilegeNotHeld, CaptureNotSupported,
    CaptureDenied, CaptureFailed, CaptureOutOfMemory, CaptureUnverified, LiveDumpDisabled, OptionNotSupported,
    CaptureBusy, MemoryPressure, QuiesceTimedOut, NotEnoughSpace, InvalidPath, Cancelled, TimeLimitReached,
    DestinationNotFound, DestinationNotAFolder, DestinationNotWritable, FileExists, DiskFull, WriteFailed.

    .EXAMPLE
    New-LiveKernelDump D:\live.dmp

    Takes a dump of the kernel after having asked for confirmation.

    .EXAMPLE
    New-LiveKernelDump D:\stacks.dmp -Scope ThreadStacks -TimeLimit 60 -Confirm:$false

    Takes the kernel stacks of all threads without asking, and stops after a minute.

    .EXAMPLE
    New-LiveKernelDump D:\traced.dmp -Trace | Where-Object PSTypeNames -contains KernelTriage.LiveTraceEvent

    Shows what happened when while the dump was taken.

    .LINK
    New-TriageDump

    .LINK
    Get-KernelDump

    .LINK
    about_KernelTriage

    .LINK
    about_KernelTriage_LiveDumps
    #>
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High', HelpUri = 'https://kerneltriage.example/blob/main/docs/live-dumps.md')]
    [OutputType('KernelTriage.LiveDump', 'KernelTriage.LiveTraceEvent', 'KernelTriage.LivePlan')]
    param(
        [Parameter(Mandatory = $true, Position = 0)]
        [ValidateNotNullOrEmpty()]
        [string] $Path,

        [ValidateSet('Full', 'ThreadStacks')]
        [string] $Scope = 'Full',

        [switch] $IncludeUserMemory,

        [switch] $IncludeHypervisor,

        [switch] $IncludeNonEssentialHypervisor,

        [PSDefaultValue(Help = 'True from Windows 10 1803 on')]
        [switch] $AbortOnMemoryPressure,

        [PSDefaultValue(Help = '0x161')]
        # 0xC0000005 in a script is a negative number of 32 bits.
        [ValidateRange(-2147483648, 4294967295)]
        [long] $BugCheckCode,

        [ValidateCount(1, 4)]
        [PSDefaultValue(Help = 'ktriage, spelled in the first')]
        [string[]] $BugCheckParameter,

        [ValidateRange(0.001, 604800)]
        [PSDefaultValue(Help = 'none')]
        [double] $TimeLimit,

        [ValidateRange(0.001, 604800)]
        [PSDefaultValue(Help = 'none')]
        [double] $Wait,

        [switch] $Trace,

        [ValidateSet('Restricted', 'Inherit')]
        [PSDefaultValue(Help = 'Restricted')]
        [string] $Acl,

        [switch] $Force,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'local')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteMachine @args } @args })]
        [string] $Machine
    )

    end {
        . $script:UseCallerPreference
        $file = Resolve-FilePath $PSCmdlet $Path
        if (-not $file) { return }
        $what = if ($Scope -eq 'ThreadStacks') { 'the kernel stacks of all threads' } else { 'the memory of the kernel' }
        $where = if ($Machine) { $Machine } else { 'this machine' }
        $action = "hold all processors of $where for a moment and dump $what"
        # Without a host that can ask, the question is an error, after which this goes on.
        $agreed = $false
        $agreed = $PSCmdlet.ShouldProcess((ConvertTo-HarmlessText $file), (ConvertTo-HarmlessText $action))
        if (-not $agreed -and -not $WhatIfPreference) { return }

        $request = @{ path = $file; scope = $Scope }
        if (-not $agreed) { $request['planOnly'] = $true }
        if ($Machine) { $request['machine'] = $Machine }
        if ($IncludeUserMemory) { $request['includeUserMemory'] = $true }
        if ($IncludeHypervisor) { $request['includeHypervisor'] = $true }
        if ($IncludeNonEssentialHypervisor) { $request['includeNonEssentialHypervisor'] = $true }
        # Not given, it is on where Windows knows it.
        if ($PSBoundParameters.ContainsKey('AbortOnMemoryPressure')) { $request['abortOnMemoryPressure'] = [bool] $AbortOnMemoryPressure }
        if ($PSBoundParameters.ContainsKey('BugCheckCode')) { $request['bugCheckCode'] = $BugCheckCode -band 4294967295 }
        if ($BugCheckParameter) { $request['bugCheckParameters'] = @(foreach ($value in $BugCheckParameter) { ConvertTo-AddressText $value }) }
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        if ($Wait) { $request['waitSeconds'] = $Wait }
        if ($Trace) { $request['trace'] = $true }
        if ($Acl) { $request['acl'] = $Acl }
        if ($Force) { $request['force'] = $true }
        # While it sizes and copies, the kernel does not look at a cancel: killing ktriage then would not be faster.
        Invoke-KernelTriageVerb $PSCmdlet 'live' -Request $request -GraceSeconds 60
    }
}
