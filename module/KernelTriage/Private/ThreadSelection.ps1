# Which threads Get-KernelThread is to list, while that is collected: by process all of them, or those of some ids.
function Initialize-ThreadSelection {
    return @{ Machine = $null; Processes = [ordered] @{}; ThreadIds = [ordered] @{}; HasWholeProcess = $false; HasPairs = $false }
}

function Add-SelectedProcess([hashtable] $Selection, [uint32] $ProcessId, [uint32[]] $ThreadId) {
    # A text, because an ordered dictionary takes a number for a position.
    $key = "$ProcessId"
    if (-not $Selection.Processes.Contains($key)) { $Selection.Processes[$key] = @{} }
    if (-not $ThreadId) {
        $Selection.HasWholeProcess = $true
        $Selection.Processes[$key] = $null
        return
    }
    $Selection.HasPairs = $true
    foreach ($id in $ThreadId) {
        $Selection.ThreadIds["$id"] = $true
        if ($null -ne $Selection.Processes[$key]) { $Selection.Processes[$key]["$id"] = $true }
    }
}

# Lets pass what was asked for: ktriage is asked for processes and for ids, not for pairs of them.
function Select-SelectedThread([hashtable] $Selection) {
    process {
        if (-not $Selection.HasPairs) { return $_ }
        $wanted = $Selection.Processes["$($_.ProcessId)"]
        if ($null -eq $wanted -or $wanted.ContainsKey("$($_.ThreadId)")) { $_ }
    }
}
