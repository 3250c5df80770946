function Register-KernelTriageWatch {
    <#
    .SYNOPSIS
    Lets the task scheduler of Windows run a watch from the start of the system on.

    .DESCRIPTION
    Registers a task that runs ktriage watch with these parameters, and starts it. It takes the place of a task of the same name. The task
    starts with the system, starts again when it fails, and runs once at a time. Its events go to the Windows event log, where a subscription
    or a monitor finds them by their numbers, and to -EventFile where one is given.

    A watch that captures runs as SYSTEM with the one privilege that captures need; another one runs as LOCAL SERVICE. With -Capture the
    folder of -Destination is made where it is missing, and only Administrators and SYSTEM may read it, as the DSC resource of the module
    does that. The executable of the module must be in a folder that administrators alone may write to.

    With -WhatIf nothing is registered, and the task is shown; that works on any system.

    .PARAMETER WatchName
    The name of the watch and of its task.

    .PARAMETER Name
    Names of processes, with or without .exe. The wildcards * and ? are understood.

    .PARAMETER ServiceName
    Names of services. The process of each is watched, also after a restart of the service.

    .PARAMETER ApplicationPool
    Names of IIS application pools. The worker processes of each are watched, also after a recycling.

    .PARAMETER When
    What to wait for, one or more: Stuck, which is the default, WaitReason, Resource, PoolExhausted, Count, CpuIdleWithWork.

    .PARAMETER For
    How long it must hold, or a thread must have waited: seconds, 30 where nothing is given.

    .PARAMETER Count
    At least so many threads. The default is 3 for Stuck, 1 for WaitReason and scripts, 5 for Resource, 4 for PoolExhausted and 2 for
    CpuIdleWithWork; Count has none.

    .PARAMETER WaitReason
    Wait reasons in place of those that the condition looks at. The condition WaitReason needs them.

    .PARAMETER Interval
    Seconds between two looks.

    .PARAMETER Capture
    Captures what a condition is about. Needs -Destination.

    .PARAMETER Destination
    The folder of the sets. It is made where it is missing; its parent folder must exist.

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

    .PARAMETER NoEventLog
    Writes no event to the Windows event log.

    .INPUTS
    None

    .OUTPUTS
    KernelTriage.WatchTask
    WatchName, TaskPath, Account, Executable, Arguments, Destination, Xml.

    .NOTES
    Errors: InvalidRequest, NotWindows, NotElevated, ExecutableNotTrusted, DestinationNotFound, DestinationNotAFolder, WriteFailed,
    WatchTaskFailed.

    .EXAMPLE
    Register-KernelTriageWatch iis -Name w3wp -For 60 -Capture -Destination D:\dumps

    Watches the worker processes of IIS from now on, and captures those with stuck threads.

    .EXAMPLE
    Register-KernelTriageWatch iis -Name w3wp -Capture -Destination D:\dumps -WhatIf | Select-Object -ExpandProperty Xml

    Shows the task that would be registered.

    .LINK
    Watch-KernelThread

    .LINK
    Unregister-KernelTriageWatch

    .LINK
    about_KernelTriage_Watch
    #>
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium', HelpUri = 'https://kerneltriage.example/blob/main/docs/watch.md')]
    [OutputType('KernelTriage.WatchTask')]
    param(
        [Parameter(Mandatory = $true, Position = 0)]
        [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$')]
        [string] $WatchName,

        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every process')]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteProcessName @args } @args })]
        [string[]] $Name,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every process')]
        [string[]] $ServiceName,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every process')]
        [string[]] $ApplicationPool,

        [ValidateSet('Stuck', 'WaitReason', 'Resource', 'PoolExhausted', 'Count', 'CpuIdleWithWork')]
        [PSDefaultValue(Help = 'Stuck')]
        [string[]] $When,

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

        [switch] $NoEventLog
    )

    begin { . $script:UseCallerPreference }

    end {
        $request = ConvertTo-WatchRequest $PSCmdlet $PSBoundParameters
        if ($null -eq $request) { return }
        if (-not $NoEventLog) { $request['eventLog'] = $true }
        $commandLine = ConvertTo-WatchArgument $request
        $problem = if ($Capture -and -not $Destination) { 'A watch that captures needs -Destination.' }
        elseif ($When -contains 'Count' -and -not $Count) { 'Count needs a number of threads.' }
        elseif ($When -contains 'WaitReason' -and -not $WaitReason) { 'WaitReason needs at least one wait reason.' }
        # A definition of a task is XML, which has no place for control characters, and its command line none for the ends of lines.
        elseif ($commandLine -match '[\x00-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]') { 'A name or path has a character that the definition of a task cannot hold.' }
        if ($problem) {
            $PSCmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $problem -Target $WatchName))
            return
        }
        $executable = [System.IO.Path]::Combine($script:ExecutableFolder, 'ktriage.exe')
        $xml = ConvertTo-WatchTaskXml $WatchName -Executable $executable -Argument $commandLine -Captures $Capture
        $task = ConvertFrom-WatchTaskXml $xml
        if (-not $PSCmdlet.ShouldProcess("$($task.TaskPath)$WatchName", "register a task that runs '$executable $($task.Arguments)' as $($task.Account)")) {
            if ($WhatIfPreference) { $task }
            return
        }
        if (-not (Test-TaskScheduler $PSCmdlet "$script:WatchTaskPath$WatchName")) { return }
        try {
            $strangers = @(foreach ($path in $executable, $script:ExecutableFolder) { Get-UntrustedWriter $path }) | Select-Object -Unique
            if ($strangers) {
                $text = "$executable runs as $($task.Account), and may be changed by $($strangers -join ', ')."
                $PSCmdlet.WriteError((New-KernelTriageErrorRecord 'ExecutableNotTrusted' $text -Target $executable -Advice 'Install the module for all users, below Program Files.'))
                return
            }
            $wanted = @{ Machine = $null }
            if ($Capture) { $wanted['DumpFolder'] = $request['destination']; $wanted['DumpFolderAcl'] = 'Restricted' }
            if (-not $NoEventLog) { $wanted['EventSource'] = $true }
            if ($wanted.Count -gt 1) { $null = Invoke-DumpReadiness 'set' ([pscustomobject] $wanted) }
            $null = Register-ScheduledTask -TaskName $WatchName -TaskPath $script:WatchTaskPath -Xml $xml -Force -ErrorAction Stop
            Start-ScheduledTask -TaskName $WatchName -TaskPath $script:WatchTaskPath -ErrorAction Stop
        }
        catch {
            $known = $script:ErrorTable.ContainsKey("$($_.FullyQualifiedErrorId)".Split(',')[0])
            $PSCmdlet.WriteError($(if ($known) { $_ } else { ConvertTo-TaskErrorRecord $_ $WatchName }))
            return
        }
        $task
    }
}
