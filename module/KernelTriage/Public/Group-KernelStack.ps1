function Group-KernelStack {
    <#
    .SYNOPSIS
    Groups threads that have the same kernel stack, the most frequent stack first.

    .DESCRIPTION
    Shows what hundreds of threads do in one screen: two hundred wait for a lock, one holds it. Stacks are equal when their
    functions are, whatever the offsets; -By compares in other ways. The frames of the capture and guessed frames do not count,
    unless a stack has nothing else.

    .PARAMETER InputObject
    Stacks of Get-KernelStack.

    .PARAMETER By
    Symbol, the default, compares functions; Address exact addresses, which compare within one boot of one machine; Module the
    images in the order in which they call each other; Top the functions of the innermost frames.

    .PARAMETER Top
    How many frames count with -By Top. The default is 5.

    .PARAMETER Tree
    Gives one tree of all stacks instead of groups: what they have in common is there once, with the number of threads at each branch.
    The answer comes first.

    .INPUTS
    KernelTriage.KernelStack

    .OUTPUTS
    KernelTriage.StackGroup
    Count, Overview (one line: how many, the function that waits, what for, its holder), WaitingFor, HeldBy, LongestWait, Evidence,
    HeldByEvidence, Threads (the stacks of the group), Stack (a text for each frame). What the threads wait for is known where
    Get-KernelStack gave it: in triage dumps, live, and with -IncludeWait.

    KernelTriage.StackTree
    With -Tree, one object: ThreadCount, Answer (a sentence for each of the largest groups that wait), Nodes (Depth, Count, Functions,
    ThreadIds, WaitingFor, LongestWaitMs), Lines (the tree as text).

    .NOTES
    Errors: InvalidRequest.

    .EXAMPLE
    Get-KernelDump D:\dumps\*.dmp | Get-KernelStack | Group-KernelStack

    Every different stack with the threads that have it.

    .EXAMPLE
    @(Get-KernelStack w3wp.dmp | Group-KernelStack -By Top -Top 3)[0].Threads

    The threads of the largest group, compared by three frames.

    .EXAMPLE
    (Get-KernelStack w3wp.dmp | Group-KernelStack).Overview

    One line a group: how many threads, where they wait, for what, and its holder.

    .EXAMPLE
    Get-KernelStack w3wp.dmp | Group-KernelStack -Tree

    All stacks in one picture.

    .LINK
    Get-KernelStack

    .LINK
    about_KernelTriage_Stacks
    #>
    [CmdletBinding(DefaultParameterSetName = 'Group', HelpUri = 'https://kerneltriage.example/blob/main/docs/stacks.md')]
    [OutputType('KernelTriage.StackGroup', ParameterSetName = 'Group')]
    [OutputType('KernelTriage.StackTree', ParameterSetName = 'Tree')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [ValidateNotNull()]
        [psobject[]] $InputObject,

        [Parameter(ParameterSetName = 'Group')]
        [ValidateSet('Symbol', 'Address', 'Module', 'Top')]
        [string] $By = 'Symbol',

        [Parameter(ParameterSetName = 'Group')]
        [ValidateRange(1, 256)]
        [int] $Top = 5,

        [Parameter(Mandatory = $true, ParameterSetName = 'Tree')]
        [switch] $Tree
    )

    begin {
        . $script:UseCallerPreference
        # Keys are case-sensitive, unlike those of a hashtable.
        $groups = [System.Collections.Generic.Dictionary[string, psobject]]::new([System.StringComparer]::Ordinal)
        $order = [System.Collections.Generic.List[psobject]]::new()
        $all = [System.Collections.Generic.List[psobject]]::new()
    }

    process {
        foreach ($stack in $InputObject) {
            if ($null -eq $stack.PSObject.Properties['Frames']) {
                $text = "$(Get-ObjectName $stack) is no stack of Get-KernelStack."
                $PSCmdlet.WriteError((New-KernelTriageErrorRecord 'InvalidRequest' $text -Target $stack -Advice 'Pipe the output of Get-KernelStack.'))
                continue
            }
            if ($Tree) { $all.Add($stack) }
            $key = Get-StackKey $stack -By $By -Top $Top
            if (-not $groups.ContainsKey($key)) {
                $group = [pscustomobject] @{
                    Count = 0
                    Overview = ''
                    WaitingFor = (New-TextList)
                    HeldBy = (New-TextList)
                    LongestWaitMs = $null
                    Evidence = $null
                    HeldByEvidence = $null
                    Threads = (New-ObjectList -OfWhat threads)
                    Stack = (New-TextList $(if (@($stack.Stack).Count -gt 0) { $stack.Stack } else { $stack.EndMeaning }))
                }
                $group.PSTypeNames.Insert(0, 'KernelTriage.Record')
                $group.PSTypeNames.Insert(0, 'KernelTriage.StackGroup')
                $groups[$key] = $group
                $order.Add($group)
            }
            $groups[$key].Count++
            $groups[$key].Threads.Add($stack)
        }
    }

    end {
        foreach ($group in $order) { Add-GroupWait $group }
        if ($Tree) {
            if ($all.Count -eq 0) { return }
            $waiting = @($order | Where-Object { $_.WaitingFor.Count -gt 0 } | Sort-Object -Property Count -Descending)
            New-StackTree $all @($waiting | Select-Object -First 3 | ForEach-Object -Process { $_.Overview })
            return
        }
        # The largest first; groups of one size in the order in which they were met.
        $counts = [System.Collections.Generic.SortedSet[int]]::new()
        foreach ($group in $order) { $null = $counts.Add($group.Count) }
        foreach ($count in $counts.Reverse()) {
            foreach ($group in $order) { if ($group.Count -eq $count) { $group } }
        }
    }
}
