# Lists whose text is useful: Export-Csv takes the text of a value from ToString alone, which for an array is `System.Object[]`.
# For everything else they are lists. The types are made for the first stack, so that an import compiles no class.
$script:ListType = $null

function Get-ListType {
    if ($null -eq $script:ListType) {
        $script:ListType = & ([scriptblock]::Create(@'
            class KernelTriageTextList : System.Collections.Generic.List[string] {
                KernelTriageTextList([string[]] $items) : base($items) { }
                [string] ToString() { return $this.ToArray() -join '; ' }
            }
            class KernelTriageObjectList : System.Collections.Generic.List[psobject] {
                hidden [string] $OfWhat
                KernelTriageObjectList([psobject[]] $items, [string] $ofWhat) : base($items) { $this.OfWhat = $ofWhat }
                [string] ToString() { return "$($this.Count) $($this.OfWhat)" }
            }
            @{ Text = [KernelTriageTextList]; Object = [KernelTriageObjectList] }
'@))
    }
    return $script:ListType
}

# A list of texts. Its text joins them.
function New-TextList([string[]] $Text = @()) {
    return , (Get-ListType).Text::new($Text)
}

# A list of objects. Its text counts them.
function New-ObjectList([psobject[]] $Item = @(), [string] $OfWhat) {
    return , (Get-ListType).Object::new($Item, $OfWhat)
}

# Gives the lists of a stack a text.
function ConvertTo-ReadableList([psobject] $Stack) {
    $types = Get-ListType
    foreach ($name in 'Stack', 'HeldBy') {
        $property = $Stack.PSObject.Properties[$name]
        if ($null -ne $property -and $property.MemberType -eq 'NoteProperty') { $property.Value = $types.Text::new([string[]] @($property.Value)) }
    }
    foreach ($name in 'Frames', 'Mentions') {
        $property = $Stack.PSObject.Properties[$name]
        if ($null -ne $property -and $property.MemberType -eq 'NoteProperty') { $property.Value = $types.Object::new([psobject[]] @($property.Value), $name.ToLowerInvariant()) }
    }
}
