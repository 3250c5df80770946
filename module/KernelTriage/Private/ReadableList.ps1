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

# Gives the lists of a record a text. The table has the nouns by the names of the lists. The record has no type name yet: with one that has
# type data, the engine takes ten times as long to give a property. Called for each record: a call of a function more would be felt.
function ConvertTo-ReadableList([psobject] $Record, [hashtable] $Lists) {
    $types = $script:ListType
    if ($null -eq $types) { $types = Get-ListType }
    foreach ($list in $Lists.GetEnumerator()) {
        $property = $Record.PSObject.Properties[$list.Key]
        if ($null -eq $property) { continue }
        $items = $property.Value
        if ($items -isnot [array]) {
            # A point marks an object that has lists.
            if ($list.Value -eq '.' -and $items -is [psobject]) {
                $inner = @{}
                foreach ($one in $items.PSObject.Properties) { $inner[$one.Name] = $one.Name.ToLowerInvariant() }
                ConvertTo-ReadableList $items $inner
            }
            continue
        }
        # The type follows from the elements: all are texts, values or objects.
        $first = if ($items.Length -gt 0) { $items[0] }
        $property.Value =
            if ($first -is [System.Management.Automation.PSCustomObject]) { , $types.Object::new([psobject[]] $items, $list.Value) }
            elseif ($first -is [string]) { , $types.Text::new([string[]] $items) }
            elseif ($items.Length -eq 0 -and $list.Value) { , $types.Object::new([psobject[]] $items, $list.Value) }
            else { , $types.Value::new($items) }
    }
}
