import { Failure } from '../../../contract/failure.ts';
import type { EventLog, LoggedEvent } from '../../port.ts';
import { advapi32 } from '../calls/advapi32.ts';
import { allocate } from '../calls/foreign.ts';
import { kernel32 } from '../calls/kernel32.ts';

/** The source of this product in the log Application. Without its registration the log takes events too, and shows them with a remark. */
const SOURCE = 'KernelTriage';

/** winnt.h, EVENTLOG_…_TYPE. */
const TYPE: Readonly<Record<LoggedEvent['level'], number>> = { Error: 1, Warning: 2, Information: 4 };

function unavailable(doing: string): Failure {
  const error = kernel32().GetLastError();
  return new Failure('EventLogUnavailable', `The event log could not be ${doing} (Windows error ${error}).`, {
    target: SOURCE,
  });
}

/** A text as Windows takes it, at an address that stays. */
function withText<T>(text: string, use: (address: bigint) => T): T {
  const bytes = Buffer.from(`${text}\0`, 'utf16le');
  const memory = allocate(bytes.length);
  try {
    memory.bytes.set(bytes);
    return use(memory.address);
  } finally {
    memory.free();
  }
}

/** The event log of this computer. Its handle is opened with the first event, and again after an event that it did not take. */
export function eventLog(): EventLog {
  let handle = 0n;
  const close = () => {
    if (handle !== 0n) advapi32().DeregisterEventSource(handle);
    handle = 0n;
  };
  return {
    write({ id, level, text }) {
      const { RegisterEventSourceW, ReportEventW } = advapi32();
      if (handle === 0n) handle = RegisterEventSourceW(null, SOURCE);
      if (handle === 0n) throw unavailable('opened');
      withText(text, (address) => {
        const strings = BigUint64Array.of(address);
        if (ReportEventW(handle, TYPE[level], 0, id, null, 1, 0, strings, null) !== 0) return;
        const failure = unavailable('written to');
        close();
        throw failure;
      });
    },
    close,
  };
}
