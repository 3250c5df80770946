# A 64-bit number as the contract spells it. 0xffffe0018a3f2080 in a script is a negative number of 64 bits, and an address
# of a record is text; both are meant. What is neither is ktriage's to refuse.
function ConvertTo-AddressText([string] $Value) {
    if ($Value -match '^0x[0-9a-fA-F]{1,16}$') { return '0x' + $Value.Substring(2).ToLowerInvariant().PadLeft(16, '0') }
    $signed = [long] 0
    if ([long]::TryParse($Value, [ref] $signed)) { return '0x{0:x16}' -f $signed }
    $unsigned = [uint64] 0
    if ([uint64]::TryParse($Value, [ref] $unsigned)) { return '0x{0:x16}' -f $unsigned }
    return $Value
}

# An address or a physical one that was given as a parameter: a number is that number, however a script came by it, and text is
# hex digits as people write them, which ktriage reads. 0x80000000 in a script is a negative number of 32 bits.
function ConvertTo-AddressArgument([object] $Value) {
    if ($Value -is [int]) { return '0x{0:x16}' -f ([long] $Value -band 4294967295) }
    if ($Value -is [valuetype] -and $Value -is [System.IFormattable]) { return ConvertTo-AddressText "$Value" }
    return "$Value"
}
