import type { DebuggerCommand } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';

/** Commands with what they show, under the name of their dump. */
export function commandText(): (command: DebuggerCommand) => string {
  let dump: string | undefined;
  return ({ path, purpose, command }) => {
    const head = path === dump ? '' : `\n   Dump: ${harmless(path)}\n`;
    dump = path;
    return `${head}\n* ${harmless(purpose)}\n${harmless(command)}\n`;
  };
}
