function Get-KernelDebuggerCommand {
    <#
    .SYNOPSIS
    Derives the WinDbg and kd commands that show the threads of a given dump.

    .DESCRIPTION
    A triage dump that is opened in WinDbg shows its first thread and not the others. These commands show them:
    by the list of the process, one by one, and by a search for pointers to the process. Addresses, offsets and ranges come
    from the dump itself. `New-TriageDump -DebuggerCommands` writes the same commands beside each dump.

    .PARAMETER Path
    Paths of dump files. Wildcards are understood.

    .PARAMETER LiteralPath
    Paths of dump files, taken literally. Objects of Get-KernelDump, New-TriageDump and Get-ChildItem bind to it.

    .PARAMETER TimeLimit
    Ends reading after so many seconds, with the error TimeLimitReached. What came until then is whole.

    .INPUTS
    System.String, KernelTriage.Dump, KernelTriage.TriageDump, System.IO.FileInfo

    .OUTPUTS
    KernelTriage.DebuggerCommand
    Path, Purpose, Command, ThreadId, ObjectAddress.

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported,
    LayoutOutOfBounds, Cancelled,
    TimeLimitReached.

    .EXAMPLE
    Get-KernelDebuggerCommand D:\dumps\w3wp_4872_001.dmp

    What to paste into WinDbg.

    .EXAMPLE
    (Get-KernelDebuggerCommand .\w3wp.dmp | Where ThreadId -eq 1204).Command

    The command that shows one thread.

    .LINK
    New-TriageDump

    .LINK
    Get-KernelStack

    .LINK
    about_KernelTriage_TriageDumps
    #>
    [CmdletBinding(DefaultParameterSetName = 'Path', HelpUri = 'https://kerneltriage.example/blob/main/docs/dumps.md')]
    [OutputType('KernelTriage.DebuggerCommand')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'Path', ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [string[]] $Path,

        [Parameter(Mandatory = $true, ParameterSetName = 'LiteralPath', ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]] $LiteralPath,

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
        $request = @{ paths = $files }
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        Invoke-KernelTriageVerb $PSCmdlet 'commands' -Request $request
    }
}
