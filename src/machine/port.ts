import type { VirtualAddress } from '../binary/address.ts';
import type { FileProtection } from '../files/port.ts';

/**
 * The port to the machine that is examined. `windows/` implements it for the running system, `src/simulator` for a machine
 * made of data. The code above works on either; only records and warnings name a simulated machine as one.
 *
 * Numbers are the kernel's own (states and wait reasons as the Native API numbers them): naming them is the caller's work.
 * A field that a source cannot give is absent, never zero.
 */
export interface Machine {
  /** `local`, or `simulated:<scenario>`; part of every record. */
  readonly name: string;
  readonly simulated: boolean;
  /** @throws Failure when the system does not give its own version. */
  facts(): MachineFacts;
  /**
   * One snapshot of all processes with their threads, in the order in which the kernel's lists hold them.
   * @param withThreads the processes whose threads are wanted, others come without: decoding threads is most of the work. Absent: all
   * @throws Failure EnumerationFailed
   */
  processes(withThreads?: (process: ProcessHead) => boolean): readonly ProcessSnapshot[];
  /**
   * The thread ids of a process in the order of the Tool Help library, for checking the order of `processes()`.
   * @throws Failure ProcessNotFound, EnumerationFailed
   */
  toolHelpThreadIds(processId: number): readonly number[];
  /** Kernel modules as loaded now, in load order: `ntoskrnl` first. */
  drivers(): readonly LiveDriver[];
  /**
   * Opens threads for a look or a capture. What the session needs in privileges is held from here to `close`.
   * @throws Failure NotElevated, PrivilegeNotHeld when `purpose` is 'capture' and the caller may not
   */
  openSession(purpose: SessionPurpose): MachineSession;
  /** Whether a process has a session for a capture open now, this one included; absent where sessions are not seen from outside. */
  isCapturing?(): boolean;
  /** The native library of this machine and the accounts that could replace it; absent where there is none. */
  nativeLibrary?(): NativeLibrary;
  /** HKEY_LOCAL_MACHINE; absent on a machine that has none. */
  registry?(): Registry;
  /** Folders for dumps and their access rights; absent on a machine that has no access control lists. */
  dumpFolders?(): DumpFolders;
  /** What of this machine decides about captures beyond `facts`. Only looks; a setting that is not there is absent. */
  captureConditions(): CaptureConditions;
  /**
   * Begins a real-time trace of one event provider. Events come in order, from the event loop, until `close`.
   * @param provider its GUID, lower case without braces
   * @throws Failure TraceUnavailable
   */
  openTrace(provider: string, onEvent: (event: TraceRecord) => void): TraceSession;
  /** The process that runs a service, by the name of the service; undefined for one that does not run. Absent where there are no services. */
  serviceProcessId?(service: string): number | undefined;
  /** The command line that a process was started with; undefined where Windows does not show it. */
  commandLine?(processId: number): string | undefined;
  /** The event log of the system; absent where there is none. */
  eventLog?(): EventLog;
  /** The user-mode side of a process, for stacks of live threads; absent on a machine that has none. */
  openUserProcess?(process: ProcessIdentity): UserProcess | ThreadRefusal;
}

/** What is known of a process before its threads are decoded. */
export type ProcessHead = Pick<ProcessSnapshot, 'processId' | 'name' | 'createTime'>;

/** An event for the log of the system. */
export interface LoggedEvent {
  readonly id: number;
  readonly level: 'Information' | 'Warning' | 'Error';
  readonly text: string;
}

/** The source of this product in the event log. */
export interface EventLog {
  /** @throws Failure EventLogUnavailable */
  write(event: LoggedEvent): void;
  /** Gives back what writing has opened. */
  close(): void;
}

export interface ProcessIdentity {
  readonly processId: number;
  /** When given, a process created at another time is not the one that was meant. */
  readonly createTime?: FileTime;
}

/** An open process. `close` gives everything back and may be called twice. */
export interface UserProcess {
  /** The 64-bit images that the process had mapped when it was opened, in load order. */
  readonly modules: readonly UserModule[];
  /** Exactly `length` bytes of its memory, or undefined when some of them are not readable. */
  read(address: VirtualAddress, length: number): Uint8Array | undefined;
  /**
   * Copies the registers and the stack of a thread. The thread is suspended for as long as that takes and resumed whatever
   * happens; one that the kernel cannot interrupt is given up after a moment.
   */
  copyStack(threadId: number, createTime?: FileTime): Promise<UserStack | UserStackRefusal>;
  close(): void;
}

export interface UserModule {
  readonly name: string;
  readonly path: string;
  readonly base: VirtualAddress;
  readonly size: number;
}

export interface UserStackRefusal {
  /** `wedged`: the thread did not let itself be interrupted in time. */
  readonly refused: ThreadRefusal['refused'] | 'wedged';
  readonly ntStatus?: number;
}

export interface UserStack {
  readonly pc: VirtualAddress;
  readonly sp: VirtualAddress;
  /** x64: rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi, r8 … r15. */
  readonly general: readonly VirtualAddress[];
  /** The stack from `sp` upwards, perhaps cut off far above. */
  readonly bytes: Uint8Array;
}

/** `query` asks for the right to look, and takes less where it must; `capture` needs SeDebugPrivilege and THREAD_ALL_ACCESS. */
export type SessionPurpose = 'query' | 'capture';

export interface MachineFacts {
  readonly computerName: string;
  readonly windowsBuild: number;
  readonly architecture: 'x64' | 'arm64';
  readonly logicalProcessors: number;
  readonly elevated: boolean;
}

export type RegistryValue = number | string;
export type RegistryKind = 'dword' | 'string' | 'expandString';

/** HKEY_LOCAL_MACHINE as 64-bit programs see it. Keys are named from there, without a leading backslash. */
export interface Registry {
  /** Variables in an expandable string stay as they are. Undefined where there is no such value of these kinds. */
  read(key: string, value: string): RegistryValue | undefined;
  /** Creates the key where it is missing. @throws Failure NotElevated, WriteFailed */
  write(key: string, value: string, kind: RegistryKind, data: RegistryValue): void;
}

/** `Custom`: neither kept to the system's own accounts nor left to the folder around it. */
export type FolderAccess = FileProtection | 'Custom';

/** Folders for dumps, by their full paths. A link, or a path that leads through one, is never followed. */
export interface DumpFolders {
  /**
   * The access rights of a folder; undefined where there is none.
   * @throws Failure DestinationNotAFolder for a file or a link, NotElevated
   */
  accessTo(folder: string): FolderAccess | undefined;
  /**
   * Makes a folder in one that exists.
   * @throws Failure DestinationNotFound, DestinationNotAFolder, NotElevated, WriteFailed
   */
  create(folder: string, access: FileProtection): void;
  /**
   * Changes the access rights of a folder, and of its content by inheritance.
   * @throws Failure DestinationNotFound, DestinationNotAFolder, NotElevated, WriteFailed
   */
  setAccess(folder: string, access: FileProtection): void;
}

export interface NativeLibrary {
  readonly path: string;
  /** Accounts without administrator rights that may change the file or what is beside it. */
  readonly untrustedWriters: readonly string[];
}

/** Settings and resources that Windows looks at before, or while, it takes a dump of itself. */
export interface CaptureConditions {
  /** Booted with kernel debugging (`bcdedit /debug on`). */
  readonly kernelDebugging?: boolean;
  /** A server silo: no capture is allowed inside. */
  readonly inContainer: boolean;
  /** CrashControl\\FullLiveKernelReports, FullLiveReportsMax: zero turns live dumps off. */
  readonly fullLiveReportsMax?: number;
  /** Policy MemoryDump/AllowLiveDump: zero forbids them. */
  readonly allowLiveDump?: number;
  /** CrashControl\\ForceDumpsDisabled, GuardedHost: a guarded host forbids every dump. */
  readonly forceDumpsDisabled?: number;
  /** CrashControl\\EncryptionCertificates is configured: dumps may be encrypted. */
  readonly dumpEncryption?: boolean;
  /** The secure kernel of virtualisation-based security runs. */
  readonly virtualizationBasedSecurity?: boolean;
  /** Code integrity is enforced from there (HVCI, "memory integrity"). */
  readonly memoryIntegrity?: boolean;
  readonly totalMemoryBytes?: number;
  readonly availableMemoryBytes?: number;
  /** What the kernel's own pools take of it. */
  readonly kernelMemoryBytes?: number;
}

/** One event as the provider logged it. */
export interface TraceRecord {
  readonly id: number;
  readonly version: number;
  readonly time: FileTime;
  readonly processId: number;
  readonly threadId: number;
  /** The payload, a copy. */
  readonly data: Uint8Array;
}

export interface TraceSession {
  /** The moment that times are counted from. */
  readonly startTime: FileTime;
  /** Ends the trace, after the events that are on their way have been handed over. Never rejects; may be called twice. */
  close(): Promise<{ readonly lostEvents: number }>;
}

/** 100 ns units since 1601-01-01 UTC, the kernel's own clock; exact, so that it can identify a process or thread. */
export type FileTime = bigint;

export interface ProcessSnapshot {
  readonly processId: number;
  readonly parentProcessId: number;
  readonly name: string;
  readonly sessionId: number;
  readonly createTime: FileTime;
  readonly handleCount: number;
  readonly workingSetBytes: number;
  readonly privateBytes: number;
  readonly threads: readonly ThreadSnapshot[];
}

export interface ThreadSnapshot {
  readonly threadId: number;
  readonly createTime: FileTime;
  /** KTHREAD_STATE (phnt ntkeapi.h); absent where the source does not know it. */
  readonly state?: number;
  /** KWAIT_REASON; means something only while the state is 5 (waiting). */
  readonly waitReason?: number;
  /** How long the thread has been in its present state, milliseconds. */
  readonly waitTimeMs?: number;
  readonly priority: number;
  readonly basePriority: number;
  readonly contextSwitches: number;
  /** 100 ns units. */
  readonly kernelTime: bigint;
  readonly userTime: bigint;
  readonly startAddress?: VirtualAddress;
  readonly win32StartAddress?: VirtualAddress;
  readonly tebAddress?: VirtualAddress;
  /** Bounds of the kernel stack. */
  readonly stackBase?: VirtualAddress;
  readonly stackLimit?: VirtualAddress;
}

export interface LiveDriver {
  readonly name: string;
  /** The file as the kernel names it, `\SystemRoot\system32\ntoskrnl.exe`. */
  readonly path: string;
  /**
   * The image file as this process can open it. Where it is given, the caller reads the PDB's identity from it
   * (`symbols/pe`); a machine without files gives `pdb` itself.
   */
  readonly file?: string;
  readonly base?: VirtualAddress;
  readonly imageSize: number;
  /** What the image holds of itself; absent when the system does not give it. */
  readonly timeDateStamp?: number;
  readonly checkSum?: number;
  readonly pdb?: RsdsRecord;
}

/** The RSDS record of an image's debug directory. */
export interface RsdsRecord {
  readonly name: string;
  /** 32 upper-case hex digits, as symbol stores spell it. */
  readonly guid: string;
  readonly age: number;
}

export interface ThreadIdentity {
  readonly processId: number;
  readonly threadId: number;
  /** When given, a thread created at another time is not the one that was meant. */
  readonly createTime?: FileTime;
  readonly processCreateTime?: FileTime;
}

/** Open threads with the privileges that go with them. `close` gives everything back and may be called twice. */
export interface MachineSession {
  /** Opens a thread with the rights that the session's purpose needs; the refusal is a value, not an exception. */
  open(thread: ThreadIdentity): OpenThread | ThreadRefusal;
  /** Details that need a handle. One system call per field: callers should ask only for threads that they show. */
  details(thread: OpenThread): ThreadDetails;
  /**
   * Whether the thread behind a handle has terminated or is about to: a thread in rundown counts. False also where Windows does
   * not answer.
   */
  hasTerminated(thread: OpenThread): boolean;
  /** Kernel addresses of the thread objects behind the handles; a thread is absent where Windows hides its address. */
  objectAddresses(threads: readonly OpenThread[]): ReadonlyMap<OpenThread, VirtualAddress>;
  /**
   * NtSystemDebugControl command 29 for threads of one process. Blocks inside the kernel up to 5 s for each wedged thread
   * (which cannot be interrupted), but not the event loop.
   */
  captureTriage(request: TriageCall): Promise<TriageAnswer>;
  /**
   * NtSystemDebugControl command 37: the kernel writes a dump of itself into a file that exists already. Begins at
   * once and does not block; `close` waits with giving the privilege back until it is over.
   * @throws Failure when the file cannot be opened for the kernel
   */
  captureLive(request: LiveRequest): LiveCapture;
  release(thread: OpenThread): void;
  close(): void;
}

/** A thread that is open in a session. Opaque: only the machine that made it may look inside. */
export interface OpenThread {
  readonly identity: ThreadIdentity;
  /** `Full` in a `capture` session alone; a `query` session has what it asks for (`Query`), or less (`Limited`). */
  readonly access: 'Full' | 'Query' | 'Limited';
}

export interface ThreadRefusal {
  readonly refused: 'exited' | 'replaced' | 'denied';
  readonly ntStatus?: number;
}

export interface ThreadDetails {
  /** SetThreadDescription's text. */
  readonly description?: string;
  readonly suspendCount?: number;
  readonly ioPending?: boolean;
  readonly lastSystemCall?: { readonly number: number; readonly firstArgument: bigint };
}

export interface TriageCall {
  readonly threads: readonly OpenThread[];
  readonly bugCheckCode: number;
  readonly bugCheckParameters: readonly [bigint, bigint, bigint, bigint];
}

/** The kernel's answer as it is: a success status does not show which threads are inside. */
export interface TriageAnswer {
  readonly ntStatus: number;
  /** The length that the kernel returned; may contradict the buffer. */
  readonly returnedLength: number;
  /** The buffer up to the smaller of the returned length and its own size. */
  readonly bytes: Uint8Array;
}

/** What a live dump holds beyond the kernel's own memory. */
export interface LiveScope {
  /** Kernel stacks alone: the selective dump of Windows 11, which allows no additional pages. */
  readonly threadStacksOnly?: boolean;
  readonly userPages?: boolean;
  readonly hypervisorPages?: boolean;
  readonly nonEssentialHypervisorPages?: boolean;
}

export interface LiveRequest extends LiveScope {
  /** An existing, empty file. The kernel writes its header last. */
  readonly path: string;
  readonly bugCheckCode: number;
  readonly bugCheckParameters: readonly [bigint, bigint, bigint, bigint];
  /** Give up when memory is short, instead of making it shorter. */
  readonly abortIfMemoryPressure: boolean;
}

/** A live dump while it is taken. */
export interface LiveCapture {
  /** The kernel's answer. STATUS_MORE_ENTRIES is a success that means "partial". */
  readonly finished: Promise<{ readonly ntStatus: number }>;
  /** Asks the kernel to stop. It looks only between chunks while it writes, not while it sizes and copies. */
  cancel(): void;
}

export function isRefusal<T extends object, R extends { readonly refused: string }>(
  answer: T | R,
): answer is R {
  return 'refused' in answer;
}
