# An ErrorRecord with a code of the error table: the code is its id, and the table gives its category. The target is exact;
# everything that PowerShell prints of the record, the name of the target among it, is harmless on a terminal.
function New-KernelTriageErrorRecord([string] $Code, [string] $Message, [object] $Target, [string] $Advice) {
    $row = $script:ErrorTable[$Code]
    # A later ktriage may know more codes.
    $category = if ($row) { $row.Category } else { 'NotSpecified' }
    if (-not $Advice -and $row) { $Advice = $row.Advice }
    if ("$Advice".Contains('<cmdlet>')) { $Advice = $Advice.Replace('<cmdlet>', (Get-RunningCommand)) }
    $Message = ConvertTo-HarmlessText $Message
    $Advice = ConvertTo-HarmlessText $Advice
    $exception = [System.Management.Automation.RuntimeException]::new($Message)
    $record = [System.Management.Automation.ErrorRecord]::new($exception, $Code, $category, $Target)
    $record.CategoryInfo.TargetName = ConvertTo-HarmlessText $record.CategoryInfo.TargetName
    # PowerShell 7 shows the recommended action below the message; Windows PowerShell does not show it at all.
    $shown = if ($script:IsWindowsPowerShell) { "$Message $Advice".Trim() } else { $Message }
    $record.ErrorDetails = [System.Management.Automation.ErrorDetails]::new($shown)
    $record.ErrorDetails.RecommendedAction = $Advice
    return $record
}

# The cmdlet of this module that the user called: the outermost one, since cmdlets may call each other.
function Get-RunningCommand {
    $names = @((Get-PSCallStack).Command | Where-Object { $_ -cmatch '^[A-Z][a-z]+-Kernel|^New-(Triage|Live)' -and $ExecutionContext.SessionState.Module.ExportedFunctions.ContainsKey($_) })
    if ($names.Count -gt 0) { return $names[-1] }
    return '<cmdlet>'
}

# An `error` line of ktriage as an ErrorRecord. What does not fit into one is in the Data of its exception.
function ConvertTo-ErrorRecord([psobject] $Message) {
    $target = Get-OptionalProperty $Message 'target'
    # The target of a thread that was asked for by its id is the id.
    if ($Message.code -eq 'ThreadNotFound' -and "$target" -match '^thread (\d{1,9})$') { $target = [uint32] $Matches[1] }
    $record = New-KernelTriageErrorRecord $Message.code $Message.message -Target $target -Advice $Message.advice
    foreach ($name in 'ntStatus', 'ntStatusName', 'offset', 'field') {
        $value = Get-OptionalProperty $Message $name
        if ($null -ne $value) { $record.Exception.Data[$name] = $value }
    }
    return $record
}

# $null where the object has no such property; a plain look-up is an error in strict mode.
function Get-OptionalProperty([psobject] $Object, [string] $Name) {
    $property = $Object.PSObject.Properties[$Name]
    if ($property) { return $property.Value }
}
