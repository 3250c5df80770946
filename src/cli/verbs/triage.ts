import { type CaptureEvent, captureTriage } from '../../capture/triage/capture-triage.ts';
import { Failure } from '../../contract/failure.ts';
import { validateTriageRequest } from '../../contract/generated/validators/request-triage.js';
import type { Output } from '../../contract/output.ts';
import { verdictCode } from '../../contract/verdict.ts';
import { debuggerCommandsOf } from '../../reading/derive-commands.ts';
import { identifyDrivers } from '../../reading/driver-identities.ts';
import { openFileStore } from '../file-store.ts';
import { verb } from '../verb.ts';

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
      return output.progress({ activity: 'Capturing kernel stacks', status: event.status, percent });
    }
  }
}

export const triageVerb = verb({
  name: 'triage',
  summary: 'Capture the kernel stacks of chosen threads into verified triage dumps.',
  examples: [
    { command: 'ktriage triage --pid 4711 --destination D:\\dumps', does: 'every thread of a process' },
    { command: 'ktriage triage --thread 4711:12,4711:640 --destination D:\\dumps', does: 'two threads' },
    {
      command: 'ktriage triage --machine simulated:w3wp-oplock --pid 4872 --destination .',
      does: 'try it on the simulated machine, on any system',
    },
  ],
  validate: validateTriageRequest,
  async run(request, { machine, output, signal }) {
    if (request.destination === undefined && request.planOnly !== true) {
      throw new Failure('InvalidRequest', 'triage needs a destination folder.', { target: 'destination' });
    }
    const chosen = await machine(request.machine);
    const files = await openFileStore();
    for await (const event of captureTriage(request, {
      machine: chosen,
      files,
      signal,
      identifyDrivers,
      debuggerCommands: debuggerCommandsOf,
      onSlowCall: (status) => output.progress({ activity: 'Capturing kernel stacks', status }),
    })) {
      await report(event, output);
    }
    output.progress({ activity: 'Capturing kernel stacks', percent: 100, done: true });
  },
});
