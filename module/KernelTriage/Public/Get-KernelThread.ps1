function Get-KernelThread {
    <#
    .SYNOPSIS
    Lists the threads of running processes with their state, wait reason and kernel object address.

    .DESCRIPTION
    Takes one snapshot of the system and lists the threads of the processes that you name, in the order of the kernel's
    own lists. Each thread is opened for what only a handle gives: the address of its kernel object, its name, its
    pending I/O and its last system call. A field that Windows does not give is empty, never made up.

    Without elevation, threads of other users show what the snapshot holds and nothing more; the Access property shows
    what opening the thread for a look gave. A thread with less than Query, which is all that a listing asks for, cannot be
    captured. Full access is asked for by captures alone.

    To see where a thread waits inside the kernel, pipe it to New-TriageDump.

    .PARAMETER Id
    Ids of processes. Pid and ProcessId are other names of this parameter.

    .PARAMETER Name
    Names of processes, with or without .exe. The wildcards * and ? are understood. From the pipeline, digits alone are an id.

    .PARAMETER InputObject
    Processes, as Get-Process returns them.

    .PARAMETER ThreadId
    Lists only the threads with these ids. One that is not there is an error.

    .PARAMETER State
    Lists only threads in these states, for example Wait. Wildcards are understood. `Where State -eq Wait` does the same,
    after all threads have been opened; this parameter opens only those that are wanted.

    .PARAMETER WaitReason
    Lists only threads that wait for these reasons, for example WrResource or Wr*. Wildcards are understood.

    .PARAMETER Snapshot
    Opens no thread. Much faster on a large system, but without kernel object address, name, pending I/O and last system
    call.

    .PARAMETER IncludeUserStack
    Adds UserStack, the user-mode frames of each thread, so that threads can be selected by what they are doing. Each
    thread is suspended for the moment in which its stack is copied. UserStackStatus gives the reason why a thread has none. Names
    come from PDBs along the symbol path, else they are the nearest that the image exports; a frame that begins with
    "? " is a guess.

    .PARAMETER SymbolPath
    Where PDBs for -IncludeUserStack are, in the syntax of _NT_SYMBOL_PATH and instead of that variable. A server is asked
    only when the path names one.

    .PARAMETER SymbolCredential
    Name and password, or name and token, for the symbol server that the symbol path names besides Microsoft's. They are sent to
    that server alone, over https.

    .PARAMETER VerifyOrder
    Adds ToolHelpOrdinal, the place of each thread in the order of the Tool Help library (-1 where it is missing there), and
    warns where that order differs from the kernel's. A debugger that follows the list of a process sees the kernel's order.

    .PARAMETER Machine
    The machine to look at: local, which is the default, or simulated:w3wp-oplock, a machine made of data on which
    everything can be tried on any system. Every record names its machine.

    .INPUTS
    System.Diagnostics.Process
    Processes to list the threads of. Objects with a property Id, Pid or ProcessId, and a ThreadId, are taken too.

    .OUTPUTS
    KernelTriage.Thread
    ProcessId, ProcessName, ThreadId, State, WaitReason, WaitTime, Priority, BasePriority, ContextSwitches, KernelTime,
    UserTime, CreateTime, StartAddress, Win32StartAddress, ObjectAddress, Name, IoPending, LastSystemCall and more.

    .NOTES
    Errors: UnknownMachine, NotWindows, UnsafeNativeLibrary, ProcessNotFound, ThreadNotFound, EnumerationFailed,
    SymbolPathInvalid, Cancelled.

    .EXAMPLE
    Get-KernelThread -Name w3wp | Where State -eq Wait

    The waiting threads of every IIS worker process.

    .EXAMPLE
    Get-KernelThread -Pid 4872 | Group-Object WaitReason -NoElement | Sort-Object Count -Descending

    What the threads of one process wait for, the most frequent reason first.

    .EXAMPLE
    Get-Process w3wp | Get-KernelThread -WaitReason WrResource | New-TriageDump -Destination D:\dumps

    Captures the kernel stacks of all threads that wait for an executive resource.

    .EXAMPLE
    Get-KernelThread -Name w3wp -State Wait -IncludeUserStack | Where { $_.UserStack -match 'cachfile!' } | New-TriageDump -Destination D:\dumps

    Captures the kernel stacks of the waiting threads that came from the file cache of IIS.

    .EXAMPLE
    Get-KernelThread -Name w3wp -Machine simulated:w3wp-oplock

    Tries it on the simulated machine, on any system and without elevation.

    .LINK
    New-TriageDump

    .LINK
    about_KernelTriage

    .LINK
    about_KernelTriage_Recipes
    #>
    [CmdletBinding(DefaultParameterSetName = 'Name', HelpUri = 'https://kerneltriage.example/blob/main/docs/triage.md')]
    [OutputType('KernelTriage.Thread')]
    param(
        [Parameter(Mandatory = $true, ParameterSetName = 'Id', ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('Pid', 'ProcessId')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteProcessId @args } @args })]
        [uint32[]] $Id,

        [Parameter(ParameterSetName = 'Name', Position = 0, ValueFromPipeline = $true)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every process')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteProcessName @args } @args })]
        [string[]] $Name,

        [Parameter(Mandatory = $true, ParameterSetName = 'InputObject', ValueFromPipeline = $true)]
        [System.Diagnostics.Process[]] $InputObject,

        # From the pipeline together with Id only: alone it would bind first, and settle the parameter set without Id.
        [Parameter(ParameterSetName = 'Id', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'Name')]
        [Parameter(ParameterSetName = 'InputObject')]
        [Alias('Tid')]
        [PSDefaultValue(Help = 'every thread')]
        [uint32[]] $ThreadId,

        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every state')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteListed @args } @args })]
        [string[]] $State,

        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every reason')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteListed @args } @args })]
        [string[]] $WaitReason,

        [switch] $Snapshot,

        [switch] $IncludeUserStack,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = '_NT_SYMBOL_PATH')]
        [string] $SymbolPath,

        [PSDefaultValue(Help = 'KTRIAGE_SYMBOL_CREDENTIALS')]
        [System.Management.Automation.PSCredential] $SymbolCredential,

        [switch] $VerifyOrder,

        # With threads from the pipeline, so that those of a simulated machine are not looked for on this one.
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'local')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteMachine @args } @args })]
        [string] $Machine
    )

    begin {
        . $script:UseCallerPreference
        $selection = Initialize-ThreadSelection
        $names = [System.Collections.Generic.List[string]]::new()
    }

    process {
        if ($Machine) {
            if (-not $selection.Machine) { $selection.Machine = $Machine }
            if ($selection.Machine -ne $Machine) {
                $text = "Process $Id is of the machine $Machine, and others are of $($selection.Machine)."
                $PSCmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $_ -Advice 'List one machine at a time.'))
                return
            }
        }
        # Inside of switch, $_ is another one.
        $piped = $_
        switch ($PSCmdlet.ParameterSetName) {
            'Id' { foreach ($processId in $Id) { Add-SelectedProcess $selection $processId -ThreadId $ThreadId } }
            'Name' {
                if ($MyInvocation.ExpectingInput -and $piped -isnot [string]) { Add-AnyProcess $PSCmdlet $selection -Item $piped -Names $names -ThreadId $ThreadId }
                else { Add-ProcessName $selection $names -Name $Name -ThreadId $ThreadId -FromPipeline $MyInvocation.ExpectingInput }
            }
            'InputObject' { foreach ($process in $InputObject) { Add-SelectedProcess $selection $process.Id -ThreadId $ThreadId } }
        }
    }

    end {
        $processIds = @($selection.Processes.Keys)
        # Nothing came down the pipeline: that selects nothing, not everything.
        if ($MyInvocation.ExpectingInput -and $processIds.Count -eq 0 -and $names.Count -eq 0) { return }
        $request = @{}
        if ($processIds.Count -gt 0) { $request['processIds'] = @(foreach ($key in $processIds) { [uint32] $key }) }
        if ($processIds.Count -eq 0) { if ($ThreadId) { $request['threadIds'] = $ThreadId } }
        elseif (-not $selection.HasWholeProcess) { $request['threadIds'] = @(foreach ($key in $selection.ThreadIds.Keys) { [uint32] $key }) }
        if ($names.Count -gt 0) { $request['names'] = $names }
        if ($State) { $request['states'] = $State }
        if ($WaitReason) { $request['waitReasons'] = $WaitReason }
        if ($Snapshot) { $request['details'] = 'snapshot' }
        if ($IncludeUserStack) { $request['includeUserStack'] = $true }
        if ($SymbolPath) { $request['symbolPath'] = Resolve-SymbolPath $PSCmdlet $SymbolPath }
        if ($null -ne $SymbolCredential) { $request['symbolCredentials'] = @(ConvertTo-SymbolLogin $SymbolCredential) }
        if ($VerifyOrder) { $request['verifyOrder'] = $true }
        if ($selection.Machine) { $request['machine'] = $selection.Machine }
        # Pairs of ids came one by one; else the parameter has them all.
        $asked = [uint32[]] @(if ($selection.ThreadIds.Count -gt 0) { $selection.ThreadIds.Keys } else { $ThreadId })
        # With filters, a thread that is there may be left out.
        if ($State -or $WaitReason) { $asked = @() }
        # There may be hundreds of thousands of threads: without pairs and without ids no statement looks at each of them.
        if (-not $asked -and -not $selection.HasPairs) { return Invoke-KernelTriageVerb $PSCmdlet 'threads' -Request $request }
        $seen = [System.Collections.Generic.List[object]]::new()
        $errors = @{}
        if ($asked) { $errors['Errors'] = [System.Collections.Generic.List[object]]::new() }
        Invoke-KernelTriageVerb $PSCmdlet 'threads' -Request $request @errors | Select-SelectedThread $selection |
            ForEach-Object -Process { if ($asked) { $seen.Add($_.ThreadId) }; $_ }
        if (-not $asked) { return }
        foreach ($record in $errors['Errors']) { $PSCmdlet.WriteError($record) }
        $where = if ($processIds.Count -gt 0 -or $names.Count -gt 0) { 'in the processes that were asked for' } else { "on $(if ($selection.Machine) { $selection.Machine } else { 'this machine' })" }
        $asked = [uint32[]] @(Get-ReachableThread $selection $asked -Names $names -Errors $errors['Errors'])
        Write-MissingThread $PSCmdlet $asked -Found $seen -Where $where
    }
}
