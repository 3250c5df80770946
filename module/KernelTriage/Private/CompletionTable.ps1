# Generated from src/contract/thread-state.ts and src/simulator/population/scenarios.ts by `npm run generate`. Do not edit.
$script:CompletionTable = @{
    State = @(
        'Initialized'
        'Ready'
        'Running'
        'Standby'
        'Terminated'
        'Wait'
        'Transition'
        'DeferredReady'
        'GateWait'
        'WaitingForProcessInSwap'
    )
    WaitReason = @(
        'Executive'
        'FreePage'
        'PageIn'
        'PoolAllocation'
        'DelayExecution'
        'Suspended'
        'UserRequest'
        'WrExecutive'
        'WrFreePage'
        'WrPageIn'
        'WrPoolAllocation'
        'WrDelayExecution'
        'WrSuspended'
        'WrUserRequest'
        'WrEventPair'
        'WrQueue'
        'WrLpcReceive'
        'WrLpcReply'
        'WrVirtualMemory'
        'WrPageOut'
        'WrRendezvous'
        'WrKeyedEvent'
        'WrTerminated'
        'WrProcessInSwap'
        'WrCpuRateControl'
        'WrCalloutStack'
        'WrKernel'
        'WrResource'
        'WrPushLock'
        'WrMutex'
        'WrQuantumEnd'
        'WrDispatchInt'
        'WrPreempted'
        'WrYieldExecution'
        'WrFastMutex'
        'WrGuardedMutex'
        'WrRundown'
        'WrAlertByThreadId'
        'WrDeferredPreempt'
        'WrPhysicalFault'
        'WrIoRing'
        'WrMdlCache'
        'WrRcu'
    )
    Machine = [ordered] @{
        'local' = 'This machine.'
        'simulated:w3wp-oplock' = 'An IIS worker with 300 threads: one waits for an SMB server across an oplock break, most wait for its lock.'
        'simulated:w3wp-faults' = 'The same worker, with threads that exit, are wedged, protected or replaced while they are captured.'
        'simulated:many-processors' = 'The same worker on 32 processors: their control blocks leave no room for threads in 1 MiB.'
        'simulated:not-elevated' = 'The same worker, seen by a user without administrator rights: listing works, capture does not.'
        'simulated:windows-11' = 'The same worker on Windows 11 22H2, which can dump thread stacks alone and user memory.'
        'simulated:low-memory' = 'The same worker on a machine short of memory: a live dump is partial, or is given up when asked to.'
        'simulated:slow-kernel' = 'The same worker on a kernel that takes its time: 50 ms a thread, 5 s for one that is wedged.'
        'simulated:crowded' = 'The same worker among 100,000 idle threads, to see how long a listing takes.'
        'simulated:deadlock' = 'A service on which two threads hold one lock each and wait for the other one, with readers behind them.'
        'simulated:workers-used-up' = 'All workers of a kernel queue wait for one lock, and the lock''s owner waits for a worker: see a live dump.'
        'simulated:stored-locks' = 'The same worker on a kernel that stores awaited locks: a capture of waiters names the holder, which it lacks.'
        'simulated:never-ends' = 'A backup cannot end: a request of its ended thread never comes back, and a tool waits for it. See a live dump.'
        'simulated:idle' = 'A server on which nothing is stuck: no IIS worker at all.'
        'simulated:ordinary-life' = 'An IIS worker at work, for days: threads come to life for a moment, rest for hours, and nothing is stuck.'
        'simulated:hang-passes' = 'After 10 s a thread of the worker waits for an SMB server for a minute, and 24 wait for its lock.'
        'simulated:thread-leak' = 'The worker at work gets one thread more every two seconds, up to 200 more, and loses none.'
        'simulated:slow-disk' = 'After 10 s each read of the worker takes 2 s, for five minutes: slow, and not stuck.'
        'simulated:pool-used-up' = 'After 10 s all threads of the worker''s pool wait for one lock, for two minutes: no work is taken.'
        'simulated:restarts' = 'The worker hangs after 5 s, ends after 30 s, and is back after 32 s under another id.'
    }
    # The processes of the simulated machine; those of this one are looked up.
    Process = @(
        @{ Id = 0; Name = 'Idle' }
        @{ Id = 4; Name = 'System' }
        @{ Id = 388; Name = 'smss' }
        @{ Id = 512; Name = 'csrss' }
        @{ Id = 604; Name = 'wininit' }
        @{ Id = 756; Name = 'services' }
        @{ Id = 776; Name = 'lsass' }
        @{ Id = 912; Name = 'svchost' }
        @{ Id = 1016; Name = 'svchost' }
        @{ Id = 1184; Name = 'svchost' }
        @{ Id = 2404; Name = 'inetinfo' }
        @{ Id = 5812; Name = 'powershell' }
        @{ Id = 4872; Name = 'w3wp' }
    )
}
