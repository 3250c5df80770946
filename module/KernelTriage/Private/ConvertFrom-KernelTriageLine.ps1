# Lines of JSON as objects, in one call: ConvertFrom-Json line by line costs several times as much. JSON escapes the
# line ends inside its strings, so those left are the ends of lines.
function ConvertFrom-KernelTriageLine([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Session, [string] $Lines) {
    try {
        $array = $Session.Array.Clear().Append('[').Append($Lines).Replace([char] 10, [char] 44).Append(']').ToString()
        # Module-qualified, so that a proxy function of the user is not called. 5.1 returns the array as one object.
        $messages = Microsoft.PowerShell.Utility\ConvertFrom-Json -InputObject $array
    }
    # Its module cannot be loaded here: that is no fault of ktriage.
    catch [System.Management.Automation.CommandNotFoundException] { $Cmdlet.ThrowTerminatingError($_) }
    catch {
        $shown = $Lines.Substring(0, [Math]::Min(200, $Lines.Length))
        $Cmdlet.ThrowTerminatingError((New-KernelTriageErrorRecord 'ExecutableFailed' "The executable that answered is not ktriage. Its answer: $shown" -Target $Session.Path))
    }
    # As one array, which no pipeline takes apart.
    return , @($messages)
}

# The values of lines that are all records of one type, as an array which no pipeline takes apart; $null for other lines, which
# ConvertFrom-KernelTriageLine reads. The message around each value is taken away as text: an object for it would be made for nothing, once
# a record. No string of JSON holds a line end, so that what is replaced is never inside a value.
function ConvertFrom-RecordLine([hashtable] $Session, [string] $Lines, [string] $Type) {
    $start = '{"kind":"record","type":"' + $Type + '","value":'
    $last = $Lines.LastIndexOf([char] 10) + 1
    if ([string]::CompareOrdinal($Lines, $last, $start, 0, $start.Length) -ne 0 -or -not $Lines.StartsWith($start, [System.StringComparison]::Ordinal)) { return $null }
    $array = $Session.Array.Clear().Append('[').Append($Lines, $start.Length, $Lines.Length - $start.Length - 1).Append(']').Replace("}`n$start", ',').ToString()
    if ($array.IndexOf([char] 10) -ge 0) { return $null }
    try { $values = Microsoft.PowerShell.Utility\ConvertFrom-Json -InputObject $array }
    # Read as messages, these lines give the error with its text.
    catch { return $null }
    return , @($values)
}
