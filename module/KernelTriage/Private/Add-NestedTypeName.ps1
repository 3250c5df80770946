# Gives inner records their type names, by which views and type data know them, and their times. The names come last: with a name that has
# type data, the engine takes ten times as long to give a property.
function Add-NestedTypeName([psobject] $Value, [string] $Type) {
    $names = $script:NestedType[$Type]
    foreach ($property in $names.Keys) {
        $lists = $script:ListProperty[$names[$property]]
        foreach ($inner in Get-OptionalProperty $Value $property) {
            if ($null -eq $inner) { continue }
            if ($script:IsWindowsPowerShell) { ConvertTo-TypedTime $inner }
            if ($null -ne $lists) { ConvertTo-ReadableList $inner $lists }
            $inner.PSTypeNames.Insert(0, 'KernelTriage.Record')
            $inner.PSTypeNames.Insert(0, "KernelTriage.$($names[$property])")
        }
    }
}

# A dump of a crash is drawn with the answer first; it stays a KernelTriage.Dump.
function Add-CrashTypeName([psobject] $Dump) {
    if ($null -ne (Get-OptionalProperty $Dump 'Crash')) { $Dump.PSTypeNames.Insert(0, 'KernelTriage.CrashDump') }
}
