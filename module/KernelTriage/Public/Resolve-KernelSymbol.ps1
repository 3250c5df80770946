function Resolve-KernelSymbol {
    <#
    .SYNOPSIS
    Names addresses, or finds the addresses of names, in the images of a dump.

    .DESCRIPTION
    Uses the images and PDBs that -SymbolPath, -ImagePath or the variables _NT_SYMBOL_PATH and _NT_EXECUTABLE_IMAGE_PATH
    lead to; each is accepted only when it is the one that was loaded. A symbol server is asked only when the path names one.

    .PARAMETER Path
    Paths of dump files. Wildcards are understood.

    .PARAMETER LiteralPath
    Paths of dump files, taken literally. Objects of Get-KernelDump, New-TriageDump and Get-ChildItem bind to it.

    .PARAMETER Address
    Addresses to name: numbers, as 0x1000 is one, or as text hex digits with or without 0x, or as WinDbg prints an address.

    .PARAMETER Name
    Names to find: module!name, or a name alone, which is looked for in every image. `*` matches any text.

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
    System.String, KernelTriage.Dump, KernelTriage.TriageDump, System.IO.FileInfo

    .OUTPUTS
    KernelTriage.Symbol
    Path, Address, Text, Module, Symbol, Offset, NameFrom (Pdb, Export or None).

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported,
    LayoutOutOfBounds, SymbolNotFound, SymbolPathInvalid, Cancelled,
    TimeLimitReached.

    .EXAMPLE
    Resolve-KernelSymbol MEMORY.DMP -Address 0xfffff80012345678 -SymbolPath C:\Symbols

    Which function an address is in.

    .EXAMPLE
    Get-KernelDump MEMORY.DMP | Resolve-KernelSymbol -Name nt!KeWait*

    Where the wait functions of the kernel are.

    .LINK
    Get-KernelStack

    .LINK
    Get-KernelDump

    .LINK
    about_KernelTriage_Symbols
    #>
    [CmdletBinding(DefaultParameterSetName = 'Path')]
    [OutputType('KernelTriage.Symbol')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'Path', ValueFromPipeline = $true)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [string[]] $Path,

        [Parameter(Mandatory = $true, ParameterSetName = 'LiteralPath', ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]] $LiteralPath,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'none')]
        [object[]] $Address,

        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'none')]
        [string[]] $Name,

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

    process { Add-DumpFile $PSCmdlet $files -Path $Path -LiteralPath $LiteralPath }

    end {
        if ($files.Count -eq 0) { return }
        $request = ConvertTo-SymbolRequest $PSCmdlet -SymbolPath $SymbolPath -ImagePath $ImagePath -SymbolCredential $SymbolCredential
        $request['paths'] = $files
        if ($Address) { $request['addresses'] = @(foreach ($value in $Address) { ConvertTo-AddressArgument $value }) }
        if ($Name) { $request['names'] = $Name }
        if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
        Invoke-KernelTriageVerb $PSCmdlet 'resolve' -Request $request
    }
}
