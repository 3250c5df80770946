function Get-KernelType {
    <#
    .SYNOPSIS
    Shows structures of the images of a dump with their members, and what the dump holds in them, as dt of the debuggers does.

    .DESCRIPTION
    The types come from the PDB of exactly the image that the dump names; a PDB of another build is refused. Without an address
    each member has its offset and type. With one it has its value too, read from the dump; what the dump does not hold has
    none, and a warning gives the amount.

    The public PDBs of the kernel, fltmgr, ndis, storport, classpnp and others have types; those of ntfs, rdbss and tcpip have none.

    .PARAMETER Name
    Types: module!type, or a type alone, which is one of the kernel. `*` in the type matches any text and gives names without
    members. The Tab key completes types that were read in this session.

    .PARAMETER Path
    Paths of dump files. Wildcards are understood.

    .PARAMETER LiteralPath
    Paths of dump files, taken literally. Objects of Get-KernelDump, Get-KernelDumpThread and Get-ChildItem bind to it.

    .PARAMETER Address
    Where objects of these types are: numbers, as 0x1000 is one, or as text hex digits with or without 0x, or as WinDbg prints an
    address. Threads and processes of a dump bind to it from the pipeline.

    .PARAMETER Member
    Only these members of the type. `*` matches any text.

    .PARAMETER Depth
    How deep structures inside are opened: 1 for the members of the type alone.

    .PARAMETER SymbolPath
    Where PDBs are looked for, in the syntax of _NT_SYMBOL_PATH, for example srv*C:\Symbols*https://msdl.microsoft.com/download/symbols.
    Relative folders are those of the session.

    .PARAMETER SymbolCredential
    Name and password, or name and token, for the symbol server that the symbol path names besides Microsoft's. They are sent to
    that server alone, over https.

    .PARAMETER ImagePath
    Where images of drivers are looked for, folders separated by semicolons.

    .PARAMETER TimeLimit
    Ends reading after so many seconds, with the error TimeLimitReached. What came until then is whole.

    .INPUTS
    System.String, KernelTriage.Dump, KernelTriage.DumpThread, KernelTriage.DumpProcess, KernelTriage.TriageDump, System.IO.FileInfo

    .OUTPUTS
    KernelTriage.KernelType
    Path, Name, Module, TypeName, Kind (Structure, Union or Enum), Size, Address, StoredBytes, Members (with Name, Level, Offset,
    Type, Size, BitPosition, BitLength, Value, Text and Shown), Enumerators, Complete and Pdb.

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported, InvalidRequest,
    LayoutOutOfBounds, SymbolPathInvalid, SymbolsUnreadable, TypeNotFound, Cancelled,
    TimeLimitReached.

    .EXAMPLE
    Get-KernelType nt!_KTHREAD -Path MEMORY.DMP -SymbolPath srv*C:\Symbols*https://msdl.microsoft.com/download/symbols

    The members of a thread object of the very build.

    .EXAMPLE
    Get-KernelDumpThread MEMORY.DMP | Select-Object -First 1 | Get-KernelType nt!_ETHREAD -Depth 2

    Every value of a thread object, and of the structures inside.

    .EXAMPLE
    Get-KernelType nt!_K*WAIT* -Path MEMORY.DMP

    Lists the types with matching names.

    .LINK
    Get-KernelDumpThread

    .LINK
    Get-KernelDumpMemory

    .LINK
    Resolve-KernelSymbol

    .LINK
    about_KernelTriage_Symbols
    #>
    [CmdletBinding(DefaultParameterSetName = 'LiteralPath', HelpUri = 'https://kerneltriage.example/blob/main/docs/symbols.md')]
    # The binder tries the default set first. Were it Path, a piped thread would give its Address there, and itself as text to Path.
    [OutputType('KernelTriage.KernelType')]
    param(
        [Parameter(Mandatory = $true, Position = 0)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Command $args[0]).Module { & $script:CompleteTypeName @args } @args })]
        [string[]] $Name,

        [Parameter(Mandatory = $true, Position = 1, ParameterSetName = 'Path', ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [string[]] $Path,

        [Parameter(Mandatory = $true, ParameterSetName = 'LiteralPath', ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]] $LiteralPath,

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'none: offsets and types alone')]
        [object[]] $Address,

        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'every member')]
        [string[]] $Member,

        [ValidateRange(1, 16)]
        [PSDefaultValue(Help = '1')]
        [int] $Depth,

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
        # Addresses belong to the file that they were piped with, so each file is a request of its own.
        $sources = [ordered] @{}
    }

    process {
        $files = [System.Collections.Generic.List[string]]::new()
        Add-DumpFile $PSCmdlet $files -Path $Path -LiteralPath $LiteralPath -Item $_
        foreach ($file in $files) {
            if (-not $sources.Contains($file)) { $sources[$file] = [System.Collections.Generic.List[string]]::new() }
            foreach ($value in $Address) { $sources[$file].Add((ConvertTo-AddressArgument $value)) }
        }
    }

    end {
        foreach ($file in $sources.Keys) {
            $request = ConvertTo-SymbolRequest $PSCmdlet -SymbolPath $SymbolPath -ImagePath $ImagePath -SymbolCredential $SymbolCredential
            $request['paths'] = @($file)
            $request['names'] = $Name
            if ($sources[$file].Count -gt 0) { $request['addresses'] = $sources[$file] }
            if ($Member) { $request['members'] = $Member }
            if ($Depth) { $request['depth'] = $Depth }
            if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
            Invoke-KernelTriageVerb $PSCmdlet 'types' -Request $request | ForEach-Object -Process {
                Add-KnownType $_.Name
                $_
            }
        }
    }
}
