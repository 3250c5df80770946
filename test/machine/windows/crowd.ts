import path from 'node:path';
import { compileFilesForWindows } from '../../support/mingw.ts';
import { type RunningWindowsProgram, startWindowsProgram } from '../../support/wine.ts';

/** What `crowd.c` says of itself. */
export interface Crowd {
  readonly processId: number;
  readonly parentThreadId: number;
  readonly startAddress: string;
  readonly members: readonly {
    readonly threadId: number;
    readonly teb: string;
    readonly createTime: string;
  }[];
}

export interface RunningCrowd extends Crowd {
  readonly program: RunningWindowsProgram;
  /** Lets the members run to their end, while their thread objects live on. */
  disperse(): Promise<void>;
  end(): Promise<void>;
}

/** Starts a process with `count` waiting threads beside its first one. */
export async function startCrowd(count: number): Promise<RunningCrowd> {
  const source = path.join(import.meta.dirname, 'crowd.c');
  const program = startWindowsProgram(compileFilesForWindows([source], [], 'crowd.exe'), [String(count)], {
    keepStdinOpen: true,
  });
  await program.until((stdout) => stdout.includes('\n'));
  return {
    ...(JSON.parse(program.output().stdout) as Crowd),
    program,
    async disperse() {
      program.stdin.write('go\n');
      await program.until((stdout) => stdout.includes('released'));
    },
    async end() {
      program.stdin.end();
      await program.finished;
    },
  };
}
