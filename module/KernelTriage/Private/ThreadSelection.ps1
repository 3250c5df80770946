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

# From the pipeline, as from a file, an id is text too.
function Add-ProcessName([hashtable] $Selection, [System.Collections.IList] $Names, [string[]] $Name, [uint32[]] $ThreadId, [bool] $FromPipeline) {
    foreach ($text in $Name) {
        if ($FromPipeline -and $text -match '^\d{1,9}$') { Add-SelectedProcess $Selection ([uint32] $text) -ThreadId $ThreadId }
        else { $null = $Names.Add($text) }
    }
}

# PowerShell makes a text of an object sooner than it takes an id of its properties that needs another type of number.
function Add-AnyProcess([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Selection, [object] $Item, [System.Collections.IList] $Names, [uint32[]] $ThreadId) {
    $id = [uint32] 0
    if ($Item -is [valuetype] -and [uint32]::TryParse("$Item", [ref] $id)) { Add-SelectedProcess $Selection $id -ThreadId $ThreadId; return }
    $thread = [uint32] 0
    if (-not $ThreadId -and [uint32]::TryParse("$(Get-OptionalProperty $Item 'ThreadId')", [ref] $thread)) { $ThreadId = $thread }
    foreach ($property in 'ProcessId', 'Pid', 'Id') {
        if (-not [uint32]::TryParse("$(Get-OptionalProperty $Item $property)", [ref] $id)) { continue }
        Add-SelectedProcess $Selection $id -ThreadId $ThreadId
        return
    }
    $name = Get-OptionalProperty $Item 'ProcessName'
    # Rows of a file may name processes so; the Name of any other object is that of something else.
    if (-not $name -and $Item -is [System.Management.Automation.PSCustomObject]) { $name = Get-OptionalProperty $Item 'Name' }
    if ($name) { Add-ProcessName $Selection $Names -Name $name -ThreadId $ThreadId; return }
    $text = "$(Get-ObjectName $Item) is no process and no thread."
    $Cmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $Item -Advice 'Pipe processes, threads, names or ids.'))
}

# The threads that were asked for in a process that is there. The error of a process that is not there is enough for all of its threads.
function Get-ReachableThread([hashtable] $Selection, [uint32[]] $ThreadId, [System.Collections.IList] $Names, [System.Collections.IEnumerable] $Errors) {
    $gone = @(foreach ($record in $Errors) { if ("$($record.FullyQualifiedErrorId)" -like 'ProcessNotFound*')  { "$($record.TargetObject)" -replace '^process (?=\d+$)' } })
    $asked = @($Selection.Processes.Keys) + @($Names)
    if ($asked.Count -eq 0) { return $ThreadId }
    foreach ($id in $ThreadId) {
        foreach ($one in $asked) {
            if ($one -in $gone) { continue }
            $threads = if ($one -notin $Names) { $Selection.Processes[$one] }
            if ($null -eq $threads -or $threads.ContainsKey("$id")) { $id; break }
        }
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
