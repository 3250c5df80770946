import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { type CaptureEvent, captureTriage } from '../../capture/triage/capture-triage.ts';
import { Failure } from '../../contract/failure.ts';
import type { TriageRequest } from '../../contract/generated/types.ts';
import { validateTriageRequest } from '../../contract/generated/validators/request-triage.js';
import type { Output } from '../../contract/output.ts';
import { verdictCode } from '../../contract/verdict.ts';
import type { Machine } from '../../machine/port.ts';
import { compareLooks } from '../../reading/comparing/compare-dumps.ts';
import { debuggerCommandsOf } from '../../reading/derive-commands.ts';
import { identifyDrivers } from '../../reading/sources/driver-identities.ts';
import { openFileStore } from '../file-store.ts';
import { type VerbContext, verb } from '../verb.ts';

/** Seconds between repeated captures, where the request names none: long enough for a request that is slow to come to its end. */
const USUAL_INTERVAL_SECONDS = 10;

/** Dumps of one round: at least one. */
type Paths = [string, ...string[]];

async function report(event: CaptureEvent, output: Output): Promise<void> {
  switch (event.kind) {
    case 'plan':
      return output.record('TriagePlan', event.plan);
    case 'dump':
      return output.record('TriageDump', event.dump);
    case 'thread':
      if (event.thread.verdict !== 'Captured')
        output.incomplete(verdictCode(event.thread.verdict) ?? 'CaptureFailed');
      return output.record('CapturedThread', event.thread, event.thread.verdict === 'Captured');
    case 'summary':
      return output.record('TriageSummary', event.summary, false);
    case 'failure':
      return output.error(event.failure);
    case 'warning':
      return output.warning(event.message);
    case 'progress': {
      const percent = event.of === 0 ? 100 : Math.round((event.done / event.of) * 100);
      return output.progress({ activity: ACTIVITY, status: event.status, percent });
    }
  }
}

const ACTIVITY = 'Capturing kernel stacks';

/** Where a repeated capture is. */
interface Round {
  readonly round: number;
  readonly rounds: number;
  /** Of `performance.now`. */
  readonly deadline: number;
}

/** The request of one round: a name that the user chose gets the number of the round, and the time limit is for all of them. */
function roundOf(request: TriageRequest, { round, rounds, deadline }: Round): TriageRequest {
  const { name, timeLimitSeconds, repeat: _repeat, intervalSeconds: _interval, ...rest } = request;
  const left = (deadline - performance.now()) / 1000;
  return {
    ...rest,
    ...(name !== undefined && { name: rounds > 1 ? `${name}_r${round}` : name }),
    ...(timeLimitSeconds !== undefined && { timeLimitSeconds: Math.max(0.001, left) }),
  };
}

/** @throws Failure Cancelled, TimeLimitReached */
async function pause(
  { intervalSeconds = USUAL_INTERVAL_SECONDS }: TriageRequest,
  { output, signal }: VerbContext,
  { round, rounds, deadline }: Round,
): Promise<void> {
  output.progress({ activity: ACTIVITY, status: `capture ${round} of ${rounds} in ${intervalSeconds} s` });
  const left = deadline - performance.now();
  const wanted = intervalSeconds * 1000;
  try {
    await delay(Math.max(0, Math.min(wanted, left)), undefined, { signal });
  } catch {
    throw new Failure('Cancelled', 'The capture was cancelled between two rounds.');
  }
  if (left < wanted)
    throw new Failure('TimeLimitReached', `The time limit passed before capture ${round} of ${rounds}.`);
}

/** One capture; the paths of its dumps. */
async function capture(
  request: TriageRequest,
  { output, signal }: VerbContext,
  machine: Machine,
  round: number | undefined,
): Promise<string[]> {
  const files = await openFileStore();
  const paths: string[] = [];
  for await (const event of captureTriage(request, {
    machine,
    files,
    signal,
    identifyDrivers,
    debuggerCommands: debuggerCommandsOf,
    onSlowCall: (status) => output.progress({ activity: ACTIVITY, status }),
  })) {
    if (event.kind === 'dump') paths.push(event.dump.path);
    const told =
      event.kind === 'dump' && round !== undefined ? { ...event, dump: { ...event.dump, round } } : event;
    await report(told, output);
  }
  return paths;
}

export const triageVerb = verb({
  name: 'triage',
  summary: 'Capture the kernel stacks of chosen threads into verified triage dumps.',
  examples: [
    { command: 'ktriage triage --pid 4711 --destination D:\\dumps', does: 'every thread of a process' },
    { command: 'ktriage triage --thread 4711:12,4711:640 --destination D:\\dumps', does: 'two threads' },
    {
      command: 'ktriage triage --pid 4711 --repeat 2 --interval 10 --destination D:\\dumps',
      does: 'twice, ten seconds apart, and which threads are stuck',
    },
    {
      command: 'ktriage triage --machine simulated:w3wp-oplock --pid 4872 --destination .',
      does: 'try it on the simulated machine, on any system',
    },
  ],
  validate: validateTriageRequest,
  async run(request, context) {
    if (request.destination === undefined && request.planOnly !== true) {
      throw new Failure('InvalidRequest', 'triage needs a destination folder.', { target: 'destination' });
    }
    const { repeat = 1 } = request;
    if (request.intervalSeconds !== undefined && repeat === 1)
      throw new Failure('InvalidRequest', 'An interval is between captures: ask for more than one.', {
        target: 'intervalSeconds',
      });
    const rounds = request.planOnly === true ? 1 : repeat;
    const machine = await context.machine(request.machine);
    const deadline = performance.now() + (request.timeLimitSeconds ?? Number.POSITIVE_INFINITY) * 1000;
    let before: Paths | undefined;
    for (let round = 1; round <= rounds; round++) {
      if (round > 1) await pause(request, context, { round, rounds, deadline });
      const [path, ...others] = await capture(
        roundOf(request, { round, rounds, deadline }),
        context,
        machine,
        rounds > 1 ? round : undefined,
      );
      const paths: Paths | undefined = path === undefined ? undefined : [path, ...others];
      if (round > 1 && before !== undefined && paths !== undefined)
        await compareLooks({ reference: before, difference: paths }, context);
      before = paths;
      if (round < rounds && paths === undefined)
        throw new Failure(
          'CaptureFailed',
          'The capture made no dump, so there is nothing to compare another one with.',
          {
            target: request.destination ?? 'destination',
          },
        );
    }
    context.output.progress({ activity: ACTIVITY, percent: 100, done: true });
  },
});
