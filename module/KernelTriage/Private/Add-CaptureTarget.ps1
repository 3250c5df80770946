# What is to be captured, while it is collected from the pipeline: by process, in the order of arrival.
function Initialize-CaptureSelection([string] $Machine) {
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

# Adds threads and processes. There may be thousands of threads of Get-KernelThread, which live on meanwhile, and a call of a function
# costs more than everything else here: the common one costs none, and each of its properties is read once.
function Add-CaptureTarget([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [System.Collections.IEnumerable] $Items) {
    $known = $null
    foreach ($item in $Items) {
        # PSTypeNames: PSObject.TypeNames makes a set of members for each object. Contains: Select-Object -First puts a name of its own before it.
        if ($item.PSTypeNames.Contains('KernelTriage.Thread')) {
            $processId = $item.ProcessId
            # The threads of a process come one after the other.
            if ($null -eq $known -or $known.ProcessId -ne $processId) { $known = $Selection.Groups["$processId"] }
            $threadId = $item.ThreadId
            if ($known -and $threadId -is [valuetype] -and $item.Machine -ceq $Selection.Machine) {
                $reference = @{ processId = $known.ProcessId; threadId = $threadId }
                $created, $processCreated, $computer = $item.CreateTimeRaw, $item.ProcessCreateTimeRaw, $item.ComputerName
                if ($created) { $reference['createTimeRaw'] = $created }
                if ($processCreated) { $reference['processCreateTimeRaw'] = $processCreated }
                if ($computer) { $reference['computerName'] = $computer }
                $known.Threads.Add($reference)
                continue
            }
        }
        Add-AnyCaptureTarget $Cmdlet $Selection -Item $item
    }
}

# Adds a thread or a process. Objects that came back from a remote session are bags of properties, so the properties
# count and not the type.
function Add-AnyCaptureTarget([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [psobject] $Item) {
    # Zero is an id too: that of the idle process.
    if ($null -ne (Get-OptionalProperty $Item 'ProcessId') -and $null -ne (Get-OptionalProperty $Item 'ThreadId')) {
        Add-CaptureThread $Cmdlet $Selection -Thread $Item
    }
    elseif ($Item.PSObject.TypeNames -like '*System.Diagnostics.Process') {
        $group = Get-CaptureGroup $Selection $Item.Id -ProcessName (Get-OptionalProperty $Item 'Name')
        $group.IsWhole = $true
    }
    elseif ($null -ne (Get-OptionalProperty $Item 'InDump') -and (Get-OptionalProperty $Item 'Address')) {
        # An owner that no dump contains is known by its address alone.
        $text = "The dumps name the thread at $($Item.Address) by its address alone, without ids."
        $advice = "On the machine of the dumps: Get-KernelThread | Where-Object ObjectAddress -eq '$($Item.Address)' | New-TriageDump -Destination ..."
        Write-Refusal $Cmdlet $Selection -Item $Item -Text $text -Advice $advice
    }
    else {
        $text = "$(Get-ObjectName $Item) is neither a thread of Get-KernelThread nor a process of Get-Process."
        Write-Refusal $Cmdlet $Selection -Item $Item -Text $text -Advice 'Pipe threads or processes.'
    }
}

# A thread as requests name it, or nothing where its ids are no numbers; from a file of text they are texts. Ids are reused:
# with the times of creation, and the computer, no other thread can be taken for this one.
function ConvertTo-ThreadReference([psobject] $Thread) {
    $processId = [uint32] 0
    $threadId = [uint32] 0
    if (-not [uint32]::TryParse("$($Thread.ProcessId)", [ref] $processId)) { return }
    if (-not [uint32]::TryParse("$($Thread.ThreadId)", [ref] $threadId)) { return }
    $reference = @{ processId = $processId; threadId = $threadId }
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
        Write-Refusal $Cmdlet $Selection -Item $Thread -Text $text -Advice 'Capture on one machine at a time.'
        return
    }
    $reference = ConvertTo-ThreadReference $Thread
    if (-not $reference) {
        $Selection.HasRefused = $true
        $Cmdlet.WriteError((Get-NoThreadError $Thread))
        return
    }
    $group = Get-CaptureGroup $Selection $reference.processId -ProcessName (Get-OptionalProperty $Thread 'ProcessName')
    $group.Threads.Add($reference)
}

function Get-NoThreadError([psobject] $Item) {
    $text = "ProcessId '$($Item.ProcessId)' and ThreadId '$($Item.ThreadId)' are not the ids of a thread."
    return New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $Item -Advice 'Ids are whole numbers; pipe threads of Get-KernelThread.'
}

function Write-Refusal([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [psobject] $Item, [string] $Text, [string] $Advice) {
    $Selection.HasRefused = $true
    $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $Text -Target $Item -Advice $Advice))
}

# What is to be captured of a process, as the question names it.
function Get-CaptureGroupText([hashtable] $Group) {
    $what = if ($Group.IsWhole) { 'every thread' } elseif ($Group.Threads.Count -eq 1) { '1 thread' } else { "$($Group.Threads.Count) threads" }
    return ConvertTo-HarmlessText "$what of $($Group.Label)"
}

# Adds the processes that have a name, each as a whole. A plain name that no process has is an error of ktriage.
function Add-NamedProcess([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [string[]] $Name) {
    $request = @{ names = $Name; details = 'snapshot' }
    if ($Selection.Machine) { $request['machine'] = $Selection.Machine }
    $errors = [System.Collections.Generic.List[System.Management.Automation.ErrorRecord]]::new()
    foreach ($thread in Invoke-KernelTriageVerb $Cmdlet 'threads' -Request $request -Errors $errors) {
        (Get-CaptureGroup $Selection $thread.ProcessId -ProcessName $thread.ProcessName).IsWhole = $true
    }
    foreach ($record in $errors) {
        $Selection.HasRefused = $true
        $Cmdlet.WriteError($record)
    }
}
