# What Get-KernelStack was given, while it is collected: whole dumps, threads of dumps, and live threads.
function Initialize-StackSelection {
    return @{
        WholeFiles = [System.Collections.Generic.List[string]]::new()
        # By file, the threads that are wanted of it: by object address, or by id where a copy of a thread has lost that and
        # where all threads of a process are wanted.
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
    $names = 'Path', 'FullName', 'PSPath', 'ThreadId', 'ProcessId', 'Address', 'ObjectAddress', 'Machine', 'Owners', 'Waiters'
    $isLock = $null -ne $Item.PSObject.Properties['Owners'] -and $null -ne $Item.PSObject.Properties['Waiters']
    $known = @{}
    foreach ($name in $names) { $known[$name] = Get-OptionalProperty $Item $name }
    $file = foreach ($one in $known.Path, $known.FullName, $known.PSPath) { if ($one) { $one; break } }
    # The Address of a request is its own; that of a thread is its only one.
    $address = if ($known.ObjectAddress) { $known.ObjectAddress } else { $known.Address }
    $keys = @(
        if ($isLock) { Get-LockThreadAddress $known.Owners; Get-LockThreadAddress $known.Waiters }
        elseif ($null -ne $known.ProcessId -and $null -eq $known.ThreadId -and -not $known.ObjectAddress) { "process $($known.ProcessId)" }
        elseif ($address) { $address }
        elseif ($known.ThreadId) { "thread $($known.ThreadId)" }
    )
    if ($file -and $keys.Count -gt 0) {
        $resolved = Resolve-FilePath $Cmdlet $file
        # What is wrong with the path has been reported.
        if (-not $resolved) { return }
        if (-not $Selection.Threads.Contains($resolved)) { $Selection.Threads[$resolved] = @{} }
        foreach ($key in $keys) { $Selection.Threads[$resolved][$key] = $true }
    }
    elseif ($file -and $isLock) {
        $text = "$(Get-ObjectName $Item) has no owner and no waiter that the dump names."
        $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $Item -Advice 'Pipe the dump itself for all of its threads.'))
    }
    elseif ($file) { Add-DumpFile $Cmdlet $Selection.WholeFiles -LiteralPath $file }
    elseif ($null -ne $known.ThreadId -and $null -ne $known.ProcessId) { Add-LiveThread $Cmdlet $Selection -Thread $Item -Machine $known.Machine }
    else {
        $text = "$(Get-ObjectName $Item) is neither a dump nor a thread."
        $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $Item -Advice 'Pipe dumps, or threads of Get-KernelDumpThread or Get-KernelThread.'))
    }
}

# The addresses of the threads that own a lock or wait for it. Some owners are processes, or known in words alone.
function Get-LockThreadAddress([object[]] $Parts) {
    foreach ($part in $Parts) {
        foreach ($thread in Get-OptionalProperty $part 'Thread') {
            if ($null -ne $thread) { Get-OptionalProperty $thread 'Address' }
        }
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
    if ($Selection.WholeFiles.Count -eq 0 -and $keys.Count -gt 0 -and @($keys -like '* *').Count -eq 0) {
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
    return $null -eq $wanted -or $wanted.ContainsKey($Stack.ObjectAddress) -or $wanted.ContainsKey("thread $($Stack.ThreadId)") -or $wanted.ContainsKey("process $($Stack.ProcessId)")
}
