import { type Finding, fail, pass, unknown, warn } from './finding.ts';
import type { Observations } from './observe.ts';

/** The rights and the place of this process: what every capture needs first. */

export function architecture({ facts }: Observations): Finding {
  const value = facts.architecture;
  if (value === 'x64')
    return pass('This is a 64-bit Windows on x64, which captures are made for.', { value });
  const advice = 'Run the self-test, {command:readiness} {option:self-test}, and report what it finds.';
  return warn('Captures on ARM64 are not proved, and user-mode stacks are not walked there.', {
    value,
    advice,
  });
}

export function elevation({ facts }: Observations): Finding {
  const value = String(facts.elevated);
  if (facts.elevated) return pass('This session runs as administrator.', { value });
  return fail('This session does not run as administrator: threads can be listed, and not captured.', {
    value,
    advice: 'Start the console with "Run as administrator".',
  });
}

export function debugPrivilege({ captureRefusal, facts }: Observations): Finding {
  if (captureRefusal === undefined) {
    return pass('SeDebugPrivilege can be enabled, and is given back after each capture.', { value: 'held' });
  }
  if (captureRefusal.code === 'NotElevated' || !facts.elevated) {
    return unknown('Only an elevated session can show whether this account holds SeDebugPrivilege.', {
      advice: captureRefusal.advice,
    });
  }
  return fail(captureRefusal.message, { advice: captureRefusal.advice, value: captureRefusal.code });
}

export function container({ conditions }: Observations): Finding {
  const value = String(conditions.inContainer);
  if (!conditions.inContainer) return pass('This is not a container.', { value });
  return fail('This is a container: the kernel takes no dump for callers inside.', {
    value,
    advice: 'Capture on the host of the container; its processes are seen there.',
  });
}

export function nativeLibraryCheck({ nativeLibrary, nativeLibraryRefusal }: Observations): Finding {
  if (nativeLibraryRefusal !== undefined) {
    return unknown(nativeLibraryRefusal.message, { advice: nativeLibraryRefusal.advice });
  }
  if (nativeLibrary === undefined) return pass('This machine is reached without native code.');
  const { path, untrustedWriters } = nativeLibrary;
  if (untrustedWriters.length === 0)
    return pass('Only administrators can change the native library.', { value: path });
  return fail(
    `${path} can be changed by ${untrustedWriters.join(', ')}; an elevated session refuses to load native code from there.`,
    { value: path, advice: 'Install the module for all users (Program Files).' },
  );
}

export function eventTrace({ traceRefusal }: Observations): Finding {
  if (traceRefusal === undefined) {
    return pass('The events of live dumps can be watched, so progress and {option:trace} show the phases.');
  }
  return warn(
    `${traceRefusal.message} A live dump is taken all the same; its progress comes from the growth of the file.`,
    { value: traceRefusal.code, advice: traceRefusal.advice },
  );
}
