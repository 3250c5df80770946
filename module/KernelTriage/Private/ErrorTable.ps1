# Generated from src/contract/error-table.ts and verdict.ts by `npm run generate`. Do not edit.
$script:ErrorTable = @{
    Internal = @{ Category = 'NotSpecified'; Advice = 'Please report it with the text of the message.' }
    InvalidRequest = @{ Category = 'InvalidArgument'; Advice = 'See `Get-Help <cmdlet> -Full`.' }
    VersionMismatch = @{ Category = 'InvalidOperation'; Advice = 'Install both from one package: the executable belongs into the bin folder of the module.' }
    ExecutableNotFound = @{ Category = 'ObjectNotFound'; Advice = 'Install the module again: the executable belongs into the bin folder of the module.' }
    ExecutableNotTrusted = @{ Category = 'SecurityError'; Advice = 'Install the module again from a source that you trust, and find out how the file was changed.' }
    ExecutableFailed = @{ Category = 'ProtocolError'; Advice = 'Please report it with the text of the message.' }
    UnknownVerb = @{ Category = 'InvalidArgument'; Advice = 'See `Get-Command -Module KernelTriage`.' }
    UnknownMachine = @{ Category = 'InvalidArgument'; Advice = 'Use `local`, or `simulated:<scenario>` with one of the scenarios that the message lists.' }
    EmptySelection = @{ Category = 'InvalidArgument'; Advice = 'Widen the filter, or list the threads of the process with Get-KernelThread first.' }
    NotWindows = @{ Category = 'NotImplemented'; Advice = 'Run it on the Windows machine itself, or try -Machine simulated:w3wp-oplock.' }
    NotElevated = @{ Category = 'PermissionDenied'; Advice = 'Start the console with "Run as administrator" and try again.' }
    PrivilegeNotHeld = @{ Category = 'PermissionDenied'; Advice = 'Use an account that holds "Debug programs" (local policy), or an elevated session.' }
    UnsafeNativeLibrary = @{ Category = 'SecurityError'; Advice = 'Install the module for all users (Program Files), so that only administrators can write to it.' }
    NativeLibraryInUse = @{ Category = 'ResourceBusy'; Advice = 'End every process of ktriage, and try again; look into the folder that the message names.' }
    ProcessNotFound = @{ Category = 'ObjectNotFound'; Advice = 'It may have exited; list processes again.' }
    ThreadNotFound = @{ Category = 'ObjectNotFound'; Advice = 'List the threads of the process again.' }
    IdentityReplaced = @{ Category = 'ObjectNotFound'; Advice = 'List the threads again; ids are reused by Windows.' }
    EnumerationFailed = @{ Category = 'ResourceUnavailable'; Advice = 'See the NTSTATUS; try again elevated.' }
    CaptureNotSupported = @{ Category = 'NotImplemented'; Advice = 'Run on 64-bit Windows 10 / Server 2016 or later, from a 64-bit process.' }
    CaptureDenied = @{ Category = 'PermissionDenied'; Advice = 'For protected processes take a live dump instead, with -Scope ThreadStacks where this Windows has it.' }
    CaptureFailed = @{ Category = 'InvalidOperation'; Advice = 'See the NTSTATUS; Test-KernelDumpReadiness may show the cause.' }
    CaptureOutOfMemory = @{ Category = 'ResourceUnavailable'; Advice = 'Try again when memory is available, with fewer threads.' }
    CaptureTimedOut = @{ Category = 'OperationTimeout'; Advice = 'The thread is wedged: take a live dump, which needs no cooperation; -Scope ThreadStacks where this Windows has it.' }
    DidNotFit = @{ Category = 'LimitsExceeded'; Advice = 'On machines with many processors take a live dump, with -Scope ThreadStacks where this Windows has it.' }
    LiveDumpDisabled = @{ Category = 'PermissionDenied'; Advice = 'The message names the setting; an administrator of the machine can change it. -Force asks Windows all the same.' }
    OptionNotSupported = @{ Category = 'NotImplemented'; Advice = 'Leave the option out, or take the dump on a machine that offers it.' }
    CaptureBusy = @{ Category = 'ResourceBusy'; Advice = 'Try again in a few minutes, or let -Wait try until the other one has ended.' }
    MemoryPressure = @{ Category = 'ResourceUnavailable'; Advice = 'Try again when memory is free, use -Scope ThreadStacks, or -AbortOnMemoryPressure:$false.' }
    QuiesceTimedOut = @{ Category = 'OperationTimeout'; Advice = 'Try again in a few minutes.' }
    NotEnoughSpace = @{ Category = 'LimitsExceeded'; Advice = 'Free space, choose another volume or -Scope ThreadStacks; -Force tries all the same.' }
    TraceUnavailable = @{ Category = 'ResourceUnavailable'; Advice = 'The dump does not need them; tracing needs an administrator or a member of Performance Log Users.' }
    InvalidPath = @{ Category = 'InvalidArgument'; Advice = 'Give an absolute path on a local disk, such as D:\live.dmp.' }
    CaptureUnverified = @{ Category = 'InvalidData'; Advice = 'Nothing was kept. Try again; if it happens again, please report it.' }
    ThreadAddressUnavailable = @{ Category = 'ResourceUnavailable'; Advice = 'Since Windows 11 24H2 this needs SeDebugPrivilege enabled: run elevated.' }
    Cancelled = @{ Category = 'OperationStopped'; Advice = 'What was complete before has been kept.' }
    TimeLimitReached = @{ Category = 'OperationTimeout'; Advice = 'What was complete before has been kept; raise -TimeLimit for more.' }
    WatchRunning = @{ Category = 'ResourceBusy'; Advice = 'End the other one, give this one another -Name, or choose another folder.' }
    WatchTaskNotFound = @{ Category = 'ObjectNotFound'; Advice = 'List the watches of this computer, and see how the name is spelled.' }
    WatchTaskFailed = @{ Category = 'InvalidOperation'; Advice = 'See the message, and that the service "Task Scheduler" runs.' }
    ConditionFailed = @{ Category = 'InvalidOperation'; Advice = 'Correct the script. It gets the thread as $_ and returns true or false.' }
    EventLogUnavailable = @{ Category = 'ResourceUnavailable'; Advice = 'See that the service "Windows Event Log" runs, or leave -EventLog out.' }
    DestinationNotFound = @{ Category = 'ObjectNotFound'; Advice = 'Create the folder first.' }
    DestinationNotAFolder = @{ Category = 'InvalidArgument'; Advice = 'Give a folder.' }
    DestinationNotWritable = @{ Category = 'PermissionDenied'; Advice = 'Choose another folder, or mend its permissions.' }
    FileExists = @{ Category = 'ResourceExists'; Advice = 'Use -Force to overwrite it, or another name.' }
    DiskFull = @{ Category = 'WriteError'; Advice = 'Free space or choose another volume. Nothing half-written was left.' }
    WriteFailed = @{ Category = 'WriteError'; Advice = 'See the message for the cause. No half-written file was left.' }
    FileNotFound = @{ Category = 'ObjectNotFound'; Advice = 'Check the path.' }
    FileUnreadable = @{ Category = 'ReadError'; Advice = 'Dumps are created readable by Administrators alone: open them elevated, or change their permissions.' }
    NotADump = @{ Category = 'InvalidData'; Advice = 'Give a kernel dump (.dmp). Where the message names another kind of file, use the tool that it names.' }
    AnswerIncomplete = @{ Category = 'ReadError'; Advice = 'Read what was found with care: a lock, an owner or a request can be missing.' }
    DumpTruncated = @{ Category = 'InvalidData'; Advice = 'Copy it again; if the capture was interrupted, take it again.' }
    DumpDamaged = @{ Category = 'InvalidData'; Advice = 'The message names the field and its place.' }
    DumpNotSupported = @{ Category = 'NotImplemented'; Advice = 'The message names the kind, and a tool that opens it.' }
    NotComparable = @{ Category = 'InvalidData'; Advice = 'Compare dumps of one machine since one start of Windows, the earlier ones as the reference.' }
    ComputerUnreachable = @{ Category = 'ResourceUnavailable'; Advice = 'Try New-PSSession with it alone; the message has the reason. The other computers were not affected.' }
    ComputerTimedOut = @{ Category = 'OperationTimeout'; Advice = 'Look at it by other means, or raise -TimeLimit. What it had sent is not used.' }
    RemoteModuleMissing = @{ Category = 'ObjectNotFound'; Advice = 'Install the module there, or copy it for the time of the capture.' }
    RemoteCaptureFailed = @{ Category = 'InvalidOperation'; Advice = 'The message has the error of that computer; Test-KernelDumpReadiness there may show the cause.' }
    TransferUnverified = @{ Category = 'InvalidData'; Advice = 'Nothing of this copy was kept. Try again, and find out what changes files on their way.' }
    AddressNotPresent = @{ Category = 'ObjectNotFound'; Advice = 'Check the address.' }
    AddressNotInDump = @{ Category = 'ObjectNotFound'; Advice = 'A dump of a wider scope would hold it.' }
    ImageUnreadable = @{ Category = 'InvalidData'; Advice = 'The message names the file and the field.' }
    SymbolsUnreadable = @{ Category = 'InvalidData'; Advice = 'The message names the file and the field.' }
    SymbolNotFound = @{ Category = 'ObjectNotFound'; Advice = 'Give -SymbolPath for names that are not exported; `*` in the name matches any text.' }
    TypeNotFound = @{ Category = 'ObjectNotFound'; Advice = 'Give -SymbolPath. The public PDBs of the kernel and of fltmgr, ndis, storport and others have types, those of ntfs and tcpip have none; `*` in the name matches any text.' }
    SymbolPathInvalid = @{ Category = 'InvalidArgument'; Advice = 'The syntax is that of _NT_SYMBOL_PATH; the message names the part.' }
    LayoutOutOfBounds = @{ Category = 'InvalidData'; Advice = 'The message names the structure and its place.' }
}

# Failed and NotAttempted are not here: what was in the way of such threads has been reported, once.
$script:CodeByVerdict = @{
    DidNotFit = 'DidNotFit'
    TimedOut = 'CaptureTimedOut'
    Refused = 'CaptureDenied'
    Exited = 'ThreadNotFound'
    Replaced = 'IdentityReplaced'
}
