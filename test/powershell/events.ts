/** What driver.ps1 saw of a script, one interface for each kind of line that it writes. */

interface Observed {
  /** Milliseconds from the start of the script to when the driver noticed; it looks about every 10 ms. */
  readonly at: number;
}

export interface OutputEvent extends Observed {
  readonly typeNames?: readonly string[];
  /** The value of a string, number, date or enumeration member. */
  readonly value?: unknown;
  /** The properties of any other object, script properties of types.ps1xml included. */
  readonly properties?: Readonly<Record<string, unknown>>;
  /** The .NET type of each property that is not null. */
  readonly propertyTypes?: Readonly<Record<string, string>>;
}

export interface ErrorEvent extends Observed {
  readonly id: string;
  readonly category: string;
  readonly message: string;
  readonly target: unknown;
  readonly targetType: string | null;
  readonly exception: string;
  readonly advice: string | null;
  /** True for the one that ended the script. */
  readonly terminating?: boolean;
}

export interface MessageEvent extends Observed {
  readonly message: string;
}

export interface ProgressEvent extends Observed {
  readonly id: number;
  readonly activity: string;
  readonly status: string;
  readonly percent: number;
  readonly type: 'Processing' | 'Completed';
}

export interface QuestionEvent {
  /** What is asked; ShouldProcess names the action and the target in it. */
  readonly message: string;
  /** The labels of the answers, without the marks of their keys. */
  readonly choices: readonly string[];
}

export interface RunEvents {
  readonly output: readonly OutputEvent[];
  readonly errors: readonly ErrorEvent[];
  readonly warnings: readonly MessageEvent[];
  readonly verbose: readonly MessageEvent[];
  readonly progress: readonly ProgressEvent[];
  /** Of a run with answers, what was asked. */
  readonly questions: readonly QuestionEvent[];
  /** When the driver asked the script to stop; undefined where it did not. */
  readonly stoppedAt: number | undefined;
  readonly state: 'Completed' | 'Stopped' | 'Failed';
  readonly milliseconds: number;
}

type Line = { readonly event: string } & Record<string, unknown>;

/** The lines of the events file by kind. Throws where the last line is missing, for then the driver itself died. */
export function parseEvents(text: string): RunEvents {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
  const last = lines.at(-1);
  if (last?.event !== 'end')
    throw new Error(`the driver did not finish; its last line: ${JSON.stringify(last)}`);
  const ofKind = <T>(kind: string): T[] => lines.filter(({ event }) => event === kind) as unknown[] as T[];
  return {
    output: ofKind<OutputEvent>('output'),
    errors: ofKind<ErrorEvent>('error'),
    warnings: ofKind<MessageEvent>('warning'),
    verbose: ofKind<MessageEvent>('verbose'),
    progress: ofKind<ProgressEvent>('progress'),
    questions: ofKind<QuestionEvent>('question'),
    stoppedAt: ofKind<Observed>('stop')[0]?.at,
    state: last['state'] as RunEvents['state'],
    milliseconds: last['milliseconds'] as number,
  };
}
