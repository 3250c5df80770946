# Adds the files that the parameters Path and LiteralPath of a cmdlet name to its list. The Path of an object from the pipeline is the name
# of one file, whatever characters it has.
function Add-DumpFile([System.Management.Automation.PSCmdlet] $Cmdlet, [System.Collections.IList] $Files, [string[]] $Path, [string[]] $LiteralPath, [object] $Item) {
    $isExact = $null -ne $Item -and $Item -isnot [string] -and $null -ne (Get-OptionalProperty $Item 'Path')
    $found = @(
        foreach ($one in $Path) { if ($isExact) { Resolve-FilePath $Cmdlet $one } else { Expand-FilePath $Cmdlet $one } }
        foreach ($one in $LiteralPath) { Resolve-FilePath $Cmdlet $one }
    )
    foreach ($file in $found) { if ($file) { $null = $Files.Add($file) } }
}
