# Adds the files that the parameters Path and LiteralPath of a cmdlet name to its list. The Path of an object from the pipeline is the name
# of one file, whatever characters it has.
function Add-DumpFile([System.Management.Automation.PSCmdlet] $Cmdlet, [System.Collections.IList] $Files, [string[]] $Path, [string[]] $LiteralPath, [object] $Item) {
    # An object that has no path binds as its text, which is the name of its type.
    if ($null -ne $Item -and $null -ne $Path -and $Path.Count -eq 1 -and $Item -isnot [string] -and $Item -isnot [valuetype] -and $Path[0] -ceq "$Item") {
        if (-not (@('Path', 'PSPath', 'FullName') | Where-Object { $null -ne (Get-OptionalProperty $Item $_) })) {
            $text = "$(Get-ObjectName $Item) has no path of a dump."
            $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $Item -Advice 'Pipe dumps, files or paths.'))
            return
        }
    }
    $isExact = $null -ne $Item -and $Item -isnot [string] -and $null -ne (Get-OptionalProperty $Item 'Path')
    $found = @(
        foreach ($one in $Path) { if ($isExact) { Resolve-FilePath $Cmdlet $one } else { Expand-FilePath $Cmdlet $one } }
        foreach ($one in $LiteralPath) { Resolve-FilePath $Cmdlet $one }
    )
    foreach ($file in $found) { if ($file) { $null = $Files.Add($file) } }
}
