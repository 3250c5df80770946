function Get-KernelDumpProcess {
    <#
    .SYNOPSIS
    Lists the processes inside kernel dumps.

    .DESCRIPTION
    A triage dump holds the process of its threads, a dump of the whole kernel holds every process. Each object has the
    address of the process object, and its page table base, with which Get-KernelDumpMemory reads the memory of the
    process where the dump holds it. Works on any system and without elevation.

    .PARAMETER Path
    Paths of dump files. Wildcards are understood.

    .PARAMETER LiteralPath
    Paths of dump files, taken literally. Objects of Get-KernelDump, New-TriageDump and Get-ChildItem bind to it.

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
    KernelTriage.DumpProcess
    Path, Address, ProcessId, ParentProcessId, Name, DirectoryTableBase, PebAddress, ThreadCount.

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported,
    LayoutOutOfBounds, Cancelled,
    TimeLimitReached.

    .EXAMPLE
    Get-KernelDump MEMORY.DMP | Get-KernelDumpProcess

    The processes that were running.

    .EXAMPLE
    Get-KernelDumpProcess D:\dumps\*.dmp | Sort-Object ThreadCount -Descending

    The processes of several dumps, those with the most captured threads first.

    .LINK
    Get-KernelDump

    .LINK
    Get-KernelDumpThread

    .LINK
    about_KernelTriage_Dumps
    #>
    [CmdletBinding(DefaultParameterSetName = 'Path', HelpUri = 'https://kerneltriage.example/blob/main/docs/dumps.md')]
    [OutputType('KernelTriage.DumpProcess')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'Path', ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [string[]] $Path,

        [Parameter(Mandatory = $true, ParameterSetName = 'LiteralPath', ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]] $LiteralPath,

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
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        Invoke-KernelTriageVerb $PSCmdlet 'dump-processes' -Request $request
    }
}
