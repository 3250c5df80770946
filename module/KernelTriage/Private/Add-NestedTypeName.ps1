# Records inside records, by the type of the outer one: property, and type of the inner ones.
$script:NestedType = @{
    TriageDump = @{ Threads = 'CapturedThread' }
    LiveDump = @{ Checks = 'LiveCheck'; Phases = 'LivePhaseDuration' }
    Dump = @{
        Threads = 'DumpThread'
        Processes = 'DumpProcess'
        Drivers = 'DumpDriver'
        UnloadedDrivers = 'UnloadedDriver'
        RawHeader = 'RawHeaderField'
        BugCheckArguments = 'BugCheckArgument'
        Crash = 'DumpCrash'
        Hardware = 'DumpHardware'
        SecondaryData = 'SecondaryData'
    }
    KernelStack = @{ Frames = 'KernelStackFrame'; Mentions = 'StackMention' }
    KernelWait = @{ Objects = 'KernelWaitObject' }
    KernelLock = @{ Owners = 'KernelLockOwner'; Waiters = 'KernelLockWaiter' }
    PendingIo = @{ Locations = 'PendingIoLocation' }
    KernelType = @{ Members = 'KernelTypeMember' }
    ComparisonSummary = @{ Counts = 'VerdictCount'; Queues = 'QueueProgress' }
    WatchEvent = @{ Threads = 'WatchThread' }
    WaitChain = @{
        Links = 'WaitChainLink'
        Cycle = 'WaitCycleStep'
        Explanation = 'WaitStatement'
        Signatures = 'HangSignature'
        Stacks = 'WaitChainStack'
    }
}

# Gives inner records their type names, which is what views and types.ps1xml know them by, and their times.
function Add-NestedTypeName([psobject] $Value, [string] $Type) {
    # A dump of a crash is drawn with the answer first; it stays a KernelTriage.Dump.
    if ($Type -eq 'Dump' -and $null -ne (Get-OptionalProperty $Value 'Crash')) {
        $Value.PSTypeNames.Insert(0, 'KernelTriage.CrashDump')
    }
    $names = $script:NestedType[$Type]
    foreach ($property in $names.Keys) {
        foreach ($inner in Get-OptionalProperty $Value $property) {
            if ($null -eq $inner) { continue }
            $inner.PSTypeNames.Insert(0, 'KernelTriage.Record')
            $inner.PSTypeNames.Insert(0, "KernelTriage.$($names[$property])")
            if ($script:IsWindowsPowerShell) { ConvertTo-TypedTime $inner }
        }
    }
}
