# What Resolve-KernelSymbol was given by the pipeline: dumps, addresses for all dumps, and addresses that belong to one dump.
function Initialize-SymbolSelection {
    return @{
        Files = [System.Collections.Generic.List[string]]::new()
        Addresses = [System.Collections.Generic.List[string]]::new()
        ByFile = [ordered] @{}
    }
}

# Adds objects of the pipeline. With a path on the command line they are addresses, or have one; without it they are dumps, or are in one.
function Add-SymbolSource([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [object[]] $Items, [bool] $HasFile) {
    foreach ($item in $Items) {
        $address = Get-OptionalProperty $item 'Address'
        if (-not $address) { $address = Get-OptionalProperty $item 'ObjectAddress' }
        # Of a stack the frames are meant, and not its thread.
        $frames = Get-OptionalProperty $item 'Frames'
        if ($null -ne $frames) { $address = @(foreach ($frame in $frames) { Get-OptionalProperty $frame 'Address' }) }
        $isPlain = $item -is [string] -or $item -is [valuetype]
        if ($HasFile -and ($isPlain -or $address)) {
            foreach ($one in $(if ($isPlain) { $item } else { $address })) { $Selection.Addresses.Add((ConvertTo-AddressArgument $one)) }
            continue
        }
        # A copy that lost its inner objects on the way.
        if ($null -ne $frames -and -not $address) {
            $text = "$(Get-ObjectName $item) has no frames with addresses."
            $advice = 'Pipe stacks of Get-KernelStack; Export-Clixml keeps their frames with -Depth 3.'
            $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $item -Advice $advice))
            continue
        }
        if (-not $HasFile -and $item -is [string]) { Add-DumpFile $Cmdlet $Selection.Files -Path $item; continue }
        $file = Get-OptionalProperty $item 'Path'
        if (-not $file) { $file = Get-OptionalProperty $item 'FullName' }
        if ($HasFile -or -not $file) {
            $advice = if ($HasFile) { 'Pipe addresses, or objects with a property Address.' } else { 'Pipe dumps, or name the dump: Resolve-KernelSymbol <path>.' }
            $text = "$(Get-ObjectName $item) has no $(if ($HasFile) { 'address' } else { 'path of a dump' })."
            $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $item -Advice $advice))
            continue
        }
        $resolved = Resolve-FilePath $Cmdlet $file
        if (-not $resolved) { continue }
        if (-not $address) { $Selection.Files.Add($resolved); continue }
        if (-not $Selection.ByFile.Contains($resolved)) { $Selection.ByFile[$resolved] = [System.Collections.Generic.List[string]]::new() }
        foreach ($one in $address) { $Selection.ByFile[$resolved].Add((ConvertTo-AddressArgument $one)) }
    }
}

# The requests that a selection needs: one for the dumps that share their addresses, one for each dump with addresses of its own.
function Get-SymbolRequestGroup([hashtable] $Selection, [string[]] $Address) {
    if ($Selection.Files.Count -gt 0) { @{ Files = $Selection.Files; Addresses = $Address } }
    foreach ($file in $Selection.ByFile.Keys) { @{ Files = @($file); Addresses = @($Selection.ByFile[$file]) + @($Address) } }
}
