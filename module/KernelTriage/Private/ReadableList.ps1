# Lists whose text is useful: Export-Csv takes the text of a value from ToString alone, which for an array is `System.Object[]`.
# For everything else they are lists. The types are made for the first stack, so that an import compiles no class.
$script:ListType = $null

function Get-ListType {
    if ($null -eq $script:ListType) {
        # A list outlives the runspace of a thread job that made it; without the attribute, which came with 7.4, its text would end with that.
        $free = if ('System.Management.Automation.Language.NoRunspaceAffinityAttribute' -as [type]) { '[NoRunspaceAffinity()] ' }
        $script:ListType = & ([scriptblock]::Create(@'
            class KernelTriageTextList : System.Collections.Generic.List[string] {
                KernelTriageTextList([string[]] $items) : base($items) { }
                [string] ToString() { return $this.ToArray() -join '; ' }
            }
            class KernelTriageValueList : System.Collections.Generic.List[object] {
                KernelTriageValueList([object[]] $items) : base($items) { }
                [string] ToString() { return $this.ToArray() -join '; ' }
            }
            class KernelTriageObjectList : System.Collections.Generic.List[psobject] {
                hidden [string] $OfWhat
                KernelTriageObjectList([psobject[]] $items, [string] $ofWhat) : base($items) { $this.OfWhat = $ofWhat }
                [string] ToString() { return "$($this.Count) $($this.OfWhat)" }
            }
            @{ Text = [KernelTriageTextList]; Value = [KernelTriageValueList]; Object = [KernelTriageObjectList] }
'@.Replace('class ', "${free}class ")))
    }
    return $script:ListType
}

# A list of texts. Its text joins them.
function New-TextList([string[]] $Text = @()) {
    return , (Get-ListType).Text::new($Text)
}

# A list of numbers, which stay numbers. Its text joins them.
function New-ValueList([object[]] $Value = @()) {
    return , (Get-ListType).Value::new($Value)
}

# A list of objects. Its text counts them.
function New-ObjectList([psobject[]] $Item = @(), [string] $OfWhat) {
    return , (Get-ListType).Object::new($Item, $OfWhat)
}

# Gives the lists of a record, whose type is that of the table, a text.
function ConvertTo-ReadableList([psobject] $Record, [string] $Type) {
    # Called for each record: a call of a function more would be felt.
    $types = $script:ListType
    if ($null -eq $types) { $types = Get-ListType }
    foreach ($list in $script:ListProperty[$Type].GetEnumerator()) {
        $property = $Record.PSObject.Properties[$list.Key]
        if ($null -eq $property -or $property.MemberType -ne 'NoteProperty') { continue }
        $value = $property.Value
        if ($list.Value -eq '.') {
            if ($value -isnot [psobject]) { continue }
            foreach ($inner in $value.PSObject.Properties) { if ($inner.Value -is [array]) { $inner.Value = Get-ReadableList $types $inner.Value $inner.Name.ToLowerInvariant() } }
        }
        elseif ($value -is [array]) { $property.Value = Get-ReadableList $types $value $list.Value }
    }
}

# The type follows from the elements: all are texts, values or objects.
function Get-ReadableList([hashtable] $Types, [array] $Items, [string] $OfWhat) {
    $first = if ($Items.Length -gt 0) { $Items[0] }
    if ($first -is [System.Management.Automation.PSCustomObject]) { return , $Types.Object::new([psobject[]] $Items, $OfWhat) }
    if ($first -is [string]) { return , $Types.Text::new([string[]] $Items) }
    if ($Items.Length -eq 0 -and $OfWhat) { return , $Types.Object::new([psobject[]] $Items, $OfWhat) }
    return , $Types.Value::new($Items)
}
