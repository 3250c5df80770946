/**
 * Every error the product reports, in one table: the exit code, the PowerShell category and the sentence of advice
 * that goes with a code are defined here only. `docs/errors.md` and the module's error table are generated
 * from it (`npm run generate`). Advice names options and commands by the tokens of `face.ts`, because both a shell and a
 * PowerShell prompt show it.
 *
 * Codes are a public contract (the module's FullyQualifiedErrorId): add, never rename.
 */

/** Process exit codes; the DSC manifest has the same numbers. */
export const EXIT_CODES = {
  ok: { value: 0, meaning: 'everything that was asked for was done' },
  internal: { value: 1, meaning: 'a defect in ktriage itself' },
  usage: { value: 2, meaning: 'the request is not valid' },
  notElevated: { value: 3, meaning: 'administrator rights or a privilege are missing' },
  partial: { value: 4, meaning: 'something was done, something was not; see the records' },
  cancelled: { value: 5, meaning: 'cancelled by the caller or by a time limit' },
  notFound: { value: 6, meaning: 'the target does not exist or has gone' },
  refused: { value: 7, meaning: 'Windows refused the capture, or cannot do it' },
  unreadable: { value: 8, meaning: 'a dump, image or symbol file cannot be read' },
  output: { value: 9, meaning: 'the result cannot be written where it was asked for' },
  stuck: { value: 10, meaning: 'the comparison was made, and threads are stuck' },
} as const;

export type ExitName = keyof typeof EXIT_CODES;

/** The members of System.Management.Automation.ErrorCategory that the table uses. */
export type PowerShellCategory =
  | 'NotSpecified'
  | 'InvalidArgument'
  | 'InvalidData'
  | 'InvalidOperation'
  | 'LimitsExceeded'
  | 'NotImplemented'
  | 'ObjectNotFound'
  | 'OperationStopped'
  | 'OperationTimeout'
  | 'PermissionDenied'
  | 'ProtocolError'
  | 'ReadError'
  | 'ResourceBusy'
  | 'ResourceExists'
  | 'ResourceUnavailable'
  | 'SecurityError'
  | 'WriteError';

interface ErrorRow {
  readonly exit: ExitName;
  readonly category: PowerShellCategory;
  readonly meaning: string;
  readonly advice: string;
}

/** A function, because a run without an error needs no row: V8 passes over the body. */
const rows = () =>
  ({
    Internal: {
      exit: 'internal',
      category: 'NotSpecified',
      meaning: 'ktriage met a state that its authors thought impossible.',
      advice: 'Please report it with the text of the message.',
    },
    InvalidRequest: {
      exit: 'usage',
      category: 'InvalidArgument',
      meaning: 'The request line or an argument does not fit the schema of the verb.',
      advice: 'See {help}.',
    },
    VersionMismatch: {
      exit: 'usage',
      category: 'InvalidOperation',
      meaning: 'The module and ktriage are of different versions.',
      advice: 'Install both from one package: the executable belongs into the bin folder of the module.',
    },
    ExecutableNotFound: {
      exit: 'notFound',
      category: 'ObjectNotFound',
      meaning: 'The module does not find ktriage, or cannot start it.',
      advice: 'Install the module again: the executable belongs into the bin folder of the module.',
    },
    ExecutableNotTrusted: {
      exit: 'refused',
      category: 'SecurityError',
      meaning:
        'The executable in the bin folder of the module is not the one that the module was built with.',
      advice: 'Install the module again from a source that you trust, and find out how the file was changed.',
    },
    ExecutableFailed: {
      exit: 'internal',
      category: 'ProtocolError',
      meaning: 'ktriage ended early, or what answered the module was not ktriage.',
      advice: 'Please report it with the text of the message.',
    },
    UnknownVerb: {
      exit: 'usage',
      category: 'InvalidArgument',
      meaning: 'There is no such verb.',
      advice: 'See {commands}.',
    },
    UnknownMachine: {
      exit: 'usage',
      category: 'InvalidArgument',
      meaning: 'There is no such machine or scenario.',
      advice: 'Use `local`, or `simulated:<scenario>` with one of the scenarios that the message lists.',
    },
    EmptySelection: {
      exit: 'usage',
      category: 'InvalidArgument',
      meaning: 'No thread was selected.',
      advice: 'Widen the filter, or list the threads of the process with {command:threads} first.',
    },
    NotWindows: {
      exit: 'refused',
      category: 'NotImplemented',
      meaning: 'This needs a running 64-bit Windows, and this system is not one.',
      advice: 'Run it on the Windows machine itself, or try {option:machine} simulated:w3wp-oplock.',
    },
    NotElevated: {
      exit: 'notElevated',
      category: 'PermissionDenied',
      meaning: 'The process does not run as administrator.',
      advice: 'Start the console with "Run as administrator" and try again.',
    },
    PrivilegeNotHeld: {
      exit: 'notElevated',
      category: 'PermissionDenied',
      meaning: 'The token does not hold SeDebugPrivilege.',
      advice: 'Use an account that holds "Debug programs" (local policy), or an elevated session.',
    },
    UnsafeNativeLibrary: {
      exit: 'refused',
      category: 'SecurityError',
      meaning:
        'The native library is missing, not the pinned one, or in a folder where other users could replace it.',
      advice:
        'Install the module for all users (Program Files), so that only administrators can write to it.',
    },
    NativeLibraryInUse: {
      exit: 'refused',
      category: 'ResourceBusy',
      meaning: 'The native library cannot be removed: a process has it loaded, or other files are beside it.',
      advice: 'End every process of ktriage, and try again; look into the folder that the message names.',
    },
    ProcessNotFound: {
      exit: 'notFound',
      category: 'ObjectNotFound',
      meaning: 'No running process has this id or name.',
      advice: 'It may have exited; list processes again.',
    },
    ThreadNotFound: {
      exit: 'notFound',
      category: 'ObjectNotFound',
      meaning: 'The thread does not exist or has exited.',
      advice: 'List the threads of the process again.',
    },
    IdentityReplaced: {
      exit: 'notFound',
      category: 'ObjectNotFound',
      meaning: 'The id now belongs to another process or thread, created at another time.',
      advice: 'List the threads again; ids are reused by Windows.',
    },
    EnumerationFailed: {
      exit: 'refused',
      category: 'ResourceUnavailable',
      meaning: 'Windows did not give the list of processes and threads.',
      advice: 'See the NTSTATUS; try again elevated.',
    },
    CaptureNotSupported: {
      exit: 'refused',
      category: 'NotImplemented',
      meaning: 'This Windows does not have the capture command, or the caller is not a 64-bit process.',
      advice: 'Run on 64-bit Windows 10 / Server 2016 or later, from a 64-bit process.',
    },
    CaptureDenied: {
      exit: 'refused',
      category: 'PermissionDenied',
      meaning: 'Windows denied the capture: protected threads, a container, or a missing privilege.',
      advice:
        'For protected processes take a live dump instead, with {option:scope} ThreadStacks where this Windows has it.',
    },
    CaptureFailed: {
      exit: 'refused',
      category: 'InvalidOperation',
      meaning: 'The capture call ended with an unexpected status.',
      advice: 'See the NTSTATUS; {command:readiness} may show the cause.',
    },
    CaptureOutOfMemory: {
      exit: 'refused',
      category: 'ResourceUnavailable',
      meaning: 'The kernel had no memory for the capture buffer.',
      advice: 'Try again when memory is available, with fewer threads.',
    },
    CaptureTimedOut: {
      exit: 'refused',
      category: 'OperationTimeout',
      meaning: 'The thread did not run the capture within the five seconds that the kernel waits.',
      advice:
        'The thread is wedged: take a live dump, which needs no cooperation; {option:scope} ThreadStacks where this Windows has it.',
    },
    DidNotFit: {
      exit: 'refused',
      category: 'LimitsExceeded',
      meaning: 'The thread does not fit into the 1 MiB that the kernel allows, even alone.',
      advice:
        'On machines with many processors take a live dump, with {option:scope} ThreadStacks where this Windows has it.',
    },
    LiveDumpDisabled: {
      exit: 'refused',
      category: 'PermissionDenied',
      meaning: 'A setting or policy of this machine turns live kernel dumps off.',
      advice:
        'The message names the setting; an administrator of the machine can change it. {option:force} asks Windows all the same.',
    },
    OptionNotSupported: {
      exit: 'refused',
      category: 'NotImplemented',
      meaning: 'This Windows, or the way it was booted, does not offer the option.',
      advice: 'Leave the option out, or take the dump on a machine that offers it.',
    },
    CaptureBusy: {
      exit: 'refused',
      category: 'ResourceBusy',
      meaning: 'Windows is taking another live dump.',
      advice: 'Try again in a few minutes, or let {option:wait} try until the other one has ended.',
    },
    MemoryPressure: {
      exit: 'refused',
      category: 'ResourceUnavailable',
      meaning: 'Memory became short during the live dump, and it was given up as asked.',
      advice:
        'Try again when memory is free, use {option:scope} ThreadStacks, or {option:ignore-memory-pressure}.',
    },
    QuiesceTimedOut: {
      exit: 'refused',
      category: 'OperationTimeout',
      meaning: 'The processors could not be brought to rest in time.',
      advice: 'Try again in a few minutes.',
    },
    NotEnoughSpace: {
      exit: 'output',
      category: 'LimitsExceeded',
      meaning: 'The volume has less free space than the dump is estimated to need.',
      advice:
        'Free space, choose another volume or {option:scope} ThreadStacks; {option:force} tries all the same.',
    },
    TraceUnavailable: {
      exit: 'refused',
      category: 'ResourceUnavailable',
      meaning: 'The events of the live dump provider could not be had.',
      advice:
        'The dump does not need them; tracing needs an administrator or a member of Performance Log Users.',
    },
    InvalidPath: {
      exit: 'usage',
      category: 'InvalidArgument',
      meaning:
        'The path does not name a file or folder that can be written to: a device, a stream, a name that Windows changes.',
      advice: 'Give an absolute path on a local disk, such as D:\\live.dmp.',
    },
    CaptureUnverified: {
      exit: 'refused',
      category: 'InvalidData',
      meaning: 'The kernel reported success, but what it returned is not a complete dump.',
      advice: 'Nothing was kept. Try again; if it happens again, please report it.',
    },
    ThreadAddressUnavailable: {
      exit: 'refused',
      category: 'ResourceUnavailable',
      meaning:
        'Windows did not give the kernel address of the thread object, so the capture cannot be verified.',
      advice: 'Since Windows 11 24H2 this needs SeDebugPrivilege enabled: run elevated.',
    },
    Cancelled: {
      exit: 'cancelled',
      category: 'OperationStopped',
      meaning: 'The caller cancelled.',
      advice: 'What was complete before has been kept.',
    },
    TimeLimitReached: {
      exit: 'cancelled',
      category: 'OperationTimeout',
      meaning: 'The time limit that was set has passed.',
      advice: 'What was complete before has been kept; raise {option:time-limit} for more.',
    },
    WatchRunning: {
      exit: 'refused',
      category: 'ResourceBusy',
      meaning: 'A watch of this name runs already and keeps its sets in the same folder.',
      advice: 'End the other one, give this one another {option:name}, or choose another folder.',
    },
    WatchTaskNotFound: {
      exit: 'notFound',
      category: 'ObjectNotFound',
      meaning: 'The task scheduler has no watch of this name.',
      advice: 'List the watches of this computer, and see how the name is spelled.',
    },
    WatchTaskFailed: {
      exit: 'refused',
      category: 'InvalidOperation',
      meaning: 'The task scheduler did not do what was asked.',
      advice: 'See the message, and that the service "Task Scheduler" runs.',
    },
    ConditionFailed: {
      exit: 'usage',
      category: 'InvalidOperation',
      meaning: 'The condition of a watch, a script of the user, failed or returned nothing.',
      advice: 'Correct the script. It gets the thread as $_ and returns true or false.',
    },
    EventLogUnavailable: {
      exit: 'output',
      category: 'ResourceUnavailable',
      meaning: 'The event log of the system is not there, or does not take the event.',
      advice: 'See that the service "Windows Event Log" runs, or leave {option:event-log} out.',
    },
    DestinationNotFound: {
      exit: 'output',
      category: 'ObjectNotFound',
      meaning: 'The destination folder does not exist.',
      advice: 'Create the folder first.',
    },
    DestinationNotAFolder: {
      exit: 'output',
      category: 'InvalidArgument',
      meaning: 'The destination is not a folder.',
      advice: 'Give a folder.',
    },
    DestinationNotWritable: {
      exit: 'output',
      category: 'PermissionDenied',
      meaning: 'The destination cannot be written to.',
      advice: 'Choose another folder, or mend its permissions.',
    },
    FileExists: {
      exit: 'output',
      category: 'ResourceExists',
      meaning: 'The file is already there.',
      advice: 'Use {option:force} to overwrite it, or another name.',
    },
    DiskFull: {
      exit: 'output',
      category: 'WriteError',
      meaning: 'The disk is full.',
      advice: 'Free space or choose another volume. Nothing half-written was left.',
    },
    WriteFailed: {
      exit: 'output',
      category: 'WriteError',
      meaning: 'A file could not be written.',
      advice: 'See the message for the cause. No half-written file was left.',
    },
    FileNotFound: {
      exit: 'unreadable',
      category: 'ObjectNotFound',
      meaning: 'The file does not exist.',
      advice: 'Check the path.',
    },
    FileUnreadable: {
      exit: 'unreadable',
      category: 'ReadError',
      meaning: 'The file cannot be opened or read.',
      advice:
        'Dumps are created readable by Administrators alone: open them elevated, or change their permissions.',
    },
    NotADump: {
      exit: 'unreadable',
      category: 'InvalidData',
      meaning: 'The file is not a 64-bit Windows kernel dump.',
      advice:
        'Give a kernel dump (.dmp). Where the message names another kind of file, use the tool that it names.',
    },
    AnswerIncomplete: {
      exit: 'unreadable',
      category: 'ReadError',
      meaning:
        'A dump that should hold everything lacks a part that the answer needs, so the answer may be short.',
      advice: 'Read what was found with care: a lock, an owner or a request can be missing.',
    },
    DumpTruncated: {
      exit: 'unreadable',
      category: 'InvalidData',
      meaning: 'The dump ends before what its own header promises.',
      advice: 'Copy it again; if the capture was interrupted, take it again.',
    },
    DumpDamaged: {
      exit: 'unreadable',
      category: 'InvalidData',
      meaning: 'A field of the dump contradicts the file or another field.',
      advice: 'The message names the field and its place.',
    },
    DumpNotSupported: {
      exit: 'unreadable',
      category: 'NotImplemented',
      meaning: 'The dump is of a kind that ktriage does not read.',
      advice: 'The message names the kind, and a tool that opens it.',
    },
    NotComparable: {
      exit: 'usage',
      category: 'InvalidData',
      meaning: 'The two sides are not two looks at one start of one machine, the earlier one first.',
      advice: 'Compare dumps of one machine since one start of Windows, the earlier ones as the reference.',
    },
    ComputerUnreachable: {
      exit: 'notFound',
      category: 'ResourceUnavailable',
      meaning: 'No session with the computer could be opened, or the session broke.',
      advice:
        'Try New-PSSession with it alone; the message has the reason. The other computers were not affected.',
    },
    ComputerTimedOut: {
      exit: 'cancelled',
      category: 'OperationTimeout',
      meaning: 'The computer did not finish within the time that it was given.',
      advice: 'Look at it by other means, or raise {option:time-limit}. What it had sent is not used.',
    },
    RemoteModuleMissing: {
      exit: 'notFound',
      category: 'ObjectNotFound',
      meaning: 'The computer has no module KernelTriage.',
      advice: 'Install the module there, or copy it for the time of the capture.',
    },
    RemoteCaptureFailed: {
      exit: 'refused',
      category: 'InvalidOperation',
      meaning: 'The capture on the computer made no dump.',
      advice: 'The message has the error of that computer; {command:readiness} there may show the cause.',
    },
    TransferUnverified: {
      exit: 'output',
      category: 'InvalidData',
      meaning: 'A file that was copied is not the one that was sent: its SHA-256 differs.',
      advice: 'Nothing of this copy was kept. Try again, and find out what changes files on their way.',
    },
    AddressNotPresent: {
      exit: 'notFound',
      category: 'ObjectNotFound',
      meaning: 'The address was not mapped on the machine when the dump was taken.',
      advice: 'Check the address.',
    },
    AddressNotInDump: {
      exit: 'notFound',
      category: 'ObjectNotFound',
      meaning: 'The memory of the address is not in this dump.',
      advice: 'A dump of a wider scope would hold it.',
    },
    ImageUnreadable: {
      exit: 'unreadable',
      category: 'InvalidData',
      meaning: 'An executable image is damaged or is not the one the dump names.',
      advice: 'The message names the file and the field.',
    },
    SymbolsUnreadable: {
      exit: 'unreadable',
      category: 'InvalidData',
      meaning: 'A symbol file is damaged or is not the one the image names.',
      advice: 'The message names the file and the field.',
    },
    SymbolNotFound: {
      exit: 'notFound',
      category: 'ObjectNotFound',
      meaning: 'No image of the dump has this name, as far as its symbols are at hand.',
      advice: 'Give {option:symbol-path} for names that are not exported; `*` in the name matches any text.',
    },
    TypeNotFound: {
      exit: 'notFound',
      category: 'ObjectNotFound',
      meaning: 'No PDB at hand of the named image defines this type.',
      advice:
        'Give {option:symbol-path}. The public PDBs of the kernel and of fltmgr, ndis, storport and others have types, those of ntfs and tcpip have none; `*` in the name matches any text.',
    },
    SymbolPathInvalid: {
      exit: 'usage',
      category: 'InvalidArgument',
      meaning: 'A part of the symbol path cannot be understood.',
      advice: 'The syntax is that of _NT_SYMBOL_PATH; the message names the part.',
    },
    LayoutOutOfBounds: {
      exit: 'unreadable',
      category: 'InvalidData',
      meaning: 'A structure reaches beyond the data that holds it.',
      advice: 'The message names the structure and its place.',
    },
  }) as const satisfies Record<string, ErrorRow>;

type ErrorTable = ReturnType<typeof rows>;
export type ErrorCode = keyof ErrorTable;

let table: ErrorTable | undefined;

/** The row of every error. */
export function errorTable(): ErrorTable {
  table ??= rows();
  return table;
}

/** The exit code that an error of this kind gives the process. */
export function exitCodeOf(code: ErrorCode): number {
  return EXIT_CODES[errorTable()[code].exit].value;
}
