import { Failure } from '../../contract/failure.ts';
import type { TraceRecord, TraceSession } from '../port.ts';

/** @throws Failure TraceUnavailable */
export function openTrace(provider: string, _onEvent: (event: TraceRecord) => void): TraceSession {
  throw new Failure('TraceUnavailable', `Events of ${provider} are not consumed yet`, { target: provider });
}
