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
