import { objections } from '../capture/live/preflight.ts';
import { type Finding, fail, pass, unknown, warn } from './finding.ts';
import type { Observations } from './observe.ts';

/** Settings of Windows, each looked at alone, so that one that forbids does not hide another. */

interface Setting {
  readonly given: number | undefined;
  /** What the preflight of a live dump calls it; that decides what a value means. */
  readonly name: string;
  readonly allowed: string;
  readonly advice: string;
}

function setting({ conditions }: Observations, { given, name, allowed, advice }: Setting): Finding {
  const value = given === undefined ? 'not set' : String(given);
  const objection = objections(conditions).find(({ facts }) => facts.target === name);
  return objection === undefined ? pass(allowed, { value }) : fail(objection.message, { value, advice });
}

export function liveReports(observed: Observations): Finding {
  return setting(observed, {
    given: observed.conditions.fullLiveReportsMax,
    name: 'FullLiveReportsMax',
    allowed: 'FullLiveReportsMax does not turn live dumps off.',
    advice:
      'Set FullLiveReportsMax to 1 or more; the DSC resource KernelTriage/KernelDumpReadiness does that.',
  });
}

export function liveDumpPolicy(observed: Observations): Finding {
  return setting(observed, {
    given: observed.conditions.allowLiveDump,
    name: 'AllowLiveDump',
    allowed: 'No policy forbids live dumps.',
    advice: 'Ask the administrator of the policy MemoryDump/AllowLiveDump of this computer.',
  });
}

export function guardedHost(observed: Observations): Finding {
  return setting(observed, {
    given: observed.conditions.forceDumpsDisabled,
    name: 'ForceDumpsDisabled',
    allowed: 'This is not a guarded host that forbids dumps.',
    advice: 'A guarded host protects its virtual machines this way; use triage dumps.',
  });
}

export function dumpEncryption({ conditions }: Observations): Finding {
  if (conditions.dumpEncryption === undefined) return pass('Dump encryption is not configured.');
  const value = String(conditions.dumpEncryption);
  if (!conditions.dumpEncryption) return pass('Dump encryption is not configured.', { value });
  return warn('Dump encryption is configured: an encrypted live dump cannot be verified and is not kept.', {
    value,
    advice: 'Use triage dumps, which are not written by Windows itself.',
  });
}

export function kernelDebugging({ conditions }: Observations): Finding {
  if (conditions.kernelDebugging === undefined) {
    return unknown('Windows does not report whether kernel debugging is on.', {
      advice: '`bcdedit /enum {current}` shows it; captures do not need it.',
    });
  }
  if (!conditions.kernelDebugging) {
    return pass('Kernel debugging is off, as it should be; captures do not need it.', { value: 'off' });
  }
  return warn('Kernel debugging is on: nothing is in the way, but a server in service should not run so.', {
    value: 'on',
    advice: 'Turn it off with `bcdedit /debug off` and restart when you can.',
  });
}

export function virtualizationBasedSecurity({ conditions }: Observations): Finding {
  const { virtualizationBasedSecurity: running, memoryIntegrity } = conditions;
  if (running === undefined)
    return unknown('Windows does not report whether virtualisation-based security runs.', {
      advice: '`msinfo32` shows it; captures work with it and without.',
    });
  if (!running) return pass('Virtualisation-based security does not run.', { value: 'off' });
  const value = memoryIntegrity === true ? 'on, with memory integrity' : 'on';
  return pass(
    'Virtualisation-based security runs: dumps are taken all the same, and memory of the secure kernel is not in them.',
    { value },
  );
}

/** No capture needs it: the log takes events of an unknown source too, and shows a remark in front of each. */
export function eventSource({ eventSource: isRegistered }: Observations): Finding {
  if (isRegistered === undefined)
    return unknown('This machine has no registry to look for the source of the event log in.', {
      advice: 'A watch writes its events as records, and to {option:event-file}.',
    });
  if (isRegistered)
    return pass('The event log has the source KernelTriage of a watch.', { value: 'registered' });
  return pass(
    'The event log does not know the source KernelTriage: it shows the events of a watch with a remark. The DSC property eventSource registers it.',
    { value: 'not registered' },
  );
}
