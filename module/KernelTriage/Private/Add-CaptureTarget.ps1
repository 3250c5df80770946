# What is to be captured, while it is collected from the pipeline: by process, in the order of arrival.
function New-CaptureSelection([string] $Machine) {
    # Keys are texts, because an ordered dictionary takes a number for a position.
    return @{ Groups = [ordered] @{}; Machine = $Machine; HasRefused = $false }
}

# The part of the selection that belongs to one process.
function Get-CaptureGroup([hashtable] $Selection, [uint32] $ProcessId, [string] $ProcessName) {
    $key = "$ProcessId"
    if (-not $Selection.Groups.Contains($key)) {
        $Selection.Groups[$key] = @{
            ProcessId = $ProcessId
            Label = "$(if ($ProcessName) { $ProcessName } else { 'process' }) ($ProcessId)"
            Threads = [System.Collections.Generic.List[hashtable]]::new()
            # Every thread that the process has at the time of the capture.
            IsWhole = $false
        }
    }
    return $Selection.Groups[$key]
}

# Adds a thread or a process. Objects that came back from a remote session are bags of properties, so the properties
# count and not the type.
function Add-CaptureTarget([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [psobject] $Item) {
    if ((Get-OptionalProperty $Item 'ProcessId') -and (Get-OptionalProperty $Item 'ThreadId')) {
        Add-CaptureThread $Cmdlet $Selection $Item
    }
    elseif ($Item.PSObject.TypeNames -like '*System.Diagnostics.Process') {
        $group = Get-CaptureGroup $Selection $Item.Id (Get-OptionalProperty $Item 'Name')
        $group.IsWhole = $true
    }
    else {
        $text = "'$Item' is neither a thread of Get-KernelThread nor a process of Get-Process."
        Write-Refusal $Cmdlet $Selection $Item $text 'Pipe threads or processes.'
    }
}

# A thread as requests name it. Ids are reused: with the times of creation, and the computer, no other thread can be taken
# for this one.
function ConvertTo-ThreadReference([psobject] $Thread) {
    $reference = @{ processId = $Thread.ProcessId; threadId = $Thread.ThreadId }
    foreach ($name in 'createTimeRaw', 'processCreateTimeRaw', 'computerName') {
        $value = Get-OptionalProperty $Thread $name
        if ($value) { $reference[$name] = $value }
    }
    return $reference
}

function Add-CaptureThread([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [psobject] $Thread) {
    $machine = Get-OptionalProperty $Thread 'Machine'
    if ($machine -and -not $Selection.Machine) { $Selection.Machine = $machine }
    if ($machine -and $Selection.Machine -ne $machine) {
        $text = "Thread $($Thread.ThreadId) is from the machine $machine, and the capture is on $($Selection.Machine)."
        Write-Refusal $Cmdlet $Selection $Thread $text 'Capture on one machine at a time.'
        return
    }
    $group = Get-CaptureGroup $Selection $Thread.ProcessId (Get-OptionalProperty $Thread 'ProcessName')
    $group.Threads.Add((ConvertTo-ThreadReference $Thread))
}

function Write-Refusal([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [psobject] $Item, [string] $Text, [string] $Advice) {
    $Selection.HasRefused = $true
    $Cmdlet.WriteError((New-KernelTriageError 'InvalidRequest' $Text $Item $Advice))
}

# Asks once for each process, or with -WhatIf says what would be done. Returns the groups that were agreed to.
function Confirm-Capture([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [string] $Folder) {
    foreach ($group in $Selection.Groups.Values) {
        $what = if ($group.IsWhole) { 'every thread' } elseif ($group.Threads.Count -eq 1) { '1 thread' } else { "$($group.Threads.Count) threads" }
        $target = ConvertTo-HarmlessText "$what of $($group.Label)"
        $action = ConvertTo-HarmlessText "capture kernel stacks into triage dumps in $Folder"
        if ($Cmdlet.ShouldProcess($target, $action)) { $group }
    }
}
