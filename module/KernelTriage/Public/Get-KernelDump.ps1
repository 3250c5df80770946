function Get-KernelDump {
    <#
    .SYNOPSIS
    Reads kernel dump files: the crash, header, bug check, system, drivers and the threads inside.

    .DESCRIPTION
    Shows what a kernel dump holds about itself and the machine it was taken on, on any operating system and without
    elevation. A file that is damaged, cut off or no kernel dump gives an error with the place and the reason, and the other
    files are read all the same.

    Of a crash it answers first what happened: the name of the bug check and what its parameters mean, where it happened, the
    stack from the fault on, a driver to look at first with the evidence for it, and what the file does not show.

    .PARAMETER Path
    Paths of dump files. Wildcards are understood.

    .PARAMETER LiteralPath
    Paths of dump files, taken literally. Objects of New-TriageDump and Get-ChildItem bind to it from the pipeline.

    .PARAMETER Raw
    Adds every field of the header with its offset and value, in the property RawHeader.

    .PARAMETER Redact
    Leaves out what names persons: folders of paths, the comment and the raw header. For an issue or a report. Serial numbers,
    texts of events and security identifiers that a dump holds are never given.

    .PARAMETER SymbolPath
    Where the PDB of the dump's kernel is looked for, in the syntax of _NT_SYMBOL_PATH. Its types show where the fields of threads
    and processes are; without it that comes from the dump and from rules, as LayoutSource shows. The frames of a crash are named
    from there too.

    .PARAMETER SymbolCredential
    Name and password, or name and token, for the symbol server that the symbol path names besides Microsoft's. They are sent to
    that server alone, over https.

    .PARAMETER ImagePath
    Where images of drivers are looked for, folders separated by semicolons.

    .PARAMETER TimeLimit
    Ends reading after so many seconds, with the error TimeLimitReached. What came until then is whole.

    .INPUTS
    System.String, KernelTriage.TriageDump, System.IO.FileInfo

    .OUTPUTS
    KernelTriage.Dump
    One object for each file: Path, Size, Format, Complete, Completeness, WindowsBuild, Architecture, Processors, SystemTime,
    UpTime, BugCheckCode, BugCheckParameters, Threads, Processes, Drivers, UnloadedDrivers and what else this kind holds. Dumps
    of crashes have BugCheckArguments, Crash, Hardware and Limits too.

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpNotSupported, LayoutOutOfBounds, DumpDamaged, SymbolPathInvalid, Cancelled,
    TimeLimitReached.

    .EXAMPLE
    Get-KernelDump D:\dumps\*.dmp

    Reads every dump of a folder.

    .EXAMPLE
    Get-KernelThread -Name w3wp | New-TriageDump -Destination D:\dumps | Get-KernelDump

    Captures the kernel stacks of a process and reads the written dumps back.

    .EXAMPLE
    Get-KernelDump MEMORY.DMP -Redact

    Answers for a crash what happened, where, and which driver to look at first, without what names persons.

    .EXAMPLE
    (Get-KernelDump MEMORY.DMP).Drivers | Sort-Object IsThirdParty -Descending

    The drivers, first those that are not of Microsoft, as far as their names show.

    .EXAMPLE
    (Get-KernelDump .\w3wp.dmp).Threads

    The threads that are in a dump, by process.

    .LINK
    New-TriageDump

    .LINK
    Get-KernelDumpThread

    .LINK
    Get-KernelStack

    .LINK
    about_KernelTriage

    .LINK
    about_KernelTriage_Dumps
    #>
    [CmdletBinding(DefaultParameterSetName = 'Path', HelpUri = 'https://kerneltriage.example/blob/main/docs/dumps.md')]
    [OutputType('KernelTriage.Dump')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'Path', ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [string[]] $Path,

        [Parameter(Mandatory = $true, ParameterSetName = 'LiteralPath', ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]] $LiteralPath,

        [switch] $Raw,

        [switch] $Redact,

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
        if ($Raw) { $request['raw'] = $true }
        if ($Redact) { $request['redact'] = $true }
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        Invoke-KernelTriageVerb $PSCmdlet 'dump' -Request $request
    }
}
