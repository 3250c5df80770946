# A request as one line of JSON. ConvertTo-Json is not used: the module leans on ConvertFrom-Json alone, and a request
# of many threads is written faster this way.
function ConvertTo-JsonText([object] $Value) {
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [string]) { return ConvertTo-JsonString $Value }
    if ($Value -is [bool] -or $Value -is [switch]) { return $(if ($Value) { 'true' } else { 'false' }) }
    if ($Value -is [System.Collections.IDictionary]) {
        $members = foreach ($name in $Value.Keys) { (ConvertTo-JsonString $name) + ':' + (ConvertTo-JsonText $Value[$name]) }
        return '{' + ($members -join ',') + '}'
    }
    if ($Value -is [System.Collections.IEnumerable]) {
        return '[' + (@(foreach ($item in $Value) { ConvertTo-JsonText $item }) -join ',') + ']'
    }
    # Numbers; a culture with a decimal comma must not get into them.
    return ([System.IFormattable] $Value).ToString('G', [cultureinfo]::InvariantCulture)
}

function ConvertTo-JsonString([string] $Text) {
    if ($Text -cnotmatch '["\\\x00-\x1f]') { return '"' + $Text + '"' }
    $builder = [System.Text.StringBuilder]::new('"')
    foreach ($character in $Text.ToCharArray()) {
        $code = [int] $character
        if ($code -lt 32) { $null = $builder.Append('\u').Append($code.ToString('x4')) }
        elseif ($code -eq 34 -or $code -eq 92) { $null = $builder.Append('\').Append($character) }
        else { $null = $builder.Append($character) }
    }
    return $builder.Append('"').ToString()
}
