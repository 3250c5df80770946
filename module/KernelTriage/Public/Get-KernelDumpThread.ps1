function Get-KernelDumpThread {
    <#
    .SYNOPSIS
    Lists the threads inside kernel dumps, each with how it was found and how sure that is.

    .DESCRIPTION
    No dump has a list of its threads. They are found by the header, the processors, the data blocks that have the
    size of a thread object, the lists of the kernel, the shape of memory, and a manifest beside the dump where there is
    one; the property Evidence lists which of these, strongest first. Works on any system and without elevation.

    .PARAMETER Path
    Paths of dump files. Wildcards are understood.

    .PARAMETER LiteralPath
    Paths of dump files, taken literally. Objects of Get-KernelDump, New-TriageDump and Get-ChildItem bind to it.

    .PARAMETER Id
    Only threads of the processes with these ids. Pid and ProcessId are other names of this parameter.

    .PARAMETER Name
    Names of processes, with or without .exe: only their threads. The wildcards * and ? are understood.

    .PARAMETER ThreadId
    Only the threads with these ids. One that is in no dump is an error.

    .PARAMETER State
    Only threads in these states, for example Wait. Wildcards are understood.

    .PARAMETER WaitReason
    Only threads that wait for these reasons, for example WrResource or Wr*. Wildcards are understood.

    .PARAMETER SymbolPath
    Where the PDB of the dump's kernel is looked for, in the syntax of _NT_SYMBOL_PATH. Its types show where the fields of threads
    and processes are; without it that comes from the dump and from rules, as LayoutSource shows.

    .PARAMETER SymbolCredential
    Name and password, or name and token, for the symbol server that the symbol path names besides Microsoft's. They are sent to
    that server alone, over https.

    .PARAMETER ImagePath
    Where images of drivers are looked for, folders separated by semicolons.

    .PARAMETER TimeLimit
    Ends reading after so many seconds, with the error TimeLimitReached. What came until then is whole.

    .INPUTS
    System.String, KernelTriage.Dump, KernelTriage.TriageDump, System.IO.FileInfo

    .OUTPUTS
    KernelTriage.DumpThread
    Path, Address, ProcessId, ThreadId, ProcessName, State, WaitReason, WaitTime, Priority, StartAddress, Win32StartAddress,
    StackBase, StackLimit, KernelStack, Irps, Evidence, Confidence and more.

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported,
    LayoutOutOfBounds, Cancelled,
    TimeLimitReached.

    .EXAMPLE
    Get-KernelDump D:\dumps\*.dmp | Get-KernelDumpThread

    Shows which stacks the dumps of a folder hold.

    .EXAMPLE
    Get-KernelDumpThread MEMORY.DMP -Id 4 | Where PendingIrps | Get-KernelStack

    The stacks of the threads of System that wait for I/O.

    .LINK
    Get-KernelDump

    .LINK
    Get-KernelStack

    .LINK
    about_KernelTriage_Dumps
    #>
    [CmdletBinding(DefaultParameterSetName = 'Path', HelpUri = 'https://kerneltriage.example/blob/main/docs/dumps.md')]
    [OutputType('KernelTriage.DumpThread')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'Path', ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [string[]] $Path,

        [Parameter(Mandatory = $true, ParameterSetName = 'LiteralPath', ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]] $LiteralPath,

        [Alias('Pid', 'ProcessId')]
        [PSDefaultValue(Help = 'every process')]
        [uint32[]] $Id,

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

        [ValidateRange(0.001, 604800)]
        [PSDefaultValue(Help = 'none')]
        [double] $TimeLimit
    )

    begin {
        . $script:UseCallerPreference
        $files = [System.Collections.Generic.List[string]]::new()
    }

    process { Add-DumpFile $PSCmdlet $files -Path $Path -LiteralPath $LiteralPath -Item $_ }

    end {
        if ($files.Count -eq 0) { return }
        $request = ConvertTo-SymbolRequest $PSCmdlet -SymbolPath $SymbolPath -ImagePath $ImagePath -SymbolCredential $SymbolCredential
        $request['paths'] = $files
        if ($Id) { $request['processIds'] = $Id }
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        $seen = [System.Collections.ArrayList]::new()
        Invoke-KernelTriageVerb $PSCmdlet 'dump-threads' -Request $request |
            Select-ThreadRecord -Name $Name -State $State -WaitReason $WaitReason -ThreadId $ThreadId -Seen $seen
        if ($ThreadId) { Write-MissingThread $PSCmdlet $ThreadId -Found $seen -Where 'in what was read' -Advice 'Get-KernelDumpThread lists the threads of a dump.' }
    }
}
