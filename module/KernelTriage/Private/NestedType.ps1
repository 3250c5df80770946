# Generated from src/contract/schema by `npm run generate`. Do not edit.
# Records inside records, by the type of the outer one: property, and type of the inner ones.
$script:NestedType = @{
    ComparisonSummary = @{ Counts = 'VerdictCount'; Queues = 'QueueProgress' }
    Dump = @{ BugCheckArguments = 'BugCheckArgument'; Crash = 'DumpCrash'; Hardware = 'DumpHardware'; Processes = 'DumpProcess'; Threads = 'DumpThread'; Drivers = 'DumpDriver'; UnloadedDrivers = 'UnloadedDriver'; SecondaryData = 'SecondaryData'; RawHeader = 'RawHeaderField' }
    FleetCause = @{ EvidenceCounts = 'EvidenceCount'; Examples = 'FleetExample' }
    KernelLock = @{ Owners = 'KernelLockOwner'; Waiters = 'KernelLockWaiter' }
    KernelStack = @{ Frames = 'KernelStackFrame'; Mentions = 'StackMention' }
    KernelType = @{ Members = 'KernelTypeMember' }
    KernelWait = @{ Objects = 'KernelWaitObject' }
    LiveDump = @{ Checks = 'LiveCheck'; Phases = 'LivePhaseDuration' }
    PendingIo = @{ Locations = 'PendingIoLocation' }
    StackTree = @{ Nodes = 'StackTreeNode' }
    TriageDump = @{ Threads = 'CapturedThread' }
    WaitChain = @{ Links = 'WaitChainLink'; Cycle = 'WaitCycleStep'; Explanation = 'WaitStatement'; Signatures = 'HangSignature'; Stacks = 'WaitChainStack' }
    WatchEvent = @{ Threads = 'WatchThread' }
}
