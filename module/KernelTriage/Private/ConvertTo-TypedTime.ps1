# ConvertFrom-Json of Windows PowerShell leaves times as text; everywhere else they have become DateTime.
function ConvertTo-TypedTime([psobject] $Value) {
    foreach ($property in $Value.PSObject.Properties) {
        if ($property.Name -like '*Time' -and $property.Value -is [string]) {
            $property.Value = [datetime]::Parse($property.Value, [cultureinfo]::InvariantCulture, [System.Globalization.DateTimeStyles]::RoundtripKind)
        }
    }
}
