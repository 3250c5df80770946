function Watch-KernelThread {
    <#
    .SYNOPSIS
    Watches processes and reports their stuck threads; with -Capture, captures them and finds the answer.

    .DESCRIPTION
    Looks at the threads of the processes once a second, which costs far below 1 % of a processor, until it is stopped by
    Ctrl+C, its time is over, or the pipeline ends. Without a process every one is watched. The output is one object for each
    thing that happens: a condition holds (Raised) or holds no more (Cleared), threads were captured, a process ended or came
    back, the machine was suspended.

    With -Capture each process in which a condition holds is captured once, into a folder of its own below -Destination: the
    threads in question, the longest wait first, those that may hold them up, and the threads that the first dumps name as
    owners. The folder also holds the answer as text. Limits keep that safe without a person: a number of captures, a pause
    between them, a budget of disk space for which the oldest set is removed, and no capture while memory is short or while
    another one is taken.

    A failure on the way is one event, and the watch goes on. A failure that keeps the watch from beginning is an error.

    .PARAMETER Name
    Names of processes, with or without .exe. The wildcards * and ? are understood. A process that is not there is waited
    for, and one that comes back under another id is watched again.

    .PARAMETER Id
    Ids of processes. Pid and ProcessId are other names of this parameter. The watch ends with the last of them.

    .PARAMETER ServiceName
    Names of services. The process of each is watched, also after a restart of the service.

    .PARAMETER ApplicationPool
    Names of IIS application pools. The worker processes of each are watched, also after a recycling.

    .PARAMETER When
    What to wait for, one or more: Stuck, WaitReason, Resource, PoolExhausted, Count, CpuIdleWithWork. Or a script block, which
    gets each thread as $_ and answers true for those in question. Stuck is the default: threads have waited in the kernel for
    the time, for what a healthy system ends within moments, and were not switched to.

    .PARAMETER For
    How long it must hold, or a thread must have waited: seconds, 30 where nothing is given.

    .PARAMETER Count
    At least so many threads. The default is 3 for Stuck, 1 for WaitReason and scripts, 5 for Resource, 4 for PoolExhausted and 2 for
    CpuIdleWithWork; Count has none.

    .PARAMETER WaitReason
    Wait reasons in place of those that the condition looks at. The condition WaitReason needs them.

    .PARAMETER Interval
    Seconds between two looks.

    .PARAMETER Duration
    Seconds after which the watch ends.

    .PARAMETER Once
    Ends after the first condition that holds, and its capture. A process that is not there is waited for: -Duration bounds that.

    .PARAMETER WatchName
    The name of the watch, in its events and in the names of its sets.

    .PARAMETER Capture
    Captures what a condition is about. Needs an elevated session and -Destination.

    .PARAMETER Destination
    An existing folder. Each capture makes a folder of its own in it, which Administrators, SYSTEM and you alone may read.

    .PARAMETER MaxCaptures
    No more captures than this.

    .PARAMETER Pause
    Seconds from one capture to the next.

    .PARAMETER DiskBudget
    Bytes that the sets of the watch may take. The oldest set is removed for a new one.

    .PARAMETER MinFreeMemoryPercent
    No capture is taken while less of the memory than this is available.

    .PARAMETER MaxThreads
    A capture begins with so many threads at most.

    .PARAMETER SymbolPath
    For the answer beside a capture: where PDBs are, in the syntax of _NT_SYMBOL_PATH. A server is asked only when the path
    names one.

    .PARAMETER EventFile
    A file to which the events are appended too, as lines of JSON. At 4 MiB it becomes .old, and a new one begins.

    .PARAMETER EventLog
    Writes the events to the Windows event log too: log Application, source KernelTriage. about_KernelTriage_Watch lists the
    numbers.

    .PARAMETER Machine
    The machine to look at: local, which is the default, or simulated:hang-passes, a machine made of data on which everything
    can be tried on any system.

    .INPUTS
    System.Diagnostics.Process
    Processes to watch. Objects with a property Id, Pid or ProcessId are taken too.

    .OUTPUTS
    KernelTriage.WatchEvent
    Event, EventId, Level, Time, Message, Code, Advice, Condition, ProcessId, ProcessName, ThreadCount, Threads, HeldMs, Folder,
    DumpPaths, AnswerPath, Headline and more.

    .NOTES
    Errors: InvalidRequest, UnknownMachine, NotWindows, UnsafeNativeLibrary, ProcessNotFound, NotElevated, PrivilegeNotHeld,
    WatchRunning, EventLogUnavailable, DestinationNotFound, DestinationNotAFolder, DestinationNotWritable. In events also:
    ConditionFailed, EnumerationFailed, MemoryPressure, CaptureBusy, NotEnoughSpace, DiskFull, CaptureFailed.

    .EXAMPLE
    Watch-KernelThread w3wp -For 60 -Capture -Destination D:\dumps

    Captures every IIS worker process in which threads are stuck for a minute, at most ten times.

    .EXAMPLE
    Watch-KernelThread w3wp -When { $_.WaitReason -eq 'WrLpcReply' -and $_.WaitTime -gt '00:02:00' } -Count 10

    Reports ten threads that have waited for the reply of a server for two minutes.

    .EXAMPLE
    Watch-KernelThread -When Count -Count 5000 | Where-Object Event -eq Raised

    Reports each process that has 5,000 threads.

    .EXAMPLE
    Watch-KernelThread w3wp -For 3 -Once -Machine simulated:hang-passes

    Tries it on the simulated machine, on any system and without elevation.

    .LINK
    Get-KernelThread

    .LINK
    Register-KernelTriageWatch

    .LINK
    about_KernelTriage_Watch
    #>
    [CmdletBinding(SupportsShouldProcess = $true, HelpUri = 'https://kerneltriage.example/blob/main/docs/watch.md')]
    [OutputType('KernelTriage.WatchEvent')]
    param(
        [Parameter(Position = 0)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every process')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteProcessName @args } @args })]
        [string[]] $Name,

        [Parameter(ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('Pid', 'ProcessId')]
        [PSDefaultValue(Help = 'every process')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteProcessId @args } @args })]
        [uint32[]] $Id,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every process')]
        [string[]] $ServiceName,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every process')]
        [string[]] $ApplicationPool,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'Stuck')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteCondition @args } @args })]
        [object[]] $When,

        [ValidateRange(0, 604800)]
        [PSDefaultValue(Help = '30 seconds')]
        [double] $For,

        [ValidateRange(1, 1000000)]
        [PSDefaultValue(Help = 'as the condition has it')]
        [int] $Count,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'as the condition has them')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteListed @args } @args })]
        [string[]] $WaitReason,

        [ValidateRange(0.1, 3600)]
        [PSDefaultValue(Help = '1 second')]
        [double] $Interval,

        [ValidateRange(0.001, 31536000)]
        [PSDefaultValue(Help = 'until it is stopped')]
        [double] $Duration,

        [switch] $Once,

        [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$')]
        [PSDefaultValue(Help = 'watch')]
        [string] $WatchName,

        [switch] $Capture,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'none')]
        [string] $Destination,

        [ValidateRange(1, 100000)]
        [PSDefaultValue(Help = '10')]
        [int] $MaxCaptures,

        [ValidateRange(0, 604800)]
        [PSDefaultValue(Help = '600 seconds')]
        [double] $Pause,

        [ValidateRange(16MB, 10TB)]
        [PSDefaultValue(Help = '2 GB')]
        [long] $DiskBudget,

        [ValidateRange(0, 90)]
        [PSDefaultValue(Help = '5 percent')]
        [double] $MinFreeMemoryPercent,

        [ValidateRange(1, 10000)]
        [PSDefaultValue(Help = '64')]
        [int] $MaxThreads,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = '_NT_SYMBOL_PATH')]
        [string] $SymbolPath,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'none')]
        [string] $EventFile,

        [switch] $EventLog,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'local')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteMachine @args } @args })]
        [string] $Machine
    )

    begin {
        . $script:UseCallerPreference
        $ids = [System.Collections.Generic.List[uint32]]::new()
    }

    process { if ($Id) { $ids.AddRange($Id) } }

    end {
        # Nothing came down the pipeline: that selects nothing, not everything.
        if ($MyInvocation.ExpectingInput -and $ids.Count -eq 0) { return }
        $request = ConvertTo-WatchRequest $PSCmdlet $PSBoundParameters
        if ($null -eq $request) { return }
        if ($ids.Count -gt 0) { $request['processIds'] = $ids.ToArray() }
        # A watch that only reports changes nothing.
        $changes = @(
            if ($Capture) { "capture threads into dumps in $(if ($request['destination']) { $request['destination'] } else { 'no folder' })" }
            if ($EventFile) { "write events to $($request['eventFile'])" }
            if ($EventLog) { 'write events to the event log' }
        )
        if ($changes.Count -gt 0) {
            # Without a host that can ask, the question is an error, after which this goes on.
            $agreed = $false
            $agreed = $PSCmdlet.ShouldProcess((ConvertTo-HarmlessText "the watch '$($request['name'])'"), (ConvertTo-HarmlessText ($changes -join ', and ')))
            if (-not $agreed) { return }
        }
        $script = @($When | Where-Object { $_ -is [scriptblock] })
        $condition = if ($script.Count -gt 0) { $script[0] }
        # A call into the kernel that waits for wedged threads cannot be interrupted: it gets time to come back.
        $grace = if ($Capture) { 30 } else { 5 }
        Invoke-KernelTriageVerb $PSCmdlet 'watch' -Request $request -GraceSeconds $grace -Condition $condition
    }
}
