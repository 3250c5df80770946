# An object in a message: its type and what identifies it, never all of it.
function Get-ObjectName([object] $Item) {
    if ($null -eq $Item) { return 'Nothing' }
    if ($Item -is [string] -or $Item -is [valuetype]) {
        $text = "$Item"
        if ($text.Length -gt 80) { $text = $text.Substring(0, 77) + '...' }
        return "'$text'"
    }
    $type = $Item.PSObject.TypeNames[0]
    if ($type -eq 'System.Management.Automation.PSCustomObject') { $type = 'object' }
    $ids = foreach ($name in 'ProcessId', 'ThreadId', 'Id', 'Address', 'Path', 'FullName', 'Name') {
        $value = Get-OptionalProperty $Item $name
        if ($null -ne $value -and ($value -is [valuetype] -or $value -is [string])) {
            $text = "$value"
            if ($text.Length -gt 80) { $text = $text.Substring(0, 77) + '...' }
            "$name $text"
        }
    }
    $told = @($ids | Select-Object -First 3) -join ', '
    return "The $type$(if ($told) { " ($told)" })"
}
