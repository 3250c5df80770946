# Names of types that this session has read, in the order of their first use: what the Tab key offers.
$script:KnownType = [System.Collections.Generic.SortedDictionary[string, bool]]::new([System.StringComparer]::OrdinalIgnoreCase)
# One pattern may give all types of a kernel, some 5,000.
$script:MostKnownTypes = 20000

function Add-KnownType([string] $Name) {
    if ($script:KnownType.Count -lt $script:MostKnownTypes) { $script:KnownType[$Name] = $true }
}
