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

    .INPUTS
    System.String, KernelTriage.Dump, KernelTriage.TriageDump, System.IO.FileInfo

    .OUTPUTS
    KernelTriage.DumpProcess
    Path, Address, ProcessId, ParentProcessId, Name, DirectoryTableBase, PebAddress, ThreadCount.

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported,
    LayoutOutOfBounds.

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
    [CmdletBinding(DefaultParameterSetName = 'Path')]
    [OutputType('KernelTriage.DumpProcess')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'Path', ValueFromPipeline = $true)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [string[]] $Path,

        [Parameter(Mandatory = $true, ParameterSetName = 'LiteralPath', ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]] $LiteralPath
    )

    begin {
        . $script:UseCallerPreference
        $files = [System.Collections.Generic.List[string]]::new()
    }

    process { Add-DumpFile $PSCmdlet $files -Path $Path -LiteralPath $LiteralPath }

    end {
        if ($files.Count -gt 0) { Invoke-KernelTriage $PSCmdlet 'dump-processes' -Request @{ paths = $files } }
    }
}
