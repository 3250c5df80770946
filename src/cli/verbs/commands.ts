import { validateCommandsRequest } from '../../contract/generated/validators/request-commands.js';
import { debuggerCommands } from '../../reading/debugger-commands.ts';
import { eachDump } from '../../reading/each-dump.ts';
import { verb } from '../verb.ts';

export const commandsVerb = verb({
  name: 'commands',
  summary: 'Derive the WinDbg and kd commands that show the threads of a given dump.',
  options: [],
  operands: { property: 'paths', type: 'strings', value: 'FILE…' },
  examples: [{ command: 'ktriage commands w3wp_4872_001.dmp', does: 'commands to paste into WinDbg' }],
  validate: validateCommandsRequest,
  async run({ paths }, { output }) {
    await eachDump(paths, output, async (dump, path) => {
      for (const command of debuggerCommands(dump, path)) await output.record('DebuggerCommand', command);
    });
  },
});
