import { captureLive, type LiveEvent } from '../../capture/live/capture-live.ts';
import type { LiveProgress } from '../../capture/live/watch-call.ts';
import { Failure } from '../../contract/failure.ts';
import { validateLiveDumpRequest } from '../../contract/generated/validators/request-live.js';
import type { Output } from '../../contract/output.ts';
import { openFileStore } from '../file-store.ts';
import { verb } from '../verb.ts';

const ACTIVITY = 'Taking a live kernel dump';

const PHASES: Readonly<Record<LiveProgress['phase'], string>> = {
  Preparing: 'preparing',
  Sizing: 'sizing',
  Quiesce: 'holding the processors',
  Capture: 'capturing',
  Copy: 'copying memory',
  Writing: 'writing',
  Ended: 'written',
};

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

const STOPPING =
  'asked to stop; the kernel looks at that between pieces while it writes, and not before it writes';

/** A sentence with the state and its source. */
function statusOf({ phase, source, bytes, estimatedBytes, stopping }: LiveProgress): string {
  const of = estimatedBytes === undefined ? '' : ` of about ${megabytes(estimatedBytes)}`;
  const written = bytes === 0 ? '' : `, ${megabytes(bytes)}${of}`;
  const known = source === 'Events' ? "the kernel's events" : 'the growth of the file';
  const wait = stopping === undefined ? '' : `; ${STOPPING}`;
  return `${PHASES[phase]}${written} (by ${known})${wait}`;
}

/** Only where the kernel gave an estimate; the file often ends a little below it, so 100 % is never shown. */
function percentOf({ phase, bytes, estimatedBytes }: LiveProgress): number | undefined {
  if (estimatedBytes === undefined || phase !== 'Writing') return undefined;
  return Math.min(99, Math.floor((bytes / estimatedBytes) * 100));
}

function showProgress(progress: LiveProgress, output: Output): void {
  const percent = percentOf(progress);
  output.progress({
    activity: ACTIVITY,
    status: statusOf(progress),
    ...(percent === undefined ? {} : { percent }),
  });
}

function report(event: LiveEvent, output: Output): Promise<void> | void {
  switch (event.kind) {
    case 'plan':
      return output.record('LivePlan', event.plan);
    case 'dump':
      if (event.dump.partial) output.incomplete('CaptureOutOfMemory');
      return output.record('LiveDump', event.dump);
    case 'trace':
      return output.record('LiveTraceEvent', event.event);
    case 'warning':
      return output.warning(event.message);
    case 'waiting': {
      const status = `Windows is taking another live dump; trying for another ${event.seconds} s`;
      return output.progress({ activity: ACTIVITY, status });
    }
    case 'progress':
      return showProgress(event.progress, output);
  }
}

export const liveVerb = verb({
  name: 'live',
  summary: 'Take a live dump of the kernel of this machine, watched and verified.',
  examples: [
    { command: 'ktriage live D:\\live.dmp', does: "the kernel's memory" },
    { command: 'ktriage live D:\\stacks.dmp --scope ThreadStacks --trace', does: 'all kernel stacks' },
    {
      command: 'ktriage live live.dmp --machine simulated:w3wp-oplock --trace',
      does: 'try it on the simulated machine, on any system',
    },
  ],
  validate: validateLiveDumpRequest,
  async run(request, { machine, output, signal }) {
    const chosen = await machine(request.machine);
    if (request.path === '') throw new Failure('InvalidRequest', 'live needs a file.', { target: 'path' });
    const files = await openFileStore();
    for await (const event of captureLive(request, { machine: chosen, files, signal })) {
      await report(event, output);
    }
    output.progress({ activity: ACTIVITY, percent: 100, done: true });
  },
});
