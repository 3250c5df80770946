# Classes of statements, strongest first.
$script:EvidenceClasses = 'Memory', 'Derived', 'Stack', 'Pattern', 'Guess'
# Texts of a group that are listed, as ktriage lists them.
$script:MostGroupTexts = 8

# Distinct texts, the most frequent first; of equals the first met.
function Get-FrequentText([string[]] $Text) {
    $counts = [System.Collections.Generic.Dictionary[string, int]]::new([System.StringComparer]::Ordinal)
    $order = [System.Collections.Generic.List[string]]::new()
    foreach ($one in $Text) {
        if (-not $counts.ContainsKey($one)) { $counts[$one] = 0; $order.Add($one) }
        $counts[$one]++
    }
    $sizes = [System.Collections.Generic.SortedSet[int]]::new()
    foreach ($size in $counts.Values) { $null = $sizes.Add($size) }
    foreach ($size in $sizes.Reverse()) {
        foreach ($one in $order) { if ($counts[$one] -eq $size) { $one } }
    }
}

function Get-WeakestClass([string[]] $Class) {
    $rank = -1
    foreach ($one in $Class) { $rank = [Math]::Max($rank, [array]::IndexOf($script:EvidenceClasses, $one)) }
    if ($rank -ge 0) { $script:EvidenceClasses[$rank] }
}

# `0:08:04`, or `391 ms` below a second, as ktriage writes it.
function Get-DurationText([double] $Milliseconds) {
    $time = [timespan]::FromTicks([long] ($Milliseconds * 10000))
    if ($time.TotalSeconds -lt 1) { return "$([Math]::Round($time.TotalMilliseconds)) ms" }
    $days = if ($time.Days -gt 0) { "$($time.Days)." }
    return '{0}{1}:{2:00}:{3:00}' -f $days, $time.Hours, $time.Minutes, $time.Seconds
}

# The innermost exact frame outside of the kernel image: the driver that waits. The kernel's own frames are how any thread waits.
function Get-TellingFrame([psobject] $Stack) {
    foreach ($frame in $Stack.Frames) {
        if (Get-OptionalProperty $frame 'IsCapture') { continue }
        $module = Get-OptionalProperty $frame 'Module'
        if ($module -and $module -cne 'nt' -and $frame.FoundBy -ne 'Scan') { return $frame.Text }
    }
}

# Adds what the threads of a group wait for, and one line about the group, by the rules of `ktriage stacks --group-by`.
function Add-GroupWait([psobject] $Group) {
    $wanted = 'WaitingFor', 'HeldBy', 'Doing', 'WaitEvidence', 'HeldByEvidence'
    $values = @{}
    foreach ($name in $wanted) { $values[$name] = [System.Collections.Generic.List[string]]::new() }
    foreach ($stack in $Group.Threads) {
        if ($null -eq (Get-OptionalProperty $stack 'WaitingFor')) { continue }
        foreach ($name in $wanted) {
            foreach ($value in (Get-OptionalProperty $stack $name)) { if ($null -ne $value) { $values[$name].Add("$value") } }
        }
        $time = Get-OptionalProperty $stack 'WaitTimeMs'
        if ($null -ne $time -and ($null -eq $Group.LongestWaitMs -or $time -gt $Group.LongestWaitMs)) { $Group.LongestWaitMs = $time }
    }
    $waitingFor = @(Get-FrequentText $values['WaitingFor'])
    $heldBy = @(Get-FrequentText $values['HeldBy'])
    $doing = @(Get-FrequentText $values['Doing'])
    $where = Get-TellingFrame $Group.Threads[0]
    if (-not $where) {
        $where = if ($doing.Count -gt 0) { $doing[0] } elseif (@($Group.Threads[0].Stack).Count -gt 0) { $Group.Stack[0] } else { 'no frames' }
    }
    $parts = [System.Collections.Generic.List[string]]::new()
    $parts.Add("$($Group.Count) $(if ($Group.Count -eq 1) { 'thread' } else { 'threads' }): $where")
    foreach ($told in @('waiting for', $waitingFor), @('held by', $heldBy)) {
        $texts = $told[1]
        if ($texts.Count -gt 0) { $parts.Add("$($told[0]) $($texts[0])$(if ($texts.Count -gt 1) { " and $($texts.Count - 1) more" })") }
    }
    if ($null -ne $Group.LongestWaitMs) { $parts.Add("longest $(Get-DurationText $Group.LongestWaitMs)") }
    $Group.Overview = $parts -join ', '
    $Group.WaitingFor = New-TextList @($waitingFor | Select-Object -First $script:MostGroupTexts)
    $Group.HeldBy = New-TextList @($heldBy | Select-Object -First $script:MostGroupTexts)
    $Group.Evidence = Get-WeakestClass $values['WaitEvidence']
    $Group.HeldByEvidence = Get-WeakestClass $values['HeldByEvidence']
}
