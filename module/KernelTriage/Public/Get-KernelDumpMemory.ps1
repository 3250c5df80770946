function Get-KernelDumpMemory {
    <#
    .SYNOPSIS
    Reads virtual or physical memory from kernel dumps.

    .DESCRIPTION
    Reads from an address on, up to the first byte that cannot be given. The property Gap then gives the reason: the page was not
    mapped on the machine, or it was and is not in this dump. Shown as a hex view; the property Bytes has the bytes.

    .PARAMETER Path
    Paths of dump files. Wildcards are understood.

    .PARAMETER LiteralPath
    Paths of dump files, taken literally. Objects of Get-KernelDump, New-TriageDump and Get-ChildItem bind to it.

    .PARAMETER Address
    Where to start, once or more, of objects from the pipeline their Address: a number, as 0x1000 is one, or as text hex digits with or without 0x, or as WinDbg prints an address.

    .PARAMETER Length
    Bytes to read from each address. The default is 256.

    .PARAMETER Physical
    The addresses are physical ones.

    .PARAMETER DirectoryTableBase
    Uses the page tables of a process, as Get-KernelDumpProcess lists them, instead of the kernel's.

    .PARAMETER TimeLimit
    Ends reading after so many seconds, with the error TimeLimitReached. What came until then is whole.

    .INPUTS
    System.String, KernelTriage.Dump, KernelTriage.TriageDump, KernelTriage.DumpThread, System.IO.FileInfo

    .OUTPUTS
    KernelTriage.DumpMemory
    Path, Address, Physical, Length, Bytes, Data (base64), Gap.

    .NOTES
    Errors: FileNotFound, FileUnreadable, NotADump, DumpTruncated, DumpDamaged, DumpNotSupported,
    LayoutOutOfBounds, AddressNotPresent, AddressNotInDump, Cancelled,
    TimeLimitReached.

    .EXAMPLE
    Get-KernelDumpMemory MEMORY.DMP -Address 0xfffff80012345678 -Length 64

    Sixty-four bytes as a hex view.

    .EXAMPLE
    $thread = Get-KernelDumpThread w3wp.dmp | Where ThreadId -eq 1204
    (Get-KernelDumpMemory w3wp.dmp -Address $thread.Address -Length 16).Bytes

    The first bytes of a thread object.

    .LINK
    Get-KernelDumpThread

    .LINK
    Get-KernelDumpProcess

    .LINK
    about_KernelTriage_Dumps
    #>
    [CmdletBinding(DefaultParameterSetName = 'Path', HelpUri = 'https://kerneltriage.example/blob/main/docs/dumps.md')]
    [OutputType('KernelTriage.DumpMemory')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'Path', ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [SupportsWildcards()]
        [ValidateNotNullOrEmpty()]
        [string[]] $Path,

        [Parameter(Mandatory = $true, ParameterSetName = 'LiteralPath', ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]] $LiteralPath,

        [Parameter(Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('ObjectAddress')]
        [ValidateNotNullOrEmpty()]
        [object[]] $Address,

        [ValidateRange(1, 16777216)]
        [int] $Length = 256,

        [switch] $Physical,

        [ValidateNotNullOrEmpty()]
        [PSDefaultValue(Help = 'the kernel''s')]
        [object] $DirectoryTableBase,

        [ValidateRange(0.001, 604800)]
        [PSDefaultValue(Help = 'none')]
        [double] $TimeLimit
    )

    begin {
        . $script:UseCallerPreference
        # By address, the files to read it from: threads of a dump bring one each.
        $places = [ordered] @{}
    }

    process {
        foreach ($one in $Address) {
            $text = ConvertTo-AddressArgument $one
            if ($text -notmatch '^(0x)?[0-9a-f`]{1,17}$') {
                $PSCmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' "$(Get-ObjectName $one) is no address." -Target $one -Advice 'Give a number, or hex digits with or without 0x.'))
                continue
            }
            if (-not $places.Contains($text)) { $places[$text] = [System.Collections.Generic.List[string]]::new() }
            Add-DumpFile $PSCmdlet $places[$text] -Path $Path -LiteralPath $LiteralPath -Item $_
        }
    }

    end {
        # Addresses in the same files are read by one ktriage.
        $byFiles = [ordered] @{}
        foreach ($text in $places.Keys) {
            if ($places[$text].Count -eq 0) { continue }
            $files = $places[$text] -join "`0"
            if (-not $byFiles.Contains($files)) { $byFiles[$files] = [System.Collections.Generic.List[string]]::new() }
            $byFiles[$files].Add($text)
        }
        foreach ($addresses in $byFiles.Values) {
            $request = @{ paths = $places[$addresses[0]]; addresses = $addresses; length = $Length }
            if ($Physical) { $request['physical'] = $true }
            if ($DirectoryTableBase) { $request['directoryTableBase'] = ConvertTo-AddressArgument $DirectoryTableBase }
            if ($TimeLimit) { $request['timeLimitSeconds'] = $TimeLimit }
            Invoke-KernelTriageVerb $PSCmdlet 'memory' -Request $request
        }
    }
}
