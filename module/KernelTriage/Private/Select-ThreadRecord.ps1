# Lets the records of the threads pass that a reader was asked for: by the name of their process, state, wait reason and id. Names may
# have wildcards, and .exe may be left out, as for Get-KernelThread.
function Select-ThreadRecord([string[]] $Name, [string[]] $State, [string[]] $WaitReason, [uint32[]] $ThreadId,
    [System.Collections.IList] $Seen) {
    process {
        $record = $_
        # What Write-MissingThread asks for.
        if ($ThreadId -and $null -ne $Seen) { $null = $Seen.Add((Get-OptionalProperty $record 'ThreadId')) }
        $isWanted = (Test-AnyPattern (Get-OptionalProperty $record 'ProcessName') $Name -Ending '.exe') -and
            (Test-AnyPattern (Get-OptionalProperty $record 'State') $State) -and
            (Test-AnyPattern (Get-OptionalProperty $record 'WaitReason') $WaitReason) -and
            (-not $ThreadId -or (Get-OptionalProperty $record 'ThreadId') -in $ThreadId)
        if ($isWanted) { $record }
    }
}

# Whether a text matches one of some patterns; without patterns any does.
function Test-AnyPattern([string] $Text, [string[]] $Pattern, [string] $Ending) {
    if (-not $Pattern) { return $true }
    foreach ($one in $Pattern) { if ($Text -like $one -or ($Ending -and $Text -like "$one$Ending")) { return $true } }
    return $false
}

# The ids that a reader of waits or requests asks ktriage for, which knows best whether a thread without them is there. Of live threads
# only those are read that came down the pipeline.
function Add-ThreadIdRequest([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [hashtable] $Request, [uint32[]] $ThreadId) {
    if (-not $ThreadId) { return }
    if ($Selection.Live.Threads.Count -eq 0) { $Request['threadIds'] = $ThreadId; return }
    if ($Request.ContainsKey('paths')) { return }
    Write-MissingThread $Cmdlet $ThreadId -Found @(foreach ($thread in $Selection.Live.Threads) { $thread['threadId'] }) -Where 'among those from the pipeline' -Advice 'Get-KernelThread lists the threads of a process.'
}

# An error for each thread that was asked for by its id and is not there.
function Write-MissingThread([System.Management.Automation.PSCmdlet] $Cmdlet, [uint32[]] $ThreadId, [System.Collections.IEnumerable] $Found, [string] $Where, [string] $Advice) {
    $seen = [System.Collections.Generic.HashSet[uint32]]::new()
    foreach ($id in $Found) { if ($null -ne $id) { $null = $seen.Add($id) } }
    foreach ($id in $ThreadId) {
        if (-not $seen.Add($id)) { continue }
        $Cmdlet.WriteError((New-KernelTriageErrorRecord 'ThreadNotFound' "There is no thread $id $Where." -Target $id -Advice $Advice))
    }
}
