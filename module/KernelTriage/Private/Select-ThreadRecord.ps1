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

# An error for each thread that was asked for by its id and is not there.
function Write-MissingThread([System.Management.Automation.PSCmdlet] $Cmdlet, [uint32[]] $ThreadId, [System.Collections.IEnumerable] $Found, [string] $Where) {
    $seen = [System.Collections.Generic.HashSet[uint32]]::new()
    foreach ($id in $Found) { if ($null -ne $id) { $null = $seen.Add($id) } }
    foreach ($id in $ThreadId) {
        if (-not $seen.Add($id)) { continue }
        $Cmdlet.WriteError((New-KernelTriageErrorRecord 'ThreadNotFound' "There is no thread $id $Where." -Target $id))
    }
}
