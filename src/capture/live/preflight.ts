import { Failure } from '../../contract/failure.ts';
import type { LiveDumpRequest } from '../../contract/generated/types.ts';
import type { CaptureConditions, Machine, MachineFacts } from '../../machine/port.ts';
import { FIRST_BUILD } from '../windows-builds.ts';
import { estimateBytes } from './estimate.ts';

/** What is checked before anything is touched: the request against itself, the machine, its settings and resources. */

/** GuardedHost is a bit mask; this bit forbids every dump (WindowsServerDocs, troubleshooting storage spaces). */
const GUARDED_HOST_FORBIDS = 0x10000000;

/** A request and the machine that it is checked against. */
export interface Checked {
  readonly request: LiveDumpRequest;
  readonly facts: MachineFacts;
  readonly conditions: CaptureConditions;
}

function unsupported(option: string, message: string, advice: string): Failure {
  return new Failure('OptionNotSupported', message, { target: option, advice });
}

function disabled(target: string, message: string): Failure {
  return new Failure('LiveDumpDisabled', message, { target });
}

/** An option as messages name it (face.ts), from the property that it sets. */
const optionOf = (property: string) =>
  `{option:${property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}}`;

/** Options that exclude each other. */
function checkCombination({ request }: Checked): void {
  const { scope, includeUserMemory, includeHypervisor, includeNonEssentialHypervisor } = request;
  const extra = Object.entries({ includeUserMemory, includeHypervisor, includeNonEssentialHypervisor }).find(
    ([, wanted]) => wanted === true,
  )?.[0];
  if (scope === 'ThreadStacks' && extra !== undefined) {
    const message = `{option:scope} ThreadStacks holds kernel stacks alone, so ${optionOf(extra)} cannot go with it.`;
    throw new Failure('InvalidRequest', message, { target: extra });
  }
  if (includeNonEssentialHypervisor === true && includeHypervisor !== true) {
    const message =
      '{option:include-non-essential-hypervisor} adds to {option:include-hypervisor} and needs it.';
    throw new Failure('InvalidRequest', message, { target: 'includeNonEssentialHypervisor' });
  }
}

function checkMachine({ facts, conditions }: Checked): void {
  const { windowsBuild } = facts;
  if (windowsBuild < FIRST_BUILD.liveDump) {
    throw new Failure('CaptureNotSupported', `Windows build ${windowsBuild} has no live kernel dumps.`);
  }
  if (conditions.inContainer) {
    throw new Failure('CaptureDenied', 'This is a container: the kernel takes no dump for callers inside.', {
      target: 'container',
      advice: 'Take the dump on the host of the container.',
    });
  }
  if (!facts.elevated) {
    throw new Failure('NotElevated', 'A live kernel dump needs an administrator.', {
      target: facts.computerName,
    });
  }
}

/** Settings that forbid live dumps. Which builds obey FullLiveReportsMax for this call is reported, not published. */
export function objections(conditions: CaptureConditions): Failure[] {
  const control = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\CrashControl';
  const found: Failure[] = [];
  if (conditions.fullLiveReportsMax === 0) {
    const message = `FullLiveReportsMax is 0 under ${control}\\FullLiveKernelReports: live dumps are turned off.`;
    found.push(disabled('FullLiveReportsMax', message));
  }
  if (conditions.allowLiveDump === 0) {
    found.push(disabled('AllowLiveDump', 'The policy MemoryDump/AllowLiveDump forbids live dumps.'));
  }
  if (((conditions.forceDumpsDisabled ?? 0) & GUARDED_HOST_FORBIDS) !== 0) {
    const message = `GuardedHost under ${control}\\ForceDumpsDisabled forbids dumps: this is a guarded host.`;
    found.push(disabled('ForceDumpsDisabled', message));
  }
  return found;
}

/** With force, the objections of our checks are skipped and Windows decides. */
function checkSettings(checked: Checked): string[] {
  const found = objections(checked.conditions);
  const [first] = found;
  if (first !== undefined && checked.request.force !== true) throw first;
  return found.map(({ message }) => message);
}

/** Returns warnings for options that this build may not support. @throws Failure OptionNotSupported */
export function checkScope({ request, facts }: Checked): string[] {
  const { windowsBuild } = facts;
  if (request.scope === 'ThreadStacks' && windowsBuild < FIRST_BUILD.selective) {
    if (windowsBuild < FIRST_BUILD.selectiveUnknown) {
      const message = `{option:scope} ThreadStacks needs Windows 11 (build ${FIRST_BUILD.selective}); this is build ${windowsBuild}.`;
      throw unsupported(
        'scope',
        message,
        'Take the whole kernel, which holds the stacks too: {option:scope} Full.',
      );
    }
    return [`Whether build ${windowsBuild} takes dumps of thread stacks alone is not known; it may refuse.`];
  }
  return [];
}

/** @throws Failure OptionNotSupported */
export function checkPages({ request, facts, conditions }: Checked): void {
  const { windowsBuild } = facts;
  if (request.includeNonEssentialHypervisor === true && windowsBuild < FIRST_BUILD.nonEssentialHypervisor) {
    const message = `{option:include-non-essential-hypervisor} needs Windows 11 (build ${FIRST_BUILD.nonEssentialHypervisor}); this is build ${windowsBuild}.`;
    throw unsupported(
      'includeNonEssentialHypervisor',
      message,
      'Leave the option out: {option:include-hypervisor} alone is there.',
    );
  }
  if (
    request.includeUserMemory === true &&
    windowsBuild < FIRST_BUILD.userMemoryWithoutDebugging &&
    conditions.kernelDebugging === false
  ) {
    const message = `{option:include-user-memory} needs kernel debugging before Windows 11 22H2 (build ${FIRST_BUILD.userMemoryWithoutDebugging}); this is build ${windowsBuild}, and kernel debugging is off.`;
    const advice =
      'Leave the option out, or turn kernel debugging on (bcdedit /debug on) and restart Windows.';
    throw unsupported('includeUserMemory', message, advice);
  }
}

/** Whether the call asks for an abort under memory pressure: by default where Windows has the flag. */
export function abortsOnMemoryPressure(request: LiveDumpRequest, facts: MachineFacts): boolean {
  const known = facts.windowsBuild >= FIRST_BUILD.abortOnMemoryPressure;
  if (request.abortOnMemoryPressure === true && !known) {
    const message = `To end a dump when memory becomes short needs Windows 10 1803 (build ${FIRST_BUILD.abortOnMemoryPressure}); this is build ${facts.windowsBuild}.`;
    throw unsupported(
      'abortOnMemoryPressure',
      message,
      'Leave the option out, and take the dump while memory is plentiful.',
    );
  }
  return known && request.abortOnMemoryPressure !== false;
}

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

/** The kernel copies everything into free memory before it writes. */
function checkMemory({ request, conditions, facts }: Checked, estimate: number): string[] {
  const { availableMemoryBytes: available } = conditions;
  if (available === undefined || available >= estimate) return [];
  const message = `The kernel copies into free memory first: about ${gigabytes(estimate)} may be needed, ${gigabytes(available)} are free.`;
  if (abortsOnMemoryPressure(request, facts) && request.force !== true) {
    throw new Failure('MemoryPressure', message, {
      target: 'memory',
      advice:
        'Free memory, use {option:scope} ThreadStacks, or {option:force} to try all the same; the dump may be partial.',
    });
  }
  return [`${message} The dump may be partial.`];
}

function checkSpace({ request }: Checked, estimate: number, free: number | undefined): string[] {
  if (free === undefined) return ['The free space of the volume is not known.'];
  if (free >= estimate) return [];
  const message = `About ${gigabytes(estimate)} may be needed on the volume, ${gigabytes(free)} are free.`;
  if (request.force !== true) throw new Failure('NotEnoughSpace', message, { target: request.path });
  return [message];
}

function notices({ facts, conditions }: Checked): string[] {
  const told: string[] = [];
  if (facts.architecture === 'arm64') told.push('Live dumps on ARM64 are not proven.');
  if (conditions.dumpEncryption === true) {
    told.push('Dump encryption is configured: an encrypted dump cannot be verified and is not kept.');
  }
  return told;
}

export interface Preflight {
  readonly estimatedBytes: number;
  readonly freeBytes?: number;
  readonly abortOnMemoryPressure: boolean;
  readonly warnings: readonly string[];
  readonly conditions: CaptureConditions;
}

/**
 * Checks a request against the machine. Touches nothing.
 * @param freeBytes of the volume that the file goes to
 * @throws Failure that names the obstacle: InvalidRequest, CaptureNotSupported, CaptureDenied, NotElevated,
 *   LiveDumpDisabled, OptionNotSupported, MemoryPressure, NotEnoughSpace
 */
export function checkLiveRequest(
  request: LiveDumpRequest,
  machine: Machine,
  freeBytes: number | undefined,
): Preflight {
  const checked: Checked = { request, facts: machine.facts(), conditions: machine.captureConditions() };
  checkCombination(checked);
  checkMachine(checked);
  const settings = checkSettings(checked);
  const scope = checkScope(checked);
  checkPages(checked);
  const abortOnMemoryPressure = abortsOnMemoryPressure(request, checked.facts);
  const estimatedBytes = estimateBytes(request, checked.conditions);
  // The disk of a simulated machine's file is real, but what is written to it is small.
  const resources = machine.simulated
    ? []
    : [...checkMemory(checked, estimatedBytes), ...checkSpace(checked, estimatedBytes, freeBytes)];
  return {
    estimatedBytes,
    abortOnMemoryPressure,
    conditions: checked.conditions,
    warnings: [...settings, ...scope, ...resources, ...notices(checked)],
    ...(freeBytes === undefined ? {} : { freeBytes }),
  };
}
