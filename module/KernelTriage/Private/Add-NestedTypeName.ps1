# Gives inner records their type names, by which views and type data know them, and their times.
function Add-NestedTypeName([psobject] $Value, [string] $Type) {
    # A dump of a crash is drawn with the answer first; it stays a KernelTriage.Dump.
    if ($Type -eq 'Dump' -and $null -ne (Get-OptionalProperty $Value 'Crash')) {
        $Value.PSTypeNames.Insert(0, 'KernelTriage.CrashDump')
    }
    $names = $script:NestedType[$Type]
    foreach ($property in $names.Keys) {
        $hasLists = $script:ListProperty.ContainsKey($names[$property])
        foreach ($inner in Get-OptionalProperty $Value $property) {
            if ($null -eq $inner) { continue }
            $inner.PSTypeNames.Insert(0, 'KernelTriage.Record')
            $inner.PSTypeNames.Insert(0, "KernelTriage.$($names[$property])")
            if ($script:IsWindowsPowerShell) { ConvertTo-TypedTime $inner }
            if ($hasLists) { ConvertTo-ReadableList $inner $names[$property] }
        }
    }
}
