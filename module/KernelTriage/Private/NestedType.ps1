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
# Properties that are lists, by type: the noun that counts its objects, or nothing where the values themselves are the text. A point
# marks an object without a type of its own that has lists.
$script:ListProperty = @{
    ComparisonSummary = @{ Counts = 'counts'; Queues = 'queues'; ReferencePaths = ''; DifferencePaths = '' }
    ComputerCapture = @{ Files = ''; Problems = '' }
    Dump = @{ Attributes = ''; Completeness = '.'; Findings = 'findings'; BugCheckParameters = ''; BugCheckArguments = 'bug check arguments'; Limits = ''; Processes = 'processes'; Threads = 'threads'; Drivers = 'drivers'; UnloadedDrivers = 'unloaded drivers'; SecondaryData = 'secondary data'; RawHeader = 'fields'; Layouts = 'layouts' }
    DumpThread = @{ Irps = 'irps'; Evidence = '' }
    FleetCause = @{ EvidenceCounts = 'evidence counts'; ComputerNames = ''; Examples = 'examples' }
    KernelLock = @{ Owners = 'owners'; HeldBy = ''; Waiters = 'waiters'; WaiterBlocks = ''; FoundBy = '' }
    KernelStack = @{ HeldBy = ''; Stack = ''; Frames = 'frames'; Mentions = 'mentions' }
    KernelType = @{ Members = 'members'; Enumerators = 'enumerators' }
    KernelWait = @{ HeldBy = ''; Objects = 'objects' }
    LiveDump = @{ BugCheckParameters = ''; Checks = 'checks'; Phases = 'phases'; NextSteps = '' }
    LivePlan = @{ Warnings = '' }
    PendingIo = @{ FoundBy = ''; Locations = 'locations' }
    StackGroup = @{ WaitingFor = ''; HeldBy = ''; Threads = 'threads'; Stack = '' }
    StackTree = @{ Answer = ''; Nodes = 'nodes'; Lines = '' }
    Thread = @{ UserStack = '' }
    ThreadComparison = @{ HeldBy = ''; Stack = '' }
    TriageDump = @{ Threads = 'threads'; BugCheckParameters = '' }
    TriagePlan = @{ ThreadIds = '' }
    WaitChain = @{ Paths = ''; Lines = ''; Threads = 'threads'; Links = 'links'; Cycle = 'steps'; Explanation = 'statements'; Signatures = 'signatures'; NextSteps = ''; NotKnown = ''; MissingThreads = 'missing threads'; Stacks = 'stacks' }
    WatchEvent = @{ Threads = 'threads'; DumpPaths = '' }
    DumpCrash = @{ Registers = 'registers'; Exception = '.'; Stack = ''; Frames = 'frames' }
    StackTreeNode = @{ Functions = ''; ThreadIds = '' }
    WaitChainLink = @{ Waiters = 'waiters'; HeldBy = 'held by' }
    HangSignature = @{ Frames = '' }
    WaitChainStack = @{ Frames = '' }
}
