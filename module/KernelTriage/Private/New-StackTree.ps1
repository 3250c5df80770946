# Stacks merged into one tree, as `ktriage stacks --tree` makes it: from the outermost function on, what several have in common is there
# once. Functions with one way on are one node.
function New-StackTree([System.Collections.IList] $Stack, [string[]] $Answer) {
    $root = New-StackBranch
    foreach ($one in $Stack) {
        $names = "$($one.Key)".Split("`n")
        # A key begins with the innermost function; of a stack without frames it is the reason.
        if (@($one.Frames).Count -eq 0) { $names = @("($($one.EndMeaning))") }
        $at = $root
        for ($index = $names.Count - 1; $index -ge 0; $index--) {
            $name = $names[$index]
            if (-not $at.Children.ContainsKey($name)) { $at.Children[$name] = New-StackBranch; $at.Order.Add($name) }
            $at = $at.Children[$name]
            $at.Count++
        }
        $at.Members.Add($one)
    }
    $nodes = New-ObjectList -OfWhat nodes
    Add-StackTreeNode $nodes $root 0
    $tree = [pscustomobject] @{
        ThreadCount = $Stack.Count
        Simulated = if (@($Stack | Where-Object Simulated).Count -gt 0) { $true } else { $null }
        Answer = New-TextList $Answer
        Nodes = $nodes
        Lines = New-TextList @()
    }
    $tree.Lines = New-TextList @(Get-StackTreeLine $tree)
    $tree.PSTypeNames.Insert(0, 'KernelTriage.Record')
    $tree.PSTypeNames.Insert(0, 'KernelTriage.StackTree')
    return $tree
}

function New-StackBranch {
    return @{
        Count = 0
        Members = [System.Collections.Generic.List[psobject]]::new()
        # Names are case-sensitive, unlike those of a hashtable.
        Children = [System.Collections.Generic.Dictionary[string, hashtable]]::new([System.StringComparer]::Ordinal)
        Order = [System.Collections.Generic.List[string]]::new()
    }
}

# Adds the branches below a node, the one of most threads first; of equals the first met.
function Add-StackTreeNode([System.Collections.IList] $Nodes, [hashtable] $Parent, [int] $Depth) {
    $counts = [System.Collections.Generic.SortedSet[int]]::new()
    foreach ($name in $Parent.Order) { $null = $counts.Add($Parent.Children[$name].Count) }
    foreach ($count in $counts.Reverse()) {
        foreach ($name in $Parent.Order) {
            $branch = $Parent.Children[$name]
            if ($branch.Count -ne $count) { continue }
            $functions = [System.Collections.Generic.List[string]]::new()
            $functions.Add($name)
            while ($branch.Order.Count -eq 1 -and $branch.Members.Count -eq 0) {
                $functions.Add($branch.Order[0])
                $branch = $branch.Children[$branch.Order[0]]
            }
            $Nodes.Add((New-StackTreeNode $Depth $count $functions $branch.Members))
            Add-StackTreeNode $Nodes $branch ($Depth + 1)
        }
    }
}

function New-StackTreeNode([int] $Depth, [int] $Count, [string[]] $Function, [System.Collections.IList] $Members) {
    $waits = @(foreach ($one in $Members) { if ($null -ne $one.WaitingFor) { $one.WaitingFor } })
    $longest = $null
    foreach ($one in $Members) { if ($null -ne $one.WaitTimeMs -and ($null -eq $longest -or $one.WaitTimeMs -gt $longest)) { $longest = $one.WaitTimeMs } }
    $node = [pscustomobject] @{
        Depth = $Depth
        Count = $Count
        Functions = New-TextList $Function
        ThreadIds = New-ValueList @(foreach ($one in $Members) { if ($null -ne $one.ThreadId) { $one.ThreadId } })
        WaitingFor = if ($waits.Count -gt 0) { @(Get-FrequentText $waits)[0] } else { $null }
        LongestWaitMs = $longest
    }
    $node.PSTypeNames.Insert(0, 'KernelTriage.Record')
    $node.PSTypeNames.Insert(0, 'KernelTriage.StackTreeNode')
    return $node
}

# The tree as a person reads it, line by line; names are not harmless in it yet.
function Get-StackTreeLine([psobject] $Tree) {
    foreach ($sentence in $Tree.Answer) { $sentence; '' }
    "$($Tree.ThreadCount) $(if ($Tree.ThreadCount -eq 1) { 'thread' } else { 'threads' })"
    $all = @($Tree.Nodes)
    # Whether each node has a brother below it; from the end of the list, by depth.
    $goesOn = [bool[]]::new($all.Count)
    $met = @{}
    $width = 1
    for ($index = $all.Count - 1; $index -ge 0; $index--) {
        $depth = $all[$index].Depth
        $goesOn[$index] = [bool] $met[$depth]
        foreach ($deeper in @($met.Keys)) { if ($deeper -gt $depth) { $met.Remove($deeper) } }
        $met[$depth] = $true
        $width = [Math]::Max($width, "$($all[$index].Count)".Length)
    }
    $beside = @{}
    for ($index = 0; $index -lt $all.Count; $index++) {
        $node = $all[$index]
        $before = -join @(for ($depth = 0; $depth -lt $node.Depth; $depth++) { $beside[$depth] })
        $names = @($node.Functions)
        "$before$(if ($goesOn[$index]) { "$([char] 0x251c)" } else { "$([char] 0x2514)" })$([char] 0x2500) $("$($node.Count)".PadLeft($width)) $($names[0])"
        $beside[$node.Depth] = if ($goesOn[$index]) { "$([char] 0x2502)  " } else { '   ' }
        $isFork = $index + 1 -lt $all.Count -and $all[$index + 1].Depth -gt $node.Depth
        $indent = "$before$($beside[$node.Depth])$($(if ($isFork) { "$([char] 0x2502)" } else { '' }).PadRight($width)) "
        foreach ($name in $names | Select-Object -Skip 1) { "$indent$name" }
        $ids = @($node.ThreadIds)
        if ($ids.Count -eq 0) { continue }
        $more = if ($ids.Count -gt 12) { ", $([char] 0x2026)" } else { '' }
        $waits = if ($node.WaitingFor) { " $(if ($ids.Count -eq 1) { 'waits' } else { 'wait' }) for $($node.WaitingFor)" } else { '' }
        $longest = if ($null -ne $node.LongestWaitMs) { ", longest $(Get-DurationText $node.LongestWaitMs)" } else { '' }
        "$indent$(if ($ids.Count -eq 1) { 'thread' } else { 'threads' }) $(($ids | Select-Object -First 12) -join ', ')$more$waits$longest"
    }
}
