import { validateResolveRequest } from '../../contract/generated/validators/request-resolve.js';
import { resolveAddresses } from '../../reading/resolve-addresses.ts';
import { verb } from '../verb.ts';
import { SYMBOL_OPTIONS } from './stacks.ts';

export const resolveVerb = verb({
  name: 'resolve',
  summary: 'Name addresses, or find names, in the images of a dump.',
  options: [
    {
      name: 'address',
      property: 'addresses',
      type: 'strings',
      value: 'ADDRESS,…',
      help: 'addresses to name',
    },
    {
      name: 'name',
      property: 'names',
      type: 'strings',
      value: 'NAME,…',
      help: 'module!name, `*` stands for any text',
    },
    ...SYMBOL_OPTIONS,
  ],
  operands: { property: 'paths', type: 'strings', value: 'FILE…' },
  examples: [
    { command: 'ktriage resolve --address 0xfffff80012345678 MEMORY.DMP', does: 'which function that is' },
    { command: 'ktriage resolve --name nt!KeWait* MEMORY.DMP', does: 'where these functions are' },
  ],
  validate: validateResolveRequest,
  run: resolveAddresses,
});
