import { validateFleetRequest } from '../../contract/generated/validators/request-fleet.js';
import { readFleet } from '../../reading/fleet/read-fleet.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const fleetVerb = verb({
  name: 'fleet',
  summary: 'Read the dumps of many computers and find the causes of waiting that they share.',
  examples: [
    {
      command: 'ktriage fleet D:\\fleet',
      does: 'a folder with one folder for each computer, as Invoke-KernelTriage leaves it',
    },
    { command: 'ktriage fleet web01 web02 db01', does: 'three folders with dumps' },
  ],
  validate: validateFleetRequest,
  run: stoppable(readFleet),
});
