/** Pass: nothing prevents a capture. Warn: works, with a limit. Fail: stops a capture. Unknown: could not be found out. */
export type CheckStatus = 'Pass' | 'Warn' | 'Fail' | 'Unknown';

/** The result of a check, in sentences for the administrator. */
export interface Finding {
  readonly status: CheckStatus;
  readonly meaning: string;
  readonly advice?: string;
  readonly value?: string;
}

/** Advice that other commands give too, without its reference to this one. */
const withoutSelf = (advice: string) => advice.replace(/;?\s*\{command:readiness\}[^.;]*/, '');

const finding =
  (status: CheckStatus) =>
  (meaning: string, { advice, value }: { advice?: string; value?: string | number } = {}): Finding => ({
    status,
    meaning,
    ...(advice === undefined ? {} : { advice: withoutSelf(advice) }),
    ...(value === undefined ? {} : { value: String(value) }),
  });

export const pass = finding('Pass');
export const warn = finding('Warn');
export const fail = finding('Fail');
export const unknown = finding('Unknown');

/** 1.5 GB, as disks and memory are sold. */
export const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
