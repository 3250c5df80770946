import { openFileSource } from '../binary/byte-source.ts';
import type { CommandsRequest } from '../contract/generated/types.ts';
import { openDump } from '../dump/open-dump.ts';
import { debuggerCommands, debuggerCommandText } from './debugger-commands.ts';
import type { ReadingContext } from './sources/context.ts';
import { eachDump } from './sources/each-dump.ts';
import { openedDumpFile } from './sources/opened-dump.ts';
import { inTurns } from './sources/turns.ts';

/** Writes the `DebuggerCommand` records that show the threads of each file. */
export async function deriveCommands({ paths }: CommandsRequest, context: ReadingContext): Promise<void> {
  await eachDump(paths, context, async (opened) => {
    await inTurns(opened.objects.inSteps(), context.signal);
    for (const command of debuggerCommands(opened)) await context.output.record('DebuggerCommand', command);
  });
}

/**
 * The debugger commands of a dump that was just captured, as the text of a file. Its manifest does not exist yet.
 * @throws Failure FileNotFound, FileUnreadable, NotADump, DumpDamaged
 */
export function debuggerCommandsOf(path: string): string {
  const source = openFileSource(path);
  try {
    return debuggerCommandText(debuggerCommands(openedDumpFile(openDump(source), path, () => undefined)));
  } finally {
    source.close();
  }
}
