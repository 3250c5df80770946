import { abortsOnMemoryPressure, type Checked, checkPages, checkScope } from '../capture/live/preflight.ts';
import { FIRST_BUILD } from '../capture/windows-builds.ts';
import { asFailure } from '../contract/failure.ts';
import type { LiveDumpRequest } from '../contract/generated/types.ts';
import { type Finding, fail, pass, unknown, warn } from './finding.ts';
import type { Observations } from './observe.ts';

/** The build of Windows against the live dump and each of its options. */

export function windowsBuild({ facts }: Observations): Finding {
  const value = facts.windowsBuild;
  if (value < FIRST_BUILD.liveDump) {
    return fail(`Build ${value} has neither live dumps nor triage dumps of chosen threads.`, {
      value,
      advice: 'Use 64-bit Windows 10 / Server 2016 or later.',
    });
  }
  return pass('This build of Windows has both kinds of capture.', { value });
}

/** The verdict of the preflight of a live dump on one option; a missing option is a limit, not a failure of the machine. */
function option(check: (checked: Checked) => readonly string[], asked: Partial<LiveDumpRequest>) {
  return ({ facts, conditions }: Observations): Finding => {
    const value = `build ${facts.windowsBuild}`;
    try {
      const [doubt] = check({ request: { path: '', ...asked }, facts, conditions });
      if (doubt !== undefined) {
        return unknown(doubt, { value, advice: 'Try it; where Windows refuses, take a full live dump.' });
      }
      return pass('This Windows has the option.', { value });
    } catch (thrown) {
      const { message, advice } = asFailure(thrown);
      return warn(message, { value, advice });
    }
  };
}

const pages = (checked: Checked) => {
  checkPages(checked);
  return [];
};

export const threadStacksOption = option(checkScope, { scope: 'ThreadStacks' });
export const userMemoryOption = option(pages, { includeUserMemory: true });
export const hypervisorOption = option(pages, { includeHypervisor: true });
export const nonEssentialHypervisorOption = option(pages, {
  includeHypervisor: true,
  includeNonEssentialHypervisor: true,
});
export const memoryPressureOption = option(
  ({ request, facts }) => {
    abortsOnMemoryPressure(request, facts);
    return [];
  },
  { abortOnMemoryPressure: true },
);
