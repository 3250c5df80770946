function New-TriageDump {
    <#
    .SYNOPSIS
    Captures the kernel stacks of threads into triage dumps, and verifies that each thread is in its file.

    .DESCRIPTION
    Collects threads from the pipeline, groups them by process, and asks Windows for kernel triage dumps of at most 1 MiB
    each, as KDbgCtrl -td does. Windows drops threads that do not fit without an error: every thread is therefore looked
    up in the file that was written, and what is missing is captured again in smaller batches.

    The output is one object for each dump. A thread that is in none of them is reported as an error whose TargetObject is
    the thread; -VerdictVariable keeps what became of each.

    Errors are written when the capture has ended. With -ErrorAction Stop, or $ErrorActionPreference = 'Stop' in the
    script that calls, all dumps are made and written to the pipeline first; then the first error ends the pipeline, and
    cmdlets after this one that work at their end, such as Get-KernelStack, give nothing. A wedged thread is such an
    error, and what you are looking for: in a careful script use -ErrorAction Continue here, and look at -VerdictVariable.

    The threads are stopped one after the other for the time it takes to copy a kernel stack, far below a millisecond.
    A thread that is wedged in the kernel makes the call wait for up to five seconds. Needs Windows and an elevated
    session; with Ctrl+C the dumps that are complete stay, and nothing is left half-written.

    Dumps hold kernel memory: unless -Acl is Inherit, Administrators, SYSTEM and you alone may read them.

    .PARAMETER InputObject
    Threads of Get-KernelThread, or processes of Get-Process, of which all threads are captured. Anything with the
    properties ProcessId and ThreadId is a thread.

    .PARAMETER Id
    Ids of processes of which all threads are captured. Pid and ProcessId are other names of this parameter.

    .PARAMETER Name
    Names of processes of which all threads are captured, with or without .exe. The wildcards * and ? are understood.

    .PARAMETER Process
    Processes of Get-Process of which all threads are captured, as KDbgCtrl -td does for the first threads that fit.

    .PARAMETER Destination
    An existing folder for the dumps.

    .PARAMETER MaxThreadsPerDump
    At most so many threads are asked of Windows at once. The default is 16, or less on machines with many processors.

    .PARAMETER Unattended
    For captures without a person present: at most 10 threads a dump.

    .PARAMETER BugCheckCode
    The bug check code in the header of the dumps, 0x69696969 where nothing is given.

    .PARAMETER BugCheckParameter
    The content of the four bug check parameters: the first four thread object addresses, which is the default; the process id,
    the number of the batch and the first two addresses; or nothing.

    .PARAMETER FileName
    A template for the names of the files, with tokens in braces: {process} {pid} {date} {time} {batch} {count} {tid}
    {address} {machine}.

    .PARAMETER Acl
    Accounts that may read the files: Restricted, the default, is Administrators, SYSTEM and the owner; Inherit is those of
    the folder.

    .PARAMETER Force
    Overwrites files that are there.

    .PARAMETER DebuggerCommands
    Writes the WinDbg commands that show the threads of each dump beside it, as Get-KernelDebuggerCommand gives them.

    .PARAMETER NoManifest
    Writes no JSON manifest beside the dumps.

    .PARAMETER TimeLimit
    Stops after so many seconds and keeps the dumps that are complete.

    .PARAMETER Repeat
    Captures so many times, and compares each capture with the one before: which threads did not run in between, and which are
    slow. A name of -Name gets _r1, _r2 and so on. -VerdictVariable holds the threads of every capture.

    .PARAMETER Interval
    Seconds between the end of a capture and the next one, 10 where nothing is given.

    .PARAMETER ComparisonVariable
    With -Repeat, the name of a variable, without the dollar sign, that gets the objects of the comparisons as Compare-KernelStack
    gives them, one for each thread, those that are stuck first. With a plus sign before the name they are added to what the
    variable holds. The counts are an information message (-InformationAction Continue shows it).

    .PARAMETER VerdictVariable
    The name of a variable, without the dollar sign, that gets one object for each thread that was asked for: Captured and
    where, or DidNotFit, TimedOut, Refused, Exited, Replaced, Failed or NotAttempted and why. With a plus sign before the
    name they are added to what the variable holds. It is complete also after Ctrl+C, Select-Object -First and an error
    that ends the pipeline.

    .PARAMETER Machine
    The machine to capture on: local, or simulated:w3wp-oplock. Threads from the pipeline carry their machine.

    .INPUTS
    KernelTriage.Thread, System.Diagnostics.Process

    .OUTPUTS
    KernelTriage.TriageDump
    One object for each dump: Path, Size, ProcessId, ProcessName, Threads, ThreadCount, RequestedCount, Verified, CaptureMs, and
    with -Repeat Round.

    KernelTriage.TriagePlan
    With -WhatIf, one object for each batch that would be captured first: ProcessId, ProcessName, ThreadIds, Path.

    .NOTES
    Errors: EmptySelection, UnknownMachine, NotWindows, UnsafeNativeLibrary, ProcessNotFound, EnumerationFailed,
    NotElevated, PrivilegeNotHeld, CaptureNotSupported, CaptureDenied, CaptureFailed, CaptureOutOfMemory,
    CaptureUnverified, ThreadAddressUnavailable, Cancelled, TimeLimitReached, DestinationNotFound,
    DestinationNotAFolder, DestinationNotWritable, FileExists, DiskFull, WriteFailed; with -Repeat also NotComparable. For a thread
    that is in no dump: ThreadNotFound, IdentityReplaced, CaptureDenied, CaptureTimedOut, DidNotFit.

    .EXAMPLE
    Get-KernelThread -Name w3wp | Where State -eq Wait | New-TriageDump -Destination D:\dumps

    Captures the waiting threads of every IIS worker process.

    .EXAMPLE
    New-TriageDump -Process (Get-Process -Id 4872) -Destination D:\dumps -FileName '{process}_{tid}_{address}' -DebuggerCommands

    Captures every thread of a process, with the address of the first thread in each file name, and writes the debugger
    commands beside each dump.

    .EXAMPLE
    Get-KernelThread -Name w3wp | New-TriageDump -Destination D:\dumps -WhatIf

    Shows which dumps would be made, and touches nothing.

    .EXAMPLE
    Get-KernelThread -Pid 4872 | New-TriageDump D:\dumps -VerdictVariable verdict | Get-KernelDump
    $verdict | Where Verdict -ne Captured

    Captures a process, reads the dumps back, and then lists the threads that are in none of them.

    .EXAMPLE
    Get-KernelThread -Name w3wp -WaitReason WrResource | New-TriageDump D:\dumps -Repeat 2 -Interval 1 -ComparisonVariable comparison
    $comparison | Group-Object Verdict -NoElement

    Captures twice, and counts the threads that are stuck and those that are slow.

    .EXAMPLE
    & {
        $ErrorActionPreference = 'Stop'
        Get-KernelThread -Name w3wp | New-TriageDump D:\dumps -ErrorAction Continue -VerdictVariable verdict | Get-KernelStack
        if ($verdict | Where Verdict -in Failed, NotAttempted) { throw 'The capture is not complete.' }
    }

    In a script that ends at the first error: threads that cannot be captured do not end it, a capture that failed does.

    .LINK
    Get-KernelThread

    .LINK
    Compare-KernelStack

    .LINK
    Get-KernelDump

    .LINK
    Get-KernelStack

    .LINK
    about_KernelTriage

    .LINK
    about_KernelTriage_TriageDumps
    #>
    [CmdletBinding(DefaultParameterSetName = 'InputObject', SupportsShouldProcess = $true, ConfirmImpact = 'Medium', HelpUri = 'https://kerneltriage.example/blob/main/docs/triage.md')]
    [OutputType('KernelTriage.TriageDump', 'KernelTriage.TriagePlan')]
    param(
        [Parameter(Mandatory = $true, ParameterSetName = 'InputObject', ValueFromPipeline = $true)]
        [psobject[]] $InputObject,

        [Parameter(Mandatory = $true, ParameterSetName = 'Id')]
        [Alias('Pid', 'ProcessId')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteProcessId @args } @args })]
        [uint32[]] $Id,

        [Parameter(Mandatory = $true, ParameterSetName = 'Name')]
        # -Name was the template for the names of files once. Beside -Id or -Process only this is in time to explain that.
        [ValidateScript({ if ("$_" -match '[{}]') { throw '-Name selects processes; the template for the names of files is -FileName.' }; $true })]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteProcessName @args } @args })]
        [string[]] $Name,

        [Parameter(Mandatory = $true, ParameterSetName = 'Process')]
        [ValidateNotNull()]
        [System.Diagnostics.Process[]] $Process,

        [Parameter(Mandatory = $true, Position = 0)]
        [ValidateNotNullOrEmpty()]
        [string] $Destination,

        [ValidateRange(1, 64)]
        [PSDefaultValue(Help = '16, or less on machines with many processors')]
        [int] $MaxThreadsPerDump,

        [switch] $Unattended,

        [PSDefaultValue(Help = '0x69696969')]
        # 0xC0000005 in a script is a negative number of 32 bits.
        [ValidateRange(-2147483648, 4294967295)]
        [long] $BugCheckCode,

        [ValidateSet('Address', 'ProcessAndAddress', 'None')]
        [PSDefaultValue(Help = 'Address')]
        [string] $BugCheckParameter,

        [ValidateLength(1, 200)]
        [PSDefaultValue(Help = '{process}_{pid}_{date}-{time}_{batch}')]
        [string] $FileName,

        [ValidateSet('Restricted', 'Inherit')]
        [PSDefaultValue(Help = 'Restricted')]
        [string] $Acl,

        [switch] $Force,

        [switch] $DebuggerCommands,

        [switch] $NoManifest,

        [ValidateRange(0.001, 604800)]
        [PSDefaultValue(Help = 'none')]
        [double] $TimeLimit,

        [ValidateRange(1, 100)]
        [PSDefaultValue(Help = '1')]
        [int] $Repeat = 1,

        [ValidateRange(0, 86400)]
        [PSDefaultValue(Help = '10')]
        [double] $Interval,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'none')]
        [string] $ComparisonVariable,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'none')]
        [string] $VerdictVariable,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'the threads'' own, else local')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteMachine @args } @args })]
        [string] $Machine
    )

    begin {
        . $script:UseCallerPreference
        # Each of the threads that are piped beside it would else be an error.
        if ($Name -and $MyInvocation.ExpectingInput) {
            $text = '-Name selects processes, and takes no threads from the pipeline beside it; the template for the names of files is -FileName.'
            $PSCmdlet.ThrowTerminatingError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $Name -Advice 'Leave -Name out, or give -FileName where a name of files was meant.'))
        }
        $selection = Initialize-CaptureSelection $Machine
        $items = [System.Collections.Generic.List[psobject]]::new()
        $verdicts = [System.Collections.Generic.List[psobject]]::new()
        # Set before anything else, so that it holds the outcome of each thread also when the capture is stopped or refused.
        if ($VerdictVariable) {
            # With a plus sign it is added to what the variable holds, as with every other parameter that names a variable.
            $variable = $VerdictVariable -replace '^\+', ''
            if ($variable -ne $VerdictVariable) {
                foreach ($item in $PSCmdlet.SessionState.PSVariable.GetValue($variable)) { $verdicts.Add($item) }
            }
            $PSCmdlet.SessionState.PSVariable.Set($variable, $verdicts)
        }
        $known = $verdicts.Count
        $comparisons = [System.Collections.Generic.List[psobject]]::new()
        if ($ComparisonVariable) {
            $variable = $ComparisonVariable -replace '^\+', ''
            if ($variable -ne $ComparisonVariable) {
                foreach ($item in $PSCmdlet.SessionState.PSVariable.GetValue($variable)) { $comparisons.Add($item) }
            }
            $PSCmdlet.SessionState.PSVariable.Set($variable, $comparisons)
        }
    }

    process {
        foreach ($processId in $Id) { (Get-CaptureGroup $selection $processId).IsWhole = $true }
        foreach ($item in $InputObject) { $items.Add($item) }
        foreach ($item in $Process) { $items.Add($item) }
    }

    end {
        Add-CaptureTarget $PSCmdlet $selection -Items $items
        if ($Name) { Add-NamedProcess $PSCmdlet $selection -Name $Name }
        $folder = Resolve-FilePath $PSCmdlet $Destination
        if (-not $folder) { return }
        if ($selection.Groups.Count -eq 0) {
            # What could not be taken for a thread has been reported already.
            if (-not $selection.HasRefused) {
                $PSCmdlet.WriteError((New-KernelTriageErrorRecord 'EmptySelection' 'No thread came down the pipeline.' -Target $Destination))
            }
            return
        }
        # Asks once for each process, or with -WhatIf shows what would be done.
        $action = ConvertTo-HarmlessText "capture kernel stacks into triage dumps in $folder"
        # Without a host that can ask, the question is an error, after which this goes on.
        $groups = @()
        $groups = @(
            foreach ($group in $selection.Groups.Values) {
                if ($PSCmdlet.ShouldProcess((Get-CaptureGroupText $group), $action)) { $group }
            }
        )
        # With -WhatIf nothing is agreed to, and the plan is for all of it.
        if ($WhatIfPreference) { $groups = @($selection.Groups.Values) }
        if ($groups.Count -eq 0) { return }

        $request = @{
            destination = $folder
            # A dump comes with its threads: nothing is reported twice.
            threadRecords = 'Missing'
            processIds = @(foreach ($group in $groups) { if ($group.IsWhole) { $group.ProcessId } })
            threads = @(foreach ($group in $groups) { if (-not $group.IsWhole) { $group.Threads } })
        }
        if ($WhatIfPreference) { $request['planOnly'] = $true }
        if ($selection.Machine) { $request['machine'] = $selection.Machine }
        if ($MaxThreadsPerDump) { $request['maxThreadsPerDump'] = $MaxThreadsPerDump }
        if ($Unattended) { $request['unattended'] = $true }
        if ($PSBoundParameters.ContainsKey('BugCheckCode')) { $request['bugCheckCode'] = $BugCheckCode -band 4294967295 }
        if ($BugCheckParameter) { $request['bugCheckParameter'] = $BugCheckParameter }
        if ($FileName) { $request['name'] = $FileName }
        if ($Acl) { $request['acl'] = $Acl }
        if ($Force) { $request['force'] = $true }
        if ($DebuggerCommands) { $request['debuggerCommands'] = $true }
        if ($NoManifest) { $request['manifest'] = $false }
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        if ($Repeat -gt 1) { $request['repeat'] = $Repeat }
        if ($PSBoundParameters.ContainsKey('Interval')) { $request['intervalSeconds'] = $Interval }

        $late = [System.Collections.Generic.List[psobject]]::new()
        $errors = [System.Collections.Generic.List[System.Management.Automation.ErrorRecord]]::new()
        try {
            # A call into the kernel that waits for wedged threads cannot be interrupted: it gets time to come back.
            Invoke-KernelTriageVerb $PSCmdlet 'triage' -Request $request -GraceSeconds 30 -LateRecords $late -Errors $errors |
                Split-TriageRecord $PSCmdlet -Verdicts $verdicts -Comparisons $comparisons
        }
        finally {
            # After Ctrl+C, Select-Object -First and the like.
            Add-LateTriageRecord $verdicts $comparisons -Records $late
        }
        # With -ErrorAction Stop the first error ends the pipeline: so none is written before the capture has ended.
        foreach ($record in $errors) { $PSCmdlet.WriteError($record) }
        for ($index = $known; $index -lt $verdicts.Count; $index++) {
            $record = Get-TriageVerdictError $verdicts[$index]
            if ($record) { $PSCmdlet.WriteError($record) }
        }
    }
}
