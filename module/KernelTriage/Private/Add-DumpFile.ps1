# Adds the files that the parameters Path and LiteralPath of a cmdlet name to its list.
function Add-DumpFile([System.Management.Automation.PSCmdlet] $Cmdlet, [System.Collections.IList] $Files, [string[]] $Path, [string[]] $LiteralPath) {
    $found = @(
        foreach ($item in $Path) { Expand-FilePath $Cmdlet $item }
        foreach ($item in $LiteralPath) { Resolve-FilePath $Cmdlet $item }
    )
    foreach ($file in $found) { if ($file) { $null = $Files.Add($file) } }
}
