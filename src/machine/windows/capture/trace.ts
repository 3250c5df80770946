import { view } from '../../../binary/layout.ts';
import { Failure } from '../../../contract/failure.ts';
import type { TraceRecord, TraceSession } from '../../port.ts';
import { advapi32 } from '../calls/advapi32.ts';
import { type Allocation, allocate, memoryAt, pointerCallback } from '../calls/foreign.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { EVENT_RECORD, EVENT_TRACE_LOGFILEW, EVENT_TRACE_PROPERTIES } from '../calls/layouts.ts';
import { build, u64Cell, write } from '../calls/request.ts';

/**
 * Event Tracing for Windows as a real-time consumer (learn.microsoft.com: "Controlling Event Tracing Sessions", "Consuming
 * Events"). Does not exist under Wine; proved against the kernel stand-in, not yet on Windows.
 */

/**
 * Sessions outlive the process that began them. One name for all runs lets the next run end what a killed one left;
 * only one live dump is taken at a time, so no other run needs it.
 */
const SESSION_NAME = 'KernelTriage live dump';

/** evntrace.h, evntcons.h, wmistr.h */
const WNODE_FLAG_TRACED_GUID = 0x00020000;
const EVENT_TRACE_REAL_TIME_MODE = 0x100;
const PROCESS_TRACE_MODE = 0x100 | 0x10000000;
const ENABLE_PROVIDER = 1;
const LEVEL_VERBOSE = 5;
const CONTROL_STOP = 1;
const INVALID_PROCESSTRACE_HANDLE = 0xffff_ffff_ffff_ffffn;
/** Time stamps of the performance counter; the consumer is given FILETIME all the same. */
const CLOCK_PERFORMANCE_COUNTER = 1;

const ERROR_ACCESS_DENIED = 5;
const ERROR_ALREADY_EXISTS = 183;

/** Kilobytes, buffers and seconds: events are few, and should come soon. */
const BUFFERS = { BufferSize: 64, MinimumBuffers: 4, MaximumBuffers: 16, FlushTimer: 1 } as const;
/** A consumer that has not come to its end so long after its session ended never will. */
const DRAIN_MS = 5000;

const NAME_ROOM = 1024;

function unavailable(doing: string, error: number): Failure {
  const reason =
    error === ERROR_ACCESS_DENIED
      ? 'access is denied, or this system has no event tracing'
      : `Windows error ${error}`;
  return new Failure(
    'TraceUnavailable',
    `Events of the kernel cannot be traced: ${doing} failed, ${reason}.`,
  );
}

/** `bef2aa8e-81cd-…` as Windows lays a GUID out: the first three parts little endian. */
function guidBytes(guid: string): Buffer {
  const [first = '', second = '', third = '', ...rest] = guid.split('-');
  const turned = [first, second, third].map((part) => Buffer.from(part, 'hex').reverse());
  return Buffer.concat([...turned, Buffer.from(rest.join(''), 'hex')]);
}

function properties(): Uint8Array {
  const size = EVENT_TRACE_PROPERTIES.size + NAME_ROOM;
  const bytes = new Uint8Array(size);
  write(EVENT_TRACE_PROPERTIES, bytes, {
    WnodeBufferSize: size,
    ClientContext: CLOCK_PERFORMANCE_COUNTER,
    Flags: WNODE_FLAG_TRACED_GUID,
    LogFileMode: EVENT_TRACE_REAL_TIME_MODE,
    LoggerNameOffset: EVENT_TRACE_PROPERTIES.size,
    ...BUFFERS,
  });
  return bytes;
}

/** Ends the session; answers how many events it could not keep. */
function stop(): number {
  const told = properties();
  if (advapi32().ControlTraceW(0n, SESSION_NAME, told, CONTROL_STOP) !== 0) return 0;
  return view(EVENT_TRACE_PROPERTIES, told).get('EventsLost');
}

function start(): bigint {
  const cell = u64Cell();
  let error = advapi32().StartTraceW(cell, SESSION_NAME, properties());
  if (error === ERROR_ALREADY_EXISTS) {
    stop();
    error = advapi32().StartTraceW(cell, SESSION_NAME, properties());
  }
  if (error !== 0) throw unavailable('StartTrace', error);
  return cell[0] ?? 0n;
}

function fileTimeNow(): bigint {
  const cell = u64Cell();
  kernel32().GetSystemTimePreciseAsFileTime(cell);
  return cell[0] ?? 0n;
}

/** The event behind the pointer that a consumer is given; undefined for those of other providers. */
function eventAt(address: bigint, provider: Buffer): TraceRecord | undefined {
  const record = view(EVENT_RECORD, memoryAt(address, EVENT_RECORD.size));
  // The session's own header event comes first.
  if (!provider.equals(record.get('ProviderId'))) return undefined;
  const length = record.get('UserDataLength');
  const data = record.get('UserData');
  return {
    id: record.get('Id'),
    version: record.get('Version'),
    time: record.get('TimeStamp'),
    processId: record.get('ProcessId'),
    threadId: record.get('ThreadId'),
    data: length === 0 || data === 0n ? new Uint8Array(0) : memoryAt(data, length),
  };
}

/** The consumer, reading on a thread of libuv's pool. */
interface Consumer {
  /** Resolves when ProcessTrace has handed over the last event, or will not any more. */
  drained(): Promise<void>;
}

/** Everything that ProcessTrace looks at is in one block, which lives as long as it does. */
function logFile(callback: bigint): Allocation {
  const name = Buffer.from(`${SESSION_NAME}\0`, 'utf16le');
  const block = allocate(EVENT_TRACE_LOGFILEW.size + 8 + name.length);
  const nameAt = EVENT_TRACE_LOGFILEW.size + 8;
  block.bytes.set(
    build(EVENT_TRACE_LOGFILEW, {
      LoggerName: block.address + BigInt(nameAt),
      ProcessTraceMode: PROCESS_TRACE_MODE,
      EventRecordCallback: callback,
    }),
  );
  block.bytes.set(name, nameAt);
  return block;
}

function consume(onRecord: (address: bigint) => void): Consumer {
  const callback = pointerCallback(onRecord);
  const block = logFile(callback.address);
  const release = () => {
    callback.release();
    block.free();
  };
  const trace = advapi32().OpenTraceW(block.address);
  if (trace === INVALID_PROCESSTRACE_HANDLE) {
    const error = kernel32().GetLastError();
    release();
    throw unavailable('OpenTrace', error);
  }
  const handleAt = EVENT_TRACE_LOGFILEW.size;
  new DataView(block.bytes.buffer, block.bytes.byteOffset).setBigUint64(handleAt, trace, true);
  const handles = block.address + BigInt(handleAt);
  const ended = advapi32().ProcessTrace.inBackground(handles, 1, null, null).then(release, release);
  return {
    async drained() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, DRAIN_MS);
      });
      await Promise.race([ended, late]);
      clearTimeout(timer);
      // Also ends a ProcessTrace that still waits; `ended` then gives its memory back.
      advapi32().CloseTrace(trace);
    },
  };
}

/**
 * Begins a real-time session with one provider at its most talkative. Needs an administrator or a member of Performance
 * Log Users.
 * @throws Failure TraceUnavailable
 */
export function openTrace(provider: string, onEvent: (event: TraceRecord) => void): TraceSession {
  const startTime = fileTimeNow();
  const guid = guidBytes(provider);
  const session = start();
  let consumer: Consumer;
  try {
    const error = advapi32().EnableTraceEx2(session, guid, ENABLE_PROVIDER, LEVEL_VERBOSE, 0n, 0n, 0, null);
    if (error !== 0) throw unavailable('EnableTraceEx2', error);
    consumer = consume((address) => {
      const event = eventAt(address, guid);
      if (event !== undefined) onEvent(event);
    });
  } catch (thrown) {
    stop();
    throw thrown;
  }
  const close = async () => {
    // The session flushes what it holds, and its consumer then comes to an end by itself.
    const lostEvents = stop();
    await consumer.drained();
    return { lostEvents };
  };
  let closing: ReturnType<typeof close> | undefined;
  return {
    startTime,
    close() {
      closing ??= close();
      return closing;
    },
  };
}
