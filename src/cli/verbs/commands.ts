import { validateCommandsRequest } from '../../contract/generated/validators/request-commands.js';
import { deriveCommands } from '../../reading/derive-commands.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const commandsVerb = verb({
  name: 'commands',
  summary: 'Derive the WinDbg and kd commands that show the threads of a given dump.',
  examples: [{ command: 'ktriage commands w3wp_4872_001.dmp', does: 'commands to paste into WinDbg' }],
  validate: validateCommandsRequest,
  run: stoppable(deriveCommands),
});
