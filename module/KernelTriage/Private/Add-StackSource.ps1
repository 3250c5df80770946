# What Get-KernelStack was given, while it is collected: whole dumps, threads of dumps, and live threads.
function Initialize-StackSelection {
    return @{
        WholeFiles = [System.Collections.Generic.List[string]]::new()
        # By file, the threads that are wanted of it: by object address, or by id where a copy of a thread has lost that.
        Threads = [ordered] @{}
        Live = @{ Machine = $null; Threads = [System.Collections.Generic.List[hashtable]]::new() }
    }
}

# Adds an object of the pipeline. Objects that came back from a remote session are bags of properties, so the properties
# count and not the type.
function Add-StackSource([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [psobject] $Item) {
    if ($Item.PSObject.BaseObject -is [string]) {
        Add-DumpFile $Cmdlet $Selection.WholeFiles -Path $Item.PSObject.BaseObject
        return
    }
    $names = 'Path', 'FullName', 'ThreadId', 'ProcessId', 'Address', 'ObjectAddress', 'Machine'
    $known = @{}
    foreach ($name in $names) { $known[$name] = Get-OptionalProperty $Item $name }
    $file = if ($known.Path) { $known.Path } else { $known.FullName }
    $address = if ($known.Address) { $known.Address } else { $known.ObjectAddress }
    if ($file -and ($address -or $known.ThreadId)) {
        $resolved = Resolve-FilePath $Cmdlet $file
        # What is wrong with the path has been reported.
        if (-not $resolved) { return }
        if (-not $Selection.Threads.Contains($resolved)) { $Selection.Threads[$resolved] = @{} }
        $key = if ($address) { $address } else { "thread $($known.ThreadId)" }
        $Selection.Threads[$resolved][$key] = $true
    }
    elseif ($file) { Add-DumpFile $Cmdlet $Selection.WholeFiles -LiteralPath $file }
    elseif ($null -ne $known.ThreadId -and $null -ne $known.ProcessId) { Add-LiveThread $Cmdlet $Selection -Thread $Item -Machine $known.Machine }
    else {
        $text = "$(Get-ObjectName $Item) is neither a dump nor a thread."
        $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $Item -Advice 'Pipe dumps, or threads of Get-KernelDumpThread or Get-KernelThread.'))
    }
}

function Add-LiveThread([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [psobject] $Thread, [string] $Machine) {
    $live = $Selection.Live
    if ($Machine -and -not $live.Machine) { $live.Machine = $Machine }
    if ($Machine -and $live.Machine -ne $Machine) {
        $text = "Thread $($Thread.ThreadId) is from the machine $Machine, and others are from $($live.Machine)."
        $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $Thread -Advice 'Look at one machine at a time.'))
        return
    }
    $reference = ConvertTo-ThreadReference $Thread
    if ($reference) { $live.Threads.Add($reference) }
    else { $Cmdlet.WriteError((Get-NoThreadError $Thread)) }
}

# Puts the selection into a request. False when nothing was selected.
function Complete-StackRequest([hashtable] $Selection, [hashtable] $Request) {
    $files = [System.Collections.Generic.List[string]]::new($Selection.WholeFiles)
    foreach ($file in $Selection.Threads.Keys) { if (-not $files.Contains($file)) { $files.Add($file) } }
    if ($files.Count -gt 0) { $Request['paths'] = $files }
    $keys = @(foreach ($wanted in $Selection.Threads.Values) { $wanted.Keys })
    # ktriage leaves out what is not wanted where addresses are enough; else that is done here (Test-StackWanted).
    if ($Selection.WholeFiles.Count -eq 0 -and $keys.Count -gt 0 -and @($keys -like 'thread *').Count -eq 0) {
        $Request['objectAddresses'] = $keys
    }
    if ($Selection.Live.Threads.Count -gt 0) {
        $Request['threads'] = $Selection.Live.Threads
        if ($Selection.Live.Machine) { $Request['machine'] = $Selection.Live.Machine }
    }
    return $files.Count -gt 0 -or $Selection.Live.Threads.Count -gt 0
}

# Whether a stack is of a thread that was asked for: two dumps may hold objects at one address.
function Test-StackWanted([hashtable] $Selection, [psobject] $Stack) {
    $file = Get-OptionalProperty $Stack 'Path'
    if (-not $file -or $Selection.WholeFiles.Contains($file)) { return $true }
    $wanted = $Selection.Threads[$file]
    return $null -eq $wanted -or $wanted.ContainsKey($Stack.ObjectAddress) -or $wanted.ContainsKey("thread $($Stack.ThreadId)")
}
