# Adds an object to one side of a comparison: a dump, a thread that a dump holds, or a thread of a listing or a live stack, which carries
# what is compared itself.
function Add-ComparisonSource([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [psobject] $Item, [string] $Parameter) {
    $isText = $Item.PSObject.BaseObject -is [string]
    if (-not $isText -and -not (Get-OptionalProperty $Item 'Path') -and -not (Get-OptionalProperty $Item 'FullName')) {
        if (Add-ThreadLook $Selection $Item) { return }
        $Selection['HasRefused'] = $true
        $text = "$(Get-ObjectName $Item) is no dump and no thread, so -$Parameter does not take it."
        $advice = 'Give dumps of New-TriageDump, stacks of Get-KernelStack or threads of Get-KernelThread; -Live looks at their threads again.'
        $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $Item -Advice $advice))
        return
    }
    Add-StackSource $Cmdlet $Selection -Item $Item
}

# Adds a thread that is in no file. False for what has no ids of a thread. Objects that came back from a session are bags of properties.
function Add-ThreadLook([hashtable] $Selection, [psobject] $Item) {
    if ($null -eq (Get-OptionalProperty $Item 'ThreadId') -or $null -eq (Get-OptionalProperty $Item 'ProcessId')) { return $false }
    $look = ConvertTo-ThreadReference $Item
    if (-not $look) { return $false }
    foreach ($name in 'processCreateTimeRaw', 'computerName') { $look.Remove($name) }
    foreach ($name in 'processName', 'objectAddress', 'machine', 'state', 'waitReason', 'contextSwitches', 'key', 'waitingFor') {
        $value = Get-OptionalProperty $Item $name
        if ($null -ne $value) { $look[$name] = $value }
    }
    $stack = Get-OptionalProperty $Item 'Stack'
    if ($look.ContainsKey('key') -and $null -ne $stack) { $look['stack'] = @($stack | ForEach-Object { "$_" }) }
    $wait = Get-OptionalProperty $Item 'WaitTimeMs'
    if ($null -ne $wait) { $look['waitTimeMs'] = [double] $wait }
    $time = Get-OptionalProperty $Item 'LookTime'
    if ($null -ne $time) { $look['lookTime'] = ([datetime] $time).ToUniversalTime().ToString('o') }
    if (-not $Selection.ContainsKey('Looks')) { $Selection['Looks'] = [System.Collections.Generic.List[hashtable]]::new() }
    $Selection['Looks'].Add($look)
    return $true
}

# Lets the threads of a comparison pass, or its summaries. The text of a summary is a verbose message otherwise.
function Select-ComparisonRecord([System.Management.Automation.PSCmdlet] $Cmdlet, [switch] $Summary) {
    process {
        $isSummary = $_.PSObject.TypeNames.Contains('KernelTriage.ComparisonSummary')
        if ($isSummary -eq [bool] $Summary) { return $_ }
        if ($isSummary) { Write-ModuleVerbose $Cmdlet (ConvertTo-HarmlessText $_.Headline) }
    }
}
