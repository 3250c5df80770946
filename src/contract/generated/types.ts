// Generated from src/contract/schema by `npm run generate`. Do not edit.

/**
 * `local`, or `simulated:<scenario>`.
 */
export type MachineName = string;
export type ProcessId = number;
/**
 * 100 ns units since 1601-01-01 UTC as decimal digits; exact, for identity.
 */
export type FileTime = string;
export type ThreadId = number;
/**
 * A 64-bit address.
 */
export type Address = string;
/**
 * 0x and eight upper-case hex digits.
 */
export type NtStatus = string;
/**
 * A moment, UTC, ISO 8601.
 */
export type Time = string;
/**
 * How the keys of record values are spelled: as in these schemas, or with a capital first letter as PowerShell users expect.
 */
export type PropertyCase = 'camel' | 'pascal';
/**
 * Logins for symbol servers. They come on standard input alone, never on the command line, and appear in no output.
 *
 * @maxItems 32
 */
export type SymbolCredentials = SymbolCredential[];
/**
 * A file with logins for symbol servers, as `symbolCredentials`, that only its owner can read.
 */
export type SymbolCredentialFile = string;
/**
 * The version of ktriage that the caller was made for; another one refuses the request.
 */
export type CallerVersion = string;
/**
 * The reader of the advice: `executable` spells options and commands as ktriage does, `module` as the cmdlets of the PowerShell module.
 */
export type AdviceFor = 'executable' | 'module';
/**
 * How a statement is known: Memory (bytes of the dump that passed a guard), Derived (follows from them by a layout rule), Stack (names of exact frames), Pattern (a known signature), Guess.
 */
export type EvidenceClass = 'Memory' | 'Derived' | 'Stack' | 'Pattern' | 'Guess';
/**
 * Stuck: threads have waited in the kernel for the time and were not switched to. WaitReason: threads wait for the given reasons. Resource: the number of threads that wait for kernel locks does not fall. PoolExhausted: all workers of a pool wait, none for work, and none moves. Count: the process has so many threads. CpuIdleWithWork: no processor time is used while threads wait for locks or memory. Asked: the caller decides over each sample.
 */
export type WatchCondition =
  'Stuck' | 'WaitReason' | 'Resource' | 'PoolExhausted' | 'Count' | 'CpuIdleWithWork' | 'Asked';
/**
 * One line of the NDJSON output. `kind` comes first; the last line is `end`, and output without it is truncated.
 */
export type Message = RecordMessage | ProgressMessage | WarningMessage | ErrorMessage | EndMessage;
/**
 * Started, Stopped: the watch itself. Raised, Cleared: a condition holds, or holds no more. Captured, CaptureFailed, CaptureSkipped, SetRemoved: what was done about it. TargetMissing, TargetFound, TargetGone, TargetRestarted: the processes. Suspended, ClockSet: the machine. ConditionFailed, PollFailed, OutputFailed: what could not be done.
 */
export type WatchEventKind =
  | 'Started'
  | 'Stopped'
  | 'Raised'
  | 'Cleared'
  | 'Captured'
  | 'CaptureFailed'
  | 'CaptureSkipped'
  | 'SetRemoved'
  | 'TargetMissing'
  | 'TargetFound'
  | 'TargetGone'
  | 'TargetRestarted'
  | 'Suspended'
  | 'ClockSet'
  | 'ConditionFailed'
  | 'PollFailed'
  | 'OutputFailed';

export interface Contract {
  [k: string]: unknown;
}
/**
 * What became of one thread that was to be captured.
 */
export interface CapturedThread {
  machine: MachineName;
  simulated: boolean;
  processId: ProcessId;
  processName?: string;
  processCreateTimeRaw?: FileTime;
  threadId: ThreadId;
  createTimeRaw?: FileTime;
  objectAddress?: Address;
  state?: string;
  waitReason?: string;
  /**
   * How long the thread had been in its state before the capture, which begins its wait anew.
   */
  waitTimeMs?: number;
  /**
   * Before the capture, which adds some of its own.
   */
  contextSwitches?: number;
  /**
   * Windows counted pending requests of the thread just before the first call for it (ThreadIsIoPending).
   */
  ioPending?: boolean;
  lastSystemCall?: LastSystemCall;
  after?: ThreadAfterCapture;
  /**
   * Captured, DidNotFit, TimedOut, Refused, Exited, Replaced, Failed, NotAttempted.
   */
  verdict: string;
  /**
   * Why, in a sentence, when it was not captured.
   */
  reason?: string;
  ntStatus?: NtStatus;
  /**
   * The dump that holds the thread.
   */
  path?: string;
  batch?: number;
  /**
   * In how many calls the kernel was asked for the thread. 0 for every thread that was not attempted.
   */
  attempts: number;
}
/**
 * The system call that a waiting thread is in (ThreadLastSystemCall). Windows gives it for a thread that waits in one, and for no other.
 */
export interface LastSystemCall {
  number: number;
  firstArgument: Address;
}
/**
 * The thread when the calls of its set were over; in a manifest alone. A later capture is compared with these values, because the capture itself adds switches and begins the wait anew. In a manifest with `afterTime`, a captured thread without `after` had exited by then.
 */
export interface ThreadAfterCapture {
  state?: string;
  waitReason?: string;
  /**
   * How long the thread had been in its state.
   */
  waitTimeMs?: number;
  contextSwitches: number;
  ioPending?: boolean;
  lastSystemCall?: LastSystemCall;
}
export interface SymbolCredential {
  /**
   * The address that begins the addresses of its files. Without it the only server of the symbol path that is not Microsoft's.
   */
  server?: string;
  userName: string;
  password: string;
}
/**
 * The RSDS record of an image: what a symbol server needs to find its PDB.
 */
export interface PdbIdentity {
  name: string;
  guid: string;
  age: number;
}
/**
 * A live thread from an earlier listing.
 */
export interface ThreadReference {
  processId: ProcessId;
  threadId: ThreadId;
  createTimeRaw?: FileTime;
  processCreateTimeRaw?: FileTime;
  /**
   * When given, a thread of another computer is refused.
   */
  computerName?: string;
}
/**
 * What an earlier listing or live stack shows of a thread.
 */
export interface ThreadLook {
  processId: ProcessId;
  processName?: string;
  threadId: ThreadId;
  createTimeRaw?: FileTime;
  objectAddress?: Address;
  machine?: MachineName;
  lookTime?: Time;
  state?: string;
  waitReason?: string;
  waitTimeMs?: number;
  contextSwitches?: number;
  /**
   * Of a stack, which was read through a capture. A listing has none, and disturbs no thread.
   */
  key?: string;
  /**
   * @maxItems 10000
   */
  stack?: string[];
  waitingFor?: string;
}
/**
 * A thread that a statement names.
 */
export interface KernelThread {
  address: Address;
  threadId?: ThreadId;
  processId?: ProcessId;
  processName?: string;
  /**
   * False for a thread that the dump points to and does not contain.
   */
  inDump: boolean;
}
/**
 * How many threads of one boot of one machine have each verdict. Idle workers are counted apart.
 */
export interface ComparisonSummary {
  simulated?: boolean;
  /**
   * The simulated machine.
   */
  machine?: string;
  /**
   * One sentence: `227 of 300 threads are stuck, 3 are slow.`
   */
  headline: string;
  /**
   * Threads of either look.
   */
  threadCount: number;
  /**
   * Workers without work at both looks.
   */
  idleCount: number;
  /**
   * Stuck and StuckExceptCapture, without idle workers.
   */
  stuckCount: number;
  /**
   * By verdict, without idle workers.
   */
  counts: VerdictCount[];
  /**
   * Queues of work that both looks show.
   */
  queues: QueueProgress[];
  /**
   * Between the looks, where both have a time.
   */
  intervalMs?: number;
  referencePaths: string[];
  differencePaths: string[];
  referenceTime?: Time;
  differenceTime?: Time;
}
export interface VerdictCount {
  verdict: string;
  count: number;
}
export interface QueueProgress {
  address: Address;
  /**
   * Finished between the looks; 0 for a pool that made no progress.
   */
  items: number;
  /**
   * Threads of the comparison at this queue.
   */
  threads: number;
}
/**
 * What became of one computer of a fan-out. The module makes it.
 */
export interface ComputerCapture {
  computerName: string;
  /**
   * Captured, NothingToCapture or Failed.
   */
  status: string;
  /**
   * Of a computer that failed.
   */
  errorCode?: string;
  /**
   * Threads that were chosen there.
   */
  threadCount: number;
  /**
   * Of these, in a dump.
   */
  capturedCount: number;
  /**
   * The folder of its dumps here.
   */
  path?: string;
  /**
   * What came home, with equal SHA-256.
   */
  files: string[];
  /**
   * Errors that the capture had there, each with its code.
   */
  problems: string[];
  /**
   * Nothing is left on the computer.
   */
  isRemoved: boolean;
  elapsedMs: number;
}
/**
 * A WinDbg/kd command that shows something of one dump.
 */
export interface DebuggerCommand {
  /**
   * The dump.
   */
  path: string;
  /**
   * What the command shows.
   */
  purpose: string;
  /**
   * To paste into WinDbg, kd or cdb -z.
   */
  command: string;
  threadId?: ThreadId;
  objectAddress?: Address;
}
/**
 * Bytes of memory from a dump, up to the first that cannot be given.
 */
export interface DumpMemory {
  path: string;
  address: Address;
  /**
   * The address is a physical one.
   */
  physical: boolean;
  /**
   * Bytes that were read.
   */
  length: number;
  /**
   * The bytes, base64.
   */
  data: string;
  gap?: MemoryGap;
}
/**
 * Why there are no more, when fewer bytes were read than asked for.
 */
export interface MemoryGap {
  address: Address;
  /**
   * NotPresent, NotInDump, PagedOut, Prototype or NotCanonical.
   */
  reason: string;
  /**
   * The page table at which the walk ended, or Page.
   */
  level?: string;
  message: string;
}
/**
 * A process object inside a dump.
 */
export interface DumpProcess {
  path: string;
  simulated?: boolean;
  address: Address;
  processId?: ProcessId;
  parentProcessId?: ProcessId;
  name?: string;
  directoryTableBase?: Address;
  pebAddress?: Address;
  /**
   * Threads of it that are in the dump.
   */
  threadCount?: number;
  /**
   * Where the offsets of the stated fields come from, the least trusted source of all: DebuggerData of the dump itself, Types of the PDB of the very kernel, or a guarded Rule.
   */
  layoutSource?: 'DebuggerData' | 'Types' | 'Rule';
}
/**
 * An instance of the DSC resource KernelTriage/KernelDumpReadiness: settings of Windows that decide about dumps, and a folder for them. An absent property is not looked at and not changed.
 */
export interface DumpReadiness {
  /**
   * What a crash writes: None, Complete, Kernel, Small or Automatic (CrashControl, CrashDumpEnabled). After a restart.
   */
  crashDumpEnabled?: 'None' | 'Complete' | 'Kernel' | 'Small' | 'Automatic';
  /**
   * Keep the crash dump also when the disk is short (CrashControl, AlwaysKeepMemoryDump).
   */
  alwaysKeepMemoryDump?: boolean;
  /**
   * The file of the crash dump; variables like %SystemRoot% stay as they are (CrashControl, DumpFile).
   */
  dumpFile?: string;
  /**
   * The folder of small crash dumps (CrashControl, MinidumpDir).
   */
  minidumpDir?: string;
  /**
   * Full live reports that Windows Error Reporting keeps; 0 turns live dumps off (FullLiveKernelReports, FullLiveReportsMax).
   */
  fullLiveReportsMax?: number;
  /**
   * Hours between full live reports of the system (FullLiveKernelReports, SystemThrottleThreshold).
   */
  systemThrottleThreshold?: number;
  /**
   * Hours between full live reports of one component (FullLiveKernelReports, ComponentThrottleThreshold).
   */
  componentThrottleThreshold?: number;
  /**
   * The folder of live reports as the kernel names it, \??\D:\dumps (LiveKernelReports, LiveKernelReportsPath). After a restart.
   */
  liveKernelReportsPath?: string;
  /**
   * Whether the event channel Microsoft-Windows-Kernel-LiveDump/Operational is on. After a restart.
   */
  operationalChannel?: boolean;
  /**
   * Whether the event channel Microsoft-Windows-Kernel-LiveDump/Analytic is on. After a restart.
   */
  analyticChannel?: boolean;
  /**
   * Whether the source KernelTriage of the event log Application has its texts: those of EventCreate.exe.
   */
  eventSource?: boolean;
  /**
   * A folder for dumps on a local volume, D:\dumps. It is made where it is missing; its parent folder must exist, and no part of the path may be a link.
   */
  dumpFolder?: string;
  /**
   * The access to the folder: Restricted is Administrators and SYSTEM alone, Inherit is that of the parent folder. A folder that is made is Restricted by default. Custom is reported for anything else, and cannot be set.
   */
  dumpFolderAcl?: 'Restricted' | 'Inherit' | 'Custom';
  /**
   * Answered by test: whether every property that was given is as given.
   */
  _inDesiredState?: boolean;
  /**
   * Answered by set and what-if: whether a changed setting counts only after a restart.
   */
  _rebootRequested?: boolean;
}
/**
 * A thread object inside a dump. What the dump does not hold is absent.
 */
export interface DumpThread {
  /**
   * The dump.
   */
  path: string;
  /**
   * The dump is marked as written by a simulated machine.
   */
  simulated?: boolean;
  address: Address;
  processId?: ProcessId;
  threadId?: ThreadId;
  processName?: string;
  processAddress?: Address;
  attachedProcessAddress?: Address;
  state?: string;
  waitReason?: string;
  waitTimeMs?: number;
  priority?: number;
  basePriority?: number;
  startAddress?: Address;
  win32StartAddress?: Address;
  tebAddress?: Address;
  stackBase?: Address;
  stackLimit?: Address;
  kernelStack?: Address;
  /**
   * The processor that runs it, or that it is the idle thread of.
   */
  processor?: number;
  /**
   * I/O requests of the thread that are in the dump.
   */
  pendingIrps?: number;
  /**
   * The I/O requests of the thread, as far as the dump holds them.
   */
  irps?: PendingIrp[];
  /**
   * How it was found, strongest first: HeaderThread, ProcessorCurrent, ProcessorIdle, ThreadBlock, ListWalk, IdTable, Manifest, Shape, ProcessPointer.
   */
  evidence: string[];
  /**
   * Certain, Probable or Possible.
   */
  confidence: string;
  initialStack?: Address;
  /**
   * Where the offsets of the stated fields come from, the least trusted source of all: DebuggerData of the dump itself, Types of the PDB of the very kernel, or a guarded Rule.
   */
  layoutSource?: 'DebuggerData' | 'Types' | 'Rule';
}
export interface PendingIrp {
  address: Address;
  /**
   * IRP_MJ_READ and so on, of the driver that has the request now.
   */
  majorFunction?: string;
  deviceAddress?: Address;
  driverName?: string;
  fileAddress?: Address;
  /**
   * Relative to its volume or share.
   */
  fileName?: string;
  cancelled: boolean;
}
/**
 * A kernel dump file. What the file does not hold is absent.
 */
export interface Dump {
  path: string;
  /**
   * Bytes.
   */
  size: number;
  /**
   * Full, Summary, HeaderOnly, Triage, BitmapFull, BitmapKernel, RangeKernel, RangeActive, RangeFull.
   */
  format: string;
  /**
   * How it was made: BugCheck, LiveDump, LiveThreadStacks, TriageCapture, Debugger, Offline, Hibernation or Unknown.
   */
  origin?: string;
  /**
   * What in the file shows it.
   */
  originReason?: string;
  /**
   * What the writer noted of the file.
   */
  attributes?: string[];
  /**
   * The dump is marked as written by a simulated machine.
   */
  simulated?: boolean;
  /**
   * The simulated machine that wrote it.
   */
  machine?: string;
  complete: boolean;
  completeness: DumpCompleteness;
  /**
   * What was noticed about the file, with the place.
   */
  findings?: DumpFinding[];
  /**
   * A manifest of ktriage beside the dump was used.
   */
  hasManifest?: boolean;
  windowsBuild?: number;
  /**
   * Branch and time of the build of the kernel.
   */
  windowsBuildLab?: string;
  architecture?: string;
  processors?: number;
  directoryTableBase?: Address;
  /**
   * Pages of physical memory in the file.
   */
  pages?: number;
  /**
   * How addresses are translated: x64, x64 with 5 levels, ARM64.
   */
  paging?: string;
  /**
   * Pieces of memory in a triage dump.
   */
  dataBlocks?: number;
  /**
   * Workstation, DomainController or Server.
   */
  productType?: string;
  systemTime?: Time;
  /**
   * How long the system had been running.
   */
  upTimeMs?: number;
  bugCheckCode?: string;
  /**
   * The name in bugcodes.h, where it is one that dumps are usually about.
   */
  bugCheckName?: string;
  bugCheckParameters?: Address[];
  /**
   * What the code means, in one sentence.
   */
  bugCheckSummary?: string;
  /**
   * What each parameter of the bug check is, and what its value means; for the codes that most crashes have.
   */
  bugCheckArguments?: BugCheckArgument[];
  /**
   * The meaning of the parameters when a capture wrote them: which threads the dump holds.
   */
  bugCheckMeaning?: string;
  comment?: string;
  crash?: DumpCrash;
  hardware?: DumpHardware;
  /**
   * What this file does not show.
   */
  limits?: string[];
  /**
   * Paths are cut to file names, and the comment and the raw header are left out.
   */
  redacted?: boolean;
  processes: DumpProcess[];
  threads: DumpThread[];
  drivers: DumpDriver[];
  unloadedDrivers?: UnloadedDriver[];
  secondaryData?: SecondaryData[];
  /**
   * Every header field, with -Raw.
   */
  rawHeader?: RawHeaderField[];
  /**
   * Where each field of kernel objects that this reader uses is, and which source gives it.
   */
  layouts?: PlacedField[];
}
export interface DumpCompleteness {
  /**
   * Complete, Partial, Truncated or Damaged.
   */
  state: string;
  reasons: string[];
}
export interface DumpFinding {
  /**
   * note, partial, lost, truncated or damaged.
   */
  effect: string;
  message: string;
  /**
   * Byte position in the file.
   */
  offset?: number;
  /**
   * Structure and field, as the Windows headers name them.
   */
  field?: string;
}
export interface BugCheckArgument {
  number: number;
  value: Address;
  /**
   * Address, Code, Irql, Access, Status, Thread, Process, Irp, Device, Context, TrapFrame, ExceptionRecord, Object, Number, Value, Subtype, Ticks, Text or Reserved.
   */
  kind: string;
  /**
   * What the parameter is.
   */
  means: string;
  /**
   * What its value is: a place in an image, a thread, a level, a status.
   */
  text?: string;
}
/**
 * The crash itself; only in dumps that a crash wrote.
 */
export interface DumpCrash {
  /**
   * The processor that crashed.
   */
  processor?: number;
  processId?: ProcessId;
  processName?: string;
  threadId?: ThreadId;
  threadAddress?: Address;
  /**
   * Registers at the fault, or at the bug check where there was no fault.
   */
  registers?: CrashRegister[];
  exception?: CrashException;
  /**
   * Where the registers come from: ContextRecord, TrapFrame, HeaderFault (the header has those of the fault) or HeaderContext (those of the bug check).
   */
  startedFrom?: string;
  /**
   * The stack from the fault on, innermost first; `?` marks a guess.
   */
  stack?: string[];
  frames?: CrashFrame[];
  /**
   * Why there are no more frames.
   */
  end?: string;
  endMeaning?: string;
  suspect?: CrashSuspect;
}
export interface CrashRegister {
  name: string;
  value: Address;
}
export interface CrashException {
  code: string;
  /**
   * The name of the status, with its number.
   */
  name: string;
  address: Address;
  /**
   * The instruction that raised it.
   */
  place: string;
  parameters?: Address[];
  /**
   * The meaning of its parameters, for instance which memory was touched.
   */
  detail?: string;
}
export interface CrashFrame {
  text: string;
  address: Address;
  stackPointer: Address;
  module?: string;
  /**
   * Registers, UnwindData, Leaf, TrapFrame, FrameChain or Scan.
   */
  foundBy: string;
}
/**
 * A driver to look at first. It is not proved guilty: a driver on the stack may be the victim of another.
 */
export interface CrashSuspect {
  file: string;
  path?: string;
  /**
   * The frame or parameter by which it was found.
   */
  place: string;
  reason: string;
  /**
   * Derived, Stack or Guess, strongest first.
   */
  evidenceClass: string;
  /**
   * What the statement rests on.
   */
  evidence: string;
}
/**
 * The machine that wrote the dump, from its secondary data. Serial numbers are not read.
 */
export interface DumpHardware {
  processor?: string;
  processorMHz?: number;
  biosVendor?: string;
  biosVersion?: string;
  /**
   * As the firmware writes it.
   */
  biosDate?: string;
  /**
   * Of the system.
   */
  manufacturer?: string;
  /**
   * Of the system.
   */
  product?: string;
  boardManufacturer?: string;
  boardProduct?: string;
  /**
   * Bytes of all memory modules.
   */
  installedMemory?: number;
  /**
   * Bytes that Windows uses.
   */
  usableMemory?: number;
  /**
   * Runs of physical memory that Windows uses.
   */
  memoryRuns?: number;
}
export interface DumpDriver {
  name: string;
  path: string;
  base: Address;
  size: number;
  timeDateStamp: number;
  checkSum: number;
  pdb?: PdbIdentity;
  linkTime?: Time;
  /**
   * The stamp is a hash of the image, as reproducible builds have it, and no date.
   */
  isReproducible?: boolean;
  /**
   * From the version resource of the image, where the dump's memory or a file of the symbol path holds it.
   */
  fileVersion?: string;
  /**
   * Another maker than Microsoft built it, as far as its name shows: a small dump holds no versions.
   */
  isThirdParty?: boolean;
}
export interface UnloadedDriver {
  name: string;
  start: Address;
  end: Address;
}
export interface SecondaryData {
  tag: string;
  offset: number;
  size: number;
  /**
   * The component that wrote it, by the symbol of its tag.
   */
  owner?: string;
  /**
   * What it is.
   */
  holds?: string;
}
export interface RawHeaderField {
  name: string;
  offset: number;
  size: number;
  isSet: boolean;
  value: string;
}
export interface PlacedField {
  /**
   * As the kernel's symbols name it: _KTHREAD.
   */
  structure: string;
  member: string;
  /**
   * Bytes from the start of the structure.
   */
  offset: number;
  /**
   * DebuggerData of the dump itself, Types of the PDB of the very kernel, or a guarded Rule.
   */
  layoutSource: 'DebuggerData' | 'Types' | 'Rule';
}
/**
 * What an export wrote: a file, or the text itself where no file was named.
 */
export interface ExportedFile {
  /**
   * The file; absent for standard output.
   */
  path?: string;
  /**
   * Html, Speedscope, Folded, Pprof, Dot, Mermaid, Text or Json.
   */
  format: string;
  /**
   * Bytes.
   */
  size: number;
  threadCount: number;
  /**
   * Dumps and captures of live threads.
   */
  sourceCount: number;
  /**
   * What was written, where no file was named.
   */
  text?: string;
  /**
   * The same for Pprof, which is no text.
   */
  base64?: string;
}
/**
 * A cause of waiting that computers share.
 */
export interface FleetCause {
  /**
   * 1 is the cause that holds up most threads on most computers.
   */
  rank: number;
  /**
   * One sentence: `31 of 40 computers wait for the file server \\fileserver.`
   */
  headline: string;
  /**
   * What is at the end of the chains, as in WaitChain.
   */
  kind: string;
  /**
   * The thing that they wait for: a file server, a driver, a program.
   */
  target: string;
  evidence: EvidenceClass;
  /**
   * By class, how many computers show it so.
   */
  evidenceCounts: EvidenceCount[];
  /**
   * Computers with this cause.
   */
  computerCount: number;
  /**
   * Computers on which most threads are behind it.
   */
  leadingComputerCount: number;
  /**
   * Computers that answered, those with nothing to capture among them.
   */
  totalComputerCount: number;
  /**
   * Computers that did not answer, or with dumps that cannot be read: what they wait for is not known.
   */
  silentComputerCount: number;
  /**
   * All of them.
   */
  computerNames: string[];
  /**
   * Threads behind the cause, on all computers.
   */
  threadCount: number;
  longestWaitMs?: number;
  /**
   * What some of the computers show.
   */
  examples: FleetExample[];
}
export interface EvidenceCount {
  evidence: EvidenceClass;
  count: number;
}
export interface FleetExample {
  computerName: string;
  headline: string;
  evidence: EvidenceClass;
  threadCount: number;
  /**
   * Its first dump.
   */
  path?: string;
}
/**
 * Everything that an export is made of, and the file of `export` in format Json: threads with stacks, waits and requests, groups, locks, causes, and where each comes from.
 */
export interface KernelExport {
  /**
   * Version of this format.
   */
  export: 1;
  /**
   * The program that wrote it, for example `ktriage 0.1.0`.
   */
  product: string;
  createdTime: Time;
  /**
   * The dumps, and the captures of live threads, in the order in which they were read.
   */
  sources: ExportSource[];
  threads: ExportThread[];
  /**
   * Threads of equal stacks, the largest group first.
   */
  groups: StackGroup[];
  locks: KernelLock[];
  /**
   * The causes of waiting, the worst first.
   */
  chains: WaitChain[];
  /**
   * What was reported while the sources were read: what this export lacks.
   */
  warnings: string[];
  /**
   * Names of computers, users, folders and files are left out.
   */
  redacted?: boolean;
}
export interface ExportSource {
  /**
   * The dump; absent for live threads.
   */
  path?: string;
  /**
   * Of the file, lower-case hex digits; in the formats Html and Json.
   */
  sha256?: string;
  takenTime?: Time;
  /**
   * The computer that was captured, where a manifest or a live machine names it.
   */
  computerName?: string;
  simulated?: boolean;
  /**
   * The simulated machine.
   */
  machine?: string;
  dump?: Dump;
  /**
   * Where the offsets of each structure come from: DebuggerData, Types or Rule.
   */
  layoutSources?: {
    [k: string]: string;
  };
  /**
   * What the answer about this dump lacks, as sentences.
   */
  limits?: string[];
  /**
   * The images that frames are in.
   */
  symbols: ExportSymbols[];
}
export interface ExportSymbols {
  /**
   * As debuggers write it before the `!`.
   */
  module: string;
  /**
   * The file name of the image.
   */
  file: string;
  base: Address;
  size: number;
  timeDateStamp?: number;
  pdb?: PdbIdentity;
  fileVersion?: string;
  /**
   * Another maker than Microsoft built it, as far as its name shows.
   */
  isThirdParty?: boolean;
  /**
   * Where names of functions came from: Pdb, Export (the nearest one), or None.
   */
  names: 'Pdb' | 'Export' | 'None';
  /**
   * Why the PDB was not used.
   */
  missing?: string;
}
export interface ExportThread {
  /**
   * Index in `sources`.
   */
  source: number;
  stack: KernelStack;
  wait?: KernelWait;
  /**
   * Unfinished I/O of the thread.
   */
  requests: PendingIo[];
}
/**
 * The kernel stack of one thread of a dump, innermost frame first.
 */
export interface KernelStack {
  /**
   * The dump; absent for a live thread.
   */
  path?: string;
  simulated?: boolean;
  machine?: string;
  processId?: ProcessId;
  processName?: string;
  threadId?: ThreadId;
  objectAddress: Address;
  state?: string;
  waitReason?: string;
  /**
   * What the thread waits for, in one phrase. Given for triage dumps and live threads, and for other dumps when waits are asked for; absent for a thread that does not wait.
   */
  waitingFor?: string;
  /**
   * The threads, processes or drivers that have what it waits for, or must answer.
   */
  heldBy?: string[];
  /**
   * The first exact frame below the wait itself: the function that waits.
   */
  doing?: string;
  /**
   * Milliseconds since the wait began, from before the capture where the manifest has it.
   */
  waitTimeMs?: number;
  /**
   * Of a live thread: how often it had been switched to before the look.
   */
  contextSwitches?: number;
  createTimeRaw?: FileTime;
  lookTime?: Time;
  waitEvidence?: EvidenceClass;
  heldByEvidence?: EvidenceClass;
  /**
   * The frames as WinDbg prints them, one text each; ` ?` marks a guess.
   */
  stack: string[];
  frames: KernelStackFrame[];
  /**
   * ProcessorContext, HeaderContext, or SwitchFrame.
   */
  startedFrom?: string;
  /**
   * Why there are no more frames: Complete, UserMode, …
   */
  end: string;
  /**
   * The same as a sentence.
   */
  endMeaning: string;
  /**
   * Equal for threads whose stacks have the same functions: Group-KernelStack groups by it.
   */
  key?: string;
  /**
   * Kernel objects that words and registers of the frames point to; only when asked for.
   */
  mentions?: StackMention[];
}
export interface KernelStackFrame {
  text: string;
  address: Address;
  stackPointer: Address;
  module?: string;
  symbol?: string;
  /**
   * From the symbol, else from the base of the module. Negative in a part of a function that was moved before it.
   */
  offset?: number;
  /**
   * Registers, UnwindData, Leaf, TrapFrame, FrameChain, or Scan (a guess).
   */
  foundBy: string;
  /**
   * Pdb, Export (the nearest one), or None.
   */
  nameFrom?: string;
  trapFrame?: Address;
  /**
   * The capture itself runs here.
   */
  isCapture?: boolean;
  /**
   * Registers as they are when the thread goes on in this frame, as far as they are known; only when asked for.
   */
  registers?: {
    [k: string]: Address;
  };
}
/**
 * A kernel object that a frame names. The word may be left over from an earlier call.
 */
export interface StackMention {
  address: Address;
  /**
   * Thread, Process, Irp, FileObject, DeviceObject, DriverObject, Resource, Event, Semaphore, Mutant, Queue or Timer.
   */
  objectType: string;
  /**
   * The frame, counted from 0 at the innermost of `frames`.
   */
  frame?: number;
  stackAddress?: Address;
  /**
   * The register that points to it.
   */
  register?: string;
  evidence: EvidenceClass;
  /**
   * What the statement rests on.
   */
  basis: string;
}
/**
 * What a thread in a dump waits for, and its holder. What the dump does not hold is absent.
 */
export interface KernelWait {
  /**
   * The dump; absent for live threads.
   */
  path?: string;
  /**
   * The dump is marked as written by a simulated machine.
   */
  simulated?: boolean;
  /**
   * The simulated machine.
   */
  machine?: string;
  processId?: ProcessId;
  processName?: string;
  threadId?: ThreadId;
  objectAddress: Address;
  waitReason?: string;
  /**
   * Since the wait began.
   */
  waitTimeMs?: number;
  /**
   * The capture itself may have begun the wait anew, so the time is a lower bound.
   */
  isWaitTimeDisturbed?: boolean;
  /**
   * Kernel or User: a wait in user mode ends when the thread is terminated.
   */
  mode?: string;
  /**
   * Any (one object is enough) or All.
   */
  waitType: string;
  /**
   * What it waits for, in words.
   */
  waitingFor: string;
  /**
   * The owner, or the party that must answer, in words; empty when nothing in the dump shows it. Of one lock at most 32, and how many more.
   */
  heldBy: string[];
  heldByEvidence?: EvidenceClass;
  /**
   * The function that waits, by exact frames.
   */
  doing?: string;
  /**
   * A worker without work: not stuck.
   */
  isIdle: boolean;
  /**
   * How the wait blocks were proved to be current: Linked, NotStored or UnlinkedByCapture.
   */
  links: string;
  /**
   * Normal kernel APCs are disabled, as they are for most owners of locks of file systems.
   */
  inCriticalRegion?: boolean;
  hasTimeout?: boolean;
  /**
   * When the wait ends by itself.
   */
  timeoutInMs?: number;
  /**
   * In the order in which the thread asked for them.
   */
  objects: KernelWaitObject[];
  /**
   * Why `objects` is empty or short.
   */
  incomplete?: string;
  evidence: EvidenceClass;
  /**
   * What the statement rests on.
   */
  basis: string;
  /**
   * Where the offsets of the stated fields come from, the least trusted source of all: DebuggerData of the dump itself, Types of the PDB of the very kernel, or a guarded Rule.
   */
  layoutSource?: 'DebuggerData' | 'Types' | 'Rule';
}
export interface KernelWaitObject {
  address: Address;
  /**
   * Suspension, AlpcReply, UserLock, ProcessExit, ThreadExit, Mutant, Queue, Timer, Resource, PushLock, FastMutex, FileEvent, FileLock, RequestEvent, DriverEvent, LocalEvent, WorkerSignal or Unknown.
   */
  kind: string;
  /**
   * The rule that recognised it, 1 to 18.
   */
  rule: number;
  /**
   * SynchronizationEvent, Semaphore and so on.
   */
  dispatcherType?: string;
  /**
   * `nt+0xc44bc0` or a symbol, for an object inside a loaded image.
   */
  name?: string;
  /**
   * What the object is, in words.
   */
  description: string;
  /**
   * The id of the lock, as KernelLock has it.
   */
  lockId?: string;
  requestAddress?: Address;
  fileAddress?: Address;
  fileName?: string;
  /**
   * The driver with the object in its memory: a suspect, not proved.
   */
  driver?: string;
  targetThread?: KernelThread;
  targetProcessId?: ProcessId;
  targetProcessName?: string;
  /**
   * No server thread has taken the message yet.
   */
  isUntaken?: boolean;
  queue?: KernelQueue;
  evidence: EvidenceClass;
  /**
   * What the statement rests on.
   */
  basis: string;
}
/**
 * A queue of work.
 */
export interface KernelQueue {
  address: Address;
  /**
   * Completion (an I/O completion port) or Priority (a kernel work queue).
   */
  kind: string;
  /**
   * Threads of the queue that run.
   */
  running?: number;
  /**
   * Threads that may run at once.
   */
  maximum?: number;
  /**
   * Worker threads that exist.
   */
  threads?: number;
  /**
   * Work items done since the queue was made.
   */
  itemsProcessed?: number;
  /**
   * The same when Windows last checked for progress.
   */
  itemsAtLastPass?: number;
  /**
   * Work is queued that no thread has taken.
   */
  hasEntries?: boolean;
}
/**
 * An I/O request in a dump that is not finished: an IRP with the driver that has it. What the dump does not hold is absent.
 */
export interface PendingIo {
  /**
   * The dump; absent for live threads.
   */
  path?: string;
  /**
   * The dump is marked as written by a simulated machine.
   */
  simulated?: boolean;
  /**
   * The simulated machine.
   */
  machine?: string;
  address: Address;
  processId?: ProcessId;
  processName?: string;
  threadId?: ThreadId;
  objectAddress?: Address;
  foundThrough?: KernelThread;
  /**
   * IrpList, StackMention, RegisterMention, FileIrpList, TopLevelIrp, DeviceCurrentIrp.
   */
  foundBy: string[];
  /**
   * IRP_MJ_READ and so on, of the driver that has it.
   */
  majorFunction?: string;
  minorFunction?: string;
  /**
   * The driver that has it.
   */
  driver?: string;
  driverEvidence?: EvidenceClass;
  deviceAddress?: Address;
  /**
   * That driver marked the request as pending: it finishes it later.
   */
  isMarkedPending?: boolean;
  fileAddress?: Address;
  /**
   * For a person: `\\server\share\file`, `\\.\pipe\name`, or the path on its volume.
   */
  fileName?: string;
  /**
   * Local, Network, Pipe or Device.
   */
  fileKind?: string;
  /**
   * Of a network file.
   */
  uncPath?: string;
  /**
   * The drive letter of the network connection.
   */
  drive?: string;
  /**
   * The logon session of the network connection, hexadecimal.
   */
  logonSession?: string;
  volumeLabel?: string;
  /**
   * The end of the name is not in the dump.
   */
  isFileNameCut?: boolean;
  fileEvidence?: EvidenceClass;
  /**
   * The drivers it went through, the first one called first.
   */
  locations: PendingIoLocation[];
  currentLocation: number;
  stackCount: number;
  cancelled: boolean;
  /**
   * Kernel or User.
   */
  requestorMode: string;
  /**
   * How long its thread has waited: the request is at least as old. Requests themselves have no time.
   */
  waitTimeMs?: number;
  /**
   * Where the offsets of the request and of its file object come from: Types of the PDB of the very kernel, or a guarded Rule, here the public header of drivers (wdm.h).
   */
  layoutSource?: 'DebuggerData' | 'Types' | 'Rule';
  /**
   * What of it is not in the dump.
   */
  incomplete?: string;
  evidence: EvidenceClass;
  /**
   * What the statement rests on.
   */
  basis: string;
}
export interface PendingIoLocation {
  /**
   * Counted from 1, the last driver called.
   */
  number: number;
  isCurrent: boolean;
  majorFunction: string;
  minorFunction?: string;
  flags: number;
  control: number;
  deviceAddress?: Address;
  driver?: string;
  driverEvidence?: EvidenceClass;
  fileAddress?: Address;
  completionRoutine?: Address;
  /**
   * It belongs to the driver above.
   */
  completionRoutineName?: string;
}
/**
 * Threads that have the same stack, the largest group first.
 */
export interface StackGroup {
  count: number;
  simulated?: boolean;
  /**
   * One line: how many threads, the function that waits, what it waits for, its holder, the longest wait.
   */
  overview?: string;
  /**
   * What the threads wait for, the most frequent first, at most eight; absent where no wait is known.
   */
  waitingFor?: string[];
  /**
   * The threads, processes or drivers that have what they wait for, at most eight.
   */
  heldBy?: string[];
  /**
   * The longest wait of the group, milliseconds.
   */
  longestWaitMs?: number;
  evidence?: EvidenceClass;
  heldByEvidence?: EvidenceClass;
  threads: StackGroupMember[];
  /**
   * The stack of the first thread, as WinDbg prints it.
   */
  stack: string[];
}
export interface StackGroupMember {
  path?: string;
  processId?: ProcessId;
  processName?: string;
  threadId?: ThreadId;
  objectAddress: Address;
}
/**
 * A lock in a dump with its owners and waiters. What the dump does not hold is absent.
 */
export interface KernelLock {
  /**
   * The dump; absent for live threads.
   */
  path?: string;
  /**
   * The dump is marked as written by a simulated machine.
   */
  simulated?: boolean;
  /**
   * The simulated machine.
   */
  machine?: string;
  /**
   * Equal for one lock in all dumps of one boot.
   */
  id: string;
  /**
   * Resource (ERESOURCE), PushLock, FastMutex, Mutant or FileLock.
   */
  kind: string;
  address?: Address;
  /**
   * `nt+0xc44bc0`, a symbol, or the file of the control block that it belongs to.
   */
  name?: string;
  nameEvidence?: EvidenceClass;
  /**
   * The file whose control block it belongs to.
   */
  fileName?: string;
  owners: KernelLockOwner[];
  /**
   * Whether the dump holds all owner entries of the lock.
   */
  ownersKnown: boolean;
  /**
   * The owners in words.
   */
  heldBy: string[];
  /**
   * Those that the dump shows.
   */
  waiters: KernelLockWaiter[];
  /**
   * Threads that wait for it: by the counts of the lock, or as many as are known.
   */
  waiterCount: number;
  sharedWaiterCount?: number;
  exclusiveWaiterCount?: number;
  /**
   * How often a thread had to wait for it since it was made.
   */
  contentionCount?: number;
  /**
   * A thread waits for it.
   */
  isContended: boolean;
  activeCount?: number;
  flags?: number;
  /**
   * Which layout of ERESOURCE: BeforeWindows10, Windows10Before1703 or Windows10Since1703.
   */
  era?: string;
  /**
   * The priority of a waiter that the lock notes.
   */
  waiterPriority?: number;
  /**
   * Whether a known waiter has that priority.
   */
  waiterPriorityAgrees?: boolean;
  /**
   * Blocks that waiters keep on their stacks, and those that these link to: locks of two dumps that share one are one lock.
   */
  waiterBlocks?: Address[];
  /**
   * ResourceList, WaiterPointer, Scan, WaitObject, WaiterRing.
   */
  foundBy: string[];
  /**
   * Where the offsets of the lock's fields come from: the Types of the very build, or a guarded Rule of public headers and measured builds. A lock of which only its waiters are in the dump is read by rules.
   */
  layoutSource?: 'DebuggerData' | 'Types' | 'Rule';
  evidence: EvidenceClass;
  /**
   * What the statement rests on.
   */
  basis: string;
}
export interface KernelLockOwner {
  /**
   * Thread or OwnerPointer (a value that a driver set, and no thread).
   */
  kind: string;
  thread?: KernelThread;
  pointer?: Address;
  /**
   * Exclusive or Shared.
   */
  access: string;
  /**
   * How often it has acquired the lock.
   */
  count?: number;
  evidence: EvidenceClass;
  /**
   * What the statement rests on.
   */
  basis: string;
}
export interface KernelLockWaiter {
  thread: KernelThread;
  /**
   * Exclusive or Shared.
   */
  access?: string;
  evidence: EvidenceClass;
  /**
   * What the statement rests on.
   */
  basis: string;
}
/**
 * One cause of waiting, and all threads behind it. Chains are ranked by the number of threads times the longest wait, deadlocks first.
 */
export interface WaitChain {
  /**
   * The dumps that the chain was found in; empty for live threads.
   */
  paths: string[];
  /**
   * A simulated machine wrote the dumps.
   */
  simulated?: boolean;
  /**
   * The simulated machine.
   */
  machine?: string;
  /**
   * 1 for the chain that holds up most.
   */
  rank: number;
  /**
   * One sentence: what holds everything up.
   */
  headline: string;
  evidence: EvidenceClass;
  /**
   * The whole answer as a person reads it, in lines of at most 78 characters. Names out of dumps are harmless in it.
   */
  lines: string[];
  /**
   * What is at the end of the chain.
   */
  rootKind:
    | 'Deadlock'
    | 'PendingIo'
    | 'ServerReply'
    | 'ProcessExit'
    | 'Running'
    | 'Ready'
    | 'Sleeping'
    | 'Suspended'
    | 'UserMode'
    | 'OwnerNotInDump'
    | 'OwnerPointer'
    | 'NoOwnerKnown'
    | 'WaitNotInDump'
    | 'NotWaiting';
  rootThread?: KernelThread;
  rootRequestAddress?: Address;
  /**
   * The driver that has the request.
   */
  rootDriver?: string;
  /**
   * The file that the request is about.
   */
  rootFileName?: string;
  rootProcessId?: ProcessId;
  rootProcessName?: string;
  /**
   * Threads of the chain.
   */
  threadCount: number;
  /**
   * Threads of the dumps, those that do not wait included.
   */
  totalThreadCount?: number;
  /**
   * Threads of the dumps that run on a processor.
   */
  runningThreadCount?: number;
  /**
   * Threads of the dumps that could run and have no processor.
   */
  readyThreadCount?: number;
  /**
   * Work queues of the kernel in a dump of whole pages; absent where no dump holds them.
   */
  workQueueCount?: number;
  /**
   * Threads that serve these queues.
   */
  workerCount?: number;
  /**
   * Those of them that wait for work.
   */
  idleWorkerCount?: number;
  /**
   * From before the capture where a manifest has it.
   */
  longestWaitMs?: number;
  isDeadlock: boolean;
  /**
   * A deadlock that a timeout of one of its threads will break.
   */
  brokenByTimeout?: boolean;
  /**
   * Those that wait longest first.
   */
  threads: KernelThread[];
  /**
   * The levels of the chain, from the waiters to the root.
   */
  links: WaitChainLink[];
  /**
   * Of a deadlock: each thread with what it waits for.
   */
  cycle?: WaitCycleStep[];
  /**
   * The statements behind the headline, each with how it is known.
   */
  explanation: WaitStatement[];
  /**
   * Known ways to hang that the chain shows. Their texts are of class Pattern.
   */
  signatures: HangSignature[];
  nextSteps: string[];
  /**
   * What the dumps do not show about this chain.
   */
  notKnown: string[];
  /**
   * Owners that no dump contains: what to capture next.
   */
  missingThreads: KernelThread[];
  /**
   * Stacks of the threads that decide: of a deadlock all of its threads, else one waiter of each level and the thread at the end. At most 32, those next to the end.
   */
  stacks?: WaitChainStack[];
  /**
   * More threads wait behind this cause, or hold what they wait for, than are listed.
   */
  isCut?: boolean;
}
export interface WaitChainLink {
  /**
   * In words.
   */
  waitsFor: string;
  /**
   * What is waited for.
   */
  kind: 'Lock' | 'Request' | 'Thread' | 'Process' | 'Object';
  address?: Address;
  lockId?: string;
  fileName?: string;
  waiterCount: number;
  waiters: KernelThread[];
  /**
   * Threads that hold the lock.
   */
  heldBy: KernelThread[];
  longestWaitMs?: number;
  /**
   * Where the threads do not wait: what they do while their request is not finished.
   */
  activity?: 'Running' | 'Ready' | 'Ended';
  evidence: EvidenceClass;
  basis: string;
}
export interface WaitCycleStep {
  thread: KernelThread;
  waitsFor: string;
  lockId?: string;
  evidence: EvidenceClass;
}
export interface WaitStatement {
  text: string;
  evidence: EvidenceClass;
  basis?: string;
}
export interface HangSignature {
  id: string;
  meaning: string;
  next: string;
  source: string;
  frames?: string[];
}
export interface WaitChainStack {
  thread: KernelThread;
  /**
   * Holder, Waiter or Cycle.
   */
  role?: string;
  /**
   * Innermost first; a mark `?` is a guess.
   */
  frames: string[];
}
/**
 * A structure, union or enumeration of an image of a dump, as the PDB of exactly this image describes it; with an address, the values that the dump holds there.
 */
export interface KernelType {
  /**
   * The dump.
   */
  path: string;
  /**
   * The dump is marked as written by a simulated machine.
   */
  simulated?: boolean;
  /**
   * `nt!_KTHREAD`.
   */
  name: string;
  module: string;
  typeName: string;
  kind: 'Structure' | 'Union' | 'Enum';
  /**
   * Bytes.
   */
  size: number;
  address?: Address;
  /**
   * Bytes of the object, from its start, that the dump holds in one piece.
   */
  storedBytes?: number;
  /**
   * In the order of the PDB; absent where only names were asked for.
   */
  members?: KernelTypeMember[];
  /**
   * Of an enumeration.
   */
  enumerators?: KernelTypeEnumerator[];
  /**
   * False when the type has more members than are listed here.
   */
  complete?: boolean;
  pdb: PdbIdentity;
}
export interface KernelTypeMember {
  /**
   * From the outermost structure on: `Tcb.Header.Type`, `WaitBlock[2].Object`.
   */
  name: string;
  /**
   * 0 for a member of the type itself, one more in each structure inside.
   */
  level: number;
  /**
   * Bytes from the start of the outermost structure; of a bit field, to the integer that holds it.
   */
  offset: number;
  /**
   * In the words of the debuggers: `Uint4B`, `Ptr64 _EPROCESS`, `[4] _KWAIT_BLOCK`, `Pos 2, 1 Bit`.
   */
  type: string;
  /**
   * Bytes; absent for a bit field and where the PDB does not give it.
   */
  size?: number;
  /**
   * Of a bit field, its lowest bit.
   */
  bitPosition?: number;
  /**
   * Of a bit field, its number of bits.
   */
  bitLength?: number;
  /**
   * A number as debuggers write it: `0x1f`, `-1`; an address has 16 digits. Absent for structures and arrays, and where the dump does not hold it.
   */
  value?: string;
  /**
   * What the value means: the name of an enumerator, the letters of a text, the two ends of a list entry.
   */
  text?: string;
  /**
   * What debuggers print behind the name: value and meaning, else the type; `???` for memory that the dump does not hold.
   */
  shown: string;
}
export interface KernelTypeEnumerator {
  name: string;
  /**
   * Decimal.
   */
  value: string;
}
/**
 * A live kernel dump that was written and verified.
 */
export interface LiveDump {
  machine: MachineName;
  simulated: boolean;
  computerName?: string;
  windowsBuild?: number;
  path: string;
  size: number;
  scope: 'Full' | 'ThreadStacks';
  /**
   * Windows had not enough free memory for everything and reported it (status 0x00000105): pages are missing.
   */
  partial: boolean;
  /**
   * Pages of physical memory in the file.
   */
  pages: number;
  includesUserMemory?: boolean;
  includesHypervisor?: boolean;
  includesNonEssentialHypervisor?: boolean;
  abortOnMemoryPressure?: boolean;
  bugCheckCode?: string;
  bugCheckParameters?: Address[];
  ntStatus?: NtStatus;
  /**
   * The file on the disk passed every check that decides.
   */
  verified: boolean;
  checks: LiveCheck[];
  /**
   * How long each phase took. Quiesce is all the time in which the processors were held, and is part of the others.
   */
  phases: LivePhaseDuration[];
  /**
   * Where the phases are known from: the events of the kernel, or the growth of the file.
   */
  phaseSource: 'Events' | 'FileGrowth';
  /**
   * The kernel's own estimate before it began, from its events.
   */
  estimatedBytes?: number;
  elapsedMs: number;
  createdTime: Time;
  tracePath?: string;
  traceEvents?: number;
  lostTraceEvents?: number;
  /**
   * What to do with the file.
   */
  nextSteps?: string[];
}
export interface LiveCheck {
  check: string;
  passed: boolean;
  detail?: string;
}
export interface LivePhaseDuration {
  phase: string;
  durationMs: number;
}
/**
 * A live dump that would be taken.
 */
export interface LivePlan {
  machine: MachineName;
  simulated: boolean;
  path: string;
  scope: 'Full' | 'ThreadStacks';
  /**
   * A rough estimate of the file's size.
   */
  estimatedBytes: number;
  /**
   * Free space of the volume.
   */
  freeBytes?: number;
  /**
   * The kernel copies into free memory first.
   */
  availableMemoryBytes?: number;
  warnings?: string[];
}
/**
 * One event of the provider Microsoft-Windows-Kernel-LiveDump.
 */
export interface LiveTraceEvent {
  machine: MachineName;
  simulated: boolean;
  /**
   * Seconds since the trace began, all seven decimals.
   */
  relativeTime: string;
  time: Time;
  id: number;
  version: number;
  task?: string;
  opcode?: string;
  phase?: string;
  /**
   * The payload, named as in the provider's manifest.
   */
  fields?: {
    [k: string]: string | number;
  };
  text: string;
  /**
   * Bytes of the payload that no known field explains, as hex digits.
   */
  data?: string;
  processId?: ProcessId;
  threadId?: ThreadId;
}
/**
 * What is written beside a set of triage dumps (`*.ktriage.json`): everything that the dumps themselves cannot hold.
 */
export interface CaptureManifest {
  /**
   * Version of this format.
   */
  manifest: 1;
  /**
   * The program that wrote it, for example `ktriage 0.1.0`.
   */
  product: string;
  createdTime: Time;
  afterTime?: Time;
  /**
   * The capture of this set was ended from outside: what is here was read from its journal, and threads may be missing.
   */
  interrupted?: boolean;
  /**
   * How many threads the capture was asked for.
   */
  requestedCount?: number;
  machine: ManifestMachine;
  dumps: ManifestDump[];
  threads: CapturedThread[];
  /**
   * Threads of the captured processes, and of System, that were not asked for. By their addresses a reader names the owner of a lock that no dump of the set contains. Their number is limited.
   */
  otherThreads?: ManifestThread[];
  drivers: ManifestDriver[];
  failures?: ManifestFailure[];
}
export interface ManifestMachine {
  name: MachineName;
  simulated: boolean;
  computerName: string;
  windowsBuild: number;
  architecture: string;
  logicalProcessors: number;
}
export interface ManifestDump {
  /**
   * Name in the same folder.
   */
  fileName: string;
  size: number;
  batch: number;
  processId: ProcessId;
  processName: string;
  threadIds: ThreadId[];
  captureMs: number;
}
export interface ManifestThread {
  objectAddress: Address;
  processId: ProcessId;
  processName: string;
  threadId: ThreadId;
  createTimeRaw: FileTime;
}
export interface ManifestDriver {
  name: string;
  path: string;
  base?: Address;
  imageSize: number;
  timeDateStamp?: number;
  checkSum?: number;
  pdb?: PdbIdentity;
}
export interface ManifestFailure {
  code: string;
  message: string;
  ntStatus?: NtStatus;
}
export interface RecordMessage {
  kind: 'record';
  /**
   * Names the schema of `value`.
   */
  type: string;
  value: {};
}
export interface ProgressMessage {
  kind: 'progress';
  activity: string;
  status?: string;
  percent?: number;
  done?: boolean;
}
export interface WarningMessage {
  kind: 'warning';
  message: string;
  target?: string;
}
export interface ErrorMessage {
  kind: 'error';
  code: string;
  message: string;
  advice: string;
  target?: string;
  ntStatus?: NtStatus;
  ntStatusName?: string;
  offset?: number;
  field?: string;
}
export interface EndMessage {
  kind: 'end';
  records: number;
  warnings: number;
  errors: number;
  exitCode: number;
}
/**
 * A place where this executable looks for its native library, in the order in which it looks.
 */
export interface NativeLibrary {
  /**
   * Beside the executable; under Program Files, which an elevated process uses; or in the local application data of the account, which no elevated process uses.
   */
  place: 'BesideExecutable' | 'AllUsers' | 'CurrentUser';
  /**
   * The file.
   */
  path: string;
  /**
   * Ready: the library that this executable was built with. Missing: no such file. Different: a file of other content. Refused: a link, or a place that cannot be looked at; see reason.
   */
  state: 'Ready' | 'Missing' | 'Different' | 'Refused';
  /**
   * Why the place is refused.
   */
  reason?: string;
  /**
   * Whether this executable loads the library from here.
   */
  isUsed: boolean;
  /**
   * The SHA-256 of the only library that this executable loads.
   */
  sha256: string;
  /**
   * The version of that library.
   */
  version: string;
  /**
   * What was done to this place.
   */
  action: 'None' | 'Installed' | 'Removed';
}
/**
 * One thing that a capture depends on, as it is on this machine.
 */
export interface ReadinessCheck {
  machine: MachineName;
  simulated: boolean;
  computerName?: string;
  /**
   * Stable; new checks may be added.
   */
  name: string;
  /**
   * Pass, Warn (works, with a limit), Fail (stops a capture), or Unknown (could not be found out).
   */
  status: string;
  /**
   * What was found and what follows from it.
   */
  meaning: string;
  /**
   * What to do; absent where nothing is to be done.
   */
  advice?: string;
  /**
   * What was measured.
   */
  value?: string;
}
/**
 * Dumps, or threads of the live machine, to explain why threads are stuck.
 */
export interface ChainsRequest {
  /**
   * @minItems 1
   * @maxItems 100000
   */
  paths?: [string, ...string[]];
  /**
   * Live threads: captured into temporary dumps that exist in memory alone.
   *
   * @maxItems 100000
   */
  threads?: ThreadReference[];
  threadIds?: ThreadId[];
  /**
   * Only the threads with these object addresses.
   */
  objectAddresses?: Address[];
  /**
   * In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  /**
   * Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.
   */
  imagePath?: string;
  /**
   * Deadlocks alone.
   */
  deadlock?: boolean;
  /**
   * At most so many chains; a warning counts the rest.
   */
  top?: number;
  /**
   * Threads that nothing waits behind too, also where that is how threads wait for work.
   */
  includeLone?: boolean;
  /**
   * Only chains with a longest wait at least so old. A chain of unknown age is left out.
   */
  minimumWaitMs?: number;
  /**
   * Of live threads: threads that hold what they wait for and were not asked for are captured too, in at most three rounds.
   */
  captureBlockers?: boolean;
  /**
   * Files of signatures beside the known ones; one of the same id replaces it.
   *
   * @maxItems 100
   */
  signaturePaths?: string[];
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Triage dumps for which to derive debugger commands.
 */
export interface CommandsRequest {
  /**
   * @minItems 1
   * @maxItems 100000
   */
  paths: [string, ...string[]];
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Two looks at one machine, to find what became of each thread in between.
 */
export interface CompareRequest {
  /**
   * The earlier look: dump files, manifests of sets, or folders with dumps.
   *
   * @minItems 1
   * @maxItems 100000
   */
  reference?: [string, ...string[]];
  /**
   * The later look, in the same forms. Absent with `live`.
   *
   * @minItems 1
   * @maxItems 100000
   */
  difference?: [string, ...string[]];
  /**
   * Take the later look now, at the live threads of the reference, through captures that exist in memory alone.
   */
  live?: boolean;
  /**
   * Only the threads of the reference with these object addresses.
   *
   * @maxItems 100000
   */
  referenceAddresses?: Address[];
  /**
   * Only the threads of the difference with these object addresses.
   *
   * @maxItems 100000
   */
  differenceAddresses?: Address[];
  /**
   * Threads of the earlier look that are in no file: as a listing or a live stack gave them.
   *
   * @minItems 1
   * @maxItems 100000
   */
  referenceThreads?: [ThreadLook, ...ThreadLook[]];
  /**
   * The same of the later look.
   *
   * @minItems 1
   * @maxItems 100000
   */
  differenceThreads?: [ThreadLook, ...ThreadLook[]];
  /**
   * Only threads with these verdicts.
   *
   * @maxItems 7
   */
  verdicts?: ('Stuck' | 'StuckExceptCapture' | 'Slow' | 'Moved' | 'Gone' | 'New' | 'Unknown')[];
  /**
   * Workers without work at both looks too.
   */
  includeIdle?: boolean;
  /**
   * In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  /**
   * Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.
   */
  imagePath?: string;
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * An operation of the DSC resource KernelTriage/KernelDumpReadiness.
 */
export interface DscRequest {
  operation: 'get' | 'set' | 'test' | 'whatif' | 'export';
  instance?: DumpReadiness;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Dump files to list the processes of.
 */
export interface DumpProcessesRequest {
  /**
   * @minItems 1
   * @maxItems 100000
   */
  paths: [string, ...string[]];
  /**
   * Where the PDB of the kernel is looked for, whose types place the fields of its objects; in the syntax of _NT_SYMBOL_PATH, instead of that variable. Servers that it names are asked; those of the variable are not.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  /**
   * Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.
   */
  imagePath?: string;
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Dump files to list the threads of.
 */
export interface DumpThreadsRequest {
  /**
   * @minItems 1
   * @maxItems 100000
   */
  paths: [string, ...string[]];
  /**
   * Only threads of these processes.
   *
   * @maxItems 10000
   */
  processIds?: ProcessId[];
  /**
   * Where the PDB of the kernel is looked for, whose types place the fields of its objects; in the syntax of _NT_SYMBOL_PATH, instead of that variable. Servers that it names are asked; those of the variable are not.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  /**
   * Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.
   */
  imagePath?: string;
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Dump files to read.
 */
export interface DumpRequest {
  /**
   * @minItems 1
   * @maxItems 100000
   */
  paths: [string, ...string[]];
  /**
   * Every header field with its offset.
   */
  raw?: boolean;
  /**
   * Leave out what names persons and machines: folders of paths, the comment, the raw header and the product of the maker.
   */
  redact?: boolean;
  /**
   * Where the PDB of the kernel is looked for, whose types place the fields of its objects; in the syntax of _NT_SYMBOL_PATH, instead of that variable. Servers that it names are asked; those of the variable are not.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  /**
   * Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.
   */
  imagePath?: string;
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Dumps, live threads, or records of earlier answers, and the format to write them in.
 */
export interface ExportRequest {
  /**
   * @minItems 1
   * @maxItems 100000
   */
  paths?: [string, ...string[]];
  /**
   * Live threads: captured into temporary dumps that exist in memory alone.
   *
   * @maxItems 100000
   */
  threads?: ThreadReference[];
  threadIds?: ThreadId[];
  /**
   * Only the threads with these object addresses.
   */
  objectAddresses?: Address[];
  /**
   * Records of earlier answers, as the lines of NDJSON have them: KernelStack, StackGroup and WaitChain. Keys may begin with a capital.
   *
   * @maxItems 1000000
   */
  records?: ExportRecord[];
  /**
   * What to write; without it the extension of the file decides. Folded, Speedscope and Pprof are stacks with weights; Dot and Mermaid the graph of waits; Html, Text and Json everything.
   */
  format?: 'Html' | 'Speedscope' | 'Folded' | 'Pprof' | 'Dot' | 'Mermaid' | 'Text' | 'Json';
  /**
   * What a stack counts in Folded and Html, and which of the two measures Speedscope and Pprof show first: threads, or milliseconds that they have waited.
   */
  weight?: 'Thread' | 'WaitTime';
  /**
   * Leave out workers without work.
   */
  excludeIdle?: boolean;
  /**
   * Leave out names of computers, users, paths and files: each is a word and a number instead. Names of processes, drivers and functions stay.
   */
  redact?: boolean;
  /**
   * The file to write; without it the export goes to standard output.
   */
  output?: string;
  /**
   * Replace a file of this name.
   */
  force?: boolean;
  /**
   * Accounts that may read the files: Administrators, SYSTEM and the owner, or those of the folder.
   */
  acl?: 'Restricted' | 'Inherit';
  /**
   * In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  /**
   * Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.
   */
  imagePath?: string;
  /**
   * Files of signatures beside the known ones; one of the same id replaces it.
   *
   * @maxItems 100
   */
  signaturePaths?: string[];
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
export interface ExportRecord {
  type: 'KernelStack' | 'WaitChain';
  value: {};
}
/**
 * The dumps of many computers, to find what they wait for together.
 */
export interface FleetRequest {
  /**
   * Folders: one with dumps is a computer, and so is each folder in a folder. Files belong to the computer that their folder is named after.
   *
   * @minItems 1
   * @maxItems 100000
   */
  paths?: [string, ...string[]];
  /**
   * Dumps by the name of the computer, instead of folders.
   *
   * @maxItems 100000
   */
  computers?: FleetComputer[];
  /**
   * Computers that were looked at and had nothing to capture: they count among all.
   *
   * @maxItems 100000
   */
  idleComputers?: string[];
  /**
   * Computers that did not answer.
   *
   * @maxItems 100000
   */
  silentComputers?: string[];
  /**
   * At most so many causes; a warning counts the rest.
   */
  top?: number;
  /**
   * Only chains with a longest wait at least so old. A chain of unknown age is left out.
   */
  minimumWaitMs?: number;
  /**
   * In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  /**
   * Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.
   */
  imagePath?: string;
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
export interface FleetComputer {
  name: string;
  /**
   * @maxItems 100000
   */
  paths: string[];
}
/**
 * Dumps, or threads of the live machine, of which to list the I/O requests that are not finished.
 */
export interface IoRequest {
  /**
   * @minItems 1
   * @maxItems 100000
   */
  paths?: [string, ...string[]];
  /**
   * Live threads: captured into temporary dumps that exist in memory alone.
   *
   * @maxItems 100000
   */
  threads?: ThreadReference[];
  threadIds?: ThreadId[];
  /**
   * Only the threads with these object addresses.
   */
  objectAddresses?: Address[];
  /**
   * In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  /**
   * Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.
   */
  imagePath?: string;
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * A live kernel dump to take: the kernel's memory of the running machine, in one file.
 */
export interface LiveDumpRequest {
  /**
   * The file to write, on a local volume, in a folder that exists.
   */
  path: string;
  /**
   * `Full`: the kernel's memory. `ThreadStacks`: the kernel stacks of all threads alone; small, needs Windows 11 or later.
   */
  scope?: 'Full' | 'ThreadStacks';
  /**
   * Also pages of processes; before Windows 11 22H2 only where kernel debugging is on.
   */
  includeUserMemory?: boolean;
  /**
   * Also pages of the hypervisor.
   */
  includeHypervisor?: boolean;
  /**
   * Also the hypervisor pages that Windows leaves out by default; Windows 11 or later.
   */
  includeNonEssentialHypervisor?: boolean;
  /**
   * Give up when memory becomes short, instead of making it shorter; Windows 10 1803 or later.
   */
  abortOnMemoryPressure?: boolean;
  /**
   * 0x161 (LIVE_DUMP) when absent.
   */
  bugCheckCode?: number;
  /**
   * BugCheckParameter1 to 4; absent ones are zero. When the list is absent, the first spells `ktriage`.
   *
   * @maxItems 4
   */
  bugCheckParameters?: Address[];
  /**
   * Cancel after this time.
   */
  timeLimitSeconds?: number;
  /**
   * While Windows takes another live dump, try again for so long.
   */
  waitSeconds?: number;
  /**
   * One LiveTraceEvent for each event of the capture, and a listing of them beside the dump.
   */
  trace?: boolean;
  /**
   * Overwrite the file, and capture although less space or memory is free than estimated or a setting turns live dumps off, or to a network share.
   */
  force?: boolean;
  /**
   * Accounts that may read the file: Administrators, SYSTEM and the owner, or those of the folder.
   */
  acl?: 'Restricted' | 'Inherit';
  /**
   * Check everything, report what would be done, touch nothing.
   */
  planOnly?: boolean;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Dumps, or threads of the live machine, of which to list the locks.
 */
export interface LocksRequest {
  /**
   * @minItems 1
   * @maxItems 100000
   */
  paths?: [string, ...string[]];
  /**
   * Live threads: captured into temporary dumps that exist in memory alone.
   *
   * @maxItems 100000
   */
  threads?: ThreadReference[];
  threadIds?: ThreadId[];
  /**
   * Only the threads with these object addresses.
   */
  objectAddresses?: Address[];
  /**
   * In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  /**
   * Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.
   */
  imagePath?: string;
  /**
   * Only locks that a thread waits for.
   */
  contended?: boolean;
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Memory to read from dump files.
 */
export interface MemoryRequest {
  /**
   * @minItems 1
   * @maxItems 100000
   */
  paths: [string, ...string[]];
  /**
   * Where to start, for each stretch: hex digits, with or without 0x, or as WinDbg prints an address. Physical with `physical`.
   *
   * @minItems 1
   * @maxItems 100000
   */
  addresses: [string, ...string[]];
  /**
   * Bytes to read from each address; 256 when absent.
   */
  length?: number;
  /**
   * The addresses are physical ones.
   */
  physical?: boolean;
  /**
   * Use the page tables of a process, as `dump-processes` lists it, instead of the kernel's.
   */
  directoryTableBase?: string;
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * An operation on the native library that the executable carries.
 */
export interface NativeRequest {
  /**
   * What to do; `show` when absent.
   */
  operation?: 'show' | 'install' | 'remove';
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Check what would stop a capture on this machine.
 */
export interface ReadinessRequest {
  /**
   * The folder that dumps are meant for; its volume is looked at. The temporary folder when absent.
   */
  destination?: string;
  /**
   * Also capture threads of one process, read them back, and compare with what is not proved of this Windows.
   */
  selfTest?: boolean;
  /**
   * Write everything that was found into this new file, to attach to an issue.
   */
  reportPath?: string;
  /**
   * Answer by the exit code as well: 7 where a check fails, 0 where none does.
   */
  exitCode?: boolean;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Addresses to name, or names to find, in the images of a dump.
 */
export interface ResolveRequest {
  /**
   * @minItems 1
   * @maxItems 100000
   */
  paths: [string, ...string[]];
  /**
   * @maxItems 100000
   */
  addresses?: string[];
  /**
   * `module!name` or a bare name; `*` in the name matches any text.
   *
   * @maxItems 1000
   */
  names?: string[];
  /**
   * In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  /**
   * Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.
   */
  imagePath?: string;
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Which schema to print.
 */
export interface SchemaRequest {
  name?: string;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Dumps, or threads of the live machine, of which to walk and name the kernel stacks.
 */
export interface StacksRequest {
  /**
   * @minItems 1
   * @maxItems 100000
   */
  paths?: [string, ...string[]];
  /**
   * Live threads: captured into temporary dumps that exist in memory alone.
   *
   * @maxItems 100000
   */
  threads?: ThreadReference[];
  threadIds?: ThreadId[];
  /**
   * Only the threads with these object addresses.
   */
  objectAddresses?: Address[];
  /**
   * In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  /**
   * Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.
   */
  imagePath?: string;
  /**
   * Keep the frames of the APC by which the capture itself runs in the thread.
   */
  includeCaptureFrames?: boolean;
  /**
   * Give each frame the registers that the unwind data recovered.
   */
  includeRegisters?: boolean;
  /**
   * Give each stack the kernel objects that its words and registers point to.
   */
  includeMentions?: boolean;
  /**
   * Give each stack what its thread waits for and its holder. Triage dumps, live threads and groups have that unless this is false; the stacks of a dump of whole pages only when it is true, because all threads of the dump are explained for it.
   */
  includeWaits?: boolean;
  /**
   * Guess where unwind data is missing; guesses are marked.
   */
  scan?: boolean;
  /**
   * Give groups of equal stacks instead of stacks: by functions, exact addresses, images, or the functions of the innermost frames.
   */
  groupBy?: 'Symbol' | 'Address' | 'Module' | 'Top';
  /**
   * How many frames count with groupBy Top.
   */
  topFrames?: number;
  /**
   * Give one tree of all stacks instead of stacks, with the number of threads at each branch.
   */
  tree?: boolean;
  /**
   * At most so many frames of those that are shown: the capture's own count only where they are included.
   */
  maxFrames?: number;
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Which threads of live processes to list. Without a selection: all.
 */
export interface ThreadsRequest {
  /**
   * @maxItems 100000
   */
  processIds?: ProcessId[];
  /**
   * Process names; `*` and `?` are wildcards, case does not matter, `.exe` may be left out.
   *
   * @maxItems 1000
   */
  names?: string[];
  /**
   * @maxItems 100000
   */
  threadIds?: ThreadId[];
  /**
   * Thread states by name, for example Wait; `*` and `?` are wildcards.
   */
  states?: string[];
  /**
   * Wait reasons by name, for example WrResource; `*` and `?` are wildcards.
   */
  waitReasons?: string[];
  /**
   * `full` opens each thread for its kernel object address, name and pending I/O; `snapshot` takes one system call and opens nothing.
   */
  details?: 'full' | 'snapshot';
  /**
   * Compare the order of the Native API with that of the Tool Help library.
   */
  verifyOrder?: boolean;
  /**
   * Walk the user-mode stack of each thread; the thread is suspended while its stack is copied.
   */
  includeUserStack?: boolean;
  /**
   * With includeUserStack: where PDBs are, in the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Threads to capture into kernel triage dumps.
 */
export interface TriageRequest {
  /**
   * An existing folder.
   */
  destination?: string;
  /**
   * @maxItems 100000
   */
  threads?: ThreadReference[];
  /**
   * Processes of which every thread is captured.
   *
   * @maxItems 10000
   */
  processIds?: ProcessId[];
  maxThreadsPerDump?: number;
  /**
   * At most 10 threads a dump.
   */
  unattended?: boolean;
  bugCheckCode?: number;
  /**
   * The content of BugCheckParameter1 to 4 of each dump: the first four thread object addresses; the process id, the batch number and the first two addresses; or nothing.
   */
  bugCheckParameter?: 'Address' | 'ProcessAndAddress' | 'None';
  /**
   * File name template with tokens in braces: {process} {pid} {date} {time} {batch} {count} {tid} {address} {machine}.
   */
  name?: string;
  /**
   * Overwrite files that are there.
   */
  force?: boolean;
  /**
   * Accounts that may read the files: Administrators, SYSTEM and the owner, or those of the folder.
   */
  acl?: 'Restricted' | 'Inherit';
  /**
   * Write a JSON manifest beside the dumps.
   */
  manifest?: boolean;
  /**
   * Write the debugger commands for each dump beside it.
   */
  debuggerCommands?: boolean;
  timeLimitSeconds?: number;
  /**
   * Which threads get a record of their own: all of them, or those alone that no dump holds, because a dump lists its own.
   */
  threadRecords?: 'All' | 'Missing';
  /**
   * Report what would be captured, touch nothing.
   */
  planOnly?: boolean;
  /**
   * Capture so many times, and compare each capture with the one before (`ThreadComparison`, `ComparisonSummary`).
   */
  repeat?: number;
  /**
   * Seconds between the end of a capture and the next one; 10 where nothing is given.
   */
  intervalSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Structures, unions and enumerations of the images of a dump, as their PDBs describe them, and with addresses the values that the dump holds.
 */
export interface TypesRequest {
  /**
   * @minItems 1
   * @maxItems 100000
   */
  paths: [string, ...string[]];
  /**
   * `module!type`, or a type alone, which is one of the kernel. `*` in the type matches any text and gives names without members.
   *
   * @minItems 1
   * @maxItems 1000
   */
  names: [string, ...string[]];
  /**
   * Where objects of these types are: each member is given with its value.
   *
   * @maxItems 100000
   */
  addresses?: string[];
  /**
   * Which members of the type; `*` matches any text. All unless given.
   *
   * @maxItems 1000
   */
  members?: string[];
  /**
   * Levels of structures that are opened: 1, which is the default, for the members of the type alone.
   */
  depth?: number;
  /**
   * In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  /**
   * Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.
   */
  imagePath?: string;
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * No properties of its own.
 */
export interface VersionRequest {
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * Dumps, or threads of the live machine, to find what they wait for.
 */
export interface WaitsRequest {
  /**
   * @minItems 1
   * @maxItems 100000
   */
  paths?: [string, ...string[]];
  /**
   * Live threads: captured into temporary dumps that exist in memory alone.
   *
   * @maxItems 100000
   */
  threads?: ThreadReference[];
  threadIds?: ThreadId[];
  /**
   * Only the threads with these object addresses.
   */
  objectAddresses?: Address[];
  /**
   * In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.
   */
  symbolPath?: string;
  symbolCredentials?: SymbolCredentials;
  symbolCredentialFile?: SymbolCredentialFile;
  /**
   * Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.
   */
  imagePath?: string;
  /**
   * Only waits that are at least so old. A wait of unknown age is left out.
   */
  minimumWaitMs?: number;
  /**
   * Only waits for these reasons.
   *
   * @maxItems 100
   */
  reasons?: string[];
  /**
   * Workers without work too.
   */
  includeIdle?: boolean;
  /**
   * Reading ends after this time; records until then are whole.
   */
  timeLimitSeconds?: number;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input cancels.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * A watch over processes: what to wait for, and what to do when it comes.
 */
export interface WatchRequest {
  /**
   * Processes by id. They must be there when the watch begins.
   *
   * @maxItems 1000
   */
  processIds?: ProcessId[];
  /**
   * Process names; `*` and `?` are wildcards, case does not matter, `.exe` may be left out. A process that is not there yet is waited for. Without ids, names, services and pools every process is watched.
   *
   * @maxItems 100
   */
  names?: string[];
  /**
   * Services by name: the process of each, also after its restart.
   *
   * @maxItems 100
   */
  services?: string[];
  /**
   * IIS application pools by name: the worker processes of each, also after a recycling.
   *
   * @maxItems 100
   */
  applicationPools?: string[];
  /**
   * What to wait for. Each is looked for in each process.
   */
  conditions?: WatchCondition[];
  /**
   * How long a condition must hold, or a thread must have waited.
   */
  forSeconds?: number;
  /**
   * At least so many threads. The default depends on the condition; Count has none.
   */
  count?: number;
  /**
   * Wait reasons by name instead of those that the condition looks at; WaitReason needs them.
   *
   * @maxItems 100
   */
  waitReasons?: string[];
  /**
   * Time from one look to the next.
   */
  intervalMs?: number;
  /**
   * End after so long. Without it the watch ends when it is cancelled.
   */
  durationSeconds?: number;
  /**
   * End after the first condition that holds, and its capture.
   */
  once?: boolean;
  /**
   * Name of the watch, in its events and in the names of its sets. Two watches of one name do not share a folder.
   */
  name?: string;
  /**
   * Capture the threads that a condition is about, and those that hold them up.
   */
  capture?: boolean;
  /**
   * An existing folder. Each capture makes a folder of its own in it.
   */
  destination?: string;
  /**
   * No more captures than this by one watch.
   */
  maxCaptures?: number;
  /**
   * Time from the end of one capture to the next.
   */
  pauseSeconds?: number;
  /**
   * The sets of the watch take no more than this: the oldest is removed for a new one.
   */
  diskBudgetMiB?: number;
  /**
   * No capture while less memory than this is available.
   */
  minFreeMemoryPercent?: number;
  /**
   * A capture begins with so many threads at most, the longest wait first; threads that hold them up are added.
   */
  maxThreads?: number;
  /**
   * For the answer beside a capture: where PDBs are, in the syntax of _NT_SYMBOL_PATH.
   */
  symbolPath?: string;
  /**
   * Append the events as NDJSON to this file too. At 4 MiB it becomes `.old`, and a new one begins.
   */
  eventFile?: string;
  /**
   * Write the events to the Windows event log too: log Application, source KernelTriage.
   */
  eventLog?: boolean;
  machine?: MachineName;
  propertyCase?: PropertyCase;
  callerVersion?: CallerVersion;
  adviceFor?: AdviceFor;
  /**
   * Closing standard input ends the watch.
   */
  cancelOnEndOfInput?: boolean;
}
/**
 * A schema of the contract.
 */
export interface SchemaDocument {
  name: string;
  schema: {};
}
/**
 * One assumption about Windows that only a real capture can show, compared with one.
 */
export interface SelfTestResult {
  machine: MachineName;
  simulated: boolean;
  computerName?: string;
  windowsBuild?: number;
  /**
   * Stable; new assumptions may be added.
   */
  name: string;
  /**
   * Pass (as assumed), Warn (not as assumed, and nothing depends on it), Fail (not as assumed), or Unknown.
   */
  status: string;
  assumption: string;
  expected: string;
  observed?: string;
}
/**
 * Known ways in which threads hang: what a stack or an object fact looks like, what it means and what to look at next. A user's own file has the same form.
 */
export interface SignatureFile {
  $schema?: string;
  /**
   * @maxItems 4096
   */
  signatures: ({
    [k: string]: unknown;
  } & {
    /**
     * Stable name; a user's signature of the same name replaces the known one.
     */
    id: string;
    /**
     * Alternatives. Each lists functions from the innermost outward, as module!function; frames may come between. `*` is any text, and `{third-party}` a module that is not Microsoft's.
     *
     * @minItems 1
     * @maxItems 64
     */
    stacks?: [[string, ...string[]], ...[string, ...string[]][]];
    /**
     * Facts about the objects of the chain; all must hold.
     *
     * @minItems 1
     */
    facts?: [
      (
        | 'Deadlock'
        | 'Mutant'
        | 'NoServerThread'
        | 'OwnerPointer'
        | 'PendingRequest'
        | 'PnpRequest'
        | 'RequestAtFilterManager'
        | 'SharedBehindExclusiveWaiter'
        | 'SharedOwnersUpgrade'
        | 'StorageRequestOverAMinute'
        | 'Suspended'
        | 'ThreadOrProcessExit'
        | 'WorkersExhausted'
      ),
      ...(
        | 'Deadlock'
        | 'Mutant'
        | 'NoServerThread'
        | 'OwnerPointer'
        | 'PendingRequest'
        | 'PnpRequest'
        | 'RequestAtFilterManager'
        | 'SharedBehindExclusiveWaiter'
        | 'SharedOwnersUpgrade'
        | 'StorageRequestOverAMinute'
        | 'Suspended'
        | 'ThreadOrProcessExit'
        | 'WorkersExhausted'
      )[]
    ];
    /**
     * What a thread with such a stack waits for. The signature is not shown where its object is known to be another one of these.
     *
     * @minItems 1
     * @maxItems 16
     */
    awaits?: [
      (
        | 'AlpcReply'
        | 'FastMutex'
        | 'FileLock'
        | 'Mutant'
        | 'ProcessExit'
        | 'PushLock'
        | 'Queue'
        | 'Resource'
        | 'Suspension'
        | 'ThreadExit'
        | 'UserLock'
      ),
      ...(
        | 'AlpcReply'
        | 'FastMutex'
        | 'FileLock'
        | 'Mutant'
        | 'ProcessExit'
        | 'PushLock'
        | 'Queue'
        | 'Resource'
        | 'Suspension'
        | 'ThreadExit'
        | 'UserLock'
      )[]
    ];
    /**
     * Wait reasons of KTHREAD, one of which a thread with such a stack has. The signature is not shown where the reason is another one or is not known.
     *
     * @minItems 1
     * @maxItems 64
     */
    waitReasons?: [
      (
        | 'Executive'
        | 'FreePage'
        | 'PageIn'
        | 'PoolAllocation'
        | 'DelayExecution'
        | 'Suspended'
        | 'UserRequest'
        | 'WrExecutive'
        | 'WrFreePage'
        | 'WrPageIn'
        | 'WrPoolAllocation'
        | 'WrDelayExecution'
        | 'WrSuspended'
        | 'WrUserRequest'
        | 'WrEventPair'
        | 'WrQueue'
        | 'WrLpcReceive'
        | 'WrLpcReply'
        | 'WrVirtualMemory'
        | 'WrPageOut'
        | 'WrRendezvous'
        | 'WrKeyedEvent'
        | 'WrTerminated'
        | 'WrProcessInSwap'
        | 'WrCpuRateControl'
        | 'WrCalloutStack'
        | 'WrKernel'
        | 'WrResource'
        | 'WrPushLock'
        | 'WrMutex'
        | 'WrQuantumEnd'
        | 'WrDispatchInt'
        | 'WrPreempted'
        | 'WrYieldExecution'
        | 'WrFastMutex'
        | 'WrGuardedMutex'
        | 'WrRundown'
        | 'WrAlertByThreadId'
        | 'WrDeferredPreempt'
        | 'WrPhysicalFault'
        | 'WrIoRing'
        | 'WrMdlCache'
        | 'WrRcu'
      ),
      ...(
        | 'Executive'
        | 'FreePage'
        | 'PageIn'
        | 'PoolAllocation'
        | 'DelayExecution'
        | 'Suspended'
        | 'UserRequest'
        | 'WrExecutive'
        | 'WrFreePage'
        | 'WrPageIn'
        | 'WrPoolAllocation'
        | 'WrDelayExecution'
        | 'WrSuspended'
        | 'WrUserRequest'
        | 'WrEventPair'
        | 'WrQueue'
        | 'WrLpcReceive'
        | 'WrLpcReply'
        | 'WrVirtualMemory'
        | 'WrPageOut'
        | 'WrRendezvous'
        | 'WrKeyedEvent'
        | 'WrTerminated'
        | 'WrProcessInSwap'
        | 'WrCpuRateControl'
        | 'WrCalloutStack'
        | 'WrKernel'
        | 'WrResource'
        | 'WrPushLock'
        | 'WrMutex'
        | 'WrQuantumEnd'
        | 'WrDispatchInt'
        | 'WrPreempted'
        | 'WrYieldExecution'
        | 'WrFastMutex'
        | 'WrGuardedMutex'
        | 'WrRundown'
        | 'WrAlertByThreadId'
        | 'WrDeferredPreempt'
        | 'WrPhysicalFault'
        | 'WrIoRing'
        | 'WrMdlCache'
        | 'WrRcu'
      )[]
    ];
    /**
     * Ids of more general signatures, which are not shown beside this one.
     *
     * @maxItems 16
     */
    replaces?: string[];
    /**
     * The first Windows build whose functions have these names.
     */
    minimumBuild?: number;
    meaning: string;
    /**
     * What to look at next.
     */
    next: string;
    /**
     * Where this is documented or was seen.
     */
    source: string;
  })[];
}
/**
 * Stacks of threads merged into one tree: what threads have in common is there once, with their number.
 */
export interface StackTree {
  threadCount: number;
  simulated?: boolean;
  /**
   * What holds most threads up, one sentence each, the worst first.
   */
  answer: string[];
  /**
   * Depth first, the branch of most threads first.
   */
  nodes: StackTreeNode[];
  /**
   * The tree as a person reads it, from Group-KernelStack. Names in it are as the dump has them.
   */
  lines?: string[];
}
export interface StackTreeNode {
  /**
   * 0 for the outermost functions. The parent is the nearest node before with a smaller depth.
   */
  depth: number;
  /**
   * Threads whose stacks go through here.
   */
  count: number;
  /**
   * Functions that these threads call one after the other, the outermost first.
   */
  functions: string[];
  /**
   * Of the threads whose stacks end here.
   */
  threadIds?: ThreadId[];
  /**
   * What most of the threads that end here wait for.
   */
  waitingFor?: string;
  /**
   * The longest wait of those.
   */
  longestWaitMs?: number;
}
/**
 * An address of a dump and its name.
 */
export interface Symbol {
  path: string;
  address: Address;
  text: string;
  module?: string;
  symbol?: string;
  /**
   * From the symbol, else from the base of the module. Negative in a part of a function that was moved before it.
   */
  offset?: number;
  nameFrom?: string;
}
/**
 * What became of one thread between two looks.
 */
export interface ThreadComparison {
  simulated?: boolean;
  /**
   * The simulated machine.
   */
  machine?: string;
  processId?: ProcessId;
  processName?: string;
  threadId?: ThreadId;
  objectAddress?: Address;
  /**
   * Stuck (it did not run), StuckExceptCapture (it ran no more than the capture in between explains), Slow (it ran and is in the same functions), Moved, Gone, New, or Unknown (the looks do not show it).
   */
  verdict: string;
  /**
   * Why, in a sentence.
   */
  reason: string;
  /**
   * A worker without work at both looks: it has nothing to do.
   */
  isIdle: boolean;
  /**
   * Between the looks, with those of a capture in between.
   */
  contextSwitches?: number;
  /**
   * Of these, so many may be those of the capture itself.
   */
  captureSwitches?: number;
  /**
   * How often the thread ran by itself; of Slow.
   */
  switchesPerSecond?: number;
  /**
   * Between the end of the first look and the second one.
   */
  intervalMs?: number;
  /**
   * At the later look that shows the thread, as all below.
   */
  state?: string;
  waitReason?: string;
  /**
   * Before the look, which may begin the wait anew.
   */
  waitTimeMs?: number;
  /**
   * What it waits for, in one phrase.
   */
  waitingFor?: string;
  /**
   * Both looks show a wait for the same objects.
   */
  isSameWait?: boolean;
  heldBy?: string[];
  heldByEvidence?: EvidenceClass;
  /**
   * The function that waits.
   */
  doing?: string;
  requestAddress?: Address;
  /**
   * It has reached another driver in between.
   */
  hasRequestMoved?: boolean;
  requestEvidence?: EvidenceClass;
  queueAddress?: Address;
  /**
   * Work items that this queue finished between the looks.
   */
  queueItems?: number;
  /**
   * The frames as WinDbg prints them.
   */
  stack?: string[];
  /**
   * Equal for threads in the same functions.
   */
  key?: string;
  /**
   * The dump of the first look.
   */
  referencePath?: string;
  /**
   * That of the second look; absent for a live look.
   */
  differencePath?: string;
  referenceTime?: Time;
  differenceTime?: Time;
  evidence: EvidenceClass;
  /**
   * What the verdict rests on.
   */
  basis: string;
}
/**
 * A thread of a live process. A field that the source cannot give is absent.
 */
export interface Thread {
  machine: MachineName;
  simulated: boolean;
  computerName: string;
  processId: ProcessId;
  processName: string;
  sessionId?: number;
  processCreateTime?: Time;
  processCreateTimeRaw: FileTime;
  threadId: ThreadId;
  /**
   * The description that the program gave the thread.
   */
  name?: string;
  /**
   * Place in the kernel's list of the process, from 0.
   */
  ordinal: number;
  /**
   * KTHREAD_STATE with .NET spelling: Initialized, Ready, Running, Standby, Terminated, Wait, Transition, DeferredReady …; `State<n>` for a number without a name.
   */
  state?: string;
  /**
   * KWAIT_REASON by name, only while the state is Wait.
   */
  waitReason?: string;
  /**
   * Milliseconds since the thread began to wait.
   */
  waitTimeMs?: number;
  priority: number;
  basePriority: number;
  contextSwitches: number;
  kernelTimeMs: number;
  userTimeMs: number;
  createTime?: Time;
  createTimeRaw: FileTime;
  startAddress?: Address;
  win32StartAddress?: Address;
  tebAddress?: Address;
  stackBase?: Address;
  stackLimit?: Address;
  objectAddress?: Address;
  suspendCount?: number;
  ioPending?: boolean;
  lastSystemCall?: LastSystemCall;
  /**
   * User-mode frames, innermost first, with includeUserStack: module!symbol+0x1a. A leading `? ` marks a guess.
   */
  userStack?: string[];
  /**
   * With includeUserStack: Walked, or why there is no stack: Denied, Exited, Replaced, Wedged, NotAvailable.
   */
  userStackStatus?: string;
  /**
   * What opening the thread for a look gave: Query (all that a listing asks for), Limited (a protected thread, or one of another user), Denied, Exited, NotTried. A thread with less than Query cannot be captured.
   */
  access?: string;
  /**
   * Place in the Tool Help order, with verifyOrder; -1 when it is missing there.
   */
  toolHelpOrdinal?: number;
}
/**
 * A verified triage dump that was written.
 */
export interface TriageDump {
  machine: MachineName;
  simulated: boolean;
  computerName?: string;
  path: string;
  size: number;
  batch: number;
  /**
   * Of a repeated capture: which one, from 1.
   */
  round?: number;
  processId: ProcessId;
  processName: string;
  /**
   * The threads that this file holds.
   */
  threads: CapturedThread[];
  threadCount: number;
  requestedCount: number;
  /**
   * Each listed thread was found in the dump that the kernel returned, and the file on the disk was read back: it holds exactly those bytes.
   */
  verified: boolean;
  /**
   * How long the kernel took.
   */
  captureMs: number;
  createdTime: Time;
  bugCheckCode?: string;
  bugCheckParameters?: Address[];
  /**
   * The manifest of the set, beside its first dump: written when the set ends, so after this record. Absent where none was wanted.
   */
  manifestPath?: string;
  debuggerCommandsPath?: string;
}
/**
 * A batch that would be captured (nothing was touched).
 */
export interface TriagePlan {
  machine: MachineName;
  simulated: boolean;
  batch: number;
  processId: ProcessId;
  processName: string;
  threadIds: ThreadId[];
  path: string;
}
/**
 * What became of the threads of one process.
 */
export interface TriageSummary {
  machine: MachineName;
  simulated: boolean;
  processId: ProcessId;
  processName: string;
  requested: number;
  captured: number;
  didNotFit?: number;
  timedOut?: number;
  refused?: number;
  exited?: number;
  replaced?: number;
  failed?: number;
  notAttempted?: number;
  dumps: number;
  elapsedMs?: number;
  kernelMs?: number;
}
/**
 * What this executable is.
 */
export interface Version {
  version: string;
  contract: number;
  node: string;
  platform: string;
  koffi?: string;
  executable?: string;
}
/**
 * A caller's answer to a WatchSample, one line on standard input.
 */
export interface WatchAnswer {
  /**
   * Number of the look.
   */
  poll: number;
  /**
   * Places of the threads in the sample for which the condition holds.
   *
   * @maxItems 1000000
   */
  matched?: number[];
  /**
   * The condition could not be asked: the reason.
   */
  error?: string;
}
/**
 * Something that a watch has seen or done.
 */
export interface WatchEvent {
  machine: MachineName;
  simulated: boolean;
  computerName: string;
  /**
   * Name of the watch.
   */
  watch: string;
  event: WatchEventKind;
  /**
   * Number of the event in the Windows event log.
   */
  eventId: number;
  level: 'Information' | 'Warning' | 'Error';
  time: Time;
  /**
   * The event as one sentence or more.
   */
  message: string;
  /**
   * Of what could not be done: its code, as in the table of errors.
   */
  code?: string;
  /**
   * What to do about it.
   */
  advice?: string;
  condition?: WatchCondition;
  processId?: ProcessId;
  processName?: string;
  processCreateTimeRaw?: FileTime;
  /**
   * Threads that the condition is about.
   */
  threadCount?: number;
  /**
   * The first 64 of them, the longest wait first.
   *
   * @maxItems 64
   */
  threads?: WatchThread[];
  /**
   * How long the condition has held.
   */
  heldMs?: number;
  /**
   * Looks since the watch began.
   */
  polls?: number;
  /**
   * The folder of the set.
   */
  folder?: string;
  /**
   * The dumps of the set.
   */
  dumpPaths?: string[];
  /**
   * The answer as text.
   */
  answerPath?: string;
  /**
   * The answer as a page.
   */
  reportPath?: string;
  /**
   * The first cause in one sentence.
   */
  headline?: string;
  /**
   * How the headline is known.
   */
  evidence?: string;
  /**
   * Threads in the dumps.
   */
  capturedCount?: number;
  /**
   * Threads among them that were added because they hold others up.
   */
  blockerCount?: number;
}
export interface WatchThread {
  threadId: ThreadId;
  createTimeRaw: FileTime;
  state: string;
  waitReason?: string;
  /**
   * How long it has waited without being switched to, as far as the watch has seen.
   */
  waitTimeMs?: number;
  contextSwitches: number;
}
/**
 * The threads of the watched processes at one look, for a caller that decides itself: it answers with one line on standard input.
 */
export interface WatchSample {
  /**
   * Number of the look.
   */
  poll: number;
  threads: Thread[];
}
/**
 * A watch that the task scheduler of Windows runs.
 */
export interface WatchTask {
  /**
   * Name of the watch, and of its task.
   */
  watchName: string;
  /**
   * The folder of the task scheduler.
   */
  taskPath: string;
  /**
   * What the task scheduler shows: Ready, Running, Disabled. Absent before the task is registered.
   */
  state?: string;
  /**
   * The account that it runs as: SYSTEM with the one privilege that captures need, or LOCAL SERVICE for a watch that captures nothing.
   */
  account: string;
  /**
   * The program that it runs.
   */
  executable: string;
  /**
   * The command line behind the program.
   */
  arguments: string;
  /**
   * The folder of its sets.
   */
  destination?: string;
  lastRunTime?: Time;
  /**
   * The exit code of its last run; 267009 while it runs.
   */
  lastResult?: number;
  /**
   * The definition of the task.
   */
  xml: string;
}

/**
 * The records that ktriage writes, by the `type` of their lines.
 */
export interface Records {
  CapturedThread: CapturedThread;
  ComparisonSummary: ComparisonSummary;
  ComputerCapture: ComputerCapture;
  DebuggerCommand: DebuggerCommand;
  Dump: Dump;
  DumpMemory: DumpMemory;
  DumpProcess: DumpProcess;
  DumpReadiness: DumpReadiness;
  DumpThread: DumpThread;
  ExportedFile: ExportedFile;
  FleetCause: FleetCause;
  KernelLock: KernelLock;
  KernelStack: KernelStack;
  KernelType: KernelType;
  KernelWait: KernelWait;
  LiveDump: LiveDump;
  LivePlan: LivePlan;
  LiveTraceEvent: LiveTraceEvent;
  NativeLibrary: NativeLibrary;
  PendingIo: PendingIo;
  ReadinessCheck: ReadinessCheck;
  SchemaDocument: SchemaDocument;
  SelfTestResult: SelfTestResult;
  StackGroup: StackGroup;
  StackTree: StackTree;
  Symbol: Symbol;
  Thread: Thread;
  ThreadComparison: ThreadComparison;
  TriageDump: TriageDump;
  TriagePlan: TriagePlan;
  TriageSummary: TriageSummary;
  Version: Version;
  WaitChain: WaitChain;
  WatchEvent: WatchEvent;
  WatchSample: WatchSample;
}

export type RecordType = keyof Records;
