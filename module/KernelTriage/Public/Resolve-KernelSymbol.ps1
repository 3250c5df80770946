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
    Paths of dump files, taken literally.

    .PARAMETER InputObject
    From the pipeline, where a path is given: addresses to name, as numbers or text, objects with an Address, such as the frames of a
    stack, or stacks of Get-KernelStack, of which all frames are named. Without a path: dumps of Get-KernelDump, New-TriageDump or
    Get-ChildItem, or stacks and threads of a dump, whose addresses are named in it.

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
    System.String, KernelTriage.Dump, KernelTriage.TriageDump, KernelTriage.DumpThread, KernelTriage.KernelStack,
    KernelTriage.KernelStackFrame, System.IO.FileInfo

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
    Get-KernelStack MEMORY.DMP -ThreadId 1204 | Resolve-KernelSymbol -SymbolPath C:\Symbols

    The frames of a stack, named again.

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
    [CmdletBinding(DefaultParameterSetName = 'InputObject', HelpUri = 'https://kerneltriage.example/blob/main/docs/symbols.md')]
    [OutputType('KernelTriage.Symbol')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'Path')]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [string[]] $Path,

        [Parameter(Mandatory = $true, ParameterSetName = 'LiteralPath')]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]] $LiteralPath,

        [Parameter(ParameterSetName = 'Path', ValueFromPipeline = $true)]
        [Parameter(ParameterSetName = 'LiteralPath', ValueFromPipeline = $true)]
        [Parameter(Mandatory = $true, ParameterSetName = 'InputObject', ValueFromPipeline = $true)]
        [ValidateNotNull()]
        [PSDefaultValue(Help = 'none')]
        [psobject[]] $InputObject,

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
        $selection = Initialize-SymbolSelection
    }

    process {
        if ($InputObject) { Add-SymbolSource $PSCmdlet $selection -Items $InputObject -HasFile ($PSCmdlet.ParameterSetName -ne 'InputObject') }
    }

    end {
        Add-DumpFile $PSCmdlet $selection.Files -Path $Path -LiteralPath $LiteralPath
        $asked = @(foreach ($value in $Address) { ConvertTo-AddressArgument $value }) + $selection.Addresses
        # Piped addresses of which none came are not a question for everything.
        if ($MyInvocation.ExpectingInput -and -not $asked -and -not $Name -and $PSCmdlet.ParameterSetName -ne 'InputObject') { return }
        foreach ($group in Get-SymbolRequestGroup $selection -Address $asked) {
            $request = ConvertTo-SymbolRequest $PSCmdlet -SymbolPath $SymbolPath -ImagePath $ImagePath -SymbolCredential $SymbolCredential
            $request['paths'] = $group.Files
            if ($group.Addresses) { $request['addresses'] = $group.Addresses }
            if ($Name) { $request['names'] = $Name }
            if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
            Invoke-KernelTriageVerb $PSCmdlet 'resolve' -Request $request
        }
    }
}
