import { formatAddress } from '../../binary/address.ts';
import { type Face, inWordsOf } from '../../contract/face.ts';
import type { LiveDump, LiveDumpRequest } from '../../contract/generated/types.ts';
import { NTSTATUS, ntStatusHex } from '../../contract/ntstatus.ts';
import type { LiveRequest, Machine } from '../../machine/port.ts';
import type { VerifiedLive } from './verify-live.ts';
import type { WatchedCall } from './watch-call.ts';

/** LIVE_DUMP (0x161) in bugcodes.h, which Task Manager and the Storage cmdlets use too. */
export const LIVE_BUG_CHECK_CODE = 0x161;
/** Task Manager spells its name in the first parameter, lowest byte first; so do we. */
const OWN_NAME = BigInt(`0x${Buffer.from('ktriage').reverse().toString('hex')}`);

/** The four parameters of the header as the request gives them. */
export function liveBugCheckParameters(request: LiveDumpRequest): readonly [bigint, bigint, bigint, bigint] {
  const [first, second = 0n, third = 0n, fourth = 0n] = (request.bugCheckParameters ?? []).map(BigInt);
  return [first ?? (request.bugCheckParameters === undefined ? OWN_NAME : 0n), second, third, fourth];
}

/** Status 0x00000105: a success that means that pages are missing. */
export const isPartial = (ntStatus: number): boolean => ntStatus >>> 0 === NTSTATUS.STATUS_MORE_ENTRIES;

/** Commands that read the dump, for the face that the request came from. */
const READING: Readonly<Record<Face, (path: string) => readonly string[]>> = {
  executable: (path) => [`ktriage stacks "${path}" --group-by Symbol`, `ktriage dump "${path}"`],
  module(path) {
    const quoted = `'${path.replaceAll("'", "''")}'`;
    return [
      `Get-KernelStack -LiteralPath ${quoted} | Group-KernelStack`,
      `Get-KernelDump -LiteralPath ${quoted}`,
    ];
  },
};

function nextSteps(path: string, partial: boolean, request: LiveDumpRequest): string[] {
  const face = request.adviceFor ?? 'executable';
  const steps = [...READING[face](path), `windbg -z "${path}"`];
  if (!partial) return steps;
  const small =
    request.scope === 'ThreadStacks'
      ? ''
      : inWordsOf(face, ', or take {option:scope} ThreadStacks, which needs less');
  return [...steps, `Pages are missing: free memory and take the dump again${small}.`];
}

export interface TakenLive {
  readonly request: LiveDumpRequest;
  readonly asked: LiveRequest;
  readonly path: string;
  readonly watched: WatchedCall;
  readonly verified: VerifiedLive;
  readonly created: Date;
  readonly tracePath?: string;
}

/** The record of a dump that is under its final name. */
export function liveRecord(machine: Machine, taken: TakenLive): LiveDump {
  const { request, asked, path, watched, verified, created } = taken;
  const { computerName, windowsBuild } = machine.facts();
  const partial = isPartial(watched.ntStatus);
  const { estimatedBytes, source } = watched.clock;
  return {
    machine: machine.name,
    simulated: machine.simulated,
    computerName,
    windowsBuild,
    path,
    size: verified.size,
    scope: request.scope ?? 'Full',
    partial,
    pages: verified.pages,
    includesUserMemory: asked.userPages === true,
    includesHypervisor: asked.hypervisorPages === true,
    includesNonEssentialHypervisor: asked.nonEssentialHypervisorPages === true,
    abortOnMemoryPressure: asked.abortIfMemoryPressure,
    bugCheckCode: `0x${asked.bugCheckCode.toString(16)}`,
    bugCheckParameters: asked.bugCheckParameters.map(formatAddress),
    ntStatus: ntStatusHex(watched.ntStatus),
    verified: true,
    checks: [...verified.checks],
    phases: watched.clock.durations(),
    phaseSource: source,
    ...(estimatedBytes === undefined ? {} : { estimatedBytes }),
    elapsedMs: watched.elapsedMs,
    createdTime: created.toISOString(),
    ...(taken.tracePath === undefined ? {} : { tracePath: taken.tracePath }),
    ...(source === 'Events'
      ? { traceEvents: watched.listing.length, lostTraceEvents: watched.lostEvents }
      : {}),
    nextSteps: nextSteps(path, partial, request),
  };
}
