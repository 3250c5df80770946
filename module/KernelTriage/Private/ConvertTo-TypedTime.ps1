# ConvertFrom-Json of Windows PowerShell leaves times as text; everywhere else they have become DateTime.
# Not every text under such a name is one: the RelativeTime of a trace is '00.0200000'.
function ConvertTo-TypedTime([psobject] $Value) {
    foreach ($property in $Value.PSObject.Properties) {
        if ($property.Name -like '*Time' -and $property.Value -is [string] -and $property.Value -match '^\d{4}-\d\d-\d\dT') {
            $property.Value = [datetime]::Parse($property.Value, [cultureinfo]::InvariantCulture, [System.Globalization.DateTimeStyles]::RoundtripKind)
        }
    }
}
