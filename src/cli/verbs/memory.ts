import { validateMemoryRequest } from '../../contract/generated/validators/request-memory.js';
import { readMemory } from '../../reading/read-memory.ts';
import { verb } from '../verb.ts';

export const memoryVerb = verb({
  name: 'memory',
  summary: 'Read virtual or physical memory from kernel dumps.',
  options: [
    {
      name: 'address',
      property: 'address',
      type: 'string',
      value: 'ADDRESS',
      help: 'where to start, in hex; WinDbg’s backtick is understood',
    },
    { name: 'length', property: 'length', type: 'number', value: 'BYTES', help: 'how many bytes (256)' },
    { name: 'physical', property: 'physical', type: 'boolean', help: 'the address is a physical one' },
    {
      name: 'dtb',
      property: 'directoryTableBase',
      type: 'string',
      value: 'ADDRESS',
      help: 'through the page tables of a process, as dump-processes lists it',
    },
  ],
  operands: { property: 'paths', type: 'strings', value: 'FILE…' },
  examples: [
    {
      command: 'ktriage memory --address 0xffffc08bde9e1640 --length 64 MEMORY.DMP',
      does: 'the first bytes of an object, as a hex view',
    },
    { command: 'ktriage memory --physical --address 1ad000 MEMORY.DMP', does: 'a page of the page tables' },
  ],
  validate: validateMemoryRequest,
  run: readMemory,
});
